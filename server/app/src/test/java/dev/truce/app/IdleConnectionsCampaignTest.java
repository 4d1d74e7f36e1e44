package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.ServerProcess.Moment;
import dev.truce.protocol.client.FreePort;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** {@link IdleConnectionsTest} with a server in a process of its own, and how much memory it takes. Needs 12,000 open files. */
@Tag("campaign")
class IdleConnectionsCampaignTest extends IdleConnectionsTest {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long MOST_BYTES = 1024 * MEBIBYTE;

    @Override
    int idle() {
        return 10_000;
    }

    @Override
    int tables() {
        return 60;
    }

    @Override
    int rounds() {
        return 12;
    }

    @Override
    Serving serve() throws IOException {
        int port = FreePort.next();
        // All come from one address, and beside them there are the tables and what asks for figures.
        ServerProcess server = ServerProcess.start(data, port, Moment.NEVER, 0, 11_000);
        return new Serving() {
            @Override
            public int port() {
                return port;
            }

            @Override
            public void judge(int idle, Pinger.Waits moves) throws IOException {
                System.out.printf(
                        "R7 idle=%d tables=%d rounds=%d acknowledgements=%s rss %d MiB, kernel %d MiB%n",
                        idle,
                        tables(),
                        rounds(),
                        moves,
                        server.residentBytes() / MEBIBYTE,
                        server.kernelBytes() / MEBIBYTE);
                assertThat(server.residentBytes()).isLessThan(MOST_BYTES);
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }
}
