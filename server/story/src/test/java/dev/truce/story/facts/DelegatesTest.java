package dev.truce.story.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.referee.Referee;
import dev.truce.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A delegation of three whose head hears all that the referee tells its side. */
class DelegatesTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final Seat FIRST = new Seat(Side.US, 1);
    private static final Seat SECOND = new Seat(Side.US, 2);
    private static final MatchTerms TERMS = new MatchTerms(
            0,
            new MatchTerms.Absence.Hold(),
            List.of(Seat.US_HEAD, FIRST, SECOND, Seat.CN_HEAD),
            List.of(Viewer.values()),
            Recording.NONE,
            "Group A",
            "Group B",
            List.of(Delegation.usual(Side.US, DelegationMode.HEAD, 3)));

    private final Referee referee = new Referee(RULES, RULES.setup(7), TERMS);
    private final Delegates delegates = new Delegates(Seat.US_HEAD);
    private int keys;

    DelegatesTest() {
        hand(new Input.Hosts(new HostAct.Start()));
    }

    private void hand(Input input) {
        for (Effect effect : referee.handle(input).effects()) {
            if (effect instanceof Effect.Tell tell && tell.viewer() == Viewer.US) {
                delegates.take(tell.notice());
            }
        }
    }

    private void does(Seat seat, Deed deed) {
        hand(new Input.Does(seat, 1, "k" + ++keys, deed));
    }

    private void drafts(Seat seat, Instrument instrument) {
        does(seat, new Deed.PutDraft(List.of(new RequestedOrder(instrument.ordinal(), 1))));
    }

    /** Compares with somebody who was told nothing before, and hears what stands. */
    private void isWhatTheRefereeHolds() {
        Delegates late = new Delegates(Seat.US_HEAD);
        referee.history(Viewer.US).forEach(late::take);
        assertThat(delegates.drafts()).isEqualTo(late.drafts());
        for (Seat seat : List.of(FIRST, SECOND)) {
            assertThat(delegates.votes(seat.number())).isEqualTo(late.votes(seat.number()));
        }
    }

    @Test
    void aSeatThatIsTakenAwayFromItsPersonHasNeitherDraftNorVotes() {
        drafts(FIRST, Instrument.US_PORT_FEE);
        drafts(SECOND, Instrument.US_FENTANYL_TARIFF);
        does(FIRST, new Deed.Vote(SECOND.number(), true));
        does(SECOND, new Deed.Vote(FIRST.number(), false));
        does(Seat.US_HEAD, new Deed.Vote(SECOND.number(), true));
        isWhatTheRefereeHolds();
        assertThat(delegates.drafts()).containsOnlyKeys(1, 2);
        hand(new Input.Hosts(new HostAct.Revoke(Side.US, 1)));
        assertThat(delegates.drafts()).containsOnlyKeys(2);
        assertThat(delegates.votes(2)).containsOnlyKeys(0);
        isWhatTheRefereeHolds();
        drafts(FIRST, Instrument.US_PORT_FEE);
        assertThat(delegates.drafts()).containsOnlyKeys(1, 2);
        isWhatTheRefereeHolds();
    }

    @Test
    void aSeatOfTheOtherSideTakesNothingAway() {
        drafts(FIRST, Instrument.US_PORT_FEE);
        hand(new Input.Hosts(new HostAct.Revoke(Side.CN, 0)));
        assertThat(delegates.drafts()).containsOnlyKeys(1);
        isWhatTheRefereeHolds();
    }
}
