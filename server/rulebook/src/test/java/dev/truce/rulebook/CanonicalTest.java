package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.redline.RedLines;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Instruments;
import dev.truce.engine.state.Canonical;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.SideState;
import dev.truce.engine.state.StateHash;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The canonical bytes tell every two states apart, and nothing of the seed. */
class CanonicalTest {
    private static final MatchState STATE =
            Play.noiseFree(12, 2, 4, 8, 12).holding(2).state();
    private static final Instruments HAS = Play.RULES.scenario().instruments();

    static Stream<String> stateComponents() {
        return Stream.of(MatchState.class.getRecordComponents()).map(RecordComponent::getName);
    }

    static Stream<String> sideComponents() {
        return Stream.of(SideState.class.getRecordComponents()).map(RecordComponent::getName);
    }

    @ParameterizedTest
    @MethodSource("stateComponents")
    void everyComponentOfAStateIsInItsBytes(String component) {
        Object other = switch (component) {
            case "levels" -> STATE.levels().with(Instrument.CN_UNRELIABLE_ENTITIES, 1);
            case "treaty" -> Treaty.of(STATE.treaty().clauses(), true, 1);
            case "economy" -> nudged(STATE.economy());
            case "us" -> Records.with(STATE.us(), "type", 1.5);
            case "cn" -> Records.with(STATE.cn(), "type", 1.5);
            case "ending" -> Ending.HORIZON;
            case "redLines" -> new RedLines(List.of(Instrument.US_CHIP_CONTROL), List.of());
            case "courtHasRuled" -> true;
            case "tension", "technology", "soyNotch" -> 7.5;
            default -> 7;
        };
        assertDiffer(Records.with(STATE, component, other));
    }

    @ParameterizedTest
    @MethodSource("sideComponents")
    void everyComponentOfASideIsInItsBytes(String component) {
        Object other = switch (component) {
            case "caught", "unjustifiedBreach", "accusedReally", "ownText" -> true;
            case "accusedOn" -> Instrument.CN_SOY_PURCHASES;
            case "humiliationStreak", "breaches", "catches" -> 3;
            default -> 7.5;
        };
        SideState changed = Records.with(STATE.us(), component, other);
        assertDiffer(Records.with(STATE, "us", changed));
        assertThat(Canonical.state(Records.with(STATE, "us", changed), 0, HAS))
                .isNotEqualTo(Canonical.state(Records.with(STATE, "cn", changed), 0, HAS));
    }

    @Test
    void theNumberOfDrawsIsInTheHash() {
        assertThat(StateHash.of(STATE, 1, HAS))
                .isNotEqualTo(StateHash.of(STATE, 2, HAS))
                .hasSize(32);
        assertThat(StateHash.hex(StateHash.of(STATE, 1, HAS))).matches("[0-9a-f]{64}");
    }

    @Test
    void everyLayerIsInTheBytes() {
        var clauses = STATE.treaty().clauses();
        List<Treaty> treaties = List.of(
                STATE.treaty(),
                Treaty.layered(List.of(), clauses, List.of(), false, 1),
                Treaty.layered(clauses, List.of(), List.of(), false, 1),
                Treaty.layered(clauses, clauses, List.of(), false, 1),
                Treaty.layered(List.of(), clauses, clauses, false, 1));
        assertThat(treaties.stream()
                        .map(treaty -> StateHash.hex(StateHash.of(Records.with(STATE, "treaty", treaty), 0, HAS)))
                        .distinct())
                .hasSize(treaties.size());
    }

    @Test
    void everyClauseIsInTheBytes() {
        for (var clause : STATE.treaty().clauses()) {
            for (var other : new Object[][] {{"bound", 3}, {"first", 2}, {"last", 9}, {"agreement", 2}}) {
                var clauses = STATE.treaty().clauses().stream()
                        .map(c -> c == clause ? Records.with(c, other) : c)
                        .toList();
                assertDiffer(Records.with(STATE, "treaty", Treaty.of(clauses, false, 1)));
            }
        }
    }

    @Test
    void equalStatesHaveEqualBytes() {
        MatchState twin = Play.noiseFree(12, 2, 4, 8, 12).holding(2).state();
        assertThat(twin).isNotSameAs(STATE).isEqualTo(STATE);
        assertThat(Canonical.state(twin, 5, HAS)).isEqualTo(Canonical.state(STATE, 5, HAS));
    }

    @Test
    void ordersAreToldApartByRoundSideInstrumentAndLevel() {
        byte[] bytes = Canonical.orders(3, Play.orders("US.PORT=1"), HAS);
        assertThat(bytes).isEqualTo(Canonical.orders(3, Play.orders("US.PORT=1"), HAS));
        assertThat(bytes)
                .isNotEqualTo(Canonical.orders(4, Play.orders("US.PORT=1"), HAS))
                .isNotEqualTo(Canonical.orders(3, Play.orders("CN.PORT=1"), HAS))
                .isNotEqualTo(Canonical.orders(3, Play.orders("US.AFFIL=1"), HAS))
                .isNotEqualTo(Canonical.orders(3, Play.orders("US.PORT=2"), HAS))
                .isNotEqualTo(Canonical.orders(3, JointOrders.HOLD, HAS));
        assertThat(Canonical.orders(3, Play.orders("US.PORT=0"), HAS))
                .isNotEqualTo(Canonical.orders(3, JointOrders.HOLD, HAS));
    }

    @Test
    void aSetupIsEncodedWithoutItsSeed() {
        MatchSetup setup = Play.RULES.setup(1);
        byte[] bytes = Canonical.setup(setup);
        assertThat(Canonical.setup(Play.RULES.setup(2))).isEqualTo(bytes);
        assertThat(Canonical.setup(Records.with(setup, "horizon", new Horizon.Fixed(12))))
                .isNotEqualTo(bytes);
        assertThat(Canonical.setup(Records.with(setup, "conditions", Conditions.NOISE_FREE)))
                .isNotEqualTo(bytes);
        assertThat(Canonical.setup(
                        Records.with(setup, "calendar", setup.calendar().withSummits(List.of(2, 5, 9)))))
                .isNotEqualTo(bytes);
    }

    private static EconomyState nudged(EconomyState state) {
        double[] values = new double[state.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = state.at(i);
        }
        values[100] = Math.nextUp(values[100]);
        return EconomyState.of(values);
    }

    private static void assertDiffer(MatchState other) {
        assertThat(other).isNotEqualTo(STATE);
        assertThat(Canonical.state(other, 0, HAS)).isNotEqualTo(Canonical.state(STATE, 0, HAS));
    }
}
