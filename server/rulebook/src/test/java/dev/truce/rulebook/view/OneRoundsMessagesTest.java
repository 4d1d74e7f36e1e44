package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SignalReading;
import dev.truce.engine.view.Viewer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well the messages of one round tell one step of a covert ladder, from Busan down. The estimator is the best there is:
 * it knows both levels, draws them with equal chance, and has a threshold for the reading when there was news of a catch and
 * another when there was none, both chosen with hindsight.
 */
class OneRoundsMessagesTest {
    private static final int SEEDS = 4000;
    /** Readings are sorted into bins of a fiftieth of a notch. */
    private static final int BINS = 400;

    @ParameterizedTest
    @CsvSource({
        "US_LICENCE_PACE, 2, 1, 1",
        "CN_FENTANYL_ENFORCEMENT, 2, 1, 1",
        "CN_LICENCE_PACE, 2, 1, 1",
        "CN_SOY_PURCHASES, 5, 4, 2"
    })
    void theBestEstimatorMistakesOneStepAboutThreeTimesInTen(
            Instrument instrument, int kept, int short1, int reported) {
        int[][][] counts = new int[2][2][BINS];
        for (int seed = 0; seed < SEEDS; seed++) {
            count(counts[0], instrument, kept, reported, seed);
            count(counts[1], instrument, short1, reported, SEEDS + seed);
        }
        int mistakes = fewestMistakes(counts, 0) + fewestMistakes(counts, 1);
        assertThat(mistakes / (2.0 * SEEDS)).isBetween(.25, .35);
    }

    /** Plays the level from round 1 and takes down the reading about round 1 and whether there was news of a catch. */
    private static void count(int[][] counts, Instrument instrument, int level, int reported, long seed) {
        Play play = Play.of(seed);
        Orders orders = Orders.of(new Order(instrument, level));
        Side holder = instrument.holder();
        boolean news = false;
        for (int i = 0; i < reported; i++) {
            play.round(BySide.pick(holder, new JointOrders(orders, Orders.HOLD), new JointOrders(Orders.HOLD, orders)));
            news |= i == 0 && play.last(Viewer.of(holder.other())).side(holder).caughtOn() == instrument;
        }
        RoundView view = play.last(Viewer.of(holder.other()));
        for (SignalReading reading : view.signals()) {
            if (reading.instrument() == instrument) {
                assertThat(reading.aboutRound()).isEqualTo(1);
                counts[news ? 1 : 0][Math.max(0, Math.min(BINS - 1, reading.notchMilli() / 20 + BINS / 4))]++;
            }
        }
    }

    /** Returns the errors of the best threshold: readings below it are taken for the lower level. */
    private static int fewestMistakes(int[][][] counts, int news) {
        int mistakes = 0;
        for (int bin = 0; bin < BINS; bin++) {
            mistakes += counts[1][news][bin];
        }
        int fewest = mistakes;
        for (int bin = 0; bin < BINS; bin++) {
            mistakes += counts[0][news][bin] - counts[1][news][bin];
            fewest = Math.min(fewest, mistakes);
        }
        return fewest;
    }
}
