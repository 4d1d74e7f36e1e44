package dev.truce.bot.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process and all that it started. Where the system has {@code setsid}, the process leads a group of its own, and the whole group is
 * killed, also what has lost its parent; elsewhere all its descendants are.
 */
final class ProcessTree {
    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private final Process process;
    private final boolean leads;

    private ProcessTree(Process process, boolean leads) {
        this.process = process;
        this.leads = leads;
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
        return new ProcessTree(new ProcessBuilder(words).start(), leads);
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
