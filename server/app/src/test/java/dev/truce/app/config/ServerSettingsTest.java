package dev.truce.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.app.config.StartException.Code;
import dev.truce.scenario.ScenarioException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("truce.yaml"), text);
    }

    @Test
    void anOptionGoesBeforeTheEnvironmentThenTheFileThenTheDefault() throws Exception {
        Path file = file("host: 10.0.0.1\nport: 7001\nname: file.example\n");
        Map<String, String> environment =
                Map.of("TRUCE_SERVE_HOST", "10.0.0.2", "TRUCE_SERVE_PORT", "7002", "PATH", "/bin");
        ServerSettings settings = ServerSettings.of(Map.of(Setting.HOST, List.of("10.0.0.3")), environment, file);
        assertThat(settings.value(Setting.HOST)).isEqualTo(new ServerSettings.Value(List.of("10.0.0.3"), "--host"));
        assertThat(settings.value(Setting.PORT))
                .isEqualTo(new ServerSettings.Value(List.of("7002"), "TRUCE_SERVE_PORT"));
        assertThat(settings.value(Setting.NAME))
                .isEqualTo(new ServerSettings.Value(List.of("file.example"), file + ":3:7: name"));
        assertThat(settings.value(Setting.PROXY_PROTOCOL))
                .isEqualTo(new ServerSettings.Value(List.of("false"), ServerSettings.NOBODY));
        assertThat(settings.config().text(Setting.HOST)).isEqualTo("10.0.0.3");
        assertThat(settings.config().whole(Setting.PORT)).isEqualTo(7002);
        assertThat(settings.config().origins()).contains("https://file.example:7002");
    }

    @Test
    void thePublicAddressNamesTheHostAndTheOriginOfItsPage() throws Exception {
        for (String typed : List.of("https://truce.example:9443/truce/", "https://truce.example:9443/truce")) {
            ServerConfig config = ServerSettings.of(Map.of(Setting.PUBLIC_URL, List.of(typed)), Map.of(), null)
                    .config();
            assertThat(config.publicUrl()).isEqualTo("https://truce.example:9443/truce/");
            assertThat(config.names()).containsExactly("truce.example");
            assertThat(config.origins()).containsExactly("https://truce.example:9443");
        }
        assertThat(ServerConfig.local(folder).publicUrl()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "truce.example",
                "ftp://truce.example/",
                "https://truce.example/#/join",
                "https://a b/",
                "https://a/?q=1"
            })
    void whatIsNoPageIsNoPublicAddress(String typed) {
        assertThatThrownBy(() -> ServerSettings.of(Map.of(Setting.PUBLIC_URL, List.of(typed)), Map.of(), null))
                .isInstanceOfSatisfying(
                        StartException.class,
                        refused -> assertThat(refused.code()).isEqualTo(Code.BAD_OPTION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://truce:hidden@db.example/truce",
                "postgresql://truce:hid/d@en@db.example/truce",
                "postgresql://truce@db.example/truce?password=hidden"
            })
    void aPasswordInTheAddressOfADatabaseIsRefusedAndNotRepeated(String typed) throws Exception {
        Path file = file("store: \"" + typed + "\"\n");
        assertThatThrownBy(() -> ServerSettings.of(Map.of(), Map.of(), file))
                .isInstanceOfSatisfying(StartException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(Code.PASSWORD_IN_ADDRESS);
                    assertThat(refused.refusal().arguments()).contains(file + ":1:8: store");
                    assertThat(refused.toString() + refused.next().facts()).doesNotContain("hid");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"truce.db", "mysql://truce@db/truce", "postgresql://db/truce", "postgresql://truce@db/"})
    void whatIsNoAddressOfADatabaseIsNoStore(String typed) {
        assertThatThrownBy(() -> ServerSettings.of(Map.of(Setting.STORE, List.of(typed)), Map.of(), null))
                .isInstanceOfSatisfying(
                        StartException.class,
                        refused -> assertThat(refused.code()).isEqualTo(Code.BAD_OPTION));
    }

    @Test
    void withoutAnyTheServerIsThatOfTheDefaults() throws Exception {
        assertThat(ServerSettings.of(Map.of(), Map.of(), null).config())
                .isEqualTo(ServerConfig.local(ServerConfig.defaultData()));
    }

    @Test
    void theEnvironmentMayNameTheFileAndAnOptionAnother() throws Exception {
        Path named = file("port: 7001\n");
        Path other = Files.writeString(folder.resolve("other.yaml"), "port: 7002\n");
        Map<String, String> environment = Map.of("TRUCE_SERVE_CONFIG", named.toString());
        assertThat(ServerSettings.of(Map.of(), environment, null).config().whole(Setting.PORT))
                .isEqualTo(7001);
        assertThat(ServerSettings.of(Map.of(), environment, other).config().whole(Setting.PORT))
                .isEqualTo(7002);
    }

    @Test
    void aListIsReplacedAsAWhole() throws Exception {
        Path file = file("allow_origin: [https://a.example, http://b.example:80]\n");
        assertThat(ServerSettings.of(Map.of(), Map.of(), file).config().origins())
                .containsExactly("https://a.example", "http://b.example:80");
        assertThat(ServerSettings.of(
                                Map.of(),
                                Map.of("TRUCE_SERVE_ALLOW_ORIGIN", "https://c.example, https://d.example"),
                                file)
                        .config()
                        .origins())
                .containsExactly("https://c.example", "https://d.example");
        assertThat(ServerSettings.of(Map.of(), Map.of(), file("allow_origin: https://e.example\n"))
                        .config()
                        .origins())
                .containsExactly("https://e.example");
    }

    @Test
    void bothHalvesOfACertificateMakeOne() throws Exception {
        assertThat(ServerSettings.of(Map.of(), Map.of(), null).config().tls()).isNull();
        assertThat(ServerSettings.of(Map.of(), Map.of("TRUCE_SERVE_TLS_KEY", "k.pem"), file("tls_cert: c.pem\n"))
                        .config()
                        .tls())
                .isEqualTo(new ServerConfig.Tls(Path.of("c.pem"), Path.of("k.pem")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls_cert: c.pem\n", "tls_key: k.pem\n"})
    void aHalfOfACertificateIsRefused(String half) throws Exception {
        ServerConfig config = ServerSettings.of(Map.of(), Map.of(), file(half)).config();
        assertThatThrownBy(config::tls).isInstanceOfSatisfying(StartException.class, e -> {
            assertThat(e.code()).isEqualTo(Code.BAD_TLS);
            assertThat(e.next().key()).isEqualTo("refused.start.tls-pair.next");
        });
    }

    @Test
    void anUnknownKeyIsRefusedWithItsPlaceAndTheNearestOne() throws Exception {
        Path file = file("host: 127.0.0.1\nprot: 7001\n");
        assertThatThrownBy(() -> ServerSettings.of(Map.of(), Map.of(), file))
                .isInstanceOfSatisfying(StartException.class, e -> {
                    assertThat(e.code()).isEqualTo(Code.UNKNOWN_SETTING);
                    assertThat(e.refusal().arguments()).containsExactly("prot", file + ":2:7: prot", "port");
                });
    }

    @Test
    void anUnknownVariableIsRefusedWithTheNearestOne() {
        assertThatThrownBy(() -> ServerSettings.of(Map.of(), Map.of("TRUCE_SERVE_TLSKEY", "k.pem"), null))
                .isInstanceOfSatisfying(StartException.class, e -> {
                    assertThat(e.code()).isEqualTo(Code.UNKNOWN_SETTING);
                    assertThat(e.refusal().arguments())
                            .containsExactly("TRUCE_SERVE_TLSKEY", "TRUCE_SERVE_TLSKEY", "TRUCE_SERVE_TLS_KEY");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 70000",
        "PORT, -1",
        "PORT, 7k",
        "PORT, 99999999999",
        "ALLOW_NETWORK, yes",
        "NAME, a b",
        "ALLOW_ORIGIN, class.example",
        "ALLOW_ORIGIN, https://class.example/page"
    })
    void aValueOfAnotherKindIsRefusedWithWhoSaysSo(Setting setting, String text) throws Exception {
        assertThatThrownBy(() -> ServerSettings.of(Map.of(setting, List.of(text)), Map.of(), null))
                .isInstanceOfSatisfying(StartException.class, e -> {
                    assertThat(e.code()).isEqualTo(Code.BAD_OPTION);
                    assertThat(e.refusal().arguments()).startsWith(setting.key(), text, setting.option());
                });
        Path file = file(setting.key() + ": \"" + text + "\"\n");
        assertThatThrownBy(() -> ServerSettings.of(Map.of(), Map.of(), file))
                .isInstanceOfSatisfying(
                        StartException.class,
                        e -> assertThat(e.refusal().arguments().get(2).toString())
                                .startsWith(file + ":1:"));
    }

    @Test
    void aVariableWithoutAValueIsAsNone() throws Exception {
        assertThat(ServerSettings.of(Map.of(), Map.of("TRUCE_SERVE_PORT", " "), null)
                        .config()
                        .whole(Setting.PORT))
                .isEqualTo(7788);
    }

    @Test
    void aFileThatIsMissingOrNoYamlIsRefused() throws Exception {
        assertThatThrownBy(() -> ServerSettings.of(Map.of(), Map.of(), folder.resolve("none.yaml")))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.code()).isEqualTo(Code.BAD_CONFIG));
        Path twice = file("port: 1\nport: 2\n");
        assertThatThrownBy(() -> ServerSettings.of(Map.of(), Map.of(), twice))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        e -> assertThat(e.code()).isEqualTo(ScenarioException.Code.DUPLICATE_KEY));
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void namesFollowFromTheTable(Setting setting) {
        assertThat(setting.option()).matches("--[a-z][a-z-]*[a-z]");
        assertThat(setting.key()).isEqualTo(setting.option().substring(2).replace('-', '_'));
        assertThat(setting.variable()).isEqualTo("TRUCE_SERVE_" + setting.name());
        assertThat(setting.usual())
                .satisfiesAnyOf(
                        usual -> assertThat(usual).isEmpty(),
                        usual -> assertThat(setting.kind().fits().test(usual)).isTrue());
    }
}
