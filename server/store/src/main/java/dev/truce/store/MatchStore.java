package dev.truce.store;

import java.util.List;
import java.util.Optional;

/**
 * Where the journal is kept. {@link #write} is called from one thread only; the other methods from any thread.
 */
public interface MatchStore extends AutoCloseable {

    /**
     * Writes a group, all of it or nothing, and returns when it is durable.
     *
     * @param group entries in the order in which they happened, at least one
     * @throws StoreException if it could not; whether the group is on disk is then unknown until the next start
     */
    void write(List<Entry> group);

    /** Returns the rooms that still have a code, oldest first. */
    List<StoredRoom> openRooms();

    /** Returns all that is stored of a match. */
    Optional<StoredMatch> match(String matchId);

    /** Returns the match that a token opens. */
    Optional<String> matchOfToken(String tokenHash);

    /** Closes the store; nothing may be called afterwards. */
    @Override
    void close();
}
