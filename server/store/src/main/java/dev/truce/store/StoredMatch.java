package dev.truce.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored of one match.
 *
 * @param room its room
 * @param seats the seats that are held
 * @param tokens the tokens that open them, oldest first
 * @param clock what was left of the open round, or null if no round was timed
 * @param inputs accepted inputs in order
 * @param rounds rounds that were resolved, in order
 * @param lossAccepted whether the server went on once although the end of the journal was lost
 * @param last number of the last entry
 */
public record StoredMatch(
        StoredRoom room,
        List<StoredSeat> seats,
        List<StoredToken> tokens,
        @Nullable StoredClock clock,
        List<StoredInput> inputs,
        List<StoredRound> rounds,
        boolean lossAccepted,
        long last) {
    public StoredMatch {
        seats = List.copyOf(seats);
        tokens = List.copyOf(tokens);
        inputs = List.copyOf(inputs);
        rounds = List.copyOf(rounds);
    }
}
