package dev.truce.protocol.client;

import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Orders;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears what happens at a seat, in order, from one thread; a resumed client hears missed events once each. That thread also
 * keeps the connection alive: a listener hands over what takes long. What a listener has no method for it hears as a value.
 */
public interface SeatListener {
    /** Something was heard. */
    default void hear(Heard heard) {}

    /** The match has begun, or is under way after a resume; tells the scenario that is played. Once a match. */
    default void onMatch(String matchId, String scenarioId, String scenarioHash, String ruleset) {
        hear(new Heard.Begun(matchId, scenarioId, scenarioHash, ruleset));
    }

    /**
     * A notice of the referee. A brief is told once more whenever the link has come up again.
     *
     * @param deadlineUnixMillis for {@link Notice.RoundOpened} and {@link Notice.ClockChanged}: when the round closes by server time, 0 for
     *     never or while all stands still
     */
    default void onNotice(Notice notice, long deadlineUnixMillis) {
        hear(new Heard.Told(notice, deadlineUnixMillis));
    }

    /** The link changed. */
    default void onLink(LinkState state) {
        hear(new Heard.Link(state));
    }

    /**
     * Who is in the room, whenever it changes.
     *
     * @param mode who decides in the delegations, or null while no side has a minister
     */
    default void onRoom(String roomCode, List<Occupant> seats, @Nullable DelegationMode mode) {
        hear(new Heard.Room(seats, mode));
    }

    /**
     * What the room tells about its seed, whenever that changes: before the match only if it was chosen, and once the match has begun. It
     * comes before {@link #onMatch}.
     */
    default void onSeed(SeedNotice seed) {
        hear(new Heard.Seed(seed));
    }

    /**
     * Something is so in the room for a while, or is not so any more; nothing is said of what is not so from the first.
     *
     * @param holds whether it is so now
     */
    default void onFact(RoomFact fact, boolean holds) {
        hear(new Heard.Fact(fact, holds));
    }

    /**
     * After a resume: when the open round closes by server time, which may have moved since it opened.
     *
     * @param deadlineUnixMillis 0 for never or if no round is open
     */
    default void onDeadline(long deadlineUnixMillis) {
        hear(new Heard.DeadlineMoved(deadlineUnixMillis));
    }

    /**
     * What the server's clock shows, as it says now and then.
     *
     * @param first whether it is the first time of a connection, which may be to another clock
     */
    default void onServerTime(long unixMillis, boolean first) {}

    /** After a resume: what this seat has sealed for the open round, if it has sealed anything. */
    default void onSealed(Orders orders) {
        hear(new Heard.Sealed(orders));
    }

    /** There is a new secret for the place; a client that wants to come back in another process keeps it and forgets the old one. */
    default void onTicket(ResumeTicket ticket) {
        hear(new Heard.NewTicket(ticket));
    }

    /** A class tells something unasked: to a desk where its tables stand, to a student who waits that there is a seat. */
    default void onClass(ClassNews news) {}
}
