package dev.truce.bot.line.model;

import dev.truce.bot.line.json.Fields;
import dev.truce.bot.line.json.JsonText;
import dev.truce.bot.line.json.RecordBinding;
import dev.truce.engine.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one model was asked in a tournament and what it answered: a file of lines of JSON that only grows. Each text stands in it once, under
 * its hash; a call stands in it before it is made, and again when its answer is there, which is then on the disk. So a tournament that is
 * played on, or again, asks nothing twice. A line that a killed program left torn is cut off. A cassette without a file keeps nothing.
 * Thread-safe.
 */
public final class Cassette implements Closeable {
    /** How each line begins. */
    private static final String LINE = "{\"kind\":\"";

    /** More bytes than a line can have: a conversation of a model that remembers, each character in six. */
    private static final int MAX_LINE = 1 << 24;

    private static final String KIND = "kind";
    private static final String BEGUN = "begun";
    private static final String TEXT = "text";
    private static final String ASKED = "asked";
    private static final String ANSWERED = "answered";

    private final @Nullable Path path;
    private final boolean isWritable;
    /** Where the line of each text begins and how long it is, by its hash. */
    private final Map<String, Place> texts = new HashMap<>();

    /** What came of the attempts at a question, the first one first. */
    private final Map<Question, List<TapedAnswer>> answers = new HashMap<>();

    private @Nullable RandomAccessFile file;
    private long length;

    /** Tells this run from another of the same tournament, whose calls are others. */
    private String run = "";

    private record Place(long from, int bytes) {}

    private record BegunLine(String kind, String run) {}

    private record TextLine(String kind, String sha256, String text) {}

    /**
     * Which question of a match it is.
     *
     * @param pair number of the pair
     * @param match 1 or 2
     * @param side US or CN
     * @param number counts the questions of the seat in the match, from 1
     * @param promptSha256 of the request: another request is another question
     */
    record Question(int pair, int match, String side, int number, String promptSha256) implements RecordBinding.Inline {
        /** Returns the name of an attempt among those of the run. */
        String name(int attempt) {
            return pair + "-" + match + "-" + side + "-" + number + "-" + attempt + "-" + promptSha256.substring(0, 32);
        }
    }

    /** What the call may take at most counts until its answer is there. */
    private record AskedLine(String kind, Question question, int attempt, Cost most) {}

    private record AnsweredLine(String kind, Question question, TapedAnswer answered) {}

    /**
     * What came of an attempt.
     *
     * @param attempt from 1
     * @param arrival as {@link HttpReply.Arrival} names it
     * @param status of HTTP
     * @param replySha256 of the text, or empty
     * @param retryAfter what the endpoint asked for
     * @param latencyMillis from the request to the whole answer
     * @param cost what it took; if nobody says so and it may have been paid, the most that it can have taken
     */
    record TapedAnswer(
            int attempt,
            String arrival,
            int status,
            String replySha256,
            String retryAfter,
            long latencyMillis,
            Cost cost)
            implements RecordBinding.Inline {}

    /** A file is not what the program writes. The message names the line. */
    public static final class TornException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int line;

        TornException(int line) {
            super("line " + line);
            this.line = line;
        }

