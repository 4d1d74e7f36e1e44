package dev.truce.story.typed;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Recording;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.referee.Referee;
import dev.truce.scenario.Scenarios;
import dev.truce.story.facts.SeatBoard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Round 1 of Busan at the real referee: two heads, the truce in force, US-1 and CN-1 open; what the US head knows. */
public final class OpenTable {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());

    private final SeatBoard board = new SeatBoard(RULES, Seat.US_HEAD);
    private final Referee referee = new Referee(
            RULES,
            RULES.setup(7),
            new MatchTerms(
                    0,
                    new MatchTerms.Absence.Hold(),
                    List.of(Seat.US_HEAD, Seat.CN_HEAD),
                    List.of(Viewer.US, Viewer.CN),
                    Recording.TEXT,
                    "Ann",
                    "Bo",
                    List.of()));
    private int deeds;

    /** Opens the round. */
    public OpenTable() {
        tell(referee.handle(new Input.Hosts(new HostAct.Start())));
        for (Seat seat : List.of(Seat.US_HEAD, Seat.CN_HEAD)) {
            does(seat, new Deed.MakeOffer(new Terms.Renewal(4, false), null));
        }
    }

    /** The rules that are played. */
    public Rules rules() {
        return RULES;
    }

    /** What the US head knows. */
    public SeatBoard board() {
        return board;
    }

    /** Does something as the US head; returns why not, or null if it is done. */
    public @Nullable Refusal does(Deed deed) {
        return does(Seat.US_HEAD, deed);
    }

    private @Nullable Refusal does(Seat seat, Deed deed) {
        Ruling ruling = referee.handle(new Input.Does(seat, referee.openRound(), "d" + ++deeds, deed));
        tell(ruling);
        return ruling.verdict() instanceof Verdict.Rejected refused ? refused.refusal() : null;
    }

    private void tell(Ruling ruling) {
        for (Effect effect : ruling.effects()) {
            if (effect instanceof Effect.Tell tell && tell.viewer() == Viewer.of(Side.US)) {
                board.take(tell.notice(), 0, true);
            }
        }
    }
}
