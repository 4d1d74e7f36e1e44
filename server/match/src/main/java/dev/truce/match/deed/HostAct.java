package dev.truce.match.deed;

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
}
