package dev.truce.match.notation;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints deeds in their canonical notation, and reads each after its word: a row a kind. {@link DeedReader} reads lines of them. Orders
 * have no word of their own; those are what no row reads.
 */
public final class DeedNotation {
    private static final Pattern HASH = Pattern.compile("#([0-9A-Fa-f]{16})");
    private static final Pattern HEARD = Pattern.compile("HEARD\\s+([0-9]{1,9})");
    private static final Pattern DRAFT = Pattern.compile("\\{(.*)}");

    private static final Map<Class<?>, Printer<Deed>> PRINTERS = new LinkedHashMap<>();
    private static final Map<String, Reader> READERS = new LinkedHashMap<>();

    static {
        kind(Deed.Submit.class, (deed, round, scenario, text) -> {
            orders(deed.orders(), scenario, text);
            Deed.Ready ready = deed.ready();
            if (ready != null) {
                append(ready, round, scenario, text.append("; "));
            }
        });
        word("HOLD", typed -> typed.alone(new Deed.Submit(List.of())));

        kind(Deed.Undo.class, (deed, round, scenario, text) -> text.append("UNDO"));
        word("UNDO", typed -> typed.alone(new Deed.Undo()));

        kind(Deed.Ready.class, (deed, round, scenario, text) -> {
            text.append(deed.ready() ? "READY" : "UNREADY");
            text.append(deed.heard() == 0 ? "" : " heard " + deed.heard());
        });
        word("READY", typed -> new Deed.Ready(true, heard(typed)));
        word("UNREADY", typed -> new Deed.Ready(false, heard(typed)));

        kind(Deed.MakeOffer.class, (deed, round, scenario, text) -> {
            OfferId answers = deed.answers();
            text.append(answers == null ? "OFFER " : "COUNTER " + answers + " ");
            text.append(TermsNotation.of(deed.terms(), round, scenario));
        });
        word("OFFER", DeedNotation::offer);
        word("COUNTER", DeedNotation::counter);

        kind(Deed.Accept.class, (deed, round, scenario, text) -> {
            text.append("ACCEPT ").append(deed.offer());
            text.append(deed.termsHash().isEmpty() ? "" : " #" + deed.termsHash());
        });
        word("ACCEPT", DeedNotation::accept);

        kind(
                Deed.Refuse.class,
                (deed, round, scenario, text) -> text.append("REJECT ").append(deed.offer()));
        word("REJECT", typed -> new Deed.Refuse(typed.offer(typed.rest(), typed.other())));
        word("REFUSE", typed -> new Deed.Refuse(typed.offer(typed.rest(), typed.other())));

        kind(
                Deed.Withdraw.class,
                (deed, round, scenario, text) -> text.append("WITHDRAW ").append(deed.offer()));
        word(
                "WITHDRAW",
                typed -> new Deed.Withdraw(typed.offer(typed.rest(), typed.by().side())));

        kind(
                Deed.GiveNotice.class,
                (deed, round, scenario, text) -> text.append(deed.given() ? "NOTICE" : "NOTICE back"));
        word(
                "NOTICE",
                typed -> typed.rest().equalsIgnoreCase("BACK")
                        ? new Deed.GiveNotice(false)
                        : typed.alone(new Deed.GiveNotice(true)));

        kind(
                Deed.Judge.class,
                (deed, round, scenario, text) -> text.append("JUDGE ")
                        .append(deed.accused().qualifiedWord())
                        .append(' ')
                        .append(deed.choice().word()));
        word("JUDGE", DeedNotation::judge);

        kind(Deed.Say.class, (deed, round, scenario, text) -> Speech.print(deed, scenario, text));
        StatementNotation.words()
                .forEach(word -> word(word, typed -> StatementNotation.read(word, typed.words(), typed.by())));
        word("SAY", typed -> Speech.said(typed.words()));
        word("TELL", typed -> Speech.told(Channel.OTHER_SIDE, typed.words()));
        word("WHISPER", typed -> Speech.told(Channel.DELEGATION, typed.words()));

        kind(Deed.PutDraft.class, (deed, round, scenario, text) -> {
            text.append("DRAFT {");
            orders(deed.orders(), scenario, text);
            text.append('}');
        });
        word("DRAFT", DeedNotation::draft);

        kind(
                Deed.Vote.class,
                (deed, round, scenario, text) -> text.append("VOTE ")
                        .append(deed.drafter() == 0 ? "head" : Integer.toString(deed.drafter()))
                        .append(deed.yes() ? " yes" : " no"));
        word("VOTE", DeedNotation::vote);
    }

