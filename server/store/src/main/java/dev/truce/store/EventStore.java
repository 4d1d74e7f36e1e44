package dev.truce.store;

import dev.truce.store.Batch.Appended;
import dev.truce.store.BrokenStream.BrokenStreamException;
import java.util.List;
import java.util.Optional;

/**
 * Where the journal is kept: streams of entries that only grow. A stream is a match with its room, or a class; all that is durable about it shares
 * one sequence of numbers, from 1 without gaps, and each entry is chained to the one before. {@link #append}, {@link #beat} and
 * {@link #reopen} are called from one thread only; the other methods from any thread.
 */
public interface EventStore extends AutoCloseable {

    /** Returns what the store says about itself. */
    StoreFacts facts();

    /**
     * Appends a group, all of it or nothing but for batches that are fenced, and returns when it is durable.
     *
     * @param group at least one batch; batches of one stream stand in their order
     */
    Appended append(List<Batch> group);

    /**
     * Opens the store again after an append whose end is not known.
     *
     * @throws StoreException if it cannot be opened yet, or has lost what it had acknowledged
     */
    void reopen();

    /**
     * Writes a sign of life.
     *
     * @throws StoreException if it could not; the store takes nothing more before it is reopened
     */
    void beat(NodeBeat beat);

    /** Returns the last sign of life of a start of a node. */
    Optional<NodeBeat> lastBeat(String incarnation);

    /** Returns the rooms that still have a code, oldest first. */
    List<StoredRoom> openRooms();

    /** Returns the streams that may still be needed: rooms with a code, open classes with their tables, and those whose room is missing. */
    List<String> openStreams();

    /** Returns all streams of which there is a trace. */
    List<String> allStreams();

    /** Returns the number of the last entry of a stream, 0 if there is none. */
    long last(String stream);

    /**
     * Returns all that is stored of a match, after its chain has been verified.
     *
     * @throws BrokenStreamException if it is not as it was written
     */
    Optional<StoredMatch> match(String stream);

    /** Verifies the chain of a stream and what was derived from it. */
    Optional<BrokenStream> check(String stream);

    /** Returns the ids of the classes that are open, oldest first. */
    List<String> openClasses();

    /** Returns the classes that were opened under a code, those that are closed too, the newest last; without what happened in them. */
    List<StoredClass> classesOpened(String code);

    /**
     * Returns the classes that are closed, with the codes that they had, the newest first; without what happened in them. One that cannot be read is left out.
     *
     * @param most how many
     */
    List<StoredClass> newestClosed(int most);

    /** Returns the same of all classes of which nothing has been written since they were closed: what ends with them may not have been told. */
    List<StoredClass> closedLast();

    /**
     * Returns all that is stored of a class, after its chain has been verified.
     *
     * @throws BrokenStreamException if it is not as it was written
     */
    Optional<StoredClass> classOf(String stream);

    /** Returns the list of a class, by the numbers of its members. */
    List<StoredMember> members(String classId);

    /** Returns the match that a token opens. */
    Optional<String> matchOfToken(String tokenHash);

    /** Closes the store; nothing may be called afterwards. */
    @Override
    void close();

    /**
     * What a store says about itself.
     *
     * @param format version of the journal's format
     * @param group number of the last group that is durable, 0 if there is none
     * @param digest digest of all links, 64 hex digits
     * @param witnessed whether a witness outside the database was there when the store was opened
     */
    record StoreFacts(int format, long group, String digest, boolean witnessed) {}

    /**
     * A sign of life of a node, by which the clocks of its matches are known after a crash.
     *
     * @param incarnation one start of one node, at most 36 characters
     * @param aliveNanos how long it has been running
     * @param beat counts its signs of life
     */
    record NodeBeat(String incarnation, long aliveNanos, long beat) {}
}
