package dev.truce.cli.terminal;

/** Single keys of a person who watches, without a line editor. */
public interface Keys extends AutoCloseable {
    /** What was typed. */
    enum Key {
        /** Nothing in that time. */
        NONE,
        /** Any key but the next. */
        ANY,
        /** The wish to leave: Ctrl-C, or the end of the input. */
        LEAVE
    }

    /** Waits for a key, as long as {@code millis}. */
    Key await(long millis) throws InterruptedException;

    /** Puts the terminal back as it was. */
    @Override
    default void close() {}
}
