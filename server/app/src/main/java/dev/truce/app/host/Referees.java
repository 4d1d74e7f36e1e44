package dev.truce.app.host;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.room.Room;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Viewer;
import dev.truce.match.MatchTerms;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.referee.Referee;
import dev.truce.store.StoredSeat;
import java.util.List;

/** Makes the referee of a match from what the journal keeps of it. */
final class Referees {
    private Referees() {}

    /**
     * Returns a referee for the occupants of a room, which is complete: a minister's seat that is vacant now is none of the match.
     *
     * @param lossAccepted whether some of the match may be lost
     */
    static Referee of(Rules rules, MatchSpec spec, Room room, boolean lossAccepted) {
        MatchTerms terms = new MatchTerms(
                spec.windowMillis(),
                room.held(),
                List.of(Viewer.values()),
                Recording.TEXT,
                name(room, Seat.US_HEAD),
                name(room, Seat.CN_HEAD),
                room.plan().delegations(),
                spec.seed().origin(room.stored().matchId()),
                lossAccepted,
                spec.rounds());
        return new Referee(rules, spec.setup(rules.scenario()), terms);
    }

    private static String name(Room room, Seat head) {
        return room.seat(head).map(StoredSeat::name).orElse("");
    }
}
