package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.host.Catalogue;
import dev.truce.scenario.Scenarios;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    @Test
    void eachMatchIsPlayedToItsEnd() {
        long rounds = Rehearsal.play(Catalogue.of(List.of(Scenarios.busan2025())), Duration.ZERO);
        assertThat(rounds).isEqualTo(Rehearsal.ROUNDS);
    }
}
