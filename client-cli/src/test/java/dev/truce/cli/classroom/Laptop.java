package dev.truce.cli.classroom;

import dev.truce.cli.Truce;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A student's own terminal: {@code truce join} in a process of its own, which believes that it has a screen of 80x24. */
public final class Laptop implements AutoCloseable {
    private final Path screen;
    private final Process process;

    /**
     * Enters a class.
     *
     * @param folder where its seat is kept and what its screen showed
     */
    public Laptop(Path folder, int port, String code, String student, String key) throws IOException {
        Files.createDirectories(folder);
        this.screen = folder.resolve("screen.txt");
        String command = "stty rows 24 cols 80; exec \"$JAVA\" " + Truce.class.getName() + " join 127.0.0.1:" + port
                + " " + code + " --student " + student + " --key " + key;
        // script(1) gives the program a pseudo-terminal and writes down what it prints there.
        ProcessBuilder builder = new ProcessBuilder("script", "-qfec", command, screen.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("script.log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put(
                "JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
        environment.put("TRUCE_CONFIG", folder.resolve("config").toString());
        environment.put("TERM", "xterm-256color");
        environment.put("SHELL", "/bin/sh");
        this.process = builder.start();
    }

    /** Types a line and Enter. */
    public void types(String line) throws IOException {
        OutputStream keys = process.getOutputStream();
        keys.write((line + "\r").getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /** Returns what was shown so far, without blanks, as a screen that is drawn again jumps over them. */
    public String shown() throws IOException {
        String shown = Files.exists(screen) ? Files.readString(screen, StandardCharsets.UTF_8) : "";
        return shown.replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "").replaceAll("\\s", "");
    }

    /** Ends as when the lid is shut for good. */
    public void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
