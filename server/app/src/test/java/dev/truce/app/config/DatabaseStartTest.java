package dev.truce.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.app.TruceServer;
import dev.truce.app.config.StartException.Code;
import dev.truce.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseStartTest {
    private static final Map<String, String> SAID = Map.of(DatabaseStart.PASSWORD, "from the environment");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileGoesBeforeTheEnvironmentAndNobodyLeavesItToTheDriver() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "from a file: with signs \n");
        assertThat(DatabaseStart.password(Optional.of(file), SAID)).isEqualTo("from a file: with signs ");
        assertThat(DatabaseStart.password(Optional.empty(), SAID)).isEqualTo("from the environment");
        assertThat(DatabaseStart.password(Optional.empty(), Map.of())).isNull();
    }

    @Test
    void aFileWithoutAPasswordIsRefused() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        Path large = Files.writeString(folder.resolve("large"), "x".repeat(5_000));
        for (Path file : new Path[] {folder.resolve("none"), folder, empty, large}) {
            assertThatThrownBy(() -> DatabaseStart.password(Optional.of(file), SAID))
                    .isInstanceOfSatisfying(
                            StartException.class,
                            refused -> assertThat(refused.code()).isEqualTo(Code.BAD_PASSWORD_FILE));
        }
    }

    /** The tests of this module have no driver, as the program has none without its jar. */
    @Test
    void withoutTheJarOfTheDriverNoServerStarts() {
        ServerConfig config =
                ServerConfig.embedded(folder.resolve("data")).with(Setting.STORE, "postgresql://truce@127.0.0.1/truce");
        assertThatThrownBy(() -> TruceServer.start(config))
                .isInstanceOfSatisfying(
                        StartException.class,
                        refused -> assertThat(refused.code()).isEqualTo(Code.CLUSTER_ABSENT));
        assertThat(folder.resolve("data").resolve("truce.db")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(StoreException.Code.class)
    void whatIsWrongWithADatabaseHasItsOwnCode(StoreException.Code code) {
        StartException refused = DatabaseStart.refused(new StoreException(code, "two\nlines"));
        Code expected = code == StoreException.Code.UNAVAILABLE ? Code.STORE_UNREACHABLE : Code.valueOf(code.name());
        assertThat(refused.code()).isEqualTo(expected);
        assertThat(refused.refusal().arguments()).doesNotContain("two\nlines");
    }
}
