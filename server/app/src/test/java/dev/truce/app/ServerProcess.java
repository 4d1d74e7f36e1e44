package dev.truce.app;

import dev.truce.app.config.ServerConfig;
import dev.truce.store.Entry;
import dev.truce.store.MatchStore;
import dev.truce.store.SqliteStore;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredRoom;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, which can die at a chosen write or be killed from outside. */
final class ServerProcess implements AutoCloseable {
    private static final String UP = "UP";

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
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        data.toString(),
                        Integer.toString(port),
                        moment.name(),
                        Integer.toString(write))
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

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] args) throws Exception {
        Moment moment = Moment.valueOf(args[2]);
        int write = Integer.parseInt(args[3]);
        ServerConfig config = ServerConfig.local(Path.of(args[0])).withPort(Integer.parseInt(args[1]));
        Parts parts = Parts.real().withStore(directory -> new Deadly(SqliteStore.open(directory), moment, write));
        TruceServer.start(config, parts);
        System.out.println(UP);
        new CountDownLatch(1).await();
    }

    /** Kills its own process in the middle of a write. */
    private static final class Deadly implements MatchStore {
        private final MatchStore inner;
        private final Moment moment;
        private final int at;
        private int writes;

        Deadly(MatchStore inner, Moment moment, int at) {
            this.inner = inner;
            this.moment = moment;
            this.at = at;
        }

        @Override
        public void write(List<Entry> group) {
            boolean now = ++writes == at;
            if (now && moment == Moment.BEFORE_COMMIT) {
                Runtime.getRuntime().halt(137);
            }
            inner.write(group);
            if (now && moment == Moment.AFTER_COMMIT) {
                Runtime.getRuntime().halt(137);
            }
        }

        @Override
        public List<StoredRoom> openRooms() {
            return inner.openRooms();
        }

        @Override
        public Optional<StoredMatch> match(String matchId) {
            return inner.match(matchId);
        }

        @Override
        public Optional<String> matchOfToken(String tokenHash) {
            return inner.matchOfToken(tokenHash);
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