        public int line() {
            return line;
        }
    }

    private Cassette(@Nullable Path path, boolean isWritable) {
        this.path = path;
        this.isWritable = isWritable;
    }

    /** Returns a cassette that keeps nothing: whatever is asked is asked of the endpoint. */
    public static Cassette none() {
        return new Cassette(null, true);
    }

    /** Returns a cassette that goes on with a file, or begins it with the first question. */
    public static Cassette recording(Path path) {
        return new Cassette(path, true);
    }

    /** Returns a cassette that is only read. */
    public static Cassette replaying(Path path) {
        return new Cassette(path, false);
    }

    /**
     * Returns the name of a call, of an attempt in this run, by which an endpoint tells a call that is sent again from another. Without a
     * file each call is another.
     */
    synchronized String name(Question question, int attempt) {
        return (path == null ? UUID.randomUUID().toString() : run) + "-" + question.name(attempt);
    }

    /** Whether questions that are not in it may be asked. */
    boolean isRecording() {
        return isWritable;
    }

    /**
     * Reads the file, or begins it. Nothing is asked before.
     *
     * @return what the calls of earlier runs cost; one that was under way when the program ended may have cost all that it could
     * @throws TornException if a line that is not the last is not what the program writes; the file stays as it is
     */
    synchronized List<Cost> open() throws IOException {
        List<Cost> earlier = new ArrayList<>();
        Path named = path;
        if (named == null || (!isWritable && !Files.exists(named))) {
            return earlier;
        }
        run = UUID.randomUUID().toString();
        if (isWritable && named.getParent() != null) {
            Files.createDirectories(named.getParent());
        }
        RandomAccessFile opened = new RandomAccessFile(named.toFile(), isWritable ? "rw" : "r");
        file = opened;
        try {
            read(named, earlier);
            if (isWritable) {
                opened.setLength(length);
            }
            if (isWritable && length == 0) {
                write(new BegunLine(BEGUN, run));
            }
        } catch (UncheckedIOException full) {
            close();
            throw full.getCause();
        } catch (IOException damaged) {
            close();
            throw damaged;
        }
        return earlier;
    }

    private void read(Path named, List<Cost> earlier) throws IOException {
        int number = 0;
        // Where the cost of the last call of each name stands, until its answer is there.
        Map<String, Integer> underWay = new HashMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(named))) {
            for (byte[] line = line(in); line.length > 0; line = line(in)) {
                number++;
                boolean isWhole = line[line.length - 1] == '\n';
                if (isWhole ? !isRead(line, earlier, underWay) : !isWritable || !isBegun(line)) {
                    throw new TornException(number);
                }
                length += isWhole ? line.length : 0;
            }
        }
    }

    /** Returns whether a line without its end is one that this program had begun to write, rather than a file of somebody else. */
    private static boolean isBegun(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        return text.startsWith(LINE) || LINE.startsWith(text);
    }

    /** Returns the next line with its end; empty if there is none. One that is too long has none. */
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.size() < MAX_LINE) {
            line.write(next);
            next = in.read();
        }
        if (next >= 0 && line.size() < MAX_LINE) {
            line.write(next);
        }
        return line.toByteArray();
    }

    private boolean isRead(byte[] line, List<Cost> earlier, Map<String, Integer> underWay) {
        try {
            Map<String, @Nullable Object> map = JsonText.object(new String(line, StandardCharsets.UTF_8));
            Fields fields = new Fields(ASKED, map);
            switch (fields.string(KIND)) {
                case BEGUN -> run = RecordBinding.read(BegunLine.class, BEGUN, map).run;
                case TEXT -> {
                    TextLine text = RecordBinding.read(TextLine.class, TEXT, map);
                    texts.put(text.sha256, new Place(length, line.length));
                    return Sha256.hex(text.text).equals(text.sha256);
                }
                case ASKED -> {
                    AskedLine read = RecordBinding.read(AskedLine.class, ASKED, map);
                    underWay.put(read.question.name(read.attempt), earlier.size());
                    earlier.add(read.most);
                }
                case ANSWERED -> {
                    AnsweredLine read = RecordBinding.read(AnsweredLine.class, ANSWERED, map);
                    Integer made = underWay.remove(read.question.name(read.answered.attempt));
                    if (made == null) {
                        return false;
                    }
                    put(read.question, read.answered);
                    earlier.set(made, read.answered.cost);
                }
                default -> {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException torn) {
            return false;
        }
    }

    /** An attempt that is made again makes what came after it void. */
    private void put(Question question, TapedAnswer answered) {
        List<TapedAnswer> attempts = answers.computeIfAbsent(question, unused -> new ArrayList<>());
        attempts.subList(Math.min(answered.attempt - 1, attempts.size()), attempts.size())
                .clear();
        attempts.add(answered);
    }

    /**
     * Returns what came of a question so far, attempt by attempt. While questions may be asked, attempts at the end that brought no reply are
     * left out, so that they are made again.
     */
    synchronized List<TapedAnswer> known(Question question) {
        List<TapedAnswer> known = answers.getOrDefault(question, List.of());
        int last = known.size();
        while (isWritable && last > 0 && !reply(known.get(last - 1), "").isReply()) {
            last--;
        }
        return List.copyOf(known.subList(0, last));
    }

    /** Returns what an attempt brought, with its text. */
    synchronized HttpReply reply(TapedAnswer answered) {
        return reply(answered, answered.replySha256.isEmpty() ? "" : text(answered.replySha256));
    }

    private static HttpReply reply(TapedAnswer answered, String text) {
        return new HttpReply(HttpReply.Arrival.ofWord(answered.arrival), answered.status, text, answered.retryAfter);
    }

    /**
     * A call is about to be made.
     *
     * @param most what it may take
     */
    synchronized void asks(Question question, int attempt, String prompt, Cost most) {
        if (path != null) {
            write(question.promptSha256, prompt);
            write(new AskedLine(ASKED, question, attempt, most));
        }
    }

    /** An answer is there, or will not come. It is on the disk when this returns. */
    synchronized void answers(Question question, TapedAnswer answered, String text) {
        if (path == null) {
            return;
        }
        if (!answered.replySha256.isEmpty()) {
            write(answered.replySha256, text);
        }
        write(new AnsweredLine(ANSWERED, question, answered));
        try {
            opened().getFD().sync();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        put(question, answered);
    }

    private RandomAccessFile opened() throws IOException {
        RandomAccessFile open = file;
        if (open == null) {
            throw new FileSystemException(String.valueOf(path));
        }
        return open;
    }

    private void write(String sha256, String text) {
        if (!texts.containsKey(sha256)) {
            long from = length;
            write(new TextLine(TEXT, sha256, text));
            texts.put(sha256, new Place(from, (int) (length - from)));
        }
    }

    private void write(Record line) {
        try {
            RandomAccessFile open = opened();
            byte[] bytes = (JsonText.write(RecordBinding.of(line)) + "\n").getBytes(StandardCharsets.UTF_8);
            open.seek(length);
            open.write(bytes);
            length += bytes.length;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String text(String sha256) {
        Place place = texts.get(sha256);
        if (place == null) {
            return "";
        }
        try {
            RandomAccessFile open = opened();
            byte[] line = new byte[place.bytes];
            open.seek(place.from);
            open.readFully(line);
            return RecordBinding.read(TextLine.class, TEXT, JsonText.object(new String(line, StandardCharsets.UTF_8)))
                    .text;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        RandomAccessFile open = file;
        file = null;
        texts.clear();
        answers.clear();
        length = 0;
        if (open != null) {
            open.close();
        }
    }
}
