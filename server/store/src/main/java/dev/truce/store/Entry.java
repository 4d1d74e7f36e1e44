package dev.truce.store;

import java.util.List;

/** One durable change of a match or its room, or of a class. */
public sealed interface Entry {
    /** Does what a set of cases does with entries of this kind. */
    <R> R in(Cases<R> cases);

    /**
     * One case for each kind of entry, so that a new kind fails the build wherever entries are handled.
     *
     * @param <R> result of a case
     */
    interface Cases<R> {
        R roomOpened(RoomOpened entry);

        R seatTaken(SeatTaken entry);

        R tokenIssued(TokenIssued entry);

        /** Tokens cease to be valid. */
        R tokensRevoked(TokensRevoked entry);

        R inputAccepted(InputAccepted entry);

        R clockSet(ClockSet entry);

        /** A round is resolved. */
        R roundClosed(RoundClosed entry);

        R matchEnded(MatchEnded entry);

        /** The room dies. */
        R roomClosed(RoomClosed entry);

        /** The server goes on although entries are lost. */
        R lossAccepted(LossAccepted entry);

        R classOpened(ClassOpened entry);

        /** Something happens in a class. */
        R classActed(ClassActed entry);

        /** A class ends. */
        R classClosed(ClassClosed entry);
    }

    /** The room was opened; the first entry of every stream. */
    record RoomOpened(StoredRoom room) implements Entry {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.roomOpened(this);
        }
    }

    /** A seat was taken, or who sits there has another name. */
    record SeatTaken(StoredSeat seat) implements Entry {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.seatTaken(this);
        }
    }

    /** A token was issued, and others ceased to be valid. */
    record TokenIssued(StoredToken token, List<String> revokedHashes) implements Entry {
        public TokenIssued {
            revokedHashes = List.copyOf(revokedHashes);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.tokenIssued(this);
        }
    }

    /** Tokens ceased to be valid. */
    record TokensRevoked(List<String> hashes) implements Entry {
        public TokensRevoked {
            hashes = List.copyOf(hashes);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.tokensRevoked(this);
        }
    }

    /** An input was accepted; what it says is the host's business. */
    record InputAccepted(byte[] payload) implements Entry {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.inputAccepted(this);
        }
    }

    /** The clock of the open round was started, changed or held. */
    record ClockSet(StoredClock clock) implements Entry {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.clockSet(this);
        }
    }

    /**
     * A round was resolved.
     *
     * @param link the record's link of that round, which a replay has to reach
     */
    record RoundClosed(int round, byte[] link) implements Entry {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.roundClosed(this);
        }
    }

    /** The match ended. */
    record MatchEnded(long endedUnixMillis) implements Entry {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.matchEnded(this);
        }
    }

    /** The room died: its code is free again and opens nothing. The match stays. */
    record RoomClosed() implements Entry {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.roomClosed(this);
        }
    }

    /**
     * A person let the server go on although the end of the journal was lost.
     *
     * @param group number of the last group that was left
     * @param lost number of the last group that had been acknowledged
     */
    record LossAccepted(long group, long lost) implements Entry {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.lossAccepted(this);
        }
    }

    /** A class was opened; the first entry of its stream. */
    record ClassOpened(StoredClass opened) implements Entry {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.classOpened(this);
        }
    }

    /** Something happened in a class; what it says is the host's business, and it names no student. */
    record ClassActed(byte[] payload) implements Entry {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.classActed(this);
        }
    }

    /** The class was closed: its code is free again and opens nothing. */
    record ClassClosed() implements Entry {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.classClosed(this);
        }
    }
}
