package dev.truce.match.deed;

import dev.truce.engine.board.Side;

/**
 * All that can be done with a match from outside of its seats. Nobody has judged it yet. The family of a kind says who may ask for it,
 * so a kind of neither family does not compile.
 */
public sealed interface HostAct {
    /** Returns what a handler of every kind makes of this one. */
    <R> R in(Cases<R> cases);

    /** What the owner of a room may do, from any place in it. */
    sealed interface OfOwner extends HostAct {}

    /** What only the server itself does. */
    sealed interface OfServer extends HostAct {}

    /**
     * Handles every kind of act; a new kind does not compile before every implementation has a method for it.
     *
     * @param <R> what comes of it
     */
    interface Cases<R> {
        /** The match begins. */
        R start(Start act);

        /** A shock card is played. */
        R playCard(PlayCard act);

        /** The match ends before its time. */
        R abandon(Abandon act);

        /** The clock of a round has run down. */
        R timeUp(TimeUp act);

        /** Everything stands still. */
        R pause(Pause act);

        /** Everything goes on. */
        R unpause(Unpause act);

        /** A round gets more time, or less. */
        R extend(Extend act);

        /** A seat gets time of its own. */
        R grant(Grant act);

        /** A round is closed now. */
        R advance(Advance act);

        /** Something is said to everybody. */
        R announce(Announce act);

        /** Something is said to one seat. */
        R message(Message act);

        /** A shock card is taken back. */
        R withdrawCard(WithdrawCard act);

        /** A bot takes a seat over. */
        R standIn(StandIn act);

        /** A seat is given back to its person. */
        R handBack(HandBack act);

        /** A seat is left empty. */
        R vacate(Vacate act);

        /** A seat is taken away from its person. */
        R revoke(Revoke act);

        /** The places of observers are taken away. */
        R revokeObservers(RevokeObservers act);

        /** A round opens. */
        R openRound(OpenRound act);

        /** A round that is shut is resolved. */
        R reveal(Reveal act);

        /** Another round is the last. */
        R endWith(EndWith act);
    }

