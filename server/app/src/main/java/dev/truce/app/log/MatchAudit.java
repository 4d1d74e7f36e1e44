package dev.truce.app.log;

import dev.truce.app.quota.Owner;
import dev.truce.app.room.Place;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.HostActNotation;
import java.util.function.Consumer;

/** Writes down what is done with one match, for the owner of the connection that does it. */
public final class MatchAudit {
    private final AuditLog audit;
    private final String matchId;

    public MatchAudit(AuditLog audit, String matchId) {
        this.audit = audit;
        this.matchId = matchId;
    }

    /** The room was opened. */
    public void opened(Owner by) {
        audit.writeFor(by, AuditEvent.ROOM_OPENED, "match", matchId);
    }

    /** A place has another connection. */
    public void takenOver(Place place, Owner by) {
        audit.writeFor(by, AuditEvent.PLACE_TAKEN_OVER, "match", matchId, "place", place.id());
    }

    /** What opened a seat opens nothing any more. */
    public void revoked(Seat seat, Owner by) {
        audit.writeFor(by, AuditEvent.PLACE_REVOKED, "match", matchId, "place", new Place.AtSeat(seat).id());
    }

    /** Returns what passes an answer on, and writes down an act that was done. */
    public <T> Consumer<Reply<T>> acting(Owner by, HostAct act, Consumer<Reply<T>> answer) {
        return reply -> {
            if (reply instanceof Reply.Done<T>) {
                audit.writeFor(by, AuditEvent.HOST_ACTED, "match", matchId, "act", HostActNotation.word(act));
            }
            answer.accept(reply);
        };
    }

    /** Somebody in a place that does not own the room wanted an act. */
    public void notAllowed(Place place, Owner by, HostAct act) {
        audit.writeFor(
                by, AuditEvent.NOT_ALLOWED, "match", matchId, "place", place.id(), "act", HostActNotation.word(act));
    }
}
