package dev.truce.cli.terminal;

/** Single keys of a person who watches, without a line editor. */
public interface Keys extends AutoCloseable {
    /** What was typed. */
    enum Key {
        /** Nothing in that time. */
        NONE,
        /** The space bar. */
        SPACE,
        /** The arrow to the left. */
        LEFT,
        /** The letter of the first answer to a question. */
        I,
        /** The letter of the second answer. */
        L,
        /** Any other key. */
        ANY,
        /** The wish to leave: Ctrl-C, or the end of the input. */
        LEAVE
    }

    /** Waits for a key, as long as {@code millis}. */
    Key await(long millis) throws InterruptedException;

    /** Wipes the screen, where there is one. */
    default void clear() {}

    /** Puts the terminal back as it was. */
    @Override
    default void close() {}
}
