package dev.truce.match.notation;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the notation of one side's orders: {@code RECIP=20; PORT=80}, long ids and qualified words too, any case, or
 * {@code HOLD}. Judges words and ladders, not what is legal in a round.
 */
public final class OrderReader {
    /** Longest text that is looked at; all nine instruments of a side need less than 200 characters. */
    public static final int MOST_CHARACTERS = 1024;

    private OrderReader() {}

    /** Orders, or what is wrong with the first wrong one. */
    public sealed interface Reading {
        /** The orders. */
        record Read(Orders orders) implements Reading {}

        /**
         * The text is no orders.
         *
         * @param code {@code ORDER_SYNTAX}, or a name of {@link dev.truce.engine.orders.RefusalCode}
         * @param at index in the text at which the wrong part begins, from 0
         * @param detail what is wrong
         * @param legal what would be right
         */
        record Wrong(String code, int at, String detail, String legal) implements Reading {}
    }

    /** Reads the orders of a side. */
    public static Reading read(String text, Side side, Scenario scenario) {
        if (text.length() > MOST_CHARACTERS) {
            return new Reading.Wrong(
                    "ORDER_SYNTAX", MOST_CHARACTERS, "longer than " + MOST_CHARACTERS + " characters", "HOLD");
        }
        if (text.strip().equalsIgnoreCase("HOLD")) {
            return new Reading.Read(Orders.HOLD);
        }
        Map<Instrument, Order> orders = new EnumMap<>(Instrument.class);
        int at = 0;
        for (String part : text.split(";", -1)) {
            Object read = order(part, at, side, scenario);
            if (read instanceof Reading.Wrong wrong) {
                return wrong;
            }
            Order order = (Order) read;
            if (orders.putIfAbsent(order.instrument(), order) != null) {
                return new Reading.Wrong(
                        "CONFLICTING_ORDERS", at, order.instrument().word() + " is ordered twice", "one order each");
            }
            at += part.length() + 1;
        }
        return new Reading.Read(Orders.of(orders.values()));
    }

    private static Object order(String part, int at, Side side, Scenario scenario) {
        int sign = part.indexOf('=');
        if (sign < 0) {
            return new Reading.Wrong("ORDER_SYNTAX", at, "'" + part.strip() + "' is no order", "WORD=level");
        }
        String word = part.substring(0, sign).strip();
        Optional<Instrument> instrument = Instrument.find(word, side);
        if (instrument.isEmpty()) {
            return new Reading.Wrong("UNKNOWN_INSTRUMENT", at, "'" + word + "' is no instrument", words(side));
        }
        if (instrument.get().holder() != side) {
            return new Reading.Wrong("NOT_YOUR_INSTRUMENT", at, word + " is held by " + side.other(), words(side));
        }
        InstrumentSpec spec = scenario.spec(instrument.get());
        String token = part.substring(sign + 1).strip();
        int level = spec.levelOf(token);
        if (level < 0) {
            return new Reading.Wrong("LEVEL_NOT_ON_LADDER", at, word + " has no level '" + token + "'", ladder(spec));
        }
        return new Order(instrument.get(), level);
    }

    private static String words(Side side) {
        StringBuilder words = new StringBuilder();
        for (Instrument instrument : Instrument.of(side)) {
            words.append(words.isEmpty() ? "" : " ").append(instrument.word());
        }
        return words.toString();
    }

    private static String ladder(InstrumentSpec spec) {
        StringBuilder tokens = new StringBuilder();
        for (Rung rung : spec.ladder()) {
            tokens.append(tokens.isEmpty() ? "" : " ").append(rung.token());
        }
        return tokens.toString();
    }
}
