package dev.truce.match.notation;

import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads deeds as {@link DeedNotation} prints them and people type them: one at a time, or a line with semicolons between them,
 * {@code ACCEPT CN-2; RECIP=20; PORT=50}. Each item of a line is read for itself, so that one that is wrong leaves the others standing.
 * Judges words and ladders, not what is legal in a round, nor whether an offer is there.
 */
public final class DeedReader {
    /** Longest line that is looked at. */
    public static final int MAX_CHARACTERS = 8_192;

    /** Most characters of a wrong word that a refusal names. */
    public static final int MAX_SHOWN = 24;

    /** Most items of a line, as many as a seat may change in a round; the rest is one wrong item. */
    public static final int MAX_ITEMS = Limits.MAX_CHANGES;

    private static final Pattern HEAD = Pattern.compile("([A-Za-z]+)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern DONE = Pattern.compile("(UN)?READY([^A-Z0-9_].*)?", Pattern.CASE_INSENSITIVE);
    private final Writing by;

    /**
     * Makes a reader of full forms.
     *
     * @param side who writes
     * @param round the round in which it is written, from which the last rounds of offers count
     */
    public DeedReader(Side side, int round, Scenario scenario) {
        this(side, round, scenario, ReadingContext.NONE);
    }

    /**
     * Makes a reader of short forms too.
     *
     * @param side who writes
     * @param round the round in which it is written, from which the last rounds of offers count
     * @param context what short forms refer to
     */
    public DeedReader(Side side, int round, Scenario scenario, ReadingContext context) {
        this.by = new Writing(side, round, scenario, context);
    }

    /**
     * Reads all items of a line, in order; blank ones are left out. Each order is an item of its own.
     *
     * @return for each a deed, or a refusal whose code is a {@link NotationFault} and whose field is the item as it was written, at most
     *     24 characters of it
     */
    public List<Reply<Deed>> read(String line) {
        if (line.length() > MAX_CHARACTERS) {
            return List.of(tooLong(line, "refused.order_syntax.long", MAX_CHARACTERS));
        }
        List<Reply<Deed>> readings = new ArrayList<>();
        for (String part : parts(line)) {
            if (readings.size() == MAX_ITEMS) {
                readings.add(tooLong(part, "refused.order_syntax.many", MAX_ITEMS));
                break;
            }
            readings.add(reading(part, false));
        }
        return readings;
    }

    /**
     * Reads one deed; orders may be several, and end with whether the seat is done.
     *
     * @return the deed; the terms of an acceptance are hashed if the text names the hash, else the hash is empty; refused as by
     *     {@link #read}
     */
    public Reply<Deed> deed(String text) {
        return text.length() > MAX_CHARACTERS
                ? tooLong(text, "refused.order_syntax.long", MAX_CHARACTERS)
                : reading(text, true);
    }

    private Deed whole(String text) throws DeedSyntax {
        List<String> parts = parts(text);
        String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        if (parts.size() > 1 && DONE.matcher(last).matches()) {
            String before = text.substring(0, text.lastIndexOf(last)).strip();
            if (read(before.substring(0, before.length() - 1), true) instanceof Deed.Submit orders
                    && read(last, false) instanceof Deed.Ready ready) {
                return orders.withReady(ready);
            }
        }
        return read(text, true);
    }

    private static Reply<Deed> tooLong(String text, String sentence, int most) {
        return Reply.refused(Refusal.of(NotationFault.ORDER_SYNTAX, shown(text)).because(sentence, most));
    }

    private Reply<Deed> reading(String part, boolean whole) {
        String stripped = part.strip();
        try {
            return Reply.done(whole ? whole(stripped) : read(stripped, false));
        } catch (DeedSyntax wrong) {
            return Reply.refused(wrong.refusal(shown(stripped)));
        }
    }

    private Deed read(String text, boolean whole) throws DeedSyntax {
        int quote = text.indexOf('"');
        String lead = quote < 0 ? text : text.substring(0, quote);
        Matcher head = HEAD.matcher(lead.replace('　', ' ') + text.substring(lead.length()));
        if (!head.matches()) {
            return new Deed.Submit(orders(text, whole));
        }
        String words = head.group(2) == null ? "" : head.group(2).strip();
        Deed deed = DeedNotation.read(head.group(1), words, by);
        return deed == null ? new Deed.Submit(orders(text, whole)) : deed;
    }

    private List<RequestedOrder> orders(String text, boolean whole) throws DeedSyntax {
        return whole ? by.orders(text) : by.oneOrder(text);
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

    static String shown(String word) {
        return word.length() <= MAX_SHOWN
                ? word
                : word.substring(0, Character.isHighSurrogate(word.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN);
    }
}
