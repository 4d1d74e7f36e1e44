package dev.truce.match.notation;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Statement;
import dev.truce.match.deed.Deed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints and reads public statements: a row a kind. The word of a row is also the command by which a player makes it, the type that
 * programs are told, and the end of the keys of its texts.
 */
public final class StatementNotation {
    /** A word, and what stands after it. */
    private static final Pattern NAMED = Pattern.compile("([^\\s\"]+)(?:\\s+(.*))?", Pattern.DOTALL);
    /** What stands before the words of a threat, with the sign after it. */
    private static final Pattern LEAD = Pattern.compile("[^\":：]*[:：]?");
    /** What is threatened, by when, and the rest. */
    private static final Pattern THREAT = Pattern.compile(
            "([^\\s=]+)\\s*=\\s*(\\S+)\\s+BY\\s+(?:ROUND\\s+|R)?([0-9]{1,3})((?:[\\s:].*)?)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** What would avert it. */
    private static final Pattern UNLESS = Pattern.compile("UNLESS\\s+([^\\s\"][^\"]*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern SAY = Pattern.compile("\\sSAY\\s", Pattern.CASE_INSENSITIVE);

    private static final List<Row<?>> ROWS = List.of(
            bare("REASSURE", new Statement.Reassure()),
            bare("WARN", new Statement.Warn()),
            onInstrument("GUARD", Statement.Guard.class, Statement.Guard::new),
            new Row<>(
                    "THREATEN",
                    Statement.Threaten.class,
                    Takes.ORDER,
                    StatementNotation::parts,
                    StatementNotation::threat,
                    (side, round) -> "RECIP=34 by r" + round + " unless RECIP<=0",
                    StatementNotation::threatened));

    private StatementNotation() {}

    /** What stands after the word of a statement. */
    public enum Takes {
        /** Nothing but words. */
        NOTHING,
        /** An instrument of the speaker. */
        INSTRUMENT,
        /** An order, and a time. */
        ORDER
    }

    /** Reads what stands after the word of a statement, and the words that go with it. */
    private interface Reader {
        Deed.Say read(String words, Writing by, String legal) throws DeedSyntax;
    }

    /**
     * One kind of statement.
     *
     * @param word its word
     * @param takes what stands after the word
     * @param parts what it is about, by names, in the order of its sentence; null for what is left out
     * @param rest what is printed after the word
     * @param example what may stand after the word, for a side, with a round
     * @param reader reads what was printed, and what people type
     */
    private record Row<S extends Statement>(
            String word,
            Class<S> type,
            Takes takes,
            Function<S, Map<String, @Nullable Object>> parts,
            BiFunction<S, Scenario, String> rest,
            BiFunction<Side, Integer, String> example,
            Reader reader) {
        String print(Statement statement, Scenario scenario) {
            return after(rest.apply(type.cast(statement), scenario));
        }

        Map<String, @Nullable Object> named(Statement statement) {
            return parts.apply(type.cast(statement));
        }

        /** A line that can be typed in the round before one. */
        String line(Side side, int round) {
            return after(example.apply(side, round));
        }

        private String after(String text) {
            return text.isEmpty() ? word : word + " " + text;
        }
    }

    private static <S extends Statement> Row<S> bare(String word, S statement) {
        @SuppressWarnings("unchecked") // it is the class of the one value
        Class<S> type = (Class<S>) statement.getClass();
        return new Row<>(
                word,
                type,
                Takes.NOTHING,
                nothing -> Map.of(),
                (nothing, scenario) -> "",
                (side, round) -> "",
                (words, by, legal) -> Speech.stated(statement, words));
    }

    private static <S extends Statement> Row<S> onInstrument(
            String word, Class<S> type, Function<Instrument, S> statement) {
        return new Row<>(
                word,
                type,
                Takes.INSTRUMENT,
                said -> Map.of("instrument", about(said)),
                (said, scenario) -> about(said).word(),
                (side, round) -> BySide.pick(side, "FENT", "SOY"),
                (words, by, legal) -> {
                    Matcher named = NAMED.matcher(words);
                    Instrument instrument = named.matches()
                            ? by.scenario()
                                    .instruments()
                                    .find(named.group(1), by.side())
                                    .orElse(null)
                            : null;
                    if (instrument == null) {
                        throw DeedSyntax.form("refused.order_syntax.instrument", legal);
                    }
                    String said = named.group(2) == null ? "" : named.group(2).strip();
                    return Speech.stated(statement.apply(instrument), said);
                });
    }

    private static Instrument about(Statement statement) {
        Instrument instrument = statement.instrument();
        if (instrument == null) {
            throw new IllegalStateException(statement + " is about no instrument");
        }
        return instrument;
    }

    /** Returns a statement in its canonical notation, such as {@code WARN} or {@code GUARD FENT}. */
    public static String of(Statement statement, Scenario scenario) {
        return row(statement).print(statement, scenario);
    }

    /** Returns the word of a statement. */
    public static String word(Statement statement) {
        return row(statement).word();
    }

    /**
     * Returns what a statement is about, by names, in the order in which its sentence tells it: an {@link Instrument}, an {@link Order}, a
     * round or a {@link Pledge}; null for what is left out.
     */
    public static Map<String, @Nullable Object> named(Statement statement) {
        return row(statement).named(statement);
    }

    /** Returns the words of all kinds. */
    public static List<String> words() {
        return ROWS.stream().map(row -> row.word()).toList();
    }

    /** Returns what stands after a word of a statement. */
    public static Takes takes(String word) {
        return row(word).takes();
    }

    /** Returns whether a word, in any case, is that of a statement. */
    public static boolean isWord(String word) {
        return words().contains(word.toUpperCase(Locale.ROOT));
    }

    /** Returns a line with the word of a statement that a side can type, with a later round if it takes one. */
    public static String example(String word, Side side, int round) {
        return row(word).line(side, round);
    }

    /** Reads what stands after the word of a statement. */
    static Deed.Say read(String word, String words, Writing by) throws DeedSyntax {
        Row<?> row = row(word);
        return row.reader().read(words, by, row.line(by.side(), by.round() + 2));
    }

    private static Row<?> row(String word) {
        for (Row<?> row : ROWS) {
            if (row.word().equalsIgnoreCase(word)) {
                return row;
            }
        }
        throw new IllegalArgumentException(word + " is no word of a statement");
    }

    private static Row<?> row(Statement statement) {
        for (Row<?> row : ROWS) {
            if (row.type().isInstance(statement)) {
                return row;
            }
        }
        throw new IllegalStateException("no row for " + statement.getClass());
    }

    private static Map<String, @Nullable Object> parts(Statement.Threaten threat) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("order", new Order(threat.instrument(), threat.level()));
        parts.put("by_round", threat.byRound());
        parts.put("unless", threat.unless());
        return parts;
    }

    private static String threat(Statement.Threaten threat, Scenario scenario) {
        Pledge unless = threat.unless();
        return OrderText.of(new Order(threat.instrument(), threat.level()), scenario) + " by r" + threat.byRound()
                + (unless == null ? "" : " unless " + TermsNotation.of(unless, scenario));
    }

    private static Deed.Say threatened(String words, Writing by, String legal) throws DeedSyntax {
        Matcher lead = LEAD.matcher(words);
        String before = lead.lookingAt() ? lead.group() : "";
        Matcher threat = THREAT.matcher(OrderReader.ascii(before) + words.substring(before.length()));
        if (!threat.matches()) {
            throw DeedSyntax.form("refused.order_syntax.threat", legal);
        }
        String rest = threat.group(4);
        int colon = rest.indexOf(':');
        Matcher say = SAY.matcher(colon < 0 ? rest : rest.substring(0, colon));
        boolean isAddressed = say.find();
        // Words: after a colon, or as SAY all "...".
        int said = isAddressed ? say.start() : colon < 0 ? rest.length() : colon;
        String condition = rest.substring(0, said).strip();
        Matcher averted = UNLESS.matcher(condition);
        if (!condition.isEmpty() && !averted.matches()) {
            throw DeedSyntax.form("refused.order_syntax.threat", legal);
        }
        Order order = by.order(threat.group(1) + "=" + threat.group(2));
        String unless = condition.isEmpty() ? null : averted.group(1);
        Side other = by.side().other();
        @Nullable Pledge kept = unless == null ? null : TermsNotation.clause(unless.strip(), other, by.scenario());
        if (kept != null && kept.instrument().holder() == by.side()) {
            throw new DeedSyntax(
                    NotationFault.NOT_YOUR_INSTRUMENT,
                    "refused.not_your_instrument.condition",
                    OrderReader.words(other, by.scenario()),
                    other);
        }
        Statement statement =
                new Statement.Threaten(order.instrument(), order.level(), Integer.parseInt(threat.group(3)), kept);
        return isAddressed
                ? Speech.stated(statement, rest.substring(said).strip())
                : Speech.plain(statement, colon < 0 ? "" : rest.substring(colon + 1));
    }
}
