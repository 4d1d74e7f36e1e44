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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one model was asked in a tournament and what it answered: a file of lines of JSON that only grows. Each text stands in it once, under
 * its hash; a call stands in it before it is made, and again when its answer is there, which is then on the disk. So a tournament that is
 * played on, or again, asks nothing twice. A line that a killed program left torn is cut off. Thread-safe.
 */
public final class Cassette implements Closeable {
    private static final String KIND = "kind";
    private static final String BEGUN = "begun";
    private static final String TEXT = "text";
    private static final String ASKED = "asked";
    private static final String ANSWERED = "answered";

    private final @Nullable Path path;
    private final boolean isWritable;
    /** Where the line of each text begins and how long it is, by its hash. */
    private final Map<String, Place> texts = new HashMap<>();

    /** Texts that no file keeps, by their hash. */
    private final Map<String, String> unwritten = new HashMap<>();

    private final Map<Question, Map<Integer, TapedAnswer>> answers = new HashMap<>();
    private @Nullable RandomAccessFile file;
    private long length;
    private int asked;
    private boolean isRead;

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

    private record AskedLine(String kind, Question question, int attempt) {}

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
     * @param tokens of prompt and reply
     * @param nanoDollars what it cost
     */
    record TapedAnswer(
            int attempt,
            String arrival,
            int status,
            String replySha256,
            String retryAfter,
            long latencyMillis,
            long tokens,
            long nanoDollars)
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

    /** Returns a cassette that keeps what it is told for as long as the program runs. */
    public static Cassette inMemory() {
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

    /** Returns what an endpoint is told of a call, so that it can tell the same call from another: that of an attempt in this run. */
    synchronized String name(Question question, int attempt) {
        return run + "-" + question.name(attempt);
    }

    /** Whether questions that are not in it may be asked. */
    boolean isRecording() {
        return isWritable;
    }

    /**
     * Reads the file, once.
     *
     * @return the calls of earlier runs
     * @throws TornException if a line that is not the last is not what the program writes
     */
    public synchronized List<PastCall> open() throws IOException {
        List<PastCall> earlier = new ArrayList<>();
        if (isRead) {
            return earlier;
        }
        isRead = true;
        run = UUID.randomUUID().toString();
        Path named = path;
        if (named == null || (!isWritable && !Files.exists(named))) {
            return earlier;
        }
        if (isWritable && named.getParent() != null) {
            Files.createDirectories(named.getParent());
        }
        RandomAccessFile opened = new RandomAccessFile(named.toFile(), isWritable ? "rw" : "r");
        file = opened;
        read(named, earlier);
        if (isWritable) {
            opened.setLength(length);
        }
        if (isWritable && length == 0) {
            write(new BegunLine(BEGUN, run));
        }
        for (int i = earlier.size(); i < asked; i++) {
            // It was under way when the program ended: nobody knows what it cost.
            earlier.add(new PastCall(0, 0));
        }
        return earlier;
    }

    /**
     * A call of an earlier run.
     *
     * @param tokens of prompt and reply
     * @param nanoDollars what it cost
     */
    public record PastCall(long tokens, long nanoDollars) {}

    private void read(Path named, List<PastCall> earlier) throws IOException {
        long end = Files.size(named);
        int number = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(named))) {
            for (byte[] line = line(in); line.length > 0; line = line(in)) {
                number++;
                if (line[line.length - 1] != '\n' || !isRead(line, earlier)) {
                    if (length + line.length < end || !isWritable) {
                        throw new TornException(number);
                    }
                    return;
                }
                length += line.length;
            }
        }
    }

    /** Returns the next line with its end; empty if there is none. */
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        if (next >= 0) {
            line.write(next);
        }
        return line.toByteArray();
    }

    private boolean isRead(byte[] line, List<PastCall> earlier) {
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
                case ASKED -> asked += RecordBinding.read(AskedLine.class, ASKED, map).attempt > 0 ? 1 : 0;
                case ANSWERED -> {
                    AnsweredLine read = RecordBinding.read(AnsweredLine.class, ANSWERED, map);
                    put(read.question, read.answered);
                    earlier.add(new PastCall(read.answered.tokens, read.answered.nanoDollars));
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

    private void put(Question question, TapedAnswer answered) {
        answers.computeIfAbsent(question, unused -> new LinkedHashMap<>()).put(answered.attempt, answered);
    }

    /**
     * Returns what came of a question so far, attempt by attempt. While questions may be asked, attempts at the end that brought no reply are
     * left out, so that they are made again.
     */
    synchronized List<TapedAnswer> known(Question question) {
        Map<Integer, TapedAnswer> attempts = answers.getOrDefault(question, Map.of());
        List<TapedAnswer> known = new ArrayList<>();
        TapedAnswer next = attempts.get(1);
        while (next != null) {
            known.add(next);
            next = attempts.get(known.size() + 1);
        }
        int last = known.size();
        while (isWritable && last > 0 && !reply(known.get(last - 1), "").isReply()) {
            last--;
        }
        return known.subList(0, last);
    }

    /** Returns what an attempt brought, with its text. */
    synchronized HttpReply reply(TapedAnswer answered) {
        return reply(answered, answered.replySha256.isEmpty() ? "" : text(answered.replySha256));
    }

    private static HttpReply reply(TapedAnswer answered, String text) {
        return new HttpReply(HttpReply.Arrival.ofWord(answered.arrival), answered.status, text, answered.retryAfter);
    }

    /** A call is about to be made. */
    synchronized void asks(Question question, int attempt, String prompt) {
        write(question.promptSha256, prompt);
        write(new AskedLine(ASKED, question, attempt));
        asked++;
    }

    /** An answer is there, or will not come. It is on the disk when this returns. */
    synchronized void answers(Question question, TapedAnswer answered, String text) {
        if (!answered.replySha256.isEmpty()) {
            write(answered.replySha256, text);
        }
        write(new AnsweredLine(ANSWERED, question, answered));
        put(question, answered);
        RandomAccessFile open = file;
        if (open != null) {
            try {
                open.getFD().sync();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private void write(String sha256, String text) {
        if (path == null) {
            unwritten.put(sha256, text);
        } else if (!texts.containsKey(sha256)) {
            long from = length;
            write(new TextLine(TEXT, sha256, text));
            texts.put(sha256, new Place(from, (int) (length - from)));
        }
    }

    private void write(Record line) {
        RandomAccessFile open = file;
        if (open == null) {
            return;
        }
        try {
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
        RandomAccessFile open = file;
        if (place == null || open == null) {
            return unwritten.getOrDefault(sha256, "");
        }
        try {
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
        isRead = false;
        texts.clear();
        answers.clear();
        length = 0;
        asked = 0;
        if (open != null) {
            open.close();
        }
    }
}
