package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.Limits;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.text.NearWord;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.Deed;
import dev.truce.match.notation.LevelReader;
import dev.truce.match.notation.NotationFault;
import dev.truce.match.notation.StatementNotation;
import dev.truce.match.notation.TermsNotation;
import dev.truce.story.delegation.CounselWords;
import dev.truce.story.typed.TypedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is typed in the notation of the match; what is wrong is told, with what to type next. */
final class TypedDeeds {
    /** A length, in terms that may be wrong. */
    private static final Pattern LASTS = Pattern.compile(
            "(?i)\\b(for|until|" + String.join("|", TermsNotation.bases()) + ")(\\s+a[0-9]+)?\\s+r?[0-9]+");

    private static final String OFFER_NAME = "(?i)(us|cn|o)?-?[0-9]{1,4}";

    private final Session session;
    private final Board board;
    private final TypedLine line;

    TypedDeeds(Session session, Board board) {
        this.session = session;
        this.board = board;
        this.line = new TypedLine(board);
    }

    /**
     * Reads a deed; null if it is none that can be done now, which has been told then.
     *
     * @param command the words that stand before the text; the last one belongs to the deed
     */
    @Nullable
    Deed deed(String command, String text) {
        String verb = command.substring(command.lastIndexOf(' ') + 1);
        Reply<Deed> reply = line.read(verb + " " + text);
        Refusal refused = refusal(reply);
        if (refused != null) {
            String before = verb.equals("counter") ? countering(command, text) : command;
            UsageFault fault = fault(refused, before);
            if (refused.code() == NotationFault.LEVEL_NOT_ON_LADDER && !StatementNotation.isWord(verb)) {
                fault = onLadder(fault, refused, verb.equals("counter") ? before : command, text);
            }
            if (verb.equals("counter") && open(board.side().other()).isEmpty()) {
                fault = fault.next("pacts");
            }
            boolean unquoted = refused.key().equals("refused.bad_text.quotes");
            session.fault(unquoted ? fault.next(command + " " + quoted(text)) : fault);
            return null;
        }
        return ((Reply.Done<Deed>) reply).value();
    }

    /** The word of a counter-offer, and the offer that it names, or could name. */
    private String countering(String command, String text) {
        String first = text.split("[\\s{]", 2)[0];
        String number = first.replaceAll("\\D", "");
        return open(board.side().other()).stream()
                .filter(id -> first.matches(OFFER_NAME) && number.equals(Integer.toString(id.number())))
                .findFirst()
                .map(id -> command + " " + first)
                .orElseGet(() -> answerable(command));
    }

    /** Returns whether nothing stands after a word that stands alone; else says so. */
    boolean isBare(String command, String rest) {
        if (rest.isEmpty()) {
            return true;
        }
        session.fault(told(TypedLine.follows(rest, command), command));
        return false;
    }

    /** Words with their audience, and the quotes that are missing. */
    private static String quoted(String text) {
        String[] parts = text.replace("\"", "").split("\\s+", 2);
        return parts[0] + " \"" + (parts.length > 1 ? parts[1] : "") + "\"";
    }

    /** Reads orders that this seat may give in the open round; null if they are none, which has been told then. */
    @Nullable
    Orders orders(String text) {
        return line.orders(text).<@Nullable Orders>in(orders -> orders, refusal -> {
            session.fault(fault(refusal, ""));
            return null;
        });
    }

    /** Returns whether orders of the side, whichever seat holds them, are legal as the seat was told it; if not, says so. */
    boolean mayBeDrafted(Orders orders) {
        Refusal refusal = line.refusal(orders, true);
        if (refusal != null) {
            session.fault(fault(refusal, "draft"));
        }
        return refusal == null;
    }

    private UsageFault heldByAnother(Refusal refusal) {
        return draftFault(
                        refusal.code().name(),
                        new CounselWords(board, Texts.wording(board.scenario())).refused(refusal),
                        refusal.legal())
                .about(refusal.field(), "");
    }

    /** A level that is on the ladder and cannot be ordered in this round. */
    private UsageFault withheld(Refusal refusal) {
        String word = argument(refusal, 0);
        String next = switch (refusal.key()) {
            case "refused.not_yet_legal.not-concluded", "refused.not_yet_legal.by-itself" -> "S301=active";
            case "refused.not_yet_legal.no-chapter" -> "explain technology chapter";
            default -> "legal " + word;
        };
        return draftFault(refusal.code().name(), Texts.of(refusal), next).about(refusal.field(), refusal.legal());
    }

