package dev.truce.web.seat;

/** Hears of the {@link Link} that it has. */
public interface LinkListener {
    /** The browser has connected. */
    void opened();

    /** The connection is closed, or could not be made. */
    void dropped();

    /** A message has come. */
    void heard(byte[] message);

    /** The time of a timer has come. */
    void woken(int timer);
}
