package dev.truce.cli.seat;

import java.util.List;

/** Tells what may be typed next. */
@FunctionalInterface
public interface Completer {
    /**
     * Returns the words that may stand where the cursor is and begin as typed.
     *
     * @param before the words before it on the line
     * @param typed the beginning of the word, may be empty
     */
    List<String> candidates(List<String> before, String typed);
}
