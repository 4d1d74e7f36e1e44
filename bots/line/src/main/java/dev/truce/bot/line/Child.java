package dev.truce.bot.line;

import dev.truce.engine.orders.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A bot's process and its three pipes, each served by a thread, so that a bot that does not read or writes without end holds up nobody.
 * Killed with this program, however that ends. Thread-safe.
 */
public final class Child implements AutoCloseable {
    /** Lines on their way in either direction; a bot that leaves more unread has stopped reading. */
    static final int MAX_QUEUED_LINES = 256;

    private static final int MAX_INFO = 400;

    /** How a bot says that its model has given no usable answer. */
    private static final String NO_ANSWER = "info no-answer";

    /** How often it is looked whether the process has ended while something that it started holds its output open. */
    private static final long LOOK_MILLIS = 250;

    private static final Set<Child> LIVE = ConcurrentHashMap.newKeySet();
    private static final AtomicBoolean HOOKED = new AtomicBoolean();

    /** Whether this program is ending. */
    private static volatile boolean ending;

    private final ProcessTree tree;
    private final BotLog log;
    private final BlockingQueue<BotLine> toBot = new ArrayBlockingQueue<>(MAX_QUEUED_LINES);
    private final BlockingQueue<BotLine> fromBot = new ArrayBlockingQueue<>(MAX_QUEUED_LINES);
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean silent;
    /** Why the model gave no usable answer to what was asked last, or null if the bot has not said so. */
    private volatile @Nullable String noAnswer;

    private @Nullable Thread errors;

    private Child(ProcessTree tree, BotLog log) {
        this.tree = tree;
        this.log = log;
    }

    /**
     * Starts a command.
     *
     * @param log where what it says beside the protocol goes, or null for nowhere
     * @throws IOException if there is no such program
     */
    public static Child start(List<String> command, @Nullable Path log) throws IOException {
        if (!HOOKED.getAndSet(true)) {
            Runtime.getRuntime().addShutdownHook(new Thread(Child::endAll, "end bots"));
        }
        Child child = new Child(ProcessTree.start(command), new BotLog(log));
        LIVE.add(child);
        serve("bot-out", child::read);
        child.errors = serve("bot-err", child::readErrors);
        serve("bot-in", child::write);
        return child;
    }

    /** Sends a line; false if the bot has not read what was sent before. */
    public boolean send(String line) {
        return toBot.offer(new BotLine(line));
    }

    /** Forgets the lines that have come and were not taken. */
    void forget() {
        fromBot.clear();
        noAnswer = null;
    }

    /** What the bot has said since then of a model that gave no usable answer; null if nothing. */
    public @Nullable String noAnswer() {
        return noAnswer;
    }

    /**
     * Waits for the next line; lines of {@code info} do not count.
     *
     * @return the line, {@link BotLine#END} if none will come because the process has ended or closed its output, or null if none came
     *     in time
     */
    public @Nullable BotLine next(long millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        boolean hadEnded = false;
        try {
            while (true) {
                // Asked before the queue is: what was read last is in the queue by the time that this is true.
                boolean wasSilent = silent;
                long left = TimeUnit.NANOSECONDS.toMillis(Math.max(0, until - System.nanoTime()));
                BotLine line = fromBot.poll(wasSilent ? 0 : Math.min(left, LOOK_MILLIS), TimeUnit.MILLISECONDS);
                if (line != null && !line.isEnd()) {
                    return line;
                } else if (line != null || wasSilent || hadEnded) {
                    awaitTheEndIfItIsOurs();
                    return BotLine.END;
                } else if (left <= LOOK_MILLIS) {
                    return null;
                }
                hadEnded = !tree.process().isAlive();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static void endAll() {
        ending = true;
        LIVE.forEach(Child::kill);
    }

    /** A bot that was ended with this program has done nothing wrong: nobody hears of it while the program is on its way out. */
    private static void awaitTheEndIfItIsOurs() throws InterruptedException {
        if (ending) {
            new CountDownLatch(1).await();
        }
    }

    /** Returns how the process ended, with the last thing that it wrote; waits a moment for it. */
    public Refusal end() {
        boolean ended = tree.endsWithin(LineProtocol.GRACE_MILLIS);
        readToTheEnd();
        List<Object> named = new ArrayList<>();
        if (ended) {
            named.add(tree.process().exitValue());
        }
        String words = log.lastLine();
        if (!words.isEmpty()) {
            named.add(words);
        }
        String how = (ended ? "exit" : "closed") + (words.isEmpty() ? "" : "-words");
        return BotReply.why(BotReply.Fault.GONE, how, named.toArray());
    }

    /** Writes into the log what was wrong with something that the bot said. */
    void note(String error) {
        log.add("error", error);
    }

    /** Says goodbye, waits as long as the protocol grants, and kills what is left. Returns whether the bot went by itself. */
    public boolean quit() {
        boolean unused = send("quit");
        boolean went = tree.endsWithin(LineProtocol.GRACE_MILLIS);
        close();
        return went;
    }

    /** Kills the bot and all that it started. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            kill();
            LIVE.remove(this);
            boolean unused = toBot.offer(BotLine.END);
            log.close();
        }
    }

    private void kill() {
        tree.kill();
    }

    private static Thread serve(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** What a process wrote last may still be in its pipe when it has ended. */
    private void readToTheEnd() {
        Thread reading = errors;
        if (reading == null) {
            return;
        }
        try {
            reading.join(LineProtocol.GRACE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        int told = 0;
        try (InputStream in = tree.process().getInputStream()) {
            LineReader lines = new LineReader(in);
            for (BotLine line = lines.next(); !line.isEnd(); line = lines.next()) {
                if (line.begins(NO_ANSWER)) {
                    noAnswer = line.text().substring(NO_ANSWER.length()).strip();
                }
                if (line.begins("info")) {
                    if (told++ < MAX_INFO) {
                        log.add("out", line.text());
                    }
                } else if (!fromBot.offer(line) && told++ < MAX_INFO) {
                    log.add("dropped", line.text());
                }
            }
        } catch (IOException closing) {
            // The process was killed between two lines: that is an end like any other.
        }
        silent = true;
        boolean unused = fromBot.offer(BotLine.END);
    }

    private void readErrors() {
        try (InputStream in = tree.process().getErrorStream()) {
            LineReader lines = new LineReader(in);
            for (BotLine line = lines.next(); !line.isEnd(); line = lines.next()) {
                log.add("err", line.kind() == BotLine.Kind.TOO_LONG ? "a line that was too long" : line.text());
            }
        } catch (IOException closing) {
            // As above.
        }
    }

    private void write() {
        try (OutputStream out = tree.process().getOutputStream()) {
            while (!closed.get()) {
                BotLine line = toBot.take();
                if (line.isEnd()) {
                    return;
                }
                out.write((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
                if (toBot.isEmpty()) {
                    out.flush();
                }
            }
        } catch (IOException gone) {
            // The bot has closed its input or ended; that shows when its answer does not come.
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }
}
