package dev.truce.store.postgres;

import dev.truce.store.StoreAddress;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL of the tests: in a folder of its own, on a free port, with everything forced to the disk as a real one does. */
public final class DatabaseServer implements AutoCloseable {
    public static final String USER = "truce";
    public static final String PASSWORD = "a password, with: signs";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String SKIPPED = "no PostgreSQL on this machine, so its tests are skipped";

    private final Path programs;
    private final Path folder;
    private final int port;

    private DatabaseServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server; skips the tests where its programs are not found. */
    public static DatabaseServer start(String... settings) throws IOException, InterruptedException {
        Optional<Path> found = programs();
        if (found.isEmpty()) {
            System.out.println(SKIPPED);
        }
        Assumptions.assumeTrue(found.isPresent(), SKIPPED);
        Path folder = Files.createTempDirectory("truce-postgres-");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        DatabaseServer server = new DatabaseServer(found.get(), folder, port);
        Path password = folder.resolve("password");
        Files.writeString(password, PASSWORD, StandardCharsets.UTF_8);
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        server.runAs(
                "initdb",
                "-D",
                server.data(),
                "-U",
                USER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "-N",
                "--locale=C");
        // Tests that are stopped leave no database running.
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.begin(settings);
        return server;
    }

    /** The newest of those that Debian has, or what is on the PATH. */
    private static Optional<Path> programs() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted(Comparator.reverseOrder())
                        .map(version -> version.resolve("bin"))
                        .forEach(folders::add);
            }
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            folders.add(Path.of(folder));
        }
        return folders.stream()
                .filter(folder -> Files.isExecutable(folder.resolve("initdb"))
                        && Files.isExecutable(folder.resolve("pg_ctl"))
                        && Files.isExecutable(folder.resolve("postgres")))
                .findFirst();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Starts it again after it was stopped. */
    public void begin(String... settings) throws IOException, InterruptedException {
        StringBuilder options = new StringBuilder("-p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c shared_buffers=32MB -c"
                + " max_connections=60");
        for (String setting : settings) {
            options.append(" -c ").append(setting);
        }
        runAs("pg_ctl", "start", "-w", "-D", data(), "-l", folder.resolve("log").toString(), "-o", options.toString());
    }

    /** Stops it as a cut of the power does. */
    public void crash() throws IOException, InterruptedException {
        runAs("pg_ctl", "stop", "-D", data(), "-m", "immediate");
    }

    public int port() {
        return port;
    }

    private void runAs(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // A server of PostgreSQL refuses to run as root.
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("truce-postgres-", ".log");
        Process process = new ProcessBuilder(command)
                .directory(new File("/tmp"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + ": " + Files.readString(said));
        }
        Files.delete(said);
    }

    /** Makes an empty database. */
    public StoreAddress database() {
        String name = "truce" + DATABASES.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name);
        return address(name);
    }

    public StoreAddress address(String database) {
        return StoreAddress.parse("postgresql://" + USER + "@127.0.0.1:" + port + "/" + database)
                .orElseThrow();
    }

    /** Runs a statement as the one to whom the server belongs. */
    public void execute(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public synchronized void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            crash();
        } catch (IOException | InterruptedException stopped) {
            // It is stopped already.
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
