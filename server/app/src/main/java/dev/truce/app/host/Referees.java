package dev.truce.app.host;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.room.Room;
import dev.truce.app.room.SeatPlan;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Viewer;
import dev.truce.match.MatchTerms;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.referee.Referee;
import dev.truce.protocol.codec.InputCodec;
import dev.truce.store.StoreException;
import dev.truce.store.StoredInput;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import java.util.List;

/** Makes the referee of a match from what the journal keeps of it. */
public final class Referees {
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

    /**
     * Returns the record of a match as a journal keeps it, without a server.
     *
     * @throws StoreException if this version cannot play it, or it comes out otherwise than it was kept
     */
    public static MatchRecord record(Catalogue catalogue, StoredMatch stored) {
        StoredRoom room = stored.room();
        Rules rules = catalogue
                .find(room.scenarioId(), room.ruleset(), room.scenarioHash())
                .orElseThrow(() -> new StoreException("match " + room.matchId() + " is of another version: "
                        + room.scenarioId() + " " + room.scenarioHash()));
        MatchSpec spec = MatchSpec.of(room.setup());
        Room whole = new Room(room, SeatPlan.of(spec.delegations()), stored.seats(), stored.tokens());
        Referee referee = of(rules, spec, whole, stored.lossAccepted());
        for (StoredInput input : stored.inputs()) {
            if (referee.handle(InputCodec.of(input.payload())).verdict() instanceof Verdict.Rejected) {
                throw new StoreException("match " + room.matchId() + " cannot be played again: entry " + input.seq());
            }
        }
        return referee.record();
    }

    private static String name(Room room, Seat head) {
        return room.seat(head).map(StoredSeat::name).orElse("");
    }
}
