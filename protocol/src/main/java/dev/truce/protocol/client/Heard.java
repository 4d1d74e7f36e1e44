package dev.truce.protocol.client;

import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Orders;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that is heard at a place of a match, as a value; {@link SeatListener} says of each when it is told. */
public sealed interface Heard {
    /** The match has begun or was resumed. */
    record Begun(String matchId, String scenarioId, String scenarioHash, String ruleset) implements Heard {}

    /** The referee told something. */
    record Told(Notice notice, long deadlineUnixMillis) implements Heard {}

    /** The link changed. */
    record Link(LinkState state) implements Heard {}

    /** Who sits where has changed. */
    record Room(List<Occupant> seats, @Nullable DelegationMode mode) implements Heard {
        public Room {
            seats = List.copyOf(seats);
        }
    }

    /** The room tells something about its seed. */
    record Seed(SeedNotice seed) implements Heard {}

    /** Something is so in the room for a while, or is not so any more. */
    record Fact(RoomFact fact, boolean holds) implements Heard {}

    /** The open round closes at another time than was told. */
    record DeadlineMoved(long deadlineUnixMillis) implements Heard {}

    /** The seat was opened again, and the server has these orders of it for the open round. */
    record Sealed(Orders orders) implements Heard {}

    /** There is a new secret for the seat. */
    record NewTicket(ResumeTicket ticket) implements Heard {}
}
