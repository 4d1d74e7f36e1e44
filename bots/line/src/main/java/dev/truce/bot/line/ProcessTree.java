package dev.truce.bot.line;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A process and all that it started. Where the system has {@code setsid}, the process leads a group of its own, and the whole group is
 * killed, also what has lost its parent; elsewhere all its descendants are. Where the system shows the environment of processes
 * ({@code /proc}), what has left the group is known by a mark that it inherited, and killed as well; only what has wiped its
 * environment, left the group and lost its parent is not found.
 */
final class ProcessTree {
    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));
    private static final Path PROCESSES = Path.of("/proc");

    /** Name of the variable whose value is different for each bot. */
    private static final String MARK = "TRUCE_BOT";

    /** A process may start another while those that were found are killed. */
    private static final int MAX_SEARCHES = 4;

    /** Longest environment that is read; Linux allows more, but no usual one is as long. */
    private static final int MAX_ENVIRONMENT = 1 << 20;

    private final Process process;
    private final boolean leads;
    private final String mark;

    private ProcessTree(Process process, boolean leads, String mark) {
        this.process = process;
        this.leads = leads;
        this.mark = mark;
    }

    /** Starts a command with pipes for all three streams. */
    static ProcessTree start(List<String> command) throws IOException {
        List<String> words = new ArrayList<>();
        for (Path setsid : SETSID) {
            if (words.isEmpty() && Files.isExecutable(setsid)) {
                words.add(setsid.toString());
            }
        }
        boolean leads = !words.isEmpty();
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words);
        String mark = UUID.randomUUID().toString();
        builder.environment().put(MARK, mark);
        return new ProcessTree(builder.start(), leads, MARK + "=" + mark);
    }

    Process process() {
        return process;
    }

    /** Waits for the process to end by itself. */
    boolean endsWithin(long millis) {
        try {
            return process.waitFor(Math.max(0, millis), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Kills everything that is left, at once. */
    void kill() {
        List<ProcessHandle> below = process.descendants().toList();
        if (leads) {
            killGroup();
        }
        process.destroyForcibly();
        for (ProcessHandle each : below) {
            each.destroyForcibly();
        }
        for (int search = 0; search < MAX_SEARCHES && killMarked(); search++) {
            Thread.onSpinWait();
        }
    }

    /** Kills what bears the mark; false if there was nothing. */
    private boolean killMarked() {
        boolean found = false;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path one : all) {
                if (isMarked(one.resolve("environ"))) {
                    found |= ProcessHandle.of(Long.parseLong(one.getFileName().toString()))
                            .map(ProcessHandle::destroyForcibly)
                            .orElse(false);
                }
            }
        } catch (IOException | DirectoryIteratorException noSuchFolder) {
            return false;
        }
        return found;
    }

    private boolean isMarked(Path environment) {
        try (InputStream in = Files.newInputStream(environment)) {
            String text = new String(in.readNBytes(MAX_ENVIRONMENT), StandardCharsets.ISO_8859_1);
            return text.startsWith(mark) || text.contains("\0" + mark);
        } catch (IOException othersOrGone) {
            return false;
        }
    }

    private void killGroup() {
        try {
            // The shell's own kill: a small system has no program of that name.
            Process killing = new ProcessBuilder("/bin/sh", "-c", "kill -9 -" + process.pid())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean unused = killing.waitFor(LineProtocol.GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (IOException noShell) {
            // Then its descendants, which are known by now, are killed one by one.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
