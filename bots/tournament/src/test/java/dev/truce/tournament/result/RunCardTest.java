package dev.truce.tournament.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file is a contract: what truce 1.0.0 wrote is read, and written again to the byte. */
class RunCardTest {
    private static String golden(String name) throws IOException {
        try (InputStream in = RunCardTest.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run-finished.json", "run-sealed.json"})
    void aFileIsWrittenAsItWasRead(String name) throws Exception {
        assertThat(RunCard.read(golden(name)).json()).isEqualTo(golden(name));
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        String good = golden("run-finished.json");
        for (String field :
                new String[] {"pairs_planned", "settings", "movetime_millis", "kind", "jar_sha256", "cores"}) {
            assertThatThrownBy(() -> RunCard.read(good.replaceFirst('"' + field + '"', "\"other\"")))
                    .isInstanceOf(ResultException.class)
                    .hasMessageContaining(field);
        }
        assertThatThrownBy(() -> RunCard.read(good.replace("\"replicator\"", "\"rumba\"")))
                .isInstanceOf(ResultException.class);
    }
}
