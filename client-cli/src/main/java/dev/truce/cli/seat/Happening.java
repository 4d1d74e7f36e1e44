package dev.truce.cli.seat;

import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Orders;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to a session. */
public sealed interface Happening {
    /** A line was typed. */
    record Line(String text) implements Happening {}

    /** The person wants out of what is being typed, or of the session (Ctrl-C). */
    record Interrupt(boolean lineWasEmpty) implements Happening {}

    /** There will be no further line (Ctrl-D, end of the script). */
    record End() implements Happening {}

    /** The match has begun or was resumed. */
    record Begun(String scenarioId, String scenarioHash, String ruleset) implements Happening {}

    /** The room tells something about its seed. */
    record Seed(SeedNotice seed) implements Happening {}

    /** Something is so in the room for a while, or is not so any more. */
    record Fact(RoomFact fact, boolean holds) implements Happening {}

    /** The referee told something. */
    record Told(Notice notice, long deadlineUnixMillis) implements Happening {}

    /** The link changed. */
    record Link(LinkState state) implements Happening {}

    /** Who sits where has changed. */
    record Room(List<Occupant> seats, @Nullable DelegationMode mode) implements Happening {}

    /** The open round closes at another time than was told. */
    record DeadlineMoved(long deadlineUnixMillis) implements Happening {}

    /** The seat was opened again, and the server has these orders of it for the open round. */
    record Sealed(Orders orders) implements Happening {}

    /** There is a new secret for the seat. */
    record NewTicket(ResumeTicket ticket) implements Happening {}

    /** A request was answered; run this on the session's thread. */
    record Answered(Runnable then) implements Happening {}
}
