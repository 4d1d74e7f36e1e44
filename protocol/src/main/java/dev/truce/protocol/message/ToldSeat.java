package dev.truce.protocol.message;

/** What can be said of a seat of a class by what is told of it. */
public interface ToldSeat {
    /** After so long without a deed somebody counts as idle. */
    long IDLE_MILLIS = 120_000;

    /** Returns the number of its member, 0 for none. */
    int member();

    /** Returns whether the member is connected. */
    boolean here();

    /** Returns the bot that acts there, or an empty text. */
    String bot();

    /** Returns whether it was left empty. */
    boolean vacant();

    /** Returns whether it has sealed orders for the open round. */
    boolean submitted();

    /** Returns whether it is ready. */
    boolean ready();

    /** Returns since when its person has done nothing in this round, 0 if nobody has sat there. */
    long quietSinceUnixMillis();

    /** Returns whether a person sits there who is not connected, whatever that person has done before. */
    default boolean isGone() {
        return bot().isEmpty() && !vacant() && member() != 0 && !here();
    }

    /** Returns how the seat is in the open round. */
    default SeatState state(long nowUnixMillis) {
        if (!bot().isEmpty()) {
            return SeatState.BOT;
        } else if (vacant() || member() == 0) {
            return SeatState.VACANT;
        } else if (ready()) {
            return SeatState.READY;
        } else if (!here()) {
            return SeatState.AWAY;
        }
        if (submitted()) {
            return SeatState.SEALED;
        }
        boolean idle = quietSinceUnixMillis() > 0 && nowUnixMillis - quietSinceUnixMillis() >= IDLE_MILLIS;
        return idle ? SeatState.IDLE : SeatState.WORKS;
    }

    /** How a seat of a class is in the open round. */
    enum SeatState {
        /** Its person is done, here or not. */
        READY,
        /** Its person has sealed orders and is not done. */
        SEALED,
        /** Its person is here and has sealed nothing. */
        WORKS,
        /** Its person is here, has sealed nothing and has done nothing for two minutes. */
        IDLE,
        /** Its person is not here, and not done. */
        AWAY,
        /** A bot acts on it. */
        BOT,
        /** It has no member. */
        VACANT;

        /** Returns whether a person has to do something before the round can shut. */
        public boolean isWaitedFor() {
            return this == SEALED || this == WORKS || this == IDLE || this == AWAY;
        }
    }
}
