package dev.truce.bot.line.env;

import dev.truce.bot.line.json.JsonText;
import dev.truce.bot.line.json.RecordBinding;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Resolver;
import dev.truce.env.Episode;
import dev.truce.env.Lab;
import dev.truce.env.LabException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * Plays many matches at a time for a learner, in binary frames, all numbers little end first. First comes the header; then each request, a
 * command and the length of what follows, has one answer, a status and the length of what follows. A request that is refused changes
 * nothing; whatever else goes wrong ends the program.
 */
public final class FrameServer {
    /** Most matches at a time: an answer stays below 16 MB. */
    public static final int MAX_MATCHES = 4_096;

    /** Most matches at a time with a bot that is a command, each of which runs as a process of its own. */
    public static final int MAX_PROGRAMS = 50;

    private static final byte[] MAGIC = "TRUCEENV".getBytes(StandardCharsets.US_ASCII);
    private static final int RESET = 1;
    private static final int STEP = 2;
    private static final int SAVE = 3;
    private static final int LOAD = 4;
    private static final int HASH = 5;
    private static final int CLOSE = 6;
    private static final int HASH_BYTES = 32;
    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private final Lab lab;
    private final int matches;
    private final List<Episode> episodes = new ArrayList<>();
    /** By thread. */
    private final List<Resolver> resolvers = new ArrayList<>();

    private final int threads;
    private final ExecutorService pool;
    private final boolean[] moved;
    private final int longest;
    private final ByteBuffer sights;

    private FrameServer(Lab lab, int matches, int threads) {
        this.lab = lab;
        this.matches = matches;
        this.threads = Math.max(1, Math.min(threads, matches));
        this.pool = Executors.newFixedThreadPool(this.threads);
        this.moved = new boolean[matches];
        // The longest request: actions for all, or a saved match.
        this.longest = Math.max(matches * (1 + Long.BYTES + 2 * lab.actSize()), 1 << 16);
        int size = matches * (2 * (Float.BYTES * lab.columns().size() + lab.maskSize() + 2 * Double.BYTES + 2) + 5);
        this.sights = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (int thread = 0; thread < this.threads; thread++) {
            Resolver resolver = new Resolver(lab.rules());
            resolvers.add(resolver);
            for (int i = from(thread); i < from(thread + 1); i++) {
                episodes.add(lab.episode(resolver));
            }
        }
    }

    /** Returns the first match of a thread. */
    private int from(int thread) {
        return (int) ((long) matches * thread / threads);
    }

    /**
     * Serves until it is told to close, or until the end of the input.
     *
     * @param lab what is played
     * @param matches how many matches at a time, 1 to {@value #MAX_MATCHES}
     * @param threads how many of them are played at the same moment; no byte depends on it
     * @throws IOException if a stream breaks, or a request is longer than any can be
     */
    public static void run(Lab lab, int matches, int threads, InputStream in, OutputStream out) throws IOException {
        FrameServer server = new FrameServer(lab, matches, threads);
        try {
            byte[] header = JsonText.write(RecordBinding.of(FrameHeader.of(lab, matches)))
                    .getBytes(StandardCharsets.UTF_8);
            out.write(MAGIC);
            out.write(numbers(header.length));
            out.write(header);
            out.flush();
            server.serve(new DataInputStream(in), out);
        } finally {
            server.pool.shutdownNow();
            server.episodes.forEach(Episode::leave);
        }
    }

    private void serve(DataInputStream in, OutputStream out) throws IOException {
        byte[] head = new byte[2 * Integer.BYTES];
        int command = 0;
        while (command != CLOSE) {
            try {
                in.readFully(head);
            } catch (EOFException gone) {
                return;
            }
            ByteBuffer read = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            command = read.getInt();
            int length = read.getInt();
            if (length < 0 || length > longest) {
                throw new IOException("frame-length " + length);
            }
            byte[] payload = new byte[length];
            in.readFully(payload);
            int status = DONE;
            byte[] answer;
            try {
                answer = answer(command, payload);
            } catch (LabException refused) {
                status = REFUSED;
                answer = refused.why().word().getBytes(StandardCharsets.UTF_8);
            }
            out.write(numbers(status, answer.length));
            out.write(answer);
            out.flush();
        }
    }

    private static byte[] numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private byte[] answer(int command, byte[] payload) throws IOException {
        ByteBuffer read = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
        return switch (command) {
            case RESET -> reset(payload);
            case STEP -> step(payload);
            case SAVE -> episodes.get(index(read)).save();
            case LOAD -> load(read);
            case HASH -> hashes();
            case CLOSE -> new byte[0];
            default -> throw new LabException(LabException.NotDone.UNKNOWN_COMMAND);
        };
    }

