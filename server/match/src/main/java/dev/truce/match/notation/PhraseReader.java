package dev.truce.match.notation;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line of phrases: {@code ACCEPT CN-2; RECIP=20; PORT=50}. Each is read for itself, so that one that is wrong leaves the
 * others standing. Judges words and ladders, not what is legal in a round, nor whether an offer is there.
 */
public final class PhraseReader {
    /** Longest line that is looked at. */
    public static final int MOST_CHARACTERS = 8_192;

    /** Most phrases in a line; the rest is one wrong phrase. */
    public static final int MOST_PHRASES = 64;

    private static final Pattern HEAD = Pattern.compile("([A-Za-z]+)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern OFFER = Pattern.compile("(?:(\\S+)\\s*)??(\\{.*)");
    private static final Pattern SHORT_ID = Pattern.compile("O([1-9][0-9]{0,3})");
    private static final Pattern THREAT = Pattern.compile("(\\S+)\\s+BY\\s+R?([0-9]{1,2})(?:\\s+UNLESS\\s+(\\S.*))?");
    private static final Pattern SAY = Pattern.compile("(\\S+)\\s+\"(.*)\"", Pattern.DOTALL);
    private static final String FORMS =
            "WORD=level, HOLD, OFFER, COUNTER, ACCEPT, REJECT, WITHDRAW, NOTICE, REASSURE, WARN," + " THREATEN or SAY";

    private final Side side;
    private final int round;
    private final Scenario scenario;

    /**
     * Makes a reader.
     *
     * @param side who writes
     * @param round the round in which it is written, from which the last rounds of offers count
     */
    public PhraseReader(Side side, int round, Scenario scenario) {
        this.side = side;
        this.round = round;
        this.scenario = scenario;
    }

    /** A phrase, or what is wrong with it. */
    public sealed interface Reading {
        /** The phrase. */
        record Read(Phrase phrase) implements Reading {}

        /**
         * It is none.
         *
         * @param code what is wrong
         * @param written as it was written, at most 24 characters of it
         * @param detail one sentence that names the wrong thing
         * @param legal what would be right there
         */
        record Wrong(NotationFault code, String written, String detail, String legal) implements Reading {}
    }

    /** Reads all phrases of a line, in order; blank ones are left out. */
    public List<Reading> read(String line) {
        if (line.length() > MOST_CHARACTERS) {
            return List.of(new Reading.Wrong(
                    NotationFault.ORDER_SYNTAX,
                    shown(line),
                    "a line has at most " + MOST_CHARACTERS + " characters",
                    "a shorter line"));
        }
        List<Reading> readings = new ArrayList<>();
        for (String part : parts(line)) {
            if (readings.size() == MOST_PHRASES) {
                readings.add(new Reading.Wrong(
                        NotationFault.ORDER_SYNTAX,
                        shown(part),
                        "a line has at most " + MOST_PHRASES + " items",
                        "fewer items"));
                break;
            }
            readings.add(phrase(part));
        }
        return readings;
    }

    /** Reads one phrase. */
    public Reading phrase(String part) {
        try {
            String stripped = part.strip();
            // Words are taken as they stand; everywhere else full-width signs mean the same as the others.
            boolean words = stripped.regionMatches(true, 0, "SAY ", 0, 4);
            return new Reading.Read(read(words, words ? stripped : OrderReader.ascii(stripped)));
        } catch (PhraseSyntax wrong) {
            return new Reading.Wrong(wrong.code(), shown(part.strip()), wrong.detail(), wrong.legal());
        }
    }

    private Phrase read(boolean words, String part) throws PhraseSyntax {
        if (words) {
            return say(part.substring(4).strip());
        }
        Matcher head = HEAD.matcher(part);
        if (!head.matches()) {
            return new Phrase.Sets(order(part));
        }
        String rest = head.group(2) == null ? "" : head.group(2).strip();
        return switch (head.group(1).toUpperCase(Locale.ROOT)) {
            case "HOLD" -> alone(new Phrase.Holds(), rest);
            case "NOTICE" -> alone(new Phrase.GivesNotice(), rest);
            case "REASSURE" -> alone(said(new Statement.Reassure()), rest);
            case "WARN" -> alone(said(new Statement.Warn()), rest);
            case "THREATEN" -> said(threat(rest));
            case "OFFER" -> offer(rest);
            case "COUNTER" -> counter(rest);
            case "ACCEPT" -> new Phrase.Accepts(id(rest, side.other()));
            case "REJECT" -> new Phrase.Rejects(id(rest, side.other()));
            case "WITHDRAW" -> new Phrase.Withdraws(id(rest, side));
            case "SAY" -> say("");
            default -> new Phrase.Sets(order(part));
        };
    }

    private static Phrase alone(Phrase phrase, String rest) throws PhraseSyntax {
        if (!rest.isEmpty()) {
            throw syntax("nothing follows that word, but '" + shown(rest) + "' does", FORMS);
        }
        return phrase;
    }

    private Order order(String part) throws PhraseSyntax {
        OrderReader.Reading reading = OrderReader.read(part, side, scenario);
        if (reading instanceof OrderReader.Reading.Wrong wrong) {
            throw new PhraseSyntax(wrong.code(), wrong.detail(), wrong.legal());
        }
        List<Order> orders = ((OrderReader.Reading.Read) reading).orders().list();
        if (orders.size() != 1) {
            throw syntax("expected one order", "WORD=level");
        }
        return orders.get(0);
    }

    private Phrase offer(String rest) throws PhraseSyntax {
        Matcher offer = OFFER.matcher(rest);
        if (!offer.matches()) {
            throw new PhraseSyntax(NotationFault.BAD_TERMS, "an offer stands in braces", "OFFER o {RENEW; for 4}");
        }
        return new Phrase.Offers(TermsReader.read(offer.group(2).strip(), side, round, scenario));
    }

    private Phrase counter(String rest) throws PhraseSyntax {
        Matcher offer = OFFER.matcher(rest);
        if (!offer.matches() || offer.group(1) == null) {
            throw new PhraseSyntax(
                    NotationFault.BAD_TERMS,
                    "a counter-offer names what it answers and stands in braces",
                    "COUNTER " + side.other() + "-1 {RENEW; for 4}");
        }
        OfferId answers = id(offer.group(1), side.other());
        return new Phrase.Counters(answers, TermsReader.read(offer.group(2).strip(), side, round, scenario));
    }

    private static OfferId id(String text, Side maker) throws PhraseSyntax {
        String upper = text.toUpperCase(Locale.ROOT);
        Matcher number = SHORT_ID.matcher(upper);
        if (number.matches()) {
            return new OfferId(maker, Integer.parseInt(number.group(1)));
        }
        try {
            OfferId id = OfferId.parse(upper);
            if (id.side() == maker) {
                return id;
            }
        } catch (IllegalArgumentException none) {
            // Told below, with what would be right for this word.
        }
        throw new PhraseSyntax(
                NotationFault.UNKNOWN_OFFER,
                "'" + shown(text) + "' names no offer of " + maker,
                "the name of an offer of " + maker + ", like " + maker + "-1");
    }

    private Statement threat(String rest) throws PhraseSyntax {
        Matcher threat = THREAT.matcher(rest.toUpperCase(Locale.ROOT));
        if (!threat.matches()) {
            throw syntax("a threat names a level and a round", "THREATEN PORT=80 by r5 unless US.PORT<=0");
        }
        Order order = order(threat.group(1));
        String unless = threat.group(3);
        @Nullable Pledge kept = unless == null ? null : TermsReader.clause(unless.strip(), side.other(), scenario);
        if (kept != null && kept.instrument().holder() == side) {
            throw new PhraseSyntax(
                    NotationFault.NOT_YOUR_INSTRUMENT,
                    "a threat is averted by a clause of the other side",
                    "an instrument of " + side.other());
        }
        return new Statement.Threaten(order.instrument(), order.level(), Integer.parseInt(threat.group(2)), kept);
    }

    private static Phrase said(Statement statement) {
        return new Phrase.Says(Channel.PUBLIC, "", statement);
    }

    private static Phrase say(String rest) throws PhraseSyntax {
        Matcher say = SAY.matcher(rest);
        if (!say.matches()) {
            throw new PhraseSyntax(NotationFault.BAD_TEXT, "words stand in quotes", "SAY all \"text\"");
        }
        Channel channel = switch (say.group(1).toLowerCase(Locale.ROOT)) {
            case "all" -> Channel.PUBLIC;
            case "other" -> Channel.OTHER_SIDE;
            case "own" -> Channel.DELEGATION;
            default ->
                throw new PhraseSyntax(
                        NotationFault.BAD_TEXT, "'" + shown(say.group(1)) + "' is no audience", "all, other or own");
        };
        return new Phrase.Says(channel, unescaped(say.group(2)), null);
    }

    private static String unescaped(String quoted) throws PhraseSyntax {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c == '\\') {
                i++;
                c = i < quoted.length() ? quoted.charAt(i) : '\0';
                if (c != '"' && c != '\\') {
                    throw new PhraseSyntax(
                            NotationFault.BAD_TEXT, "a backslash stands before a quote or a backslash", "\\\"");
                }
            } else if (c == '"') {
                throw new PhraseSyntax(
                        NotationFault.BAD_TEXT, "a quote inside a text has a backslash before it", "\\\"");
            }
            text.append(c);
        }
        if (text.isEmpty()) {
            throw new PhraseSyntax(NotationFault.BAD_TEXT, "there are no words", "SAY all \"text\"");
        }
        return text.toString();
    }

    /** Splits at semicolons outside braces and quotes. */
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean braces = false;
        boolean quotes = false;
        for (int i = 0; i <= line.length(); i++) {
            char c = i < line.length() ? line.charAt(i) : ';';
            boolean isLast = i == line.length();
            if (quotes && c == '\\') {
                i = Math.min(i + 1, line.length() - 1);
            } else if (c == '"' && !braces) {
                quotes = !quotes;
            } else if (!quotes && (c == '{' || c == '}')) {
                braces = c == '{';
            } else if ((c == ';' || c == '；') && (isLast || (!quotes && !braces))) {
                String part = line.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }

    private static PhraseSyntax syntax(String detail, String legal) {
        return new PhraseSyntax(NotationFault.ORDER_SYNTAX, detail, legal);
    }

    static String shown(String word) {
        return word.length() <= 24 ? word : word.substring(0, Character.isHighSurrogate(word.charAt(23)) ? 23 : 24);
    }
}
