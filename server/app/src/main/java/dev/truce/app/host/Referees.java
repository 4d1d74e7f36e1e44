package dev.truce.app.host;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.journal.StoredSeat;
import dev.truce.app.room.Room;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Viewer;
import dev.truce.match.MatchTerms;
import dev.truce.match.Referee;
import java.util.List;

/** Makes the referee of a match from what the journal keeps of it. */
final class Referees {
    private Referees() {}

    /** Returns a referee for the occupants of a room, which is complete. */
    static Referee of(Rules rules, MatchSpec spec, Room room) {
        MatchTerms terms = new MatchTerms(
                spec.windowMillis(),
                new MatchTerms.Absence.Hold(),
                List.of(Viewer.values()),
                true,
                name(room, Side.US),
                name(room, Side.CN));
        return new Referee(rules, spec.setup(rules.scenario()), terms);
    }

    private static String name(Room room, Side side) {
        return room.seat(side).map(StoredSeat::name).orElse("");
    }
}
