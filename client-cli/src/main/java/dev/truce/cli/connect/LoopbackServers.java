package dev.truce.cli.connect;

import dev.truce.cli.fault.FaultException;
import dev.truce.engine.scenario.Scenario;
import java.util.concurrent.CountDownLatch;

/**
 * Servers inside this program for any number of matches, one after the other: each keeps what it has played, so a new one takes its place
 * after a while, and it is closed when its last match is over. Thread-safe.
 */
public final class LoopbackServers implements AutoCloseable {
    /** A server keeps its rooms for a day, and takes a thousand. */
    private static final int MAX_MATCHES = 500;

    private final Scenario scenario;
    private Lease current;
    private boolean isClosed;

    /** Starts the first server. */
    public LoopbackServers(Scenario scenario) throws FaultException {
        this.scenario = scenario;
        this.current = new Lease(EmbeddedServer.start(scenario));
    }

    /** A server with the number of those who use it. */
    private static final class Lease {
        private final EmbeddedServer server;
        private int begun;
        private int users;

        Lease(EmbeddedServer server) {
            this.server = server;
        }
    }

    /** Something that is done on a server. */
    public interface Use<T> {
        T on(EmbeddedServer server) throws FaultException, InterruptedException;
    }

    /**
     * Plays a match on a server.
     *
     * @throws IllegalStateException if this is closed
     */
    public <T> T use(Use<T> use) throws FaultException, InterruptedException {
        Lease lease = take();
        try {
            return use.on(lease.server);
        } catch (FaultException | RuntimeException failed) {
            if (lease.server.isClosed()) {
                // The program ends, and its servers with it: that is no failure to tell of, and nobody waits for this
                // match.
                new CountDownLatch(1).await();
            }
            throw failed;
        } finally {
            giveBack(lease);
        }
    }

    private synchronized Lease take() throws FaultException {
        if (isClosed) {
            throw new IllegalStateException("the servers are closed");
        }
        if (current.begun == MAX_MATCHES) {
            Lease old = current;
            current = new Lease(EmbeddedServer.start(scenario));
            closeIfUnused(old);
        }
        current.begun++;
        current.users++;
        return current;
    }

    private synchronized void giveBack(Lease lease) {
        lease.users--;
        closeIfUnused(lease);
    }

    private void closeIfUnused(Lease lease) {
        if (lease.users == 0 && (isClosed || lease != current)) {
            lease.server.close();
        }
    }

    /** Closes the servers as soon as nobody uses them. */
    @Override
    public synchronized void close() {
        isClosed = true;
        closeIfUnused(current);
    }
}
