package dev.truce.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.tournament.result.PairPlayersException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasterUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        local                              | true  | true  | 0
        local[1]                           | true  | true  | 0
        local[64]                          | true  | true  | 0
        local[*]                           | true  | true  | 0
        spark://127.0.0.1:7077             | false | true  | 1
        spark://localhost:7077             | false | true  | 1
        spark://node-3.lab.example:7077    | false | false | 1
        spark://[2001:db8::1]:7077         | false | false | 1
        spark://one:7077,two:7078          | false | false | 2
        spark://localhost:7077,two:7078    | false | false | 2
        """)
    void mastersOfSparkAreRead(String text, boolean isLocal, boolean isLoopback, int hosts) throws Exception {
        MasterUrl master = MasterUrl.parse(text);

        assertThat(master.text()).isEqualTo(text);
        assertThat(master.isLocal()).isEqualTo(isLocal);
        assertThat(master.isLoopback()).isEqualTo(isLoopback);
        assertThat(master.hosts()).hasSize(hosts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yarn",
                "local[0]",
                "local[-1]",
                "local[two]",
                "local[99999]",
                "spark://",
                "spark://host",
                "spark://host:",
                "spark://host:99999",
                "spark://host:7077,",
                "spark://a b:7077",
                "k8s://host:443",
                "http://host:7077"
            })
    void anythingElseIsRefusedAndTheRightFormsAreNamed(String text) {
        assertThatThrownBy(() -> MasterUrl.parse(text))
                .isInstanceOfSatisfying(
                        PairPlayersException.class,
                        refused ->
                                assertThat(refused.reason()).isEqualTo(PairPlayersException.Reason.CLUSTER_UNREACHABLE))
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("spark://HOST:PORT");
    }

    @Test
    void aMasterThatListensIsReachedThoughTheFirstOfTwoDoesNot() throws Exception {
        int closed = closedPort();
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MasterUrl.parse("spark://127.0.0.1:" + closed + ",127.0.0.1:" + open.getLocalPort())
                    .reach();
        }
    }

    @Test
    void aMasterThatDoesNotListenIsNamed() throws Exception {
        String text = "spark://127.0.0.1:" + closedPort();
        MasterUrl master = MasterUrl.parse(text);

        assertThatThrownBy(master::reach)
                .isInstanceOf(PairPlayersException.class)
                .hasMessageContaining("no master of Spark answers at " + text);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