    private DeedNotation() {}

    /** Prints one kind. */
    private interface Printer<D extends Deed> {
        void print(D deed, int round, Scenario scenario, StringBuilder text);
    }

    /** Reads what stands after a word. */
    private interface Reader {
        Deed read(Typed typed) throws DeedSyntax;
    }

    /**
     * What stands after the word of a deed. Words are taken as they stand; everywhere else full-width signs mean the same as the others.
     *
     * @param words it as it stands
     * @param by who writes it
     */
    private record Typed(String words, Writing by) {
        String rest() {
            return OrderReader.ascii(words).strip();
        }

        Side other() {
            return by.side().other();
        }

        OfferId offer(String name, Side maker) throws DeedSyntax {
            return OfferNames.read(name, maker, by.context());
        }

        Deed alone(Deed deed) throws DeedSyntax {
            String rest = rest();
            if (!rest.isEmpty()) {
                throw follows(rest, "WORD=level, " + wordList());
            }
            return deed;
        }

        Deed.MakeOffer offers(String terms, @Nullable OfferId answers) throws DeedSyntax {
            return new Deed.MakeOffer(
                    TermsNotation.read(
                            terms,
                            by.side(),
                            by.round(),
                            by.scenario(),
                            by.context().treaty()),
                    answers);
        }
    }

    private static <D extends Deed> void kind(Class<D> type, Printer<D> printer) {
        PRINTERS.put(type, (deed, round, scenario, text) -> printer.print(type.cast(deed), round, scenario, text));
    }

    private static void word(String word, Reader reader) {
        READERS.put(word, reader);
    }

    /** Returns whether a deed begins with a word, in any case; orders begin with none but {@code HOLD}. */
    public static boolean isWord(String word) {
        return READERS.containsKey(word.toUpperCase(Locale.ROOT));
    }

    /** Returns all words that deeds begin with, with commas between them. */
    public static String wordList() {
        return String.join(", ", READERS.keySet());
    }

    /** Returns the kinds that have a row. */
    static Set<Class<?>> kinds() {
        return PRINTERS.keySet();
    }

    /**
     * Returns a line of deeds.
     *
     * @param round the round in which they are written, from which the last rounds of offers count
     */
    public static String of(List<Deed> deeds, int round, Scenario scenario) {
        StringBuilder text = new StringBuilder();
        for (Deed deed : deeds) {
            text.append(text.isEmpty() ? "" : "; ");
            append(deed, round, scenario, text);
        }
        return text.toString();
    }

    /**
     * Returns one deed.
     *
     * @throws IllegalArgumentException if it orders what no notation has a word for: no instrument, or a level off its ladder
     */
    public static String of(Deed deed, int round, Scenario scenario) {
        StringBuilder text = new StringBuilder();
        append(deed, round, scenario, text);
        return text.toString();
    }

    /** Appends one deed. */
    public static void append(Deed deed, int round, Scenario scenario, StringBuilder text) {
        Printer<Deed> printer = PRINTERS.get(deed.getClass());
        if (printer == null) {
            throw new IllegalStateException("no row for " + deed.getClass());
        }
        printer.print(deed, round, scenario, text);
    }

    /** Returns the word for an audience: {@code all}, {@code other} or {@code own}. */
    public static String of(Channel channel) {
        return Speech.word(channel);
    }

