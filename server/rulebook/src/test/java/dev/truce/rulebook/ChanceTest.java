package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.SideReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Knobs;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 8 and G8: chance is keyed by what it is for, so no choice and no other draw shifts it. */
class ChanceTest {
    static final Set<RoundEvent> SUBSTITUTES = EnumSet.of(RoundEvent.CHIP_BREAKTHROUGH, RoundEvent.RARE_EARTH_SUPPLY);
    private static final int SEEDS = 10_000;

    @Test
    void withAndWithoutOtherDrawsEveryStreamStaysTheSame() {
        // A court that always rules, an event in every quarter, certain lapses: the same seed, more and other draws.
        Rules eventful = rules("courtChance", 1.0, "eventChance", .5, "lapse", 1.0);
        for (int seed = 1; seed <= 200; seed++) {
            MatchSetup setup = Play.setup(seed, 12, Conditions.PLAY, 2, 4, 8, 12);
            RoundReport calm = play(Play.RULES, setup, "US.PACE=1 CN.ENFORCE=1");
            RoundReport wild = play(eventful, setup, "US.PACE=1 CN.ENFORCE=1");
            assertThat(wild.signals()).isEqualTo(calm.signals());
            for (Side side : Side.values()) {
                assertThat(wild.side(side).type()).isEqualTo(calm.side(side).type());
                assertThat(wild.side(side).caughtOn()).isEqualTo(calm.side(side).caughtOn());
                assertThat(wild.side(side).points().of(Component.CHANCE))
                        .isEqualTo(calm.side(side).points().of(Component.CHANCE));
            }
        }
    }

    @Test
    void noChoiceShiftsTheLuckOfLaterRounds() {
        for (int seed = 1; seed <= 100; seed++) {
            Play calm = new Play(Play.setup(seed, 12, Conditions.PLAY, 2, 4, 8, 12));
            Play war = new Play(calm.setup());
            for (int round = 1; round <= 12; round++) {
                RoundReport held = calm.hold();
                RoundReport fought = war.round(Play.postures(Macros.WAR.levels, Macros.PRESS.levels));
                for (Side side : Side.values()) {
                    assertThat(fought.side(side).type())
                            .isEqualTo(held.side(side).type());
                    assertThat(fought.side(side).points().of(Component.CHANCE))
                            .isEqualTo(held.side(side).points().of(Component.CHANCE));
                }
                assertThat(fought.signals().usPace() - fought.after().get(Instrument.US_LICENCE_PACE))
                        .isCloseTo(
                                held.signals().usPace() - held.after().get(Instrument.US_LICENCE_PACE), within(1e-12));
            }
        }
    }