    /**
     * Returns what is wrong with a typed text.
     *
     * @param command what stands before the text, or nothing before orders
     */
    private UsageFault fault(Refusal refusal, String command) {
        if (refusal.code() instanceof RefusalCode code) {
            return judged(refusal, code, command);
        }
        UsageFault fault = switch ((NotationFault) refusal.code()) {
            case LEVEL_NOT_ON_LADDER -> noLevel(refusal, command);
            case UNKNOWN_INSTRUMENT -> unknown(refusal, command);
            case NOT_YOUR_INSTRUMENT -> notYours(refusal, command);
            case CONFLICTING_ORDERS -> told(refusal, argument(refusal, 1));
            case BAD_TERMS, NO_TREATY -> told(refusal, command + " " + refusal.legal());
            case UNKNOWN_OFFER -> told(refusal, answer(command));
            case ORDER_SYNTAX -> told(refusal, correct(command, "help " + (command.isEmpty() ? "set" : command)));
            case BAD_TEXT -> told(refusal, correct(command, refusal.legal()));
        };
        boolean draft = command.isEmpty() || command.startsWith("draft");
        return draft ? fault.unchanged(Texts.of("fault.unchanged.draft")) : fault;
    }

    /** What can be read, and cannot be done now. */
    private UsageFault judged(Refusal refusal, RefusalCode code, String command) {
        return switch (code) {
            case NOT_YOUR_INSTRUMENT -> heldByAnother(refusal);
            case NOT_YET_LEGAL -> withheld(refusal);
            case UNKNOWN_OFFER, OFFER_NOT_OPEN -> {
                String next = answer(command);
                yield told(refusal, next).about("offer", next);
            }
            case NO_TREATY -> told(refusal, "offer truce 4");
            case BAD_TEXT -> told(refusal, Texts.of("fault.next.shorter"));
            default -> told(refusal, "seats");
        };
    }

    private static String argument(Refusal refusal, int index) {
        return refusal.arguments().get(index).toString().replace("'", "");
    }

    /** A line that works in place of one whose words are wrong. */
    private String correct(String command, String otherwise) {
        if (StatementNotation.isWord(command) && StatementNotation.takes(command) != StatementNotation.Takes.NOTHING) {
            String line = StatementNotation.example(command, board.side(), byRound());
            return command + line.substring(command.length());
        }
        return switch (command) {
            case "say", "tell", "whisper" -> command + " " + Texts.of("say.example");
            case "vote" -> drafted();
            case "notice" -> "notice back";
            default -> otherwise;
        };
    }

    /** Two rounds on, but no later than the last round. */
    private int byRound() {
        Observation now = board.observation();
        int last = now == null || now.knownRounds() == 0 ? Limits.MAX_ROUNDS : now.knownRounds();
        return Math.min(board.openRound() + 2, last);
    }

    /** The vote that can be cast now. */
    private String drafted() {
        return board.delegates().drafts().keySet().stream()
                .findFirst()
                .map(number -> "vote " + number + " yes")
                .orElse("drafts");
    }

    /** A whole line about an open offer; a counter-offer names its offer already, and lacks terms. */
    private String answer(String command) {
        if (command.contains("counter ")) {
            return command + " renew 4";
        }
        return answerable(command);
    }

    /** The latest open offer that the command could name. */
    String answerable(String command) {
        List<OfferId> open =
                open(command.equals("withdraw") ? board.side() : board.side().other());
        return open.isEmpty() ? "pacts" : command + " " + open.get(open.size() - 1);
    }

    private List<OfferId> open(Side maker) {
        return board.context().open().stream().filter(id -> id.side() == maker).toList();
    }

    private UsageFault noLevel(Refusal refusal, String command) {
        String word = argument(refusal, 0);
        Instrument instrument =
                board.scenario().instruments().find(word, board.side()).orElseThrow();
        if (refusal.arguments().size() == 1) {
            return told(refusal, looksUp(instrument));
        }
        boolean clause = word.contains(".");
        String sign = clause ? TermsNotation.sign(instrument) : "=";
        List<String> near = LevelReader.nearest(argument(refusal, 1), spec(instrument));
        String right = near.isEmpty()
                ? Texts.of("fault.off-ladder.all", refusal.legal())
                : near.size() == 1
                        ? Texts.of("fault.off-ladder.one", near.get(0))
                        : Texts.of("fault.off-ladder.two", near.get(0), near.get(1));
        return sentFault(
                        refusal.code().name(),
                        Texts.of("fault.off-ladder", word + sign + argument(refusal, 1), right),
                        near.isEmpty() ? looksUp(instrument) : onLadder(command, clause, word + sign + near.get(0)))
                .about(instrument.id(), refusal.legal());
    }

    /** The command that shows the levels of an instrument of either side. */
    private String looksUp(Instrument instrument) {
        return instrument.holder() == board.side()
                ? "legal " + instrument.word()
                : "state " + instrument.qualifiedWord();
    }

