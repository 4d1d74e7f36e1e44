package dev.truce.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.app.config.StartException.Code;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConfigTest {
    private static final ServerConfig CONFIG = ServerConfig.local(Path.of("data"));

    @Test
    void unlessToldOtherwiseOnlyThisMachineReachesIt() throws Exception {
        assertThat(CONFIG.address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(CONFIG.address().getPort()).isEqualTo(7788);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void itIsNotExposedByAccident(String host) throws Exception {
        ServerConfig exposed = CONFIG.with(Setting.HOST, host);
        assertThatThrownBy(exposed::address).isInstanceOfSatisfying(StartException.class, e -> {
            assertThat(e.code()).isEqualTo(Code.EXPOSED_WITHOUT_CONSENT);
            assertThat(e).hasMessageContaining(host);
            assertThat(e.next().key()).isEqualTo("refused.start.exposed.next");
        });
        assertThat(exposed.with(Setting.ALLOW_NETWORK, true)
                        .address()
                        .getAddress()
                        .isLoopbackAddress())
                .isFalse();
    }

    @Test
    void anUnknownHostIsNamed() {
        assertThatThrownBy(
                        () -> CONFIG.with(Setting.HOST, "no.such.host.invalid").address())
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.code()).isEqualTo(Code.BAD_HOST))
                .hasMessageContaining("no.such.host.invalid");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortOutOfRangeIsNamed(int port) {
        assertThatThrownBy(() -> CONFIG.with(Setting.PORT, port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(port));
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void everySettingHasItsDefaultUntilItIsChangedAndThenNothingElseChanges(Setting setting) {
        ServerConfig usual = new ServerConfig(Map.of(), false, ServerLimits.STANDARD, false);
        assertThat(usual.values().get(setting)).isEqualTo(setting.byDefault());
        String other = Stream.of("true", "json", "7", "https://a.example")
                .filter(text -> setting.kind().fits().test(text))
                .findFirst()
                .orElseThrow();
        ServerConfig changed = setting.kind().isList()
                ? usual.with(setting, "https://a.example", "http://b.example")
                : usual.with(setting, other);
        for (Setting each : Setting.values()) {
            assertThat(changed.values().get(each).equals(usual.values().get(each)))
                    .as(each.key())
                    .isEqualTo(each != setting);
        }
    }

    @Test
    void homeIsWhatHomeSaysOutsideOfWindows() {
        for (String system : List.of("Linux", "Mac OS X", "FreeBSD")) {
            assertThat(ServerConfig.home(system, "/home/ann", Map.of("HOME", "/tmp/h")))
                    .isEqualTo(Path.of("/tmp/h"));
            for (String none : List.of("", "  ", "relative/home")) {
                assertThat(ServerConfig.home(system, "/home/ann", Map.of("HOME", none)))
                        .isEqualTo(Path.of("/home/ann"));
            }
            assertThat(ServerConfig.home(system, "/home/ann", Map.of())).isEqualTo(Path.of("/home/ann"));
        }
        assertThat(ServerConfig.home("Windows 11", "C:/Users/ann", Map.of("HOME", "/tmp/h")))
                .isEqualTo(Path.of("C:/Users/ann"));
    }

    @Test
    void dataGoesWhereTheSystemKeepsSuchFiles() {
        assertThat(ServerConfig.defaultData("Linux", "/home/ann", Map.of()))
                .isEqualTo(Path.of("/home/ann/.local/share/truce"));
        assertThat(ServerConfig.defaultData("Linux", "/home/ann", Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/truce"));
        assertThat(ServerConfig.defaultData("Mac OS X", "/Users/ann", Map.of()))
                .isEqualTo(Path.of("/Users/ann/Library/Application Support/truce"));
        assertThat(ServerConfig.defaultData("Windows 11", "C:/Users/ann", Map.of("LOCALAPPDATA", "C:/local")))
                .isEqualTo(Path.of("C:/local/truce"));
    }
}