    /** G8(a), as far as the engine goes: everything that is public or the other side's own stays the same. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "US.PACE=0",
        "US.PACE=1",
        "US.PACE=3",
        "CN.SOY=1",
        "CN.SOY=7",
        "CN.ENFORCE=0",
        "CN.ENFORCE=3",
        "CN.PACE=0",
        "CN.PACE=3"
    })
    void aCovertLevelShowsOnlyInItsOwnSignalAndAPossibleCatch(String covert) {
        JointOrders orders = Play.orders(covert);
        Side mover = orders.us().isHold() ? Side.CN : Side.US;
        Instrument moved = orders.of(mover).list().get(0).instrument();
        for (int seed = 1; seed <= 300; seed++) {
            MatchSetup setup = Play.setup(seed, 12, Conditions.PLAY, 2, 4, 8, 12);
            RoundReport held = play(Play.RULES, setup, "CN.PORT=1");
            RoundReport played = play(Play.RULES, setup, "CN.PORT=1 " + covert);
            assertThat(publicLevels(played.after())).isEqualTo(publicLevels(held.after()));
            assertThat(played.events()).isEqualTo(held.events());
            assertThat(played.depthKept()).isEqualTo(held.depthKept());
            assertThat(played.treaty()).isEqualTo(held.treaty());
            for (Side side : Side.values()) {
                SideReport one = played.side(side);
                SideReport two = held.side(side);
                assertThat(one.publicEscalation()).isEqualTo(two.publicEscalation());
                assertThat(one.brokenClauses()).isEqualTo(two.brokenClauses());
                assertThat(one.severity()).isEqualTo(two.severity());
                assertThat(one.type()).isEqualTo(two.type());
            }
            assertThat(played.side(mover.other()).caughtOn())
                    .isEqualTo(held.side(mover.other()).caughtOn());
            assertThat(played.side(mover.other()).escalation())
                    .isEqualTo(held.side(mover.other()).escalation());
            assertThat(played.signals().customsSoy())
                    .as("customs data tell of the round before")
                    .isEqualTo(held.signals().customsSoy());
            assertThat(played.signals().usPace() == held.signals().usPace())
                    .isEqualTo(moved != Instrument.US_LICENCE_PACE);
            assertThat(played.signals().cnPace() == held.signals().cnPace())
                    .isEqualTo(moved != Instrument.CN_LICENCE_PACE);
            assertThat(played.signals().enforcement() == held.signals().enforcement())
                    .isEqualTo(moved != Instrument.CN_FENTANYL_ENFORCEMENT);
        }
    }

    @Test
    void typesDriftAroundOneWithTheirLongRunDeviation() {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int seed = 1; seed <= 500; seed++) {
            Play play = new Play(Play.setup(seed, 16, Conditions.PLAY)).holding(16);
            for (Side side : Side.values()) {
                double type = play.state().side(side).type();
                sum += type;
                squares += (type - 1) * (type - 1);
                n++;
            }
        }
        assertThat(sum / n).isCloseTo(1, within(.03));
        assertThat(Math.sqrt(squares / n)).isCloseTo(.20, within(.03));
    }

    @Test
    void noPublicCaresLessThanAFloor() {
        Rules fickle = rules("typeNoise", 1.0, "initialTypeNoise", 1.0);
        double least = Double.MAX_VALUE;
        double leastAtStart = Double.MAX_VALUE;
        for (int seed = 1; seed <= 200; seed++) {
            MatchSetup setup = Play.setup(seed, 12, Conditions.PLAY);
            leastAtStart = Math.min(leastAtStart, fickle.start(setup).us().type());
            least = Math.min(least, play(fickle, setup, "").us().type());
        }
        assertThat(least).isEqualTo(.3);
        assertThat(leastAtStart).isEqualTo(.3);
    }

    @Test
    void luckIsTwoPointsOfIncomeARound() {
        double squares = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            MatchSetup setup = Play.setup(seed, 12, Conditions.PLAY);
            double luck = play(Play.RULES, setup, "").us().points().of(Component.CHANCE);
            squares += luck * luck;
        }
        assertThat(Math.sqrt(squares / SEEDS)).isCloseTo(2, within(.08));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"CHIP_BREAKTHROUGH, .05", "RARE_EARTH_SUPPLY, .05", "COURT_RULING, .07"})
    void eventsHappenAsOftenAsDeclared(RoundEvent event, double probability) {
        int count = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            if (play(Play.RULES, Play.setup(seed, 12, Conditions.PLAY), "")
                    .events()
                    .contains(event)) {
                count++;
            }
        }
        double deviation = Math.sqrt(SEEDS * probability * (1 - probability));
        assertThat((double) count).isCloseTo(SEEDS * probability, within(4.5 * deviation));
    }

    @Test
    void anEventAddsToSubstitutesBeforeTheQuarter() {
        Rules eventful = rules("eventChance", .5);
        int breakthroughs = 0;
        for (int seed = 1; seed <= 100; seed++) {
            MatchSetup setup = Play.setup(seed, 12, Conditions.PLAY);
            Resolver resolver = new Resolver(eventful);
            MatchState start = eventful.start(setup);
            Resolution resolution = resolver.resolve(setup, start, JointOrders.HOLD);
            boolean chips = resolution.report().events().contains(RoundEvent.CHIP_BREAKTHROUGH);
            assertThat(resolution.report().events().contains(RoundEvent.RARE_EARTH_SUPPLY))
                    .isEqualTo(!chips);
            Resolution calm = resolver.resolve(Play.setup(seed, 12, Conditions.NOISE_FREE), start, JointOrders.HOLD);
            assertThat(resolution.next().economy().chipAlt())
                    .isCloseTo(calm.next().economy().chipAlt() + (chips ? .05 : 0), within(1e-12));
            assertThat(resolution.next().economy().reeAlt())
                    .isCloseTo(calm.next().economy().reeAlt() + (chips ? 0 : .05), within(1e-12));
            breakthroughs += chips ? 1 : 0;
        }
        assertThat(breakthroughs).isBetween(25, 75);
    }

    @Test
    void substitutesNeverGrowBeyondTheirCap() {
        Rules eventful = rules("eventChance", .5);
        for (int seed = 1; seed <= 20; seed++) {
            MatchSetup setup = Play.setup(seed, 40, Conditions.PLAY);
            Resolver resolver = new Resolver(eventful);
            MatchState state = eventful.start(setup);
            while (!state.isOver()) {
                state = resolver.resolve(setup, state, JointOrders.HOLD).next();
                assertThat(state.economy().chipAlt()).isLessThanOrEqualTo(.95);
                assertThat(state.economy().reeAlt()).isLessThanOrEqualTo(.9);
            }
        }
    }

    @Test
    void aPhaseHasTheNameUnderWhichTheRulebookExplainsIt() {
        assertThat(Resolver.phaseNames())
                .containsExactly(
                        "orders",
                        "expiry-and-fallback",
                        "legality",
                        "chance",
                        "escalation",
                        "breaches",
                        "detection-and-signals",
                        "ratification",
                        "economy",
                        "points",
                        "reputation",
                        "treaty",
                        "tension",
                        "red-lines",
                        "ending");
    }

    private static RoundReport play(Rules rules, MatchSetup setup, String orders) {
        return new Resolver(rules)
                .resolve(setup, rules.start(setup), Play.orders(orders))
                .report();
    }

    private static Rules rules(Object... knobs) {
        Knobs changed = Records.with(Play.RULES.scenario().knobs(), knobs);
        return Rules.of(Records.with(Play.RULES.scenario(), "knobs", changed));
    }

    private static List<Integer> publicLevels(Levels levels) {
        return Instrument.all().stream()
                .filter(instrument -> !instrument.isCovert())
                .map(levels::get)
                .toList();
    }
}