    /** Reads what stands after a word, in any case; null if no deed begins with it. */
    static @Nullable Deed read(String word, String words, Writing by) throws DeedSyntax {
        Reader reader = READERS.get(word.toUpperCase(Locale.ROOT));
        return reader == null ? null : reader.read(new Typed(words, by));
    }

    private static void orders(List<RequestedOrder> orders, Scenario scenario, StringBuilder text) {
        OrderText.append(AskedOrders.ordered(orders), scenario, text);
    }

    private static DeedSyntax follows(String rest, String legal) {
        return DeedSyntax.form("refused.order_syntax.follows", legal, DeedReader.shown(rest));
    }

    private static int heard(Typed typed) throws DeedSyntax {
        String rest = typed.rest();
        Matcher heard = HEARD.matcher(rest.toUpperCase(Locale.ROOT));
        if (!rest.isEmpty() && !heard.matches()) {
            throw follows(rest, "READY heard 2");
        }
        return rest.isEmpty() ? 0 : Integer.parseInt(heard.group(1));
    }

    /** Reads an offer, with a word before its braces that programs may use for it. */
    private static Deed offer(Typed typed) throws DeedSyntax {
        String rest = typed.rest();
        int brace = rest.indexOf('{');
        boolean named = brace > 0 && rest.substring(0, brace).strip().matches("\\S+");
        return typed.offers(named ? rest.substring(brace) : rest, null);
    }

    private static Deed counter(Typed typed) throws DeedSyntax {
        String rest = typed.rest();
        String name = OfferNames.first(rest);
        int brace = rest.indexOf('{');
        if (name.isEmpty() && brace > 0) {
            throw OfferNames.unknown(rest.substring(0, brace).strip(), typed.other());
        }
        OfferId answers = typed.offer(name, typed.other());
        return typed.offers(rest.substring(name.length()), answers);
    }

    private static Deed accept(Typed typed) throws DeedSyntax {
        String rest = typed.rest();
        int sign = rest.indexOf('#');
        Matcher hash = HASH.matcher(sign < 0 ? "" : rest.substring(sign));
        OfferId offer = typed.offer(hash.matches() ? rest.substring(0, sign).strip() : rest, typed.other());
        return new Deed.Accept(offer, hash.matches() ? hash.group(1).toLowerCase(Locale.ROOT) : "");
    }

    private static Deed draft(Typed typed) throws DeedSyntax {
        String rest = typed.rest();
        Matcher draft = DRAFT.matcher(rest);
        return new Deed.PutDraft(typed.by().orders(draft.matches() ? draft.group(1) : rest));
    }

    /** Reads an instrument of the other side and a choice; records name the side of the instrument. */
    private static Deed judge(Typed typed) throws DeedSyntax {
        String rest = typed.rest();
        int last = LastWord.of(rest);
        String word = rest.substring(0, last).strip();
        Instrument accused =
                typed.by().scenario().instruments().find(word, typed.other()).orElse(null);
        AccusationChoice choice =
                AccusationChoice.find(rest.substring(last).strip()).orElse(null);
        if (accused == null || choice == null) {
            throw DeedSyntax.form("refused.order_syntax.judge", "JUDGE CN.SOY inspect");
        }
        return new Deed.Judge(accused, choice);
    }

    private static Deed vote(Typed typed) throws DeedSyntax {
        String rest = typed.rest();
        int last = LastWord.of(rest);
        String voted = rest.substring(last).toUpperCase(Locale.ROOT);
        Integer drafter = voted.equals("YES") || voted.equals("NO")
                ? seat(
                        rest.substring(0, last).strip().toLowerCase(Locale.ROOT),
                        typed.by().context())
                : null;
        if (drafter == null) {
            throw DeedSyntax.form("refused.order_syntax.vote", "VOTE 2 no");
        }
        return new Deed.Vote(drafter, voted.equals("YES"));
    }

    private static @Nullable Integer seat(String word, ReadingContext context) {
        return word.equals("head")
                ? Integer.valueOf(0)
                : word.matches("[0-9]{1,4}")
                        ? Integer.valueOf(word)
                        : context.seats().get(word);
    }
}
