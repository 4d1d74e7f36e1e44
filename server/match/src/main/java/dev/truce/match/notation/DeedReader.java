package dev.truce.match.notation;

import dev.truce.engine.Limits;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads deeds as {@link DeedText} prints them and people type them: one at a time, or a line with semicolons between them,
 * {@code ACCEPT CN-2; RECIP=20; PORT=50}. Each item of a line is read for itself, so that one that is wrong leaves the others standing.
 * Judges words and ladders, not what is legal in a round, nor whether an offer is there.
 */
public final class DeedReader {
    /** Longest line that is looked at. */
    public static final int MAX_CHARACTERS = 8_192;

    /** Most items of a line, as many as a seat may change in a round; the rest is one wrong item. */
    public static final int MAX_ITEMS = Limits.MAX_CHANGES;

    private static final Pattern HEAD = Pattern.compile("([A-Za-z]+)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern OFFER = Pattern.compile("(?:(\\S+)\\s*)??(\\{.*)");
    private static final Pattern SHORT_ID = Pattern.compile("O([1-9][0-9]{0,3})");
    private static final Pattern THREAT = Pattern.compile("(\\S+)\\s+BY\\s+R?([0-9]{1,2})(?:\\s+UNLESS\\s+(\\S.*))?");
    private static final Pattern SAY =
            Pattern.compile("SAY\\s+(\\S+)\\s+\"(.*)\"", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCEPTANCE = Pattern.compile("(\\S+)(?:\\s+#([0-9A-Fa-f]{16}))?");
    private static final Pattern HEARD = Pattern.compile("HEARD\\s+([0-9]{1,9})");
    private static final Pattern VOTE = Pattern.compile("(HEAD|[0-9]{1,4})\\s+(YES|NO)");
    private static final Pattern DRAFT = Pattern.compile("\\{(.*)}");
    private static final String FORMS =
            "WORD=level, HOLD, UNDO, READY, OFFER, COUNTER, ACCEPT, REJECT, WITHDRAW, NOTICE, REASSURE, WARN,"
                    + " THREATEN, SAY, DRAFT, VOTE";

    private final Side side;
    private final int round;
    private final Scenario scenario;

    /**
     * Makes a reader.
     *
     * @param side who writes
     * @param round the round in which it is written, from which the last rounds of offers count
     */
    public DeedReader(Side side, int round, Scenario scenario) {
        this.side = side;
        this.round = round;
        this.scenario = scenario;
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
     * Reads one deed; orders may be several.
     *
     * @return the deed; the terms of an acceptance are hashed if the text names the hash, else the hash is empty; refused as by
     *     {@link #read}
     */
    public Reply<Deed> deed(String text) {
        return text.length() > MAX_CHARACTERS
                ? tooLong(text, "refused.order_syntax.long", MAX_CHARACTERS)
                : reading(text, true);
    }

    private static Reply<Deed> tooLong(String text, String sentence, int most) {
        return Reply.refused(Refusal.of(NotationFault.ORDER_SYNTAX, shown(text)).because(sentence, most));
    }

    private Reply<Deed> reading(String part, boolean whole) {
        String stripped = part.strip();
        try {
            return Reply.done(read(stripped, whole));
        } catch (DeedSyntax wrong) {
            return Reply.refused(wrong.refusal(shown(stripped)));
        }
    }

    private Deed read(String text, boolean whole) throws DeedSyntax {
        // Words are taken as they stand; everywhere else full-width signs mean the same as the others.
        int quote = text.indexOf('"');
        String part = quote < 0
                ? OrderReader.ascii(text)
                : OrderReader.ascii(text.substring(0, quote)) + text.substring(quote);
        Matcher head = HEAD.matcher(part);
        if (!head.matches()) {
            return new Deed.Submit(orders(part, whole));
        }
        String rest = head.group(2) == null ? "" : head.group(2).strip();
        return switch (head.group(1).toUpperCase(Locale.ROOT)) {
            case "HOLD" -> alone(new Deed.Submit(List.of()), rest);
            case "UNDO" -> alone(new Deed.Undo(), rest);
            case "READY" -> new Deed.Ready(true, heard(rest));
            case "UNREADY" -> new Deed.Ready(false, heard(rest));
            case "NOTICE" ->
                rest.equalsIgnoreCase("BACK") ? new Deed.GiveNotice(false) : alone(new Deed.GiveNotice(true), rest);
            case "REASSURE", "WARN", "THREATEN" -> state(head.group(1).toUpperCase(Locale.ROOT), rest);
            case "OFFER" -> offer(rest);
            case "COUNTER" -> counter(rest);
            case "ACCEPT" -> accept(rest);
            case "REJECT", "REFUSE" -> new Deed.Refuse(id(rest, side.other()));
            case "WITHDRAW" -> new Deed.Withdraw(id(rest, side));
            case "SAY" -> say(part);
            case "DRAFT" -> draft(rest);
            case "VOTE" -> vote(rest);
            default -> new Deed.Submit(orders(part, whole));
        };
    }

    private static Deed alone(Deed deed, String rest) throws DeedSyntax {
        if (!rest.isEmpty()) {
            throw nothingFollows(rest, FORMS);
        }
        return deed;
    }

    private static DeedSyntax nothingFollows(String rest, String legal) {
        return syntax("refused.order_syntax.follows", legal, shown(rest));
    }

    private static int heard(String rest) throws DeedSyntax {
        Matcher heard = HEARD.matcher(rest.toUpperCase(Locale.ROOT));
        if (!rest.isEmpty() && !heard.matches()) {
            throw nothingFollows(rest, "READY heard 2");
        }
        return rest.isEmpty() ? 0 : Integer.parseInt(heard.group(1));
    }

    private List<RequestedOrder> orders(String part, boolean whole) throws DeedSyntax {
        OrderReader.Reading reading = OrderReader.read(part, side, scenario);
        if (reading instanceof OrderReader.Reading.Wrong wrong) {
            throw new DeedSyntax(wrong.refusal());
        }
        List<RequestedOrder> orders = Deed.requested(((OrderReader.Reading.Read) reading).orders());
        if (!whole && orders.size() != 1) {
            throw syntax("refused.order_syntax.one", "WORD=level");
        }
        return orders;
    }

    private Order order(String part) throws DeedSyntax {
        return Deed.ordered(orders(part, false)).list().get(0);
    }

    private Deed draft(String rest) throws DeedSyntax {
        Matcher draft = DRAFT.matcher(rest);
        return new Deed.PutDraft(orders(draft.matches() ? draft.group(1) : rest, true));
    }

    private static Deed vote(String rest) throws DeedSyntax {
        Matcher vote = VOTE.matcher(rest.toUpperCase(Locale.ROOT));
        if (!vote.matches()) {
            throw syntax("refused.order_syntax.vote", "VOTE 2 no");
        }
        int drafter = vote.group(1).equals("HEAD") ? 0 : Integer.parseInt(vote.group(1));
        return new Deed.Vote(drafter, vote.group(2).equals("YES"));
    }

    private Deed offer(String rest) throws DeedSyntax {
        Matcher offer = OFFER.matcher(rest);
        if (!offer.matches()) {
            throw new DeedSyntax(NotationFault.BAD_TERMS, TermsReader.IN_BRACES, "OFFER {RENEW; for 4}");
        }
        return new Deed.MakeOffer(TermsReader.read(offer.group(2).strip(), side, round, scenario), null);
    }

    private Deed counter(String rest) throws DeedSyntax {
        Matcher offer = OFFER.matcher(rest);
        if (!offer.matches() || offer.group(1) == null) {
            throw new DeedSyntax(
                    NotationFault.BAD_TERMS,
                    "refused.bad_terms.counter",
                    "COUNTER " + side.other() + "-1 {RENEW; for 4}");
        }
        OfferId answers = id(offer.group(1), side.other());
        return new Deed.MakeOffer(TermsReader.read(offer.group(2).strip(), side, round, scenario), answers);
    }

    private Deed accept(String rest) throws DeedSyntax {
        Matcher acceptance = ACCEPTANCE.matcher(rest);
        boolean hashed = acceptance.matches() && acceptance.group(2) != null;
        OfferId offer = id(acceptance.matches() ? acceptance.group(1) : rest, side.other());
        return new Deed.Accept(offer, hashed ? acceptance.group(2).toLowerCase(Locale.ROOT) : "");
    }

    private static OfferId id(String text, Side maker) throws DeedSyntax {
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
        throw new DeedSyntax(
                NotationFault.UNKNOWN_OFFER, "refused.unknown_offer.name", maker + "-1", shown(text), maker);
    }

    /** Reads a statement, which words may follow: {@code WARN SAY all "Mind what you do."}. */
    private Deed state(String word, String rest) throws DeedSyntax {
        int quote = rest.indexOf('"');
        String before = quote < 0 ? rest : rest.substring(0, quote);
        int words = quote < 0 ? -1 : before.toUpperCase(Locale.ROOT).lastIndexOf("SAY ");
        Statement statement = statement(word, (words < 0 ? rest : rest.substring(0, words)).strip());
        if (words < 0) {
            return new Deed.Say(Channel.PUBLIC, "", statement);
        }
        Matcher say = SAY.matcher(rest.substring(words));
        if (!say.matches()) {
            throw notQuoted();
        }
        return new Deed.Say(channel(say.group(1)), unescaped(say.group(2)), statement);
    }

    private Statement statement(String word, String rest) throws DeedSyntax {
        if (word.equals("THREATEN")) {
            return threat(rest);
        } else if (!rest.isEmpty()) {
            throw nothingFollows(rest, FORMS);
        }
        return word.equals("WARN") ? new Statement.Warn() : new Statement.Reassure();
    }

    private Statement threat(String rest) throws DeedSyntax {
        Matcher threat = THREAT.matcher(rest.toUpperCase(Locale.ROOT));
        if (!threat.matches()) {
            throw syntax("refused.order_syntax.threat", "THREATEN PORT=80 by r5 unless US.PORT<=0");
        }
        Order order = order(threat.group(1));
        String unless = threat.group(3);
        @Nullable Pledge kept = unless == null ? null : TermsReader.clause(unless.strip(), side.other(), scenario);
        if (kept != null && kept.instrument().holder() == side) {
            throw new DeedSyntax(
                    NotationFault.NOT_YOUR_INSTRUMENT,
                    "refused.not_your_instrument.condition",
                    OrderReader.words(side.other()),
                    side.other());
        }
        return new Statement.Threaten(order.instrument(), order.level(), Integer.parseInt(threat.group(2)), kept);
    }

    private static Deed say(String part) throws DeedSyntax {
        Matcher say = SAY.matcher(part);
        if (!say.matches()) {
            throw notQuoted();
        }
        Channel channel = channel(say.group(1));
        String text = unescaped(say.group(2));
        if (text.isEmpty()) {
            throw new DeedSyntax(NotationFault.BAD_TEXT, "refused.bad_text.none", "SAY all \"text\"");
        }
        return new Deed.Say(channel, text, null);
    }

    private static DeedSyntax notQuoted() {
        return new DeedSyntax(NotationFault.BAD_TEXT, "refused.bad_text.quotes", "SAY all \"text\"");
    }

    private static Channel channel(String word) throws DeedSyntax {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "all" -> Channel.PUBLIC;
            case "other" -> Channel.OTHER_SIDE;
            case "own" -> Channel.DELEGATION;
            default ->
                throw new DeedSyntax(
                        NotationFault.BAD_TEXT, "refused.bad_text.audience", "all, other, own", shown(word));
        };
    }

    /** Returns the text between quotes, in which a backslash stands before a quote or a backslash. */
    static String unescaped(String quoted) throws DeedSyntax {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c == '\\') {
                i++;
                c = i < quoted.length() ? quoted.charAt(i) : '\0';
                if (c != '"' && c != '\\') {
                    throw new DeedSyntax(NotationFault.BAD_TEXT, "refused.bad_text.backslash", "\\\"");
                }
            } else if (c == '"') {
                throw new DeedSyntax(NotationFault.BAD_TEXT, "refused.bad_text.quote", "\\\"");
            }
            text.append(c);
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

    private static DeedSyntax syntax(String sentence, String legal, Object... named) {
        return new DeedSyntax(NotationFault.ORDER_SYNTAX, sentence, legal, named);
    }

    static String shown(String word) {
        return word.length() <= 24 ? word : word.substring(0, Character.isHighSurrogate(word.charAt(23)) ? 23 : 24);
    }
}
