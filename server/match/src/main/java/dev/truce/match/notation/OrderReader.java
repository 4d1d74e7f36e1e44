package dev.truce.match.notation;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.NearWord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Reads the notation of one side's orders: {@code RECIP=20; PORT=80}, with long ids and qualified words too, in any case, with
 * full-width signs, or {@code HOLD}. Judges words and ladders, not what is legal in a round.
 */
public final class OrderReader {
    /** Longest text that is looked at; all nine instruments of a side need less than 200 characters. */
    public static final int MAX_CHARACTERS = 1024;

    private static final String SYNTAX = "WORD=level; WORD=level, HOLD";

    private OrderReader() {}

    /** Orders, or what is wrong with the first wrong one. */
    public sealed interface Reading {
        /** The orders. */
        record Read(Orders orders) implements Reading {}

        /**
         * The text is no orders.
         *
         * @param refusal what is wrong; its field is the wrong word as it was written, at most 24 characters of it
         * @param at index in the text at which the wrong part begins, from 0
         * @param near what may have been meant: near words, the levels below and above, or two orders that conflict; may be empty
         * @param instrument the instrument that is named there, or null if none is
         */
        record Wrong(
                Refusal refusal,
                int at,
                List<String> near,
                @Nullable Instrument instrument) implements Reading {
            public Wrong {
                near = List.copyOf(near);
            }

            /** What is wrong. */
            public NotationFault code() {
                return (NotationFault) refusal.code();
            }
        }
    }

    /** Reads the orders of a side. */
    public static Reading read(String text, Side side, Scenario scenario) {
        if (text.length() > MAX_CHARACTERS) {
            return syntax(MAX_CHARACTERS, "", "refused.order_syntax.orders", MAX_CHARACTERS);
        }
        String ascii = ascii(text);
        if (ascii.strip().equalsIgnoreCase("HOLD")) {
            return new Reading.Read(Orders.HOLD);
        }
        if (ascii.isBlank()) {
            return syntax(0, "", "refused.order_syntax.none");
        }
        Map<Instrument, Order> orders = new EnumMap<>(Instrument.class);
        int at = 0;
        for (String part : ascii.split(";", -1)) {
            if (!part.isBlank()) {
                int begin = at + part.indexOf(part.strip());
                Object read = order(part.strip(), begin, side, scenario);
                if (read instanceof Reading.Wrong wrong) {
                    return wrong;
                }
                Order order = (Order) read;
                Order other = orders.put(order.instrument(), order);
                if (other != null && other.level() != order.level()) {
                    return conflict(other, order, begin, scenario);
                }
            }
            at += part.length() + 1;
        }
        return orders.isEmpty()
                ? syntax(0, "", "refused.order_syntax.none")
                : new Reading.Read(Orders.of(orders.values()));
    }

    /** Returns a text with the full-width signs of Chinese input as ASCII, character for character. */
    public static String ascii(String text) {
        return text.replace('；', ';')
                .replace('：', ':')
                .replace('，', ',')
                .replace('＝', '=')
                .replace('　', ' ');
    }

    private static Object order(String part, int at, Side side, Scenario scenario) {
        int sign = part.indexOf('=');
        if (sign < 0) {
            return syntax(at, part, "refused.order_syntax", shown(part));
        }
        String word = part.substring(0, sign).strip();
        Optional<Instrument> instrument = Instrument.find(word, side);
        if (instrument.isEmpty()) {
            return unknown(word, at, side);
        }
        if (instrument.get().holder() != side) {
            return notYours(instrument.get(), word, at, side);
        }
        InstrumentSpec spec = scenario.spec(instrument.get());
        String written = part.substring(sign + 1).strip();
        int level = LevelReader.level(written, spec);
        if (level >= 0) {
            return new Order(instrument.get(), level);
        }
        int place = at + sign + 1 + part.substring(sign + 1).indexOf(written);
        Refusal refusal = Refusal.of(NotationFault.LEVEL_NOT_ON_LADDER, shown(written))
                .because("refused.no-level", instrument.get().word(), "'" + shown(written) + "'")
                .legal(ladder(spec));
        return new Reading.Wrong(refusal, place, LevelReader.nearest(written, spec), instrument.get());
    }

    private static Reading.Wrong unknown(String word, int at, Side side) {
        Optional<Instrument> theirs = Instrument.find(word, side.other());
        if (theirs.isPresent()) {
            return notYours(theirs.get(), word, at, side);
        }
        List<String> words = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Instrument instrument : Instrument.of(side)) {
            words.add(instrument.word());
            ids.add(instrument.id());
        }
        List<String> near = NearWord.all(word, words);
        Refusal refusal = Refusal.of(NotationFault.UNKNOWN_INSTRUMENT, shown(word))
                .because("refused.unknown_instrument.word", shown(word))
                .legal(String.join(" ", words));
        return new Reading.Wrong(refusal, at, near.isEmpty() ? NearWord.all(word, ids) : near, null);
    }

    private static Reading.Wrong notYours(Instrument instrument, String word, int at, Side side) {
        Refusal refusal = Refusal.of(NotationFault.NOT_YOUR_INSTRUMENT, shown(word))
                .because("refused.held-by", shown(word), side.other())
                .legal(words(side));
        return new Reading.Wrong(refusal, at, List.of(), instrument);
    }

    private static Reading.Wrong conflict(Order one, Order two, int at, Scenario scenario) {
        List<String> both = List.of(OrderText.of(one, scenario), OrderText.of(two, scenario));
        Refusal refusal = Refusal.of(
                        NotationFault.CONFLICTING_ORDERS, two.instrument().word())
                .because("refused.conflicting_orders.together", both.get(0), both.get(1))
                .legal(String.join(" ", both));
        return new Reading.Wrong(refusal, at, both, two.instrument());
    }

    private static Reading.Wrong syntax(int at, String field, String sentence, Object... named) {
        Refusal refusal = Refusal.of(NotationFault.ORDER_SYNTAX, shown(field))
                .because(sentence, named)
                .legal(SYNTAX);
        return new Reading.Wrong(refusal, at, List.of(), null);
    }

    static String words(Side side) {
        StringJoiner words = new StringJoiner(" ");
        for (Instrument instrument : Instrument.of(side)) {
            words.add(instrument.word());
        }
        return words.toString();
    }

    private static String ladder(InstrumentSpec spec) {
        StringJoiner tokens = new StringJoiner(" ");
        for (Rung rung : spec.ladder()) {
            tokens.add(rung.token());
        }
        return tokens.toString();
    }

    private static String shown(String word) {
        return word.length() <= 24 ? word : word.substring(0, Character.isHighSurrogate(word.charAt(23)) ? 23 : 24);
    }
}
