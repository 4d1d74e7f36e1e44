package dev.truce.bot.line;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What a bot wrote beside the protocol: its last lines, and a file that grows no further than one megabyte. Thread-safe. */
final class BotLog implements AutoCloseable {
    /** Enough for the end of a stack trace. */
    private static final int LAST_LINES = 12;

    private static final int MAX_BYTES = 1 << 20;
    private static final int SHOWN = 200;

    private final Deque<String> last = new ArrayDeque<>();
    private @Nullable OutputStream file;
    private int written;

    /**
     * Opens a log.
     *
     * @param path appended to, or null for none; a file that cannot be opened is done without
     */
    BotLog(@Nullable Path path) {
        if (path != null) {
            try {
                file = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException refused) {
                last.add("the log cannot be written: " + refused);
            }
        }
    }

    synchronized void add(String source, String line) {
        String shown = line.length() <= SHOWN ? line : line.substring(0, SHOWN);
        last.addLast(source + " " + shown);
        if (last.size() > LAST_LINES) {
            last.removeFirst();
        }
        byte[] bytes = (source + " " + line + "\n").getBytes(StandardCharsets.UTF_8);
        OutputStream open = file;
        if (open == null) {
            return;
        }
        try {
            if (written + bytes.length > MAX_BYTES) {
                open.write("(no more is kept)\n".getBytes(StandardCharsets.UTF_8));
                close();
                return;
            }
            written += bytes.length;
            open.write(bytes);
        } catch (IOException full) {
            close();
        }
    }

    /** Returns the last line, or an empty text. */
    synchronized String lastLine() {
        return last.isEmpty() ? "" : last.getLast();
    }

    @Override
    public synchronized void close() {
        OutputStream open = file;
        file = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException lost) {
                // The match does not depend on it, and its last lines are still here.
            }
        }
    }
}
