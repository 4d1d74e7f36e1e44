package dev.truce.app;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.ServerLimits;
import dev.truce.app.config.Setting;
import dev.truce.store.FaultyStore;
import dev.truce.store.FaultyStore.Fault;
import dev.truce.store.sqlite.SqliteStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, which can die at a chosen write or be killed from outside. */
final class ServerProcess implements AutoCloseable {
    private static final String UP = "UP";
    private static final int PAGE_BYTES = 4096;

    /** Where in its N-th write the process dies. */
    enum Moment {
        /** It does not. */
        NEVER,
        /** Before the commit: nothing of the group is kept, nobody was told. */
        BEFORE_COMMIT,
        /** After it and before anybody is told. */
        AFTER_COMMIT
    }

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts a server and waits until it listens. */
    static ServerProcess start(Path data, int port, Moment moment, int write) throws IOException {
        return start(data, port, moment, write, ServerLimits.STANDARD.connections());
    }

    /** Starts a server that takes another number of connections. */
    static ServerProcess start(Path data, int port, Moment moment, int write, int connections) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        data.toString(),
                        Integer.toString(port),
                        moment.name(),
                        Integer.toString(write),
                        Integer.toString(connections))
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); !UP.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IOException("the server did not start: " + said);
            }
            said.append(line).append('\n');
        }
        return new ServerProcess(process);
    }

    /** Kills it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitDeath(30_000);
    }

    /** Returns whether it died within the time. */
    boolean awaitDeath(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns how much memory it has, on Linux. */
    long residentBytes() throws IOException {
        return figure("status", "VmRSS:") * 1024;
    }

    /** Returns how much memory the kernel has for TCP, of all processes of this machine, on Linux. */
    long kernelBytes() throws IOException {
        return figure("net/sockstat", "TCP:.* mem") * PAGE_BYTES;
    }

    private long figure(String file, String name) throws IOException {
        Matcher found = Pattern.compile(name + "\\s+(\\d+)")
                .matcher(Files.readString(Path.of("/proc/" + process.pid() + "/" + file)));
        if (!found.find()) {
            throw new IOException("no " + name + " in " + file);
        }
        return Long.parseLong(found.group(1));
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] args) throws Exception {
        Moment moment = Moment.valueOf(args[2]);
        int write = Integer.parseInt(args[3]);
        ServerConfig config = ServerConfig.local(Path.of(args[0]))
                .with(Setting.PORT, args[1])
                .withLimits(ServerLimits.STANDARD
                        .edit()
                        .connections(Integer.parseInt(args[4]))
                        .done());
        Parts parts = Parts.real()
                .withStore(directory -> new FaultyStore(SqliteStore.open(directory), Fault.NONE, 0)
                        .withWrites(
                                number -> {
                                    if (number == write && moment == Moment.BEFORE_COMMIT) {
                                        Runtime.getRuntime().halt(137);
                                    }
                                },
                                number -> {
                                    if (number == write && moment == Moment.AFTER_COMMIT) {
                                        Runtime.getRuntime().halt(137);
                                    }
                                }));
        TruceServer.start(config, parts);
        System.out.println(UP);
        new CountDownLatch(1).await();
    }
}