    /** Opens the first round. */
    record Start() implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.start(this);
        }
    }

    /**
     * Plays a shock card, which takes effect when a round is resolved. Everybody hears of it when that round opens, or at once if it is
     * open.
     *
     * @param round the open round or a later one
     * @param card as {@link dev.truce.engine.orders.CardName} reads it
     */
    record PlayCard(int round, String card) implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.playCard(this);
        }
    }

    /** Ends the match before its last round. */
    record Abandon(String reason) implements OfServer {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.abandon(this);
        }
    }

    /**
     * The clock of a round has run down.
     *
     * @param round the round that is meant
     * @param timer number of the timer that ran down; a timer that another has replaced changes nothing
     */
    record TimeUp(int round, long timer) implements OfServer {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.timeUp(this);
        }
    }

    /** Stops the time of everybody: until {@link Unpause} nothing is taken from a seat, words neither. */
    record Pause() implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.pause(this);
        }
    }

    /** Lets time go on where it stood. */
    record Unpause() implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.unpause(this);
        }
    }

    /**
     * Gives the open round more time, or less.
     *
     * @param round the round that is meant
     * @param millis how much, negative for less; at most an hour
     */
    record Extend(int round, long millis) implements OfOwner {
        /** Most that is given or taken at once, so that a mistyped unit is found. */
        public static final long MAX_MILLIS = 3_600_000;

        /**
         * Checks the time.
         *
         * @throws IllegalArgumentException if it is nothing, or more than an hour
         */
        public Extend {
            if (!isInRange(millis)) {
                throw new IllegalArgumentException(millis + " ms, expected 1.." + MAX_MILLIS + " or as much less");
            }
        }

        /** Returns whether so much can be given or taken at once. */
        public static boolean isInRange(long millis) {
            return millis != 0 && millis >= -MAX_MILLIS && millis <= MAX_MILLIS;
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.extend(this);
        }
    }

    /**
     * Gives a seat time of its own in the open round, after that of all others.
     *
     * @param round the round that is meant
     * @param millis how much, at most an hour
     * @param side whose delegation
     * @param seat number of the seat, 0 for the head
     */
    record Grant(int round, long millis, Side side, int seat) implements OfOwner {
        /**
         * Checks the time.
         *
         * @throws IllegalArgumentException if it is not positive, or more than an hour
         */
        public Grant {
            if (millis <= 0 || millis > Extend.MAX_MILLIS) {
                throw new IllegalArgumentException(millis + " ms, expected 1.." + Extend.MAX_MILLIS);
            }
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.grant(this);
        }
    }

    /**
     * Closes the open round now, even if seats are not ready.
     *
     * @param round the round that is meant
     * @param expected hash of what was shown of its consequences; if something else would happen now, the act is refused and the refusal
     *     shows what
     */
    record Advance(int round, String expected) implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.advance(this);
        }
    }

    /**
     * Says something to everybody. It changes nothing.
     *
     * @param number number of the announcement in its class, 0 outside classes
     * @param text what is said
     */
    record Announce(int number, String text) implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.announce(this);
        }
    }

    /**
     * Says something to one seat. It changes nothing. The others of its delegation hear that it was told something, and not what.
     *
     * @param side whose delegation
     * @param seat number of the seat, 0 for the head
     * @param text what is said; empty for a seat that may not know
     */
    record Message(Side side, int seat, String text) implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.message(this);
        }
    }

    /**
     * Takes a shock card back that the host has played into a round that is not open yet.
     *
     * @param round the round
     * @param card as {@link dev.truce.engine.orders.CardName} reads it
     */
    record WithdrawCard(int round, String card) implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.withdrawCard(this);
        }
    }

    /**
     * Lets a bot act in place of who sits on a seat. Orders that the seat has sealed are void, and its drafts and votes; its offers and
     * acceptances stand, since they are its side's.
     *
     * @param side whose delegation
     * @param seat number of the seat, 0 for the head
     * @param bot its name in the roster
     */
    record StandIn(Side side, int seat, String bot) implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.standIn(this);
        }
    }

    /**
     * Gives a seat back to its person. What the bot has sealed stays, so that nobody breaks a treaty by coming back late; the seat is not
     * ready. A seat that was empty decides its instruments again from the next opening on.
     *
     * @param side whose delegation
     * @param seat number of the seat, 0 for the head
     */
    record HandBack(Side side, int seat) implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.handBack(this);
        }
    }

    /**
     * Leaves a minister's seat empty until a bot or its person takes it. Orders that it has sealed are void, and its drafts and votes. From the
     * next opening on the head decides its instruments; no round waits for it.
     *
     * @param side whose delegation
     * @param seat number of the seat; a head's is never empty
     */
    record Vacate(Side side, int seat) implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.vacate(this);
        }
    }

    /**
     * Takes a seat away from the person who came into the room to it: nothing that he has opens it any more, and what he has sealed in the open round is
     * void, with his drafts and votes. Another may take the seat by the code of the room.
     *
     * @param side whose delegation
     * @param seat number of the seat, 0 for the head
     */
    record Revoke(Side side, int seat) implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.revoke(this);
        }
    }

    /**
     * Takes the places of all observers away but that of the person who opened the room: nothing that they have opens them any more. The match
     * does not hear of it.
     */
    record RevokeObservers() implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.revokeObservers(this);
        }
    }

    /**
     * Opens the next round of a match whose rounds wait for the host.
     *
     * @param round the round that is meant
     * @param windowMillis how long it stays open, 0 for no limit, {@link #USUAL} for as long as was agreed for all rounds
     */
    record OpenRound(int round, long windowMillis) implements OfOwner {
        /** As long as was agreed for all rounds of the match. */
        public static final long USUAL = -1;

        /** Longest window: a week, so that a mistyped unit is found. */
        public static final long MAX_MILLIS = 7L * 24 * 3600 * 1000;

        /**
         * Checks the window.
         *
         * @throws IllegalArgumentException if it is longer than a week, or less than nothing
         */
        public OpenRound {
            if (windowMillis < USUAL || windowMillis > MAX_MILLIS) {
                throw new IllegalArgumentException(windowMillis + " ms, expected 0.." + MAX_MILLIS);
            }
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.openRound(this);
        }
    }

    /**
     * Resolves a round that is shut.
     *
     * @param round the round that is meant
     */
    record Reveal(int round) implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.reveal(this);
        }
    }

    /**
     * Makes another round the last of a match whose number of rounds all know. That round has not opened yet, so that nobody plays his last
     * round without knowing, and no round comes after those that were agreed.
     *
     * @param round the last round
     */
    record EndWith(int round) implements OfOwner {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.endWith(this);
        }
    }
}
