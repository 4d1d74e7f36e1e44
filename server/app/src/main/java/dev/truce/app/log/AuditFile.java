package dev.truce.app.log;

import dev.truce.store.OwnersFile;
import dev.truce.store.log.LogEvent;
import dev.truce.story.print.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of the audit log, and the three before it. Lines are written by a thread of their own; what it cannot keep up with is counted. */
public final class AuditFile {
    /** Its name in the data directory; older ones are {@code audit.1.log} to {@code audit.3.log}. */
    public static final String NAME = "audit.log";

    /** A file that has grown so large becomes an older one. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(AuditFile.class);
    private static final int OLDER = 3;
    private static final int MAX_WAITING = 1_024;
    private static final long CLOSE_SECONDS = 1;

    private final @Nullable Path directory;
    private final int mostBytes;
    private final AtomicInteger lost = new AtomicInteger();
    private final ExecutorService writer = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            AuditFile::thread,
            (line, full) -> lost.incrementAndGet());
    private boolean failed;

    private AuditFile(@Nullable Path directory, int mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    /** Goes on with the file of a directory. */
    public static AuditFile in(Path directory) {
        return new AuditFile(directory, MAX_BYTES);
    }

    static AuditFile in(Path directory, int mostBytes) {
        return new AuditFile(directory, mostBytes);
    }

    static AuditFile none() {
        return new AuditFile(null, MAX_BYTES);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "truce-audit");
        thread.setDaemon(true);
        return thread;
    }

    void write(Map<String, Object> line) {
        Path to = directory;
        if (to != null) {
            writer.execute(() -> append(to, line));
        }
    }

    private void append(Path to, Map<String, Object> line) {
        int missing = lost.getAndSet(0);
        if (missing > 0) {
            line.put("lost", missing);
        }
        try {
            Path file = to.resolve(NAME);
            byte[] bytes = (Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8);
            if (Files.exists(file) && Files.size(file) + bytes.length > mostBytes) {
                rotate(to);
            }
            if (!Files.exists(file)) {
                OwnersFile.create(file);
            }
            Files.write(file, bytes, StandardOpenOption.APPEND);
            failed = false;
        } catch (IOException e) {
            lost.addAndGet(missing + 1);
            if (!failed) {
                failed = true;
                LOG.warn(
                        LogEvent.AUDIT_FAILED.marker(),
                        "the audit log cannot be written; what is missing from it is counted",
                        e);
            }
        }
    }

    private static void rotate(Path directory) throws IOException {
        for (int number = OLDER; number >= 1; number--) {
            Path from = directory.resolve(number == 1 ? NAME : older(number - 1));
            if (Files.exists(from)) {
                Files.move(from, directory.resolve(older(number)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static String older(int number) {
        return "audit." + number + ".log";
    }

    void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
