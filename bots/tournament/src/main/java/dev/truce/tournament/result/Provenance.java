package dev.truce.tournament.result;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is running, and on what: for the files of a tournament. What cannot be found out is called {@code unknown}. */
public final class Provenance {
    private static final String UNKNOWN = FileHash.UNKNOWN;
    private static final long GIT_SECONDS = 5;
    private static final int MAX_LINE = 4096;

    private Provenance() {}

    /**
     * Returns the program: its version, and of a build in a checkout the commit and whether files had been changed.
     *
     * @param version what the program says about itself
     */
    public static RunCard.Program program(String version) {
        Path home = home();
        String commit = UNKNOWN;
        String dirty = UNKNOWN;
        String jar = UNKNOWN;
        if (home != null) {
            jar = Files.isRegularFile(home) ? FileHash.of(home) : UNKNOWN;
            Optional<String> head = git(home, "rev-parse", "HEAD");
            if (head.isPresent() && head.get().matches("[0-9a-f]{40,64}")) {
                commit = head.get();
                dirty = git(home, "status", "--porcelain", "--untracked-files=no")
                        .map(line -> line.isEmpty() ? "no" : "yes")
                        .orElse(UNKNOWN);
            }
        }
        return new RunCard.Program(version, commit, dirty, jar);
    }

    public static RunCard.Machine machine() {
        return new RunCard.Machine(
                System.getProperty("java.version", UNKNOWN),
                System.getProperty("java.vm.name", UNKNOWN) + " " + System.getProperty("java.vm.version", UNKNOWN),
                System.getProperty("os.name", UNKNOWN) + " " + System.getProperty("os.version", UNKNOWN),
                System.getProperty("os.arch", UNKNOWN),
                processor(),
                Runtime.getRuntime().availableProcessors());
    }

    /** Returns the jar, or the folder of classes. */
    private static @Nullable Path home() {
        CodeSource source = Provenance.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | RuntimeException odd) {
            return null;
        }
    }

    private static String processor() {
        Path facts = Path.of("/proc/cpuinfo");
        if (Files.isReadable(facts)) {
            try (BufferedReader reader = Files.newBufferedReader(facts, StandardCharsets.UTF_8)) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (line.startsWith("model name") && line.indexOf(':') > 0) {
                        return line.substring(line.indexOf(':') + 1).strip();
                    }
                }
            } catch (IOException unreadable) {
                return UNKNOWN;
            }
        }
        String named = System.getenv("PROCESSOR_IDENTIFIER");
        return named == null ? UNKNOWN : named;
    }

    /** Returns the first line that git prints about the checkout around a file; nothing if there is none. */
    private static Optional<String> git(Path home, String... words) {
        Path folder = Files.isDirectory(home) ? home : home.getParent();
        if (folder == null) {
            return Optional.empty();
        }
        try {
            ProcessBuilder builder = new ProcessBuilder("git", "-C", folder.toString());
            builder.command().addAll(List.of(words));
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            Process process = builder.start();
            String line = "";
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String read = reader.readLine();
                line = read == null ? "" : read.substring(0, Math.min(read.length(), MAX_LINE));
            }
            if (!process.waitFor(GIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            // More lines than one make git end by a broken pipe, which is no failure.
            return process.exitValue() == 0 || !line.isEmpty() ? Optional.of(line) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
