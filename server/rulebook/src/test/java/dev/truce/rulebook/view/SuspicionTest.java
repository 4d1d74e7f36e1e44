package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.chance.Exponential;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.scenario.Knobs;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.view.Leaks;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SignalReading;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How likely an accusation is to be true: by the numbers of the rules, the clauses in force and one's own readings. */
class SuspicionTest {
    private static final double GUESS = .1;

    /** The points of the design: without readings 64 of 100 accusations of the US are false, 38 of those of China. */
    @ParameterizedTest(name = "guess {0}, accused {1} times as often when guilty, readings {2}: {3}")
    @CsvSource(textBlock = """
                    .1,   5,  0,    .3571
                    .1,  15,  0,    .6250
                    .1,   5,  1,    .6014
                    .1,  15,  1,    .8188
                    .1,  15, -1,    .3803
                    .1,   5, -3,    .0270
                    .1,  15,  3,    .9709
                    .5,   1,  0,    .5
                    .5,   5,  0,    .8333
                    0,   15,  3,    0
                    1,    5, -3,    1
                    """)
    void oddsAreWhatWasGuessedTimesWhatWasSeen(double guess, double found, double evidence, double odds) {
        assertThat(Suspicion.ofGuilt(guess, found, evidence)).isCloseTo(odds, within(.001));
    }

    @ParameterizedTest(name = "promised {0}, read {1} with noise {2}: {3}")
    @CsvSource(textBlock = """
                    2,  1.5, 1,    0
                    2,  2,   1,   -.5
                    2,  1,   1,    .5
                    3,  0,   1,    2.5
                    2, -3,   1,    3
                    2,  6,   1,   -3
                    2,  1,   .55,  1.6529
                    2,  2,   .55, -1.6529
                    2,  0,   .55,  3
                    """)
    void aReadingSpeaksByHalfANotch(double promise, double reading, double noise, double said) {
        assertThat(Suspicion.said(promise, reading, noise)).isCloseTo(said, within(1e-4));
    }

    @Test
    void anAccusationSaysMoreTheMoreClausesAreInForce() {
        Knobs knobs = Play.RULES.scenario().knobs();
        double one = Suspicion.found(knobs, Side.CN, 1);
        assertThat(one).isCloseTo(knobs.detection(Side.CN, 1) / knobs.falseAlarm(), within(1e-12));
        assertThat(Suspicion.found(knobs, Side.CN, 3)).isCloseTo(3 * one, within(1e-12));
    }

    @Test
    void theExponentialIsNearTheTrueOne() {
        for (double x = -2; x <= 2; x += .25) {
            assertThat(Exponential.of(x) / StrictMath.exp(x)).isCloseTo(1, within(.002));
            assertThat(Exponential.logistic(x)).isCloseTo(1 / (1 + StrictMath.exp(-x)), within(.001));
        }
        assertThat(Exponential.logistic(1000)).isEqualTo(1);
        assertThat(Exponential.logistic(-1000)).isCloseTo(0, within(1e-200));
    }

    /** A viewer can work its odds out again from its own views, whatever was played. */
    @Test
    void theFoldIsTheSumOfTheOwnReadings() {
        int judged = 0;
        for (long seed = 0; seed < 40; seed++) {
            Play play = Play.random(seed, 8);
            for (Viewer viewer : List.of(Viewer.US, Viewer.CN, Viewer.PUBLIC)) {
                List<RoundView> views = play.views(viewer);
                Suspicion known = Suspicion.start(Play.RULES);
                for (int i = 0; i < views.size(); i++) {
                    known = known.after(views.get(i));
                    for (Instrument instrument : Instrument.all()) {
                        if (instrument.isCovert() && !Leaks.tell(views.get(i).events(), instrument)) {
                            judged++;
                            assertThat(known.ofGuilt(instrument, GUESS))
                                    .isCloseTo(byHand(views.subList(0, i + 1), instrument), within(1e-12));
                        }
                    }
                }
            }
        }
        assertThat(judged).isGreaterThan(500);
    }

