package dev.truce.match;

import dev.truce.engine.state.ChainHash;
import dev.truce.engine.state.StateHash;
import dev.truce.match.record.OrdersOrigin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

/**
 * What would be done for each seat if the round were closed now. Sealed orders are not among it, and not in its hash: they stay sealed.
 *
 * @param round the open round
 * @param seats one entry a seat, in canonical order
 */
public record Defaults(int round, List<OfSeat> seats) {
    /** Digits of the hash: as many as a person can compare, and enough that no two lists of one round share it. */
    private static final int HASH_DIGITS = 16;

    /** How a seat comes to its orders. */
    public record OfSeat(Seat seat, OrdersOrigin origin) {
        @Override
        public String toString() {
            return seat + " " + origin.word();
        }
    }

    public Defaults {
        seats = List.copyOf(seats);
    }

    /** Returns all of it in one line: {@code US.head sealed, CN.head absent}. */
    public String text() {
        StringJoiner text = new StringJoiner(", ");
        seats.forEach(each -> text.add(each.toString()));
        return text.toString();
    }

    /** Returns what somebody names who has seen this and nothing else. */
    public String hash() {
        byte[] shown = (round + ": " + text()).getBytes(StandardCharsets.UTF_8);
        return StateHash.hex(ChainHash.next(new byte[ChainHash.BYTES], shown, new byte[0]))
                .substring(0, HASH_DIGITS);
    }
}
