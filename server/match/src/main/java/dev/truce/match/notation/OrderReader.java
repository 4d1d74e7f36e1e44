package dev.truce.match.notation;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Reads the notation of one side's orders: {@code RECIP=20; PORT=80}, with long ids and qualified words too, in any case, with
 * full-width signs or without a sign, {@code recip 20}, or {@code HOLD}. Judges words and ladders, not what is legal in a round.
 */
public final class OrderReader {
    /** Longest text that is looked at; all nine instruments of a side need less than 200 characters. */
    public static final int MAX_CHARACTERS = 1024;

    private static final String SYNTAX = "WORD=level; WORD=level, HOLD";

    /** The full-width forms of ASCII, from the exclamation mark to the tilde. */
    private static final char FIRST_WIDE = '！';

    private static final char LAST_WIDE = '～';

    private OrderReader() {}

    /**
     * Reads the orders of a side.
     *
     * @return the orders, at most one an instrument; or a refusal whose code is a {@link NotationFault} and whose field is the first
     *     wrong word as it was written, at most 24 characters of it
     */
    public static Reply<Orders> read(String text, Side side, Scenario scenario) {
        try {
            return Reply.done(orders(text, side, scenario));
        } catch (DeedSyntax wrong) {
            return Reply.refused(wrong.refusal());
        }
    }

    static Orders orders(String text, Side side, Scenario scenario) throws DeedSyntax {
        if (text.length() > MAX_CHARACTERS) {
            throw syntax(text, "refused.order_syntax.orders", MAX_CHARACTERS);
        }
        String ascii = ascii(text);
        if (ascii.strip().equalsIgnoreCase("HOLD")) {
            return Orders.HOLD;
        }
        Map<Instrument, Order> orders = new EnumMap<>(Instrument.class);
        for (String part : ascii.split(";", -1)) {
            if (!part.isBlank()) {
                Order order = order(part.strip(), side, scenario);
                Order other = orders.put(order.instrument(), order);
                if (other != null && other.level() != order.level()) {
                    throw conflict(other, order, scenario);
                }
            }
        }
        if (orders.isEmpty()) {
            throw syntax("", "refused.order_syntax.none");
        }
        return Orders.of(orders.values());
    }

    /** Returns a text with the full-width letters, digits and signs of Chinese input, and signs of one character for two, as ASCII. */
    public static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '　' -> ascii.append(' ');
                case '≤' -> ascii.append("<=");
                case '≥' -> ascii.append(">=");
                default -> ascii.append(c >= FIRST_WIDE && c <= LAST_WIDE ? (char) (c - FIRST_WIDE + '!') : c);
            }
        }
        return ascii.toString();
    }

    private static Order order(String part, Side side, Scenario scenario) throws DeedSyntax {
        int sign = part.indexOf('=');
        String word =
                sign < 0 ? part.split("\\s", 2)[0] : part.substring(0, sign).strip();
        String written = sign < 0
                ? part.substring(word.length()).strip()
                : part.substring(sign + 1).strip();
        Optional<Instrument> own = scenario.instruments().find(word, side);
        Optional<Instrument> any = own.or(() -> scenario.instruments().find(word, side.other()));
        if (any.isEmpty()) {
            throw sign < 0
                    ? syntax(part, "refused.order_syntax", DeedReader.shown(part))
                    : wrong(
                            NotationFault.UNKNOWN_INSTRUMENT,
                            word,
                            "refused.unknown_instrument.word",
                            words(side, scenario));
        }
        Instrument instrument = any.get();
        if (instrument.holder() != side) {
            throw new DeedSyntax(Refusal.of(NotationFault.NOT_YOUR_INSTRUMENT, DeedReader.shown(word))
                    .because("refused.held-by", DeedReader.shown(word), side.other())
                    .legal(words(side, scenario)));
        }
        InstrumentSpec spec = scenario.spec(instrument);
        int level = LevelReader.level(written, spec);
        if (level < 0) {
            throw noLevel(instrument.word(), written, spec);
        }
        return new Order(instrument, level);
    }

    /**
     * Says that an instrument has no such level.
     *
     * @param word the instrument, as it is to be written there
     * @param written the level as it was written; may be empty
     */
    static DeedSyntax noLevel(String word, String written, InstrumentSpec spec) {
        StringJoiner tokens = new StringJoiner(" ");
        for (Rung rung : spec.ladder()) {
            tokens.add(rung.token());
        }
        Refusal refusal = Refusal.of(NotationFault.LEVEL_NOT_ON_LADDER, DeedReader.shown(written));
        return new DeedSyntax((written.isEmpty()
                        ? refusal.because("refused.no-level.missing", word)
                        : refusal.because("refused.no-level", word, "'" + DeedReader.shown(written) + "'"))
                .legal(tokens));
    }

    private static DeedSyntax conflict(Order one, Order two, Scenario scenario) {
        List<String> both = List.of(OrderText.of(one, scenario), OrderText.of(two, scenario));
        return new DeedSyntax(
                Refusal.of(NotationFault.CONFLICTING_ORDERS, two.instrument().word())
                        .because("refused.conflicting_orders.together", both.get(0), both.get(1))
                        .legal(String.join(" ", both)));
    }

    private static DeedSyntax syntax(String field, String sentence, Object... named) {
        return new DeedSyntax(Refusal.of(NotationFault.ORDER_SYNTAX, DeedReader.shown(field))
                .because(sentence, named)
                .legal(SYNTAX));
    }

    private static DeedSyntax wrong(NotationFault code, String word, String sentence, String legal) {
        return new DeedSyntax(Refusal.of(code, DeedReader.shown(word))
                .because(sentence, DeedReader.shown(word))
                .legal(legal));
    }

    static String words(Side side, Scenario scenario) {
        StringJoiner words = new StringJoiner(" ");
        for (Instrument instrument : scenario.instruments().of(side)) {
            words.add(instrument.word());
        }
        return words.toString();
    }
}
