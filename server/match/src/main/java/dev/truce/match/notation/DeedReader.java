package dev.truce.match.notation;

import dev.truce.engine.Limits;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
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
    private static final Pattern NAME =
            Pattern.compile("(US|CN|O)?-?([1-9][0-9]{0,3})(?=\\s|\\{|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HASH = Pattern.compile("#([0-9A-Fa-f]{16})");
    private static final Pattern HEARD = Pattern.compile("HEARD\\s+([0-9]{1,9})");
    private static final Pattern VOTE = Pattern.compile("(\\S.*?)\\s+(YES|NO)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DRAFT = Pattern.compile("\\{(.*)}");
    private static final String FORMS =
            "WORD=level, HOLD, UNDO, READY, OFFER, COUNTER, ACCEPT, REJECT, WITHDRAW, NOTICE, "
                    + String.join(", ", StatementNotation.words()) + ", SAY, TELL, WHISPER, DRAFT, VOTE";

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
        int quote = text.indexOf('"');
        String lead = quote < 0 ? text : text.substring(0, quote);
        Matcher head = HEAD.matcher(lead.replace('　', ' ') + text.substring(lead.length()));
        if (!head.matches()) {
            return new Deed.Submit(orders(text, whole));
        }
        // Words are taken as they stand; everywhere else full-width signs mean the same as the others.
        String words = head.group(2) == null ? "" : head.group(2).strip();
        String rest = OrderReader.ascii(words).strip();
        if (StatementNotation.isWord(head.group(1))) {
            return StatementNotation.read(head.group(1), words, by);
        }
        return switch (head.group(1).toUpperCase(Locale.ROOT)) {
            case "HOLD" -> alone(new Deed.Submit(List.of()), rest);
            case "UNDO" -> alone(new Deed.Undo(), rest);
            case "READY" -> new Deed.Ready(true, heard(rest));
            case "UNREADY" -> new Deed.Ready(false, heard(rest));
            case "NOTICE" ->
                rest.equalsIgnoreCase("BACK") ? new Deed.GiveNotice(false) : alone(new Deed.GiveNotice(true), rest);
            case "OFFER" -> offer(rest);
            case "COUNTER" -> counter(rest);
            case "ACCEPT" -> accept(rest);
            case "REJECT", "REFUSE" -> new Deed.Refuse(id(rest, by.side().other()));
            case "WITHDRAW" -> new Deed.Withdraw(id(rest, by.side()));
            case "SAY" -> Speech.said(words);
            case "TELL" -> Speech.told(Channel.OTHER_SIDE, words);
            case "WHISPER" -> Speech.told(Channel.DELEGATION, words);
            case "DRAFT" -> draft(rest);
            case "VOTE" -> vote(rest);
            default -> new Deed.Submit(orders(text, whole));
        };
    }

    private static Deed alone(Deed deed, String rest) throws DeedSyntax {
        if (!rest.isEmpty()) {
            throw nothingFollows(rest, FORMS);
        }
        return deed;
    }

    private static DeedSyntax nothingFollows(String rest, String legal) {
        return DeedSyntax.form("refused.order_syntax.follows", legal, shown(rest));
    }

    private static int heard(String rest) throws DeedSyntax {
        Matcher heard = HEARD.matcher(rest.toUpperCase(Locale.ROOT));
        if (!rest.isEmpty() && !heard.matches()) {
            throw nothingFollows(rest, "READY heard 2");
        }
        return rest.isEmpty() ? 0 : Integer.parseInt(heard.group(1));
    }

    private List<RequestedOrder> orders(String text, boolean whole) throws DeedSyntax {
        return whole ? by.orders(text) : by.oneOrder(text);
    }

    private Deed draft(String rest) throws DeedSyntax {
        Matcher draft = DRAFT.matcher(rest);
        return new Deed.PutDraft(orders(draft.matches() ? draft.group(1) : rest, true));
    }

    private Deed vote(String rest) throws DeedSyntax {
        Matcher vote = VOTE.matcher(rest);
        Integer drafter = vote.matches() ? seat(vote.group(1).toLowerCase(Locale.ROOT)) : null;
        if (drafter == null) {
            throw DeedSyntax.form("refused.order_syntax.vote", "VOTE 2 no");
        }
        return new Deed.Vote(drafter, vote.group(2).equalsIgnoreCase("YES"));
    }

    private @Nullable Integer seat(String word) {
        return word.equals("head")
                ? Integer.valueOf(0)
                : word.matches("[0-9]{1,4}")
                        ? Integer.valueOf(word)
                        : by.context().seats().get(word);
    }

    private Terms terms(String text) throws DeedSyntax {
        return TermsNotation.read(
                text, by.side(), by.round(), by.scenario(), by.context().treaty());
    }

    /** Reads an offer, with a word before its braces that programs may use for it. */
    private Deed offer(String rest) throws DeedSyntax {
        int brace = rest.indexOf('{');
        boolean named = brace > 0 && rest.substring(0, brace).strip().matches("\\S+");
        return new Deed.MakeOffer(terms(named ? rest.substring(brace) : rest), null);
    }

    private Deed counter(String rest) throws DeedSyntax {
        Matcher name = NAME.matcher(rest);
        int brace = rest.indexOf('{');
        if (!name.lookingAt() && brace > 0) {
            throw unknownOffer(rest.substring(0, brace).strip(), by.side().other());
        }
        boolean named = name.lookingAt();
        OfferId answers = id(named ? name.group() : "", by.side().other());
        return new Deed.MakeOffer(terms(named ? rest.substring(name.end()) : rest), answers);
    }

    private Deed accept(String rest) throws DeedSyntax {
        int sign = rest.indexOf('#');
        Matcher hash = HASH.matcher(sign < 0 ? "" : rest.substring(sign));
        OfferId offer = id(
                hash.matches() ? rest.substring(0, sign).strip() : rest,
                by.side().other());
        return new Deed.Accept(offer, hash.matches() ? hash.group(1).toLowerCase(Locale.ROOT) : "");
    }

    /** Reads the name of an offer; without one, the only open offer is meant. */
    private OfferId id(String text, Side maker) throws DeedSyntax {
        if (text.isEmpty()) {
            return onlyOne(maker);
        }
        Matcher name = NAME.matcher(text);
        boolean theirs = name.matches() && side(name.group(1), maker) == maker;
        if (!theirs) {
            throw unknownOffer(text, maker);
        }
        return new OfferId(maker, Integer.parseInt(name.group(2)));
    }

    private static Side side(@Nullable String word, Side maker) {
        return word == null || word.equalsIgnoreCase("O") ? maker : Side.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private OfferId onlyOne(Side maker) throws DeedSyntax {
        List<OfferId> open = by.context().open(maker);
        if (open.size() == 1) {
            return open.get(0);
        }
        StringJoiner names = new StringJoiner(" ");
        open.forEach(id -> names.add(id.toString()));
        throw open.isEmpty()
                ? new DeedSyntax(NotationFault.UNKNOWN_OFFER, "refused.unknown_offer.none", maker + "-1", maker)
                : new DeedSyntax(
                        NotationFault.UNKNOWN_OFFER, "refused.unknown_offer.which", names.toString(), maker, names);
    }

    private static DeedSyntax unknownOffer(String text, Side maker) {
        return new DeedSyntax(
                NotationFault.UNKNOWN_OFFER, "refused.unknown_offer.name", maker + "-1", shown(text), maker);
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
        return word.length() <= 24 ? word : word.substring(0, Character.isHighSurrogate(word.charAt(23)) ? 23 : 24);
    }
}
