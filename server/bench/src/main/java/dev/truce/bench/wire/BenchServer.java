package dev.truce.bench.wire;

import dev.truce.bench.setting.BenchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server in a process of its own, with the Java options and the class path of this one, on a free port of the loop and with a directory
 * that is thrown away.
 */
public final class BenchServer implements AutoCloseable {
    private static final String LOG = "server.log";
    private static final long END_SECONDS = 10;

    private final Process process;
    private final Path data;
    private int port;

    /** Clears up after Ctrl-C, when nobody gets to close this. */
    private final Thread clearing = new Thread(this::clear, "clear up");

    private BenchServer(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /**
     * Starts a server and waits until it listens.
     *
     * @throws BenchException if it does not
     */
    static BenchServer start(BenchServerMain.Kind kind) throws IOException {
        return start(kind, List.of(), List.of());
    }

    /**
     * Starts a server of matches with the limits of {@code truce serve}, and waits until it listens.
     *
     * @param before words of a command that starts it, such as {@code ip netns exec NAME}; none for no such command
     * @param host address on which it listens
     * @throws BenchException if it does not
     */
    public static BenchServer start(List<String> before, String host) throws IOException {
        return start(BenchServerMain.Kind.CLASS, before, List.of(host));
    }

    private static BenchServer start(BenchServerMain.Kind kind, List<String> before, List<String> more)
            throws IOException {
        Path data = Files.createTempDirectory("truce-bench-");
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(BenchServerMain.class.getName());
        command.add(kind.name());
        command.add(data.toString());
        command.addAll(more);
        Process process = new ProcessBuilder(command)
                .redirectError(data.resolve(LOG).toFile())
                .start();
        BenchServer server = new BenchServer(process, data);
        try {
            Runtime.getRuntime().addShutdownHook(server.clearing);
            // The reader is not closed: what the server says later goes unread, and must not break its pipe.
            server.port = port(kind, process.inputReader(StandardCharsets.UTF_8).readLine(), data);
            return server;
        } catch (IOException | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    private static int port(BenchServerMain.Kind kind, @Nullable String said, Path data) throws IOException {
        try {
            return Integer.parseInt(String.valueOf(said));
        } catch (NumberFormatException noPort) {
            throw new BenchException("the server (" + kind.word() + ") did not start: "
                    + Files.readString(data.resolve(LOG)).strip());
        }
    }

    /** The port on which it listens. */
    public int port() {
        return port;
    }

    /** Where it saves. */
    public Path data() {
        return data;
    }

    /** Returns the processor time of the process so far. */
    public Duration cpu() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new BenchException("this system does not tell the processor time of a process"));
    }

    /** Ends the process and keeps its directory. */
    void end() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process and deletes its directory. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(clearing);
        } catch (IllegalStateException alreadyEnding) {
            // Then the hook clears up as well, which does no harm.
        }
        clear();
    }

    private void clear() {
        end();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException kept) {
            // What cannot be deleted lies in the system's folder for temporary files, which is emptied anyway.
        }
    }
}
