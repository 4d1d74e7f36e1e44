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

    /**
     * An accepted input.
     *
     * @param seq number of its entry
     * @param payload what it says, in the encoding of the host
     */
    public record StoredInput(long seq, byte[] payload) {}

    /**
     * A round that was resolved.
     *
     * @param seq number of its entry
     * @param round its number, from 1
     * @param link the record's link of that round
     */
    public record StoredRound(long seq, int round, byte[] link) {}
}
