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

    @Test
    void aCardIsBoundToItsSeedBeforeAnythingIsPlayedAndRefusesAnother() throws Exception {
        RunCard old = RunCard.read(golden("run-finished.json"));
        RunCard card = new RunCard(
                old.settings(),
                old.bots(),
                old.rulesStamp(),
                old.program(),
                old.machine(),
                old.commandLine(),
                old.concurrency(),
                old.runner(),
                RunCard.State.SEALED,
                old.planned(),
                0,
                0,
                old.startedAt(),
                "");
        long seed = card.settings().seed();
        assertThat(card.mayHaveSeed(seed)).isTrue();
        assertThat(card.mayHaveSeed(seed + 1)).isFalse();
        assertThat(old.mayHaveSeed(seed + 1)).isTrue();
        String sealed = card.json();
        assertThat(sealed)
                .contains("\"seed_sha256\" : \"" + card.seedSha256() + "\"")
                .contains("\"seed\" : \"\"");
        assertThat(RunCard.read(sealed).json()).isEqualTo(sealed);
        String told = RunCard.read(sealed)
                .withSeed(seed)
                .at(RunCard.State.FINISHED, 1, "")
                .json();
        assertThat(RunCard.read(told).settings().seed()).isEqualTo(seed);
        String forged = RunCard.read(sealed)
                .withSeed(seed + 1)
                .at(RunCard.State.FINISHED, 1, "")
                .json();
        assertThatThrownBy(() -> RunCard.read(forged)).hasMessageContaining("seed_sha256");
    }
}
