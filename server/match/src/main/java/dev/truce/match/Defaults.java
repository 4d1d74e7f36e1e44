package dev.truce.match;

import dev.truce.engine.board.Side;
import dev.truce.engine.state.ChainHash;
import dev.truce.engine.state.StateHash;
import dev.truce.match.record.OrdersOrigin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What would be done for each seat if the round were closed now. Sealed orders are not among it, and not in its hash: they stay sealed.
 *
 * @param round the open round
 * @param seats one entry a seat, in canonical order
 */
public record Defaults(int round, List<OfSeat> seats) {
    private static final String BETWEEN = ", ";

    /** Digits of the hash: as many as a person can compare, and enough that no two lists of one round share it. */
    private static final int HASH_DIGITS = 16;

    /**
     * How a seat comes to its orders. Sealed orders are not told.
     *
     * @param ready whether it is done with the round
     * @param kept what its absence policy orders, in the notation of orders; empty if that is nothing
     * @param bot the bot that stands in on it, or empty
     * @param next the bot that its absence policy seats once the round is over, or empty
     */
    public record OfSeat(Seat seat, OrdersOrigin origin, boolean ready, String kept, String bot, String next) {
        private static final Pattern SHOWN = Pattern.compile(
                "(US|CN)\\.(head|[0-9]) ([a-z-]+)( ready)?(?: by ([a-z0-9-]+))?(?: then ([a-z0-9-]+))?(?:: (.+))?");

        /** Returns what decides about the orders: {@code US.head sealed}. */
        @Override
        public String toString() {
            return seat + " " + origin.word();
        }

        /** Returns all of it, for who may know it: {@code CN.head kept then negotiator: RECIP=0; SOY=10}. */
        public String shown() {
            return this
                    + (ready && origin != OrdersOrigin.READY ? " ready" : "")
                    + (bot.isEmpty() ? "" : " by " + bot)
                    + (next.isEmpty() ? "" : " then " + next)
                    + (kept.isEmpty() ? "" : ": " + kept);
        }

        /** Reads what {@link #shown} wrote; empty if it is something else. */
        static Optional<OfSeat> read(String shown) {
            Matcher matcher = SHOWN.matcher(shown);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String number = matcher.group(2);
            Seat seat = new Seat(Side.valueOf(matcher.group(1)), number.equals("head") ? 0 : Integer.parseInt(number));
            Optional<OrdersOrigin> origin = Arrays.stream(OrdersOrigin.values())
                    .filter(each -> each.word().equals(matcher.group(3)))
                    .findFirst();
            return origin.map(how -> new OfSeat(
                    seat,
                    how,
                    matcher.group(4) != null || how == OrdersOrigin.READY,
                    Objects.requireNonNullElse(matcher.group(7), ""),
                    Objects.requireNonNullElse(matcher.group(5), ""),
                    Objects.requireNonNullElse(matcher.group(6), "")));
        }
    }

    public Defaults {
        seats = List.copyOf(seats);
    }

    /** Returns all of it in one line: {@code US.head sealed, CN.head absent}. */
    public String text() {
        StringJoiner text = new StringJoiner(BETWEEN);
        seats.forEach(each -> text.add(each.toString()));
        return text.toString();
    }

    /** Returns all of it in one line for who may know what absence policies order. */
    public String shown() {
        return seats.stream().map(OfSeat::shown).collect(Collectors.joining(BETWEEN));
    }

    /** Reads the seats that {@link #shown} wrote; empty if the text is something else. */
    public static List<OfSeat> read(String shown) {
        List<OfSeat> seats = new ArrayList<>();
        for (String each : shown.split(BETWEEN)) {
            Optional<OfSeat> seat = OfSeat.read(each);
            if (seat.isEmpty()) {
                return List.of();
            }
            seats.add(seat.get());
        }
        return seats;
    }

    /** Returns what somebody names who has seen this and nothing else. */
    public String hash() {
        byte[] shown = (round + ": " + text()).getBytes(StandardCharsets.UTF_8);
        return StateHash.hex(ChainHash.next(new byte[ChainHash.BYTES], shown, new byte[0]))
                .substring(0, HASH_DIGITS);
    }
}
