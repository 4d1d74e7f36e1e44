package dev.truce.tournament.tools;

import dev.truce.tournament.result.MatchFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Serves matches as tools, over the Model Context Protocol. It lies in a jar of its own, which names its service for {@link ServiceLoader}.
 */
public interface ToolServer {
    /** Returns what is there, or nothing if this program has no such jar. */
    static Optional<ToolServer> installed() {
        return ServiceLoader.load(ToolServer.class).findFirst();
    }

    /**
     * Serves one program over streams until they end. Matches that are open then are held to their end.
     *
     * @param folder gets each match that is over
     * @throws IOException if a match cannot be kept
     * @throws InterruptedException if this thread was interrupted
     */
    void serve(ToolSetup setup, MatchFolder folder, InputStream in, OutputStream out)
            throws IOException, InterruptedException;

    /**
     * Serves many programs over HTTP until it is closed.
     *
     * @param folder gets each match that is over
     * @param address where it listens; port 0 for one that is free
     * @param isPublic whether requests may name other hosts than this machine
     * @throws IOException if it cannot listen there
     */
    Listening listen(ToolSetup setup, MatchFolder folder, InetSocketAddress address, boolean isPublic)
            throws IOException;

    /** A server that listens; when it is closed, matches that are open are held to their end. */
    interface Listening extends Closeable {
        /** Returns where. */
        InetSocketAddress address();
    }
}
