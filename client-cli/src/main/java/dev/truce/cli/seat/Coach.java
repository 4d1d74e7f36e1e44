package dev.truce.cli.seat;

import java.util.List;

/** Watches a session and teaches. Called on the session's thread. */
public interface Coach {
    /** Teaches nothing. */
    Coach NONE = new Coach() {
        @Override
        public boolean takes(String line) {
            return false;
        }

        @Override
        public void typed(String command, String line) {}

        @Override
        public List<String> look(Board board, DraftOrders draft) {
            return List.of();
        }
    };

    /** Hears every line before anything is done with it; returns whether it was for the coach. */
    boolean takes(String line);

    /**
     * Is told what has been done with a line.
     *
     * @param command the word of the command; {@code set} for orders alone
     * @param line the whole line
     */
    void typed(String command, String line);

    /** Returns what there is to say after something happened. */
    List<String> look(Board board, DraftOrders draft);

    /** Returns what is to be done now, in one line that stays on the screen; empty if there is nothing. */
    default String task() {
        return "";
    }
}
