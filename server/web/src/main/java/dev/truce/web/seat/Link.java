package dev.truce.web.seat;

/** What a seat in a room needs of the browser: a socket to the server that the page came from, and time. */
public interface Link {
    /** Connects, after which the line is told that it is open or closed. */
    void open();

    /** Sends one message. */
    void send(byte[] message);

    /** Closes the connection, after which the line is told so. */
    void drop();

    /** Wakes the line with a number after so many milliseconds. */
    void wake(int timer, int millis);

    /** Milliseconds of a clock that never goes back. */
    long now();

    /** Hears of the {@link Link} that it has. */
    interface LinkListener {
        /** The browser has connected. */
        void opened();

        /** The connection is closed, or could not be made. */
        void dropped();

        /** A message has come. */
        void heard(byte[] message);

        /** The time of a timer has come. */
        void woken(int timer);
    }
}
