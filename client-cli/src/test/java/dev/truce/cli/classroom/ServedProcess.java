package dev.truce.cli.classroom;

import static org.awaitility.Awaitility.await;

import dev.truce.cli.Truce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code truce serve} in a process of its own, which may be killed and started again on the same data and port. */
public final class ServedProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);

    private final Path folder;
    private final Path data;
    private final int port;
    private int starts;
    private Process process;
    private Duration processor = Duration.ZERO;
    private long peakKilobytes;

    /**
     * Starts a server and waits until it listens.
     *
     * @param folder where its logs are written
     */
    public ServedProcess(Path folder, Path data, int port) throws IOException {
        this.folder = folder;
        this.data = data;
        this.port = port;
        this.process = start();
    }

    private Process start() throws IOException {
        starts++;
        Path log = log();
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-ea:dev.truce...",
                        "-XX:FreqInlineSize=120",
                        "-XX:InlineSmallCode=700",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Truce.class.getName(),
                        "serve",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await("the server listens")
                .atMost(START)
                .until(() -> Files.readString(log).contains("Serving on") || !made.isAlive());
        if (!made.isAlive()) {
            throw new IOException(Files.readString(log));
        }
        return made;
    }

    private Path log() {
        return folder.resolve("server-" + starts + ".log");
    }

    /** Returns the files that the servers have written their logs into. */
    public List<Path> logs() {
        return IntStream.rangeClosed(1, starts)
                .mapToObj(number -> folder.resolve("server-" + number + ".log"))
                .toList();
    }

    /** Kills it as {@code kill -9} does and starts another. */
    public void killAndStart() throws Exception {
        measure();
        process.destroyForcibly();
        ended();
        process = start();
    }

    /** Stops it as the system does; returns its exit code. */
    public int stop() throws Exception {
        measure();
        process.destroy();
        ended();
        return process.exitValue();
    }

    /** Stops it and starts another. */
    public int stopAndStart() throws Exception {
        int exit = stop();
        process = start();
        return exit;
    }

    private void ended() throws Exception {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new TimeoutException("the server did not end");
        }
    }

    /** What it has used so far is known only while it lives. */
    private void measure() throws IOException {
        processor = processor.plus(process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO));
        peakKilobytes = Math.max(peakKilobytes, kilobytes("VmHWM:"));
    }

    private long kilobytes(String line) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(each -> each.startsWith(line))
                    .mapToLong(each -> Long.parseLong(each.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    /** Returns the memory that the server that runs has now, in KiB; 0 where the system does not tell. */
    public long residentKilobytes() throws IOException {
        return kilobytes("VmRSS:");
    }

    /** Returns the processor time of all servers that have ended. */
    public Duration processor() {
        return processor;
    }

    /** Returns the most memory that one of them had, in KiB; 0 where the system does not tell. */
    public long peakKilobytes() {
        return peakKilobytes;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
