package dev.truce.app.host;

import dev.truce.app.room.Place;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be seen from one place of a room. A connection pulls from it at its own pace. Thread-safe. */
public interface View {
    Place place();

    String matchId();

    /** Returns the room's code, or empty if the room has died. */
    String roomCode();

    /** Returns the scenario that is played. */
    Scenario scenario();

    /** Returns who is in the room now; a new list whenever that changes. */
    List<Occupant> occupants();

    /** Returns who decides in the delegations, or null in a room of two heads. */
    @Nullable
    DelegationMode mode();

    /** Returns what everybody may know about the seed while the match goes on. */
    SeedNotice seed();

    /** Returns what is so for a while; its connections are woken when that changes. */
    Set<RoomFact> facts();

    /** Returns what this place was told beside its side when the match began, in order; nothing before. */
    List<Notice> privately();

    /** Returns whether the match has begun. */
    boolean hasStarted();

    /**
     * Returns an event by its number from 1, or null if it has not happened yet, or nobody may be told yet: how a table of a class ended,
     * while others play the same seed.
     */
    @Nullable
    Notice event(long sequence);

    /** Returns the number of the latest event. */
    long lastEvent();

    /** Returns when a round closes by the server's clock, 0 for never. */
    long deadlineUnixMillis(int round);

    /** Returns when the open round closes by the server's clock, 0 for never or if none is open. */
    long deadlineUnixMillis();

    /** Returns what a round has left, 0 if it has no clock. */
    long leftMillis(int round);

    /** Says up to which event its client has heard all. */
    void heard(long sequence);

    /** Says that the connection is gone. */
    void detach(MatchConnection matchConnection);
}
