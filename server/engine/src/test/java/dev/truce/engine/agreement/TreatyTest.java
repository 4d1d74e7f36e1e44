package dev.truce.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Instrument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The treaty as one map from instruments to clauses. */
class TreatyTest {
    private static final Clause PORT = new Clause(Instrument.US_PORT_FEE, 0, 1, 3, 1);
    private static final Clause PACE = new Clause(Instrument.US_LICENCE_PACE, 2, 1, 8, 1);
    private static final Clause EASED = new Clause(Instrument.US_SECTION232_DUTIES, 0, 4, 9, 2);
    private static final Treaty TREATY = Treaty.of(List.of(PORT, PACE, EASED), true, 2);

    @Test
    void aClauseBindsFromItsFirstToItsLastRound() {
        assertThat(TREATY.binding(Instrument.US_PORT_FEE, 3)).isEqualTo(PORT);
        assertThat(TREATY.binding(Instrument.US_PORT_FEE, 4)).isNull();
        assertThat(TREATY.binding(Instrument.US_SECTION232_DUTIES, 3)).isNull();
        assertThat(TREATY.bindsAny(9)).isTrue();
        assertThat(TREATY.bindsAny(10)).isFalse();
    }

    @Test
    void aCapIsBrokenFromAboveAndAFloorFromBelow() {
        assertThat(PORT.isBrokenBy(1)).isTrue();
        assertThat(PORT.isBrokenBy(0)).isFalse();
        assertThat(PACE.isBrokenBy(1)).isTrue();
        assertThat(PACE.isBrokenBy(3)).isFalse();
    }

    @Test
    void endingLeavesNoClauseThatBindsLater() {
        Treaty ended = TREATY.endedWith(5);
        assertThat(ended.bindsAny(5)).isTrue();
        assertThat(ended.bindsAny(6)).isFalse();
        assertThat(ended.on(Instrument.US_PORT_FEE))
                .as("it had ended by itself")
                .isEqualTo(PORT);
    }

    @Test
    void theMarkOfACommuniqueEndsWithTheLastClause() {
        assertThat(TREATY.withoutEnded(4).clauses()).containsExactly(EASED, PACE);
        assertThat(TREATY.withoutEnded(9).isCommunique()).isTrue();
        assertThat(TREATY.withoutEnded(10).isCommunique()).isFalse();
        assertThat(TREATY.withoutEnded(10).clauses()).isEmpty();
        assertThat(TREATY.withoutEnded(2)).isSameAs(TREATY);
    }

    @Test
    void aTreatyTakenBackToAnotherKeepsNoBetterBoundAndStrikesOutWhatThatDoesNotName() {
        Treaty base = Treaty.of(
                List.of(
                        new Clause(Instrument.US_PORT_FEE, 1, 1, 3, 1),
                        new Clause(Instrument.US_LICENCE_PACE, 1, 1, 3, 1),
                        new Clause(Instrument.CN_PORT_FEE, 0, 1, 3, 1)),
                false,
                1);
        Treaty held = Treaty.of(List.of(PORT.until(8), PACE, EASED), true, 2).heldTo(base, 5);
        assertThat(held.clauses()).containsExactly(PORT.until(8).bounded(1), PACE.bounded(1));
        assertThat(held.isCommunique()).isTrue();
        assertThat(TREATY.heldTo(base, 5).on(Instrument.US_PORT_FEE))
                .as("ended before")
                .isEqualTo(PORT);
        Clause worse = new Clause(Instrument.US_PORT_FEE, 3, 1, 8, 1);
        assertThat(Treaty.of(List.of(worse), false, 1).heldTo(base, 5).clauses())
                .containsExactly(worse);
        assertThat(Treaty.of(List.of(EASED), true, 2).heldTo(base, 5).isCommunique())
                .isFalse();
    }

    @Test
    void anInstrumentHasOneClauseAtMost() {
        assertThatThrownBy(() -> Treaty.of(List.of(PORT, PORT.bounded(1)), false, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("us.port_fee");
    }
}