    /** Terms as they were typed, with the nearest level that is on the ladder in place of the one that is not. */
    private UsageFault onLadder(UsageFault fault, Refusal refusal, String command, String text) {
        boolean dealing = List.of("offer", "counter")
                .contains(command.replaceFirst("^try ", "").split(" ", 2)[0]);
        if (!dealing || refusal.arguments().size() < 2) {
            return fault;
        }
        Instrument instrument = board.scenario()
                .instruments()
                .find(argument(refusal, 0), board.side())
                .orElseThrow();
        List<String> near = LevelReader.nearest(argument(refusal, 1), spec(instrument));
        String wrong = "([<>=]=?\\s*|\\s)" + Pattern.quote(argument(refusal, 1)) + "(?=[\\s;,}]|$)";
        String typed = command.contains("counter ") ? text.replaceFirst("^" + OFFER_NAME + "\\s+", "") : text;
        String mended = near.isEmpty() ? typed : typed.replaceFirst(wrong, "$1" + near.get(0));
        if (mended.equals(typed)) {
            return fault;
        }
        String lasting = LASTS.matcher(mended).find() ? mended : mended + " for " + some();
        // The level was the first that was wrong, not always the only thing.
        Refusal again = refusal(line.read(command.replaceFirst("^try ", "") + " " + lasting));
        String right = again != null && again.code() == NotationFault.BAD_TERMS ? again.legal() : lasting;
        return fault.next(command + " " + right);
    }

    private static @Nullable Refusal refusal(Reply<Deed> reply) {
        return reply instanceof Reply.Refused<Deed> refused ? refused.refusal() : null;
    }

    /** A line with a level that is on the ladder, as an order or in a clause. */
    private String onLadder(String command, boolean clause, String mended) {
        if (StatementNotation.isWord(command)) {
            return clause ? correct(command, "legal") : command + " " + mended + " by r" + byRound();
        }
        return clause ? command + " " + mended + " for " + some() : mended;
    }

    /** Rounds that every agreement may last. */
    private int some() {
        int most = board.scenario().layers().agreementRounds();
        return most > 0 ? Math.min(most, 4) : 4;
    }

    private UsageFault unknown(Refusal refusal, String command) {
        String word = argument(refusal, 0);
        boolean terms = command.contains("offer") || command.startsWith("counter");
        List<String> known = new ArrayList<>();
        List<String> bases = terms ? TermsNotation.bases() : List.of();
        known.addAll(bases);
        for (Instrument instrument : terms
                ? board.scenario().instruments().all()
                : board.scenario().instruments().of(board.side())) {
            boolean own = instrument.holder() == board.side()
                    || board.scenario()
                            .instruments()
                            .find(instrument.word(), board.side())
                            .isEmpty();
            known.add(own ? instrument.word() : instrument.qualifiedWord());
        }
        List<String> near = NearWord.all(word, known);
        String what = near.isEmpty()
                ? Texts.of("fault.unknown-instrument", word)
                : Texts.of("fault.unknown-instrument.near", word, Texts.list(near));
        String next = terms ? "help offer" : "legal";
        if (!near.isEmpty()) {
            String first = near.get(0);
            next = bases.contains(first) ? command + " " + first + " " + some() : (terms ? "state " : "legal ") + first;
        }
        return sentFault(refusal.code().name(), what, next).about(word, String.join(" ", known));
    }

    private UsageFault notYours(Refusal refusal, String command) {
        Optional<Instrument> theirs = refusal.arguments().size() < 2
                ? Optional.empty()
                : board.scenario()
                        .instruments()
                        .find(argument(refusal, 0), board.side().other());
        return theirs.map(it -> sentFault(
                                refusal.code().name(),
                                Texts.of("fault.not-yours", it.word(), it.holder(), board.side()),
                                "legal")
                        .about(it.id(), refusal.legal()))
                .orElseGet(() -> told(refusal, correct(command, "legal")));
    }

    private UsageFault told(Refusal refusal, String next) {
        return sentFault(refusal.code().name(), Texts.of(refusal), next)
                .about(refusal.field().toLowerCase(Locale.ROOT), refusal.legal());
    }

    private static UsageFault sentFault(String code, String what, String next) {
        return UsageFault.of(code, what, Texts.of("fault.unchanged.nothing-sent"), next);
    }

    private static UsageFault draftFault(String code, String what, String next) {
        return UsageFault.of(code, what, Texts.of("fault.unchanged.draft"), next);
    }

    private InstrumentSpec spec(Instrument instrument) {
        return board.scenario().spec(instrument);
    }
}
