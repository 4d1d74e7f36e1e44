package dev.truce.app.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server ends after a bot of its own has sealed its orders and before the bot is ready; the next start finds that in the journal. */
class SealedBotTest {
    /** The key of the bot's own orders, as when it hears of an offer with them, and one that it never draws. */
    @ParameterizedTest
    @ValueSource(strings = {"r1-orders-0", "other"})
    void aBotThatHadSealedAndWasNotReadyIsWoken(String key) {
        SimWorld world = new SimWorld(1, SimulationTest.CATALOGUE);
        Input sealed = new Input.Does(Seat.CN_HEAD, 1, key, new Deed.Submit(List.of()));
        assertThat(new WrittenMatch(world, "hold", "hold", sealed).played().rounds())
                .hasSize(WrittenMatch.ROUNDS);
    }
}
