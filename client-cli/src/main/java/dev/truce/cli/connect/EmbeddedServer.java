package dev.truce.cli.connect;

import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.app.room.KeyFile;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.InputFile;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.client.Transport;
import dev.truce.scenario.ScenarioFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server inside this program, on a free port that only this machine reaches. Its matches are gone when it closes, unless it was given
 * a folder that keeps them.
 */
public final class EmbeddedServer implements AutoCloseable {
    private final TruceServer server;
    private final Path data;
    /** What is deleted when it closes, or null. */
    private volatile @Nullable Path doomed;

    private volatile boolean isClosed;

    /** Clears up after Ctrl-C, when nobody gets to close this. */
    private final Thread clearing = new Thread(this::clear, "clear up");

    private EmbeddedServer(TruceServer server, Path data, @Nullable Path doomed) {
        this.server = server;
        this.data = data;
        this.doomed = doomed;
    }

    /**
     * Starts a server that keeps its matches in a folder, and goes on with those that it holds.
     *
     * @param data the folder
     * @param scenario what it plays
     */
    public static EmbeddedServer keeping(Path data, ScenarioFile scenario) throws FaultException {
        try {
            return new EmbeddedServer(
                            TruceServer.startFiles(ServerConfig.embedded(data), List.of(scenario)), data, null)
                    .clearedUp();
        } catch (StartException refused) {
            throw FaultException.failed(of(refused), refused);
        }
    }

    private EmbeddedServer clearedUp() {
        Runtime.getRuntime().addShutdownHook(clearing);
        return this;
    }

    /** Deletes a folder as soon as the server has closed. */
    public void deleteAtEnd(Path folder) {
        doomed = folder;
    }

    /** Starts a server that plays one scenario. */
    public static EmbeddedServer start(Scenario scenario) throws FaultException {
        Path data;
        try {
            data = Files.createTempDirectory("truce-");
        } catch (IOException full) {
            throw FaultException.failed(
                    UsageFault.unstarted(
                            "NO_TEMPORARY_FOLDER",
                            Texts.of("fault.temporary", System.getProperty("java.io.tmpdir", "?")),
                            Texts.of("fault.next.temporary")),
                    full);
        }
        try {
            return new EmbeddedServer(TruceServer.start(ServerConfig.embedded(data), List.of(scenario)), data, data)
                    .clearedUp();
        } catch (StartException refused) {
            delete(data);
            throw FaultException.failed(of(refused), refused);
        }
    }

    /** Returns what a server that does not start is told as. */
    public static UsageFault of(StartException refused) {
        return UsageFault.of(
                refused.code().name(),
                Texts.of(refused.refusal()),
                Texts.of("fault.unchanged.no-server"),
                Texts.of(refused.next()));
    }

    /** Returns where a browser finds its page. */
    public String page() throws FaultException {
        if (!server.hasPage()) {
            throw withoutPage();
        }
        return address().page(false);
    }

    /** What is told where the page was left out of the build. */
    public static FaultException withoutPage() {
        return FaultException.usage(UsageFault.of(
                "NO_PAGE",
                Texts.of("fault.no-page"),
                Texts.of("fault.unchanged.everything"),
                Texts.of("fault.next.no-page")));
    }

    public ServerAddress address() {
        return new ServerAddress(
                server.address().getAddress().getHostAddress(), server.address().getPort());
    }

    /**
     * Returns how to talk to it.
     *
     * @param transport threads that connections share, or null for threads of their own
     * @param next what the user may do if something is refused
     */
    public ServerCall call(@Nullable Transport transport, String next) {
        return new ServerCall(address(), null, transport, next, next, ServerCall.NOT_JOINED);
    }

    /** Returns the secret of its instructors. */
    public String deskKey() throws FaultException {
        return InputFile.text(data.resolve(KeyFile.DESK), DeskOptions.MAX_KEY, Texts.of("fault.next.desk-key"))
                .strip();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(clearing);
        } catch (IllegalStateException alreadyEnding) {
            // Then the hook clears up as well, which does no harm.
        }
        clear();
    }

    /** Also true once the program ends. */
    boolean isClosed() {
        return isClosed;
    }

    private void clear() {
        isClosed = true;
        server.close();
        Path folder = doomed;
        if (folder != null) {
            delete(folder);
        }
    }

    /** Deletes a folder for temporary files with all that is in it. */
    public static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException kept) {
            // What cannot be deleted lies in the system's folder for temporary files, which is emptied anyway.
        }
    }
}
