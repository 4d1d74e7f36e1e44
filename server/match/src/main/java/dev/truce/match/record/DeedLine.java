package dev.truce.match.record;

import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.orders.CardName;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.notation.DeedNotation;
import dev.truce.match.notation.DeedReader;
import dev.truce.match.notation.NotationFault;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The written form of what a seat did beside its orders, {@code US.1 VOTE head yes}, and of shock cards, {@code CARD leak CN.SOY}; both
 * forms of a record have it. Reads exactly what it wrote and refuses everything else.
 */
public final class DeedLine {
    /** What the line of a card begins with, after the mark that it has in common with deeds. */
    public static final String CARD = "CARD ";

    private static final Pattern DONE = Pattern.compile("(US|CN)(?:\\.([1-9]))? (.*)");

    private DeedLine() {}

    public static String write(Done done, int round, Scenario scenario) {
        StringBuilder text = new StringBuilder();
        append(done, round, scenario, text);
        return text.toString();
    }

    /** Appends a deed without an end of line. */
    static void append(Done done, int round, Scenario scenario, StringBuilder text) {
        text.append(done.side());
        if (done.seat() != 0) {
            text.append('.').append(done.seat());
        }
        DeedNotation.append(done.deed(), round, scenario, text.append(' '));
    }

    /** Reads a deed; refused if the text is none, or is written in another way than {@link #write} does. */
    public static Reply<Done> read(String text, int round, Scenario scenario) {
        Matcher line = DONE.matcher(text);
        if (!line.matches()) {
            return wrong("deed");
        }
        Side side = Side.valueOf(line.group(1));
        int seat = line.group(2) == null ? 0 : Integer.parseInt(line.group(2));
        Reply<Deed> reading = new DeedReader(side, round, scenario).deed(line.group(3));
        if (reading instanceof Reply.Refused<Deed> wrong) {
            return Reply.refused(wrong.refusal());
        }
        Deed deed = ((Reply.Done<Deed>) reading).value();
        if (deed instanceof Deed.Submit || deed instanceof Deed.Undo || deed instanceof Deed.Ready) {
            return wrong("no-orders");
        }
        Done done = new Done(side, seat, deed);
        String canonical = write(done, round, scenario);
        if (!canonical.equals(text)) {
            return wrong("canonical", canonical);
        }
        return Reply.done(done);
    }

    static String write(Card card) {
        return CARD + card.text();
    }

    /**
     * Reads a card that follows others of its round; refused if the text is none, is written in another way than {@link #write} does, or
     * stands before its turn.
     */
    public static Reply<Card> readCard(String text, List<Card> before) {
        if (CardName.read(text.substring(CARD.length())) instanceof Reply.Done<Card> read
                && write(read.value()).equals(text)) {
            Card card = read.value();
            if (!before.isEmpty() && before.get(before.size() - 1).kind().compareTo(card.kind()) >= 0) {
                return wrong("card-order");
            }
            return Reply.done(card);
        }
        return wrong("card");
    }

    private static <T> Reply<T> wrong(String what, Object... named) {
        return Reply.refused(Refusal.of(NotationFault.ORDER_SYNTAX, "").because("refused.record." + what, named));
    }
}
