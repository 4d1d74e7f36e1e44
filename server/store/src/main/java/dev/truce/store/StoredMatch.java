package dev.truce.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored of one match.
 *
 * @param room its room
 * @param seats the seats that are held
 * @param tokens the tokens that open them
 * @param clock what was left of the open round, or null if no round was timed
 * @param inputs accepted inputs in order, in the encoding of the host; the first has sequence 1 and none is missing
 */
public record StoredMatch(
        StoredRoom room,
        List<StoredSeat> seats,
        List<StoredToken> tokens,
        @Nullable StoredClock clock,
        List<byte[]> inputs) {
    public StoredMatch {
        seats = List.copyOf(seats);
        tokens = List.copyOf(tokens);
        inputs = List.copyOf(inputs);
    }
}
