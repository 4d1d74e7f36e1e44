package dev.truce.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.Setting;
import dev.truce.cli.text.Texts;
import dev.truce.story.words.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who lets a network read along is told so. */
class ServeWarningTest {
    private static final ServerConfig LOCAL = ServerConfig.embedded(Path.of("data"));

    @BeforeEach
    void speak() {
        Texts.speak(Language.EN);
    }

    private static ServerConfig onTheNetwork() {
        return LOCAL.with(Setting.HOST, "0.0.0.0").with(Setting.ALLOW_NETWORK, true);
    }

    @Test
    void aServerOnANetworkWithoutTlsWarnsWithWhatWouldBeRight() throws Exception {
        assertThat(ServeCommand.warnings(onTheNetwork()))
                .singleElement()
                .asString()
                .contains("0.0.0.0", "without TLS", "--tls-cert", "--proxy-protocol");
    }

    @Test
    void aServerThatNobodyReadsAlongWithWarnsOfNothing() throws Exception {
        assertThat(ServeCommand.warnings(LOCAL)).isEmpty();
        assertThat(ServeCommand.warnings(onTheNetwork().with(Setting.PROXY_PROTOCOL, true)))
                .isEmpty();
        assertThat(ServeCommand.warnings(
                        onTheNetwork().with(Setting.TLS_CERT, "chain.pem").with(Setting.TLS_KEY, "key.pem")))
                .isEmpty();
    }
}
