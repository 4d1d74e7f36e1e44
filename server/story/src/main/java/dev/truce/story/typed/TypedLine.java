package dev.truce.story.typed;

import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.view.Observation;
import dev.truce.match.Refusals;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Spoken;
import dev.truce.match.notation.DeedNotation;
import dev.truce.match.notation.DeedReader;
import dev.truce.match.notation.NotationFault;
import dev.truce.match.notation.OrderReader;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.facts.SeatBoard;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line that a person types at a seat: one deed, or orders. The whole line is read and judged by what the seat knows before anything
 * is done, so that a line is done whole or refused whole. Terminal and page read with this and nothing else; what they have of their own are
 * commands that do nothing in the match.
 */
public final class TypedLine {
    private static final Pattern BLANKS = Pattern.compile("[\\s　]+");

    /** Words of what needs a delegation. */
    private static final Set<String> COUNSEL = Set.of("DRAFT", "VOTE");

    private final SeatBoard board;

    /** Reads for a seat, by what is on its board at the time. */
    public TypedLine(SeatBoard board) {
        this.board = board;
    }

    /**
     * Reads a line. Words that are said come without hidden characters.
     *
     * @return the one deed; orders, which are for the draft, as a {@link Deed.Submit} that is not ready; or a refusal whose code is a
     *     {@link NotationFault}, a {@link RefusalCode} or a {@link TypedFault}
     */
    public Reply<Deed> read(String line) {
        String[] words = BLANKS.split(line.strip(), 2);
        String first = OrderReader.ascii(words[0]);
        String rest = words.length > 1 ? words[1].strip() : "";
        if (DeedNotation.isWord(first)) {
            return deed(first, rest);
        }
        if (OrderReader.ascii(line).contains("=") || (!rest.isEmpty() && isInstrument(first))) {
            return orders(line).then(orders -> Reply.done(AskedOrders.submit(orders)));
        }
        return Reply.refused(Refusal.of(TypedFault.UNKNOWN_COMMAND, SafeText.uncomposed(first, DeedReader.MAX_SHOWN))
                .naming(
                        SafeText.uncomposed(first, DeedReader.MAX_SHOWN),
                        board.delegates().example())
                .legal(DeedNotation.wordList()));
    }

    private boolean isInstrument(String word) {
        return board.scenario().instruments().find(word, board.side()).isPresent();
    }

    private Reply<Deed> deed(String word, String rest) {
        if (COUNSEL.contains(word.toUpperCase(Locale.ROOT)) && board.delegates().isNone()) {
            return Reply.refused(Refusals.nobodyToDraftFor());
        }
        Reply<Deed> reading = new DeedReader(board.side(), board.openRound(), board.scenario(), board.context())
                .deed(word + " " + rest);
        if (!(reading instanceof Reply.Done<Deed> done)) {
            return reading;
        }
        Deed deed = done.value();
        boolean counts = deed instanceof Deed.Ready ready && ready.heard() > 0;
        if (counts || deed instanceof Deed.Submit submit && submit.ready() != null) {
            // Forms of programs: what a seat has heard is on its board, and readiness is a line of its own.
            return Reply.refused(follows(rest, word.toUpperCase(Locale.ROOT)));
        }
        if (deed instanceof Deed.Say say) {
            String text = SafeText.uncomposed(say.text(), Limits.MAX_TEXT_CHARACTERS + 1)
                    .strip();
            deed = new Deed.Say(say.channel(), text, say.statement());
        }
        Refusal refusal = judged(deed);
        return refusal == null ? Reply.done(deed) : Reply.refused(refusal);
    }

    /**
     * Returns the refusal of what stands after a word that stands alone.
     *
     * @param legal what would be right
     */
    public static Refusal follows(String rest, String legal) {
        String shown = SafeText.uncomposed(rest, DeedReader.MAX_SHOWN);
        return Refusal.of(NotationFault.ORDER_SYNTAX, shown)
                .because("refused.order_syntax.follows", shown)
                .legal(legal);
    }

