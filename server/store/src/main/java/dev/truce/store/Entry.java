package dev.truce.store;

import java.util.List;

/** One durable change of a match or its room. */
public sealed interface Entry {
    /** The room was opened; the first entry of every stream. */
    record RoomOpened(StoredRoom room) implements Entry {}

    /** A seat was taken. */
    record SeatTaken(StoredSeat seat) implements Entry {}

    /** A token was issued, and others ceased to be valid. */
    record TokenIssued(StoredToken token, List<String> revokedHashes) implements Entry {
        public TokenIssued {
            revokedHashes = List.copyOf(revokedHashes);
        }
    }

    /** Tokens ceased to be valid. */
    record TokensRevoked(List<String> hashes) implements Entry {
        public TokensRevoked {
            hashes = List.copyOf(hashes);
        }
    }

    /** An input was accepted; what it says is the host's business. */
    record InputAccepted(byte[] payload) implements Entry {}

    /** The clock of the open round was started, changed or held. */
    record ClockSet(StoredClock clock) implements Entry {}

    /**
     * A round was resolved.
     *
     * @param link the record's link of that round, which a replay has to reach
     */
    record RoundClosed(int round, byte[] link) implements Entry {}

    /** The match ended. */
    record MatchEnded(long endedUnixMillis) implements Entry {}

    /** The room died: its code is free again and opens nothing. The match stays. */
    record RoomClosed() implements Entry {}

    /**
     * A person let the server go on although the end of the journal was lost.
     *
     * @param group number of the last group that was left
     * @param lost number of the last group that had been acknowledged
     */
    record LossAccepted(long group, long lost) implements Entry {}
}