    private byte[] reset(byte[] payload) throws IOException {
        expect(payload.length, matches * (1 + Long.BYTES));
        // What both sides see of all matches follows, so each begins now or has begun.
        haveBegun(i -> payload[i] == 0);
        ByteBuffer seeds = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
        each(i -> {
            moved[i] = false;
            if (payload[i] != 0) {
                episodes.get(i).reset(seeds.getLong(matches + i * Long.BYTES));
            }
        });
        return sights();
    }

    private byte[] step(byte[] acts) throws IOException {
        int size = 2 * lab.actSize();
        expect(acts.length, matches * size);
        haveBegun(i -> true);
        each(i -> {
            moved[i] = episodes.get(i).isOpen();
            if (moved[i]) {
                episodes.get(i).step(acts, i * size);
            }
        });
        return sights();
    }

    /** Refuses unless all matches that somebody asks about have begun. */
    private void haveBegun(IntPredicate asked) {
        for (int i = 0; i < matches; i++) {
            if (asked.test(i)) {
                var unused = episodes.get(i).match();
            }
        }
    }

    /** Answers nothing, so that many matches can be loaded, and those that have not begun stay as they are. */
    private byte[] load(ByteBuffer read) {
        int index = index(read);
        byte[] saved = new byte[read.remaining()];
        read.get(saved);
        int thread = 0;
        while (index >= from(thread + 1)) {
            thread++;
        }
        Episode loaded = lab.episode(resolvers.get(thread));
        loaded.load(saved);
        episodes.get(index).leave();
        episodes.set(index, loaded);
        moved[index] = false;
        return new byte[0];
    }

    private byte[] hashes() {
        haveBegun(i -> true);
        byte[] all = new byte[matches * HASH_BYTES];
        for (int i = 0; i < matches; i++) {
            System.arraycopy(episodes.get(i).match().hash(), 0, all, i * HASH_BYTES, HASH_BYTES);
        }
        return all;
    }

    private int index(ByteBuffer read) {
        int index = read.remaining() < Integer.BYTES ? matches : read.getInt();
        if (index < 0 || index >= matches) {
            throw new LabException(LabException.NotDone.UNKNOWN_MATCH);
        }
        return index;
    }

    private static void expect(int length, int wanted) {
        if (length != wanted) {
            throw new LabException(LabException.NotDone.WRONG_LENGTH);
        }
    }

    /** Writes what both sides see of all matches, a kind of number after the other. */
    private byte[] sights() throws IOException {
        each(this::write);
        return sights.array();
    }

    private void write(int i) {
        Episode episode = episodes.get(i);
        int sight = Float.BYTES * lab.columns().size();
        int mask = lab.maskSize();
        int masks = 2 * matches * sight;
        int rewards = masks + 2 * matches * mask;
        int scores = rewards + 2 * matches * Double.BYTES;
        int rounds = scores + 2 * matches * Double.BYTES;
        int over = rounds + matches * Integer.BYTES;
        int illegal = over + matches;
        int crossed = illegal + 2 * matches;
        sights.putInt(rounds + i * Integer.BYTES, episode.match().round());
        sights.put(over + i, (byte) (episode.match().over() ? 1 : 0));
        for (Side side : Side.values()) {
            int at = 2 * i + side.ordinal();
            ByteBuffer columns = sights.slice(at * sight, sight).order(ByteOrder.LITTLE_ENDIAN);
            episode.observe(side, columns);
            sights.put(masks + at * mask, episode.mask(side), 0, lab.space(side).maskSize());
            sights.putDouble(
                    rewards + at * Double.BYTES, moved[i] ? episode.match().reward(side) : 0);
            sights.putDouble(scores + at * Double.BYTES, episode.match().score(side));
            sights.put(illegal + at, (byte) (moved[i] ? episode.illegal(side) : 0));
            sights.put(crossed + at, (byte) (moved[i] ? episode.crossed(side) : 0));
        }
    }

    /** Does something with all matches, those of each thread in order. What fails in one of them fails here, whatever the number of threads. */
    private void each(IntConsumer task) throws IOException {
        if (threads == 1) {
            block(task, 0);
            return;
        }
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int mine = thread;
            running.add(pool.submit(() -> block(task, mine)));
        }
        ExecutionException first = null;
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                first = first == null ? failed : first;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
        if (first != null) {
            throw fault(first);
        }
    }

    /** Returns what a thread has failed with, which is thrown as one thread alone would throw it. */
    private static RuntimeException fault(ExecutionException failed) {
        try {
            throw failed.getCause();
        } catch (RuntimeException fault) {
            return fault;
        } catch (Error fault) {
            throw fault;
        } catch (Throwable checked) {
            return new IllegalStateException(checked);
        }
    }

    private void block(IntConsumer task, int thread) {
        for (int i = from(thread); i < from(thread + 1); i++) {
            task.accept(i);
        }
    }
}
