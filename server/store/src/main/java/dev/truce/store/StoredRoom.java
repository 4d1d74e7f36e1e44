package dev.truce.store;

import org.jspecify.annotations.Nullable;

/**
 * A room with its one match, without the match's inputs.
 *
 * @param matchId id of the match, unique for ever
 * @param code what others type to join, or null once the room has died and its code is free again
 * @param ruleset rules that the match is played by, for example {@code busan-1.0.0}
 * @param scenarioId scenario that is played
 * @param scenarioHash hash of its parsed values
 * @param setup all else that makes this match what it is, in the encoding of the host; holds the seed
 * @param createdUnixMillis when it was opened
 * @param started whether its match has begun
 * @param endedUnixMillis when its match ended, 0 while it has not
 * @param classId the class of which the room is a table, or null
 * @param table number of the table in its class, 0 outside classes
 */
public record StoredRoom(
        String matchId,
        @Nullable String code,
        String ruleset,
        String scenarioId,
        String scenarioHash,
        byte[] setup,
        long createdUnixMillis,
        boolean started,
        long endedUnixMillis,
        @Nullable String classId,
        int table) {

    /** A room outside classes. */
    public StoredRoom(
            String matchId,
            @Nullable String code,
            String ruleset,
            String scenarioId,
            String scenarioHash,
            byte[] setup,
            long createdUnixMillis,
            boolean started,
            long endedUnixMillis) {
        this(
                matchId,
                code,
                ruleset,
                scenarioId,
                scenarioHash,
                setup,
                createdUnixMillis,
                started,
                endedUnixMillis,
                null,
                0);
    }

    /** Returns whether the match has ended. */
    public boolean hasEnded() {
        return endedUnixMillis != 0;
    }

    /** Returns the room with another code and another end of its match. */
    public StoredRoom changed(@Nullable String newCode, long newEndedUnixMillis) {
        return new StoredRoom(
                matchId,
                newCode,
                ruleset,
                scenarioId,
                scenarioHash,
                setup,
                createdUnixMillis,
                started,
                newEndedUnixMillis,
                classId,
                table);
    }

    /** Returns the room as a table of a class. */
    public StoredRoom atTable(String ofClass, int number) {
        return new StoredRoom(
                matchId,
                code,
                ruleset,
                scenarioId,
                scenarioHash,
                setup,
                createdUnixMillis,
                started,
                endedUnixMillis,
                ofClass,
                number);
    }

    /** Returns the room once its match has begun. */
    public StoredRoom begun() {
        return new StoredRoom(
                matchId,
                code,
                ruleset,
                scenarioId,
                scenarioHash,
                setup,
                createdUnixMillis,
                true,
                endedUnixMillis,
                classId,
                table);
    }
}
