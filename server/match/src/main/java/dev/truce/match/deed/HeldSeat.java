package dev.truce.match.deed;

/** What can be said of a seat on which somebody acts. */
public interface HeldSeat {
    /** Returns who acts on it. */
    SeatHolder holder();

    /** Returns the name of the bot that acts, or an empty text. */
    default String bot() {
        return holder() instanceof SeatHolder.Bot bot ? bot.name() : "";
    }
}
