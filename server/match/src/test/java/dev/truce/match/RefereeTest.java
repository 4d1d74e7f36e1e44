package dev.truce.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefereeTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final MatchSetup TWELVE_ROUNDS =
            new MatchSetup(7, new Horizon.Fixed(12), RULES.scenario().calendar(), MatchSetup.Conditions.PLAY);

    private final Referee referee = new Referee(RULES, TWELVE_ROUNDS, MatchTerms.untimed("a", "b"));

    private Ruling submit(Seat seat, int round, String moveId, int instrument, int level) {
        return referee.handle(new Input.Submit(seat, round, moveId, List.of(new RequestedOrder(instrument, level))));
    }

    private void everybodyIsReady(int round) {
        referee.handle(new Input.Ready(Seat.US_HEAD, round, true));
        referee.handle(new Input.Ready(Seat.CN_HEAD, round, true));
    }

    @Test
    void aMatchOfTwelveRoundsEndsAfterTwelveRoundsWithItsRecord() {
        referee.handle(new Input.Start());
        for (int round = 1; round <= 12; round++) {
            assertThat(referee.openRound()).isEqualTo(round);
            everybodyIsReady(round);
        }
        assertThat(referee.isOver()).isTrue();
        assertThat(referee.record().rounds()).hasSize(12);
        List<Notice> told = referee.history(dev.truce.engine.view.Viewer.US);
        assertThat(told).hasSize(13);
        assertThat(told.get(12))
                .isInstanceOfSatisfying(
                        Notice.MatchOver.class,
                        over -> assertThat(over.recordText())
                                .contains("[Seed \"7\"]", "12. US HOLD ready | CN HOLD ready #", "hash sha256:"));
    }

    @Test
    void anAcceptedInputIsAppendedBeforeAnybodyHearsOfIt() {
        Ruling ruling = referee.handle(new Input.Start());
        assertThat(ruling.effects().get(0)).isEqualTo(new Effect.Append(new Input.Start()));
    }

    @Test
    void aRefusedInputHasNoEffect() {
        referee.handle(new Input.Start());
        Ruling ruling = submit(Seat.US_HEAD, 2, "m1", Instrument.US_PORT_FEE.ordinal(), 1);
        assertThat(ruling.verdict().refusal()).isEqualTo(RefusalCode.STALE_ROUND);
        assertThat(ruling.effects()).isEmpty();
    }

    @Test
    void theSameMoveSentTwiceCountsOnceAlsoAfterTheRoundHasClosed() {
        referee.handle(new Input.Start());
        Ruling first = submit(Seat.US_HEAD, 1, "m1", Instrument.US_PORT_FEE.ordinal(), 1);
        everybodyIsReady(1);
        Ruling again = submit(Seat.US_HEAD, 1, "m1", Instrument.US_PORT_FEE.ordinal(), 1);
        assertThat(again.verdict()).isEqualTo(first.verdict());
        assertThat(again.effects()).isEmpty();
    }

    @Test
    void aMoveIdUsedForSomethingElseIsRefused() {
        referee.handle(new Input.Start());
        submit(Seat.US_HEAD, 1, "m1", Instrument.US_PORT_FEE.ordinal(), 1);
        Ruling other = submit(Seat.US_HEAD, 1, "m1", Instrument.US_PORT_FEE.ordinal(), 2);
        assertThat(other.verdict().refusal()).isEqualTo(RefusalCode.MOVE_ID_REUSED);
    }
}