    @ParameterizedTest(name = "enforcement {0}: {1}")
    @CsvSource({"1, 1", "2, 0"})
    void aLeakSettlesIt(int enforcement, double odds) {
        Play play = Play.of(1);
        Orders orders = Orders.of(List.of(new Order(Instrument.CN_FENTANYL_ENFORCEMENT, enforcement)));
        play.round(RoundInputs.of(new JointOrders(Orders.HOLD, orders))
                .with(List.of(Card.leak(Instrument.CN_FENTANYL_ENFORCEMENT))));
        for (Viewer viewer : List.of(Viewer.US, Viewer.CN, Viewer.PUBLIC)) {
            Suspicion known = Suspicion.start(Play.RULES).after(play.last(viewer));
            assertThat(known.ofGuilt(Instrument.CN_FENTANYL_ENFORCEMENT, GUESS)).isEqualTo(odds);
            assertThat(known.ofGuilt(Instrument.CN_LICENCE_PACE, GUESS)).isBetween(.01, .99);
        }
    }

    /** What is found by rules without accusations has odds too, but no seat decides by them. */
    @Test
    void aSeatFollowsOnlyWhatItDecidesOn() {
        Play play = Play.of(1);
        play.round(RoundInputs.of(new JointOrders(Orders.HOLD, Orders.HOLD)));
        RoundView view = play.last(Viewer.US);
        Suspicion undecided = Suspicion.start(Play.RULES);
        assertThat(undecided.forSeat(view)).isSameAs(undecided);
        assertThat(undecided.after(view).ofGuilt(Instrument.CN_LICENCE_PACE)).isPositive();
        Suspicion deciding = Suspicion.start(Play.THIRD);
        assertThat(deciding.forSeat(view).ofGuilt(Instrument.CN_LICENCE_PACE))
                .isEqualTo(deciding.after(view).ofGuilt(Instrument.CN_LICENCE_PACE))
                .isPositive();
    }

    /** Of its own instruments a side knows all; what it is shown is what everybody can reckon. */
    @Test
    void theAccusedSeesTheOddsFromOutside() {
        for (long seed = 0; seed < 20; seed++) {
            Play play = Play.random(seed, 8);
            Suspicion own = Suspicion.start(Play.RULES);
            Suspicion outside = Suspicion.start(Play.RULES);
            for (int i = 0; i < play.views(Viewer.CN).size(); i++) {
                own = own.after(play.views(Viewer.CN).get(i));
                outside = outside.after(play.views(Viewer.PUBLIC).get(i));
                for (Instrument instrument : Instrument.of(Side.CN)) {
                    assertThat(own.ofGuilt(instrument, GUESS)).isEqualTo(outside.ofGuilt(instrument, GUESS));
                }
            }
        }
    }

    private static double byHand(List<RoundView> views, Instrument accused) {
        RoundView last = views.get(views.size() - 1);
        List<Instrument> covert = new ArrayList<>();
        for (Instrument each : Instrument.of(accused.holder())) {
            if (each.isCovert() && last.treaty().binding(each, last.round()) != null) {
                covert.add(each);
            }
        }
        if (!covert.contains(accused)) {
            return 0;
        }
        Knobs knobs = Play.RULES.scenario().knobs();
        boolean customs = accused == Instrument.CN_SOY_PURCHASES;
        double sum = 0;
        double weight = 1;
        for (int i = views.size() - 1; i >= 0; i--) {
            for (SignalReading signal : views.get(i).signals()) {
                double promise = promise(views, signal.aboutRound(), accused);
                if (signal.instrument() == accused && promise >= 0) {
                    double noise = customs ? knobs.customsNoise() : knobs.signalNoise();
                    sum += weight * Suspicion.said(promise, signal.notchMilli() / 1e3, noise);
                }
            }
            weight *= .7;
        }
        return Suspicion.ofGuilt(GUESS, Suspicion.found(knobs, accused.holder(), covert.size()), sum);
    }

    private static double promise(List<RoundView> views, int round, Instrument instrument) {
        if (round < 1) {
            return -1;
        }
        Clause clause = views.get(round - 1).treaty().binding(instrument, round);
        if (clause == null) {
            return -1;
        }
        return instrument == Instrument.CN_SOY_PURCHASES
                ? Covert.soyNotch(Play.RULES.mapping().value(instrument, clause.bound()))
                : clause.bound();
    }
}
