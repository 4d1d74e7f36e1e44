package dev.truce.protocol.message;

/** How a seat of a class is in the open round. */
public enum SeatState {
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
