package dev.truce.web.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as it is shipped, in a process of its own, which can be killed. */
public final class RealServer implements AutoCloseable {
    private static final Path JAR = Path.of("../../client-cli/target/truce.jar");
    private static final Pattern PORT = Pattern.compile("Serving on 127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern TEACH = Pattern.compile("truce (class link \\S+ --desk-key \\S+)");
    private static final Pattern CODE = Pattern.compile("truce join 127\\.0\\.0\\.1(?::\\d+)? ([A-Z0-9-]{8,9})");

    private final Process process;
    private final BufferedReader out;
    private final List<String> told = new ArrayList<>();

    private RealServer(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the server on a folder; it serves once {@link #port} has returned. */
    public static RealServer start(Path data, int port, String... options) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("truce is not built: ./truce --version");
        }
        List<String> command = new ArrayList<>(
                List.of("serve", "--plain", "--port", Integer.toString(port), "--data", data.toString()));
        command.addAll(List.of(options));
        return new RealServer(started(command));
    }

    private static Process started(List<String> line) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString()));
        command.addAll(line);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // No seat of a test is kept for the person who runs it.
        builder.environment()
                .put("TRUCE_CONFIG", Files.createTempDirectory("truce-test").toString());
        return builder.start();
    }

    /** Runs a command of the terminal to its end and returns what it printed. */
    public static String run(String... line) throws IOException, InterruptedException {
        Process process = started(List.of(line));
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", line) + ": " + printed);
        }
        return printed;
    }

    /** Runs a command of the terminal beside the test; returns what it printed once it ends. */
    public static CompletableFuture<String> running(String... line) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return run(line);
            } catch (IOException | InterruptedException failed) {
                throw new CompletionException(failed);
            }
        });
    }

    private String await(Pattern pattern) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            told.add(line);
            Matcher found = pattern.matcher(line);
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new IOException("the server has ended: " + told);
    }

    /** Waits until it serves, and returns its port. */
    public int port() throws IOException {
        return Integer.parseInt(await(PORT));
    }

    /** Waits until it serves, and returns the link with which an instructor opens a class. */
    public String teach() throws IOException, InterruptedException {
        return run(await(TEACH).split(" ")).strip();
    }

    /** Waits until it serves, and returns where its page is. */
    public String page() throws IOException {
        return "http://127.0.0.1:" + port() + "/";
    }

    /** Waits until it has opened a room, and returns the code of it. */
    public String code() throws IOException {
        return await(CODE);
    }

    /** Ends it as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
