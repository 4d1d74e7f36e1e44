package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.Setting;
import dev.truce.app.config.StartException;
import dev.truce.app.host.Catalogue;
import dev.truce.scenario.Scenarios;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmUpTest {
    @TempDir
    Path data;

    /** Whoever has mistyped something is told at once. */
    @Test
    void aServerThatMayNotRunIsRefusedBeforeItPlays() throws Exception {
        AtomicBoolean played = new AtomicBoolean();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServerConfig config = ServerConfig.embedded(data).with(Setting.PORT, String.valueOf(taken.getLocalPort()));
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(() -> TruceServer.startWarm(config, Scenarios.files(), () -> played.set(true)));
        }
        assertThat(played).isFalse();
    }

    @Test
    void eachMatchIsPlayedToItsEnd() {
        long rounds = WarmUp.play(Catalogue.of(List.of(Scenarios.busan2025())), Duration.ZERO);
        assertThat(rounds).isEqualTo(WarmUp.ROUNDS);
    }
}