    /** Reads orders that this seat may give in the open round. */
    public Reply<Orders> orders(String text) {
        return OrderReader.read(text, board.side(), board.scenario()).then(orders -> {
            Refusal refusal = refusal(orders, false);
            return refusal == null ? Reply.done(orders) : Reply.refused(refusal);
        });
    }

    /**
     * Returns why orders cannot be given as the seat was told it for the open round, or null if they can.
     *
     * @param bySide whether another seat of the side may give them
     */
    public @Nullable Refusal refusal(Orders orders, boolean bySide) {
        for (Order order : orders.list()) {
            LegalLevels legal = board.legal(order.instrument());
            if (!bySide && !board.delegates().mayOrder(order.instrument())) {
                return Refusal.of(
                                RefusalCode.NOT_YOUR_INSTRUMENT,
                                order.instrument().id())
                        .naming(order.instrument().word())
                        .legal("draft " + order.instrument().word() + "=" + token(order.instrument(), order.level()));
            } else if (legal != null && !legal.legal().contains(order.level())) {
                return withheld(order, legal);
            }
        }
        return null;
    }

    private Refusal withheld(Order order, LegalLevels legal) {
        String why = legal.withheld().stream()
                .filter(level -> level.level() == order.level())
                .findFirst()
                .map(level -> switch (level.reason()) {
                    case INVESTIGATION_NOT_CONCLUDED -> "refused.not_yet_legal.not-concluded";
                    case CONCLUDES_BY_ITSELF -> "refused.not_yet_legal.by-itself";
                    case NO_TECHNOLOGY_CHAPTER -> "refused.not_yet_legal.no-chapter";
                })
                .orElse("refused.withheld");
        StringBuilder allowed = new StringBuilder();
        legal.legal()
                .forEach(
                        level -> allowed.append(allowed.isEmpty() ? "" : " ").append(token(order.instrument(), level)));
        return Refusal.of(RefusalCode.NOT_YET_LEGAL, order.instrument().id())
                .because(why, order.instrument().word(), token(order.instrument(), order.level()))
                .legal(allowed);
    }

    private String token(Instrument instrument, int level) {
        return board.scenario().spec(instrument).rung(level).token();
    }

    private @Nullable Refusal judged(Deed deed) {
        if (deed instanceof Deed.Submit submit) {
            return refusal(AskedOrders.ordered(submit.orders()), false);
        } else if (deed instanceof Deed.MakeOffer made) {
            OfferId answers = made.answers();
            return answers == null ? null : unless(answers);
        } else if (deed instanceof Deed.Accept accept) {
            return unless(accept.offer());
        } else if (deed instanceof Deed.Refuse refuse) {
            return unless(refuse.offer());
        } else if (deed instanceof Deed.Withdraw withdraw) {
            return unless(withdraw.offer());
        } else if (deed instanceof Deed.GiveNotice notice) {
            return notice.given() && !isBound() ? noTreaty() : null;
        } else if (deed instanceof Deed.PutDraft put) {
            return refusal(AskedOrders.ordered(put.orders()), true);
        }
        return deed instanceof Spoken words
                        && words.text().codePointCount(0, words.text().length()) > Limits.MAX_TEXT_CHARACTERS
                ? Refusal.of(RefusalCode.BAD_TEXT, "text").because("refused.bad_text.long", Limits.MAX_TEXT_CHARACTERS)
                : null;
    }

    /** Returns why an offer cannot be answered, or null if it is open. */
    private @Nullable Refusal unless(OfferId id) {
        Offer offer = board.proceedings().find(id);
        return offer == null
                ? Refusals.unknownOffer("offer", id)
                : offer.isOpen() ? null : Refusals.offerNotOpen("offer", offer);
    }

    private boolean isBound() {
        Observation now = board.observation();
        return now != null && now.treaty().bindsAny(now.openRound());
    }

    private static Refusal noTreaty() {
        return Refusal.of(RefusalCode.NO_TREATY, "notice").because("refused.no-treaty.notice");
    }

    /** What can be wrong with a typed line before it is read as a deed. */
    public enum TypedFault implements Refusal.Code {
        /** The line begins with no word of a deed and is no order. */
        UNKNOWN_COMMAND
    }
}
