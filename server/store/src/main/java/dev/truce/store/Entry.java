package dev.truce.store;

import java.util.List;

/** One thing to be written. */
public sealed interface Entry {
    /** The match that it is about. */
    String matchId();

    /** A room was opened. */
    record RoomOpened(StoredRoom room) implements Entry {
        @Override
        public String matchId() {
            return room.matchId();
        }
    }

    /** A seat was taken. */
    record SeatTaken(String matchId, StoredSeat seat) implements Entry {}

    /** A token was issued, and others ceased to be valid. */
    record TokenIssued(String matchId, StoredToken token, List<String> revokedHashes) implements Entry {
        public TokenIssued {
            revokedHashes = List.copyOf(revokedHashes);
        }
    }

    /** Tokens ceased to be valid. */
    record TokensRevoked(String matchId, List<String> hashes) implements Entry {
        public TokensRevoked {
            hashes = List.copyOf(hashes);
        }
    }

    /**
     * An input was accepted.
     *
     * @param sequence its place among the inputs of the match, from 1 without gaps; two hosts that believe they own a match
     *     collide here
     */
    record InputAccepted(String matchId, long sequence, byte[] payload) implements Entry {}

    /** So much of the open round is left. */
    record ClockRead(String matchId, StoredClock clock) implements Entry {}

    /** The match of a room ended. */
    record MatchEnded(String matchId, long endedUnixMillis) implements Entry {}

    /** The room died: its code is free again and opens nothing. The match stays. */
    record RoomClosed(String matchId) implements Entry {}
}
