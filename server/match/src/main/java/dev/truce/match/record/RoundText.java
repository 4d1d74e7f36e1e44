package dev.truce.match.record;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.deed.Done;
import dev.truce.match.notation.OrderText;

/**
 * The written form of a round: a line of orders, then a line for each act of the host, each card and each deed. What {@link Chain} hashes of a round is this
 * text without annotations and link, so a reader of a record sees all that a link covers.
 */
public final class RoundText {
    /** What the line of a card or a deed begins with. */
    public static final String MARK = "- ";

    private RoundText() {}

    /** Returns the text that the chain covers. */
    static String canonical(ClosedRound round, Scenario scenario) {
        StringBuilder text = new StringBuilder();
        orders(round, Annotations.NONE, scenario, text);
        text.setCharAt(text.length() - 1, '\n');
        deeds(round, scenario, text);
        return text.toString();
    }

    /** Appends a round of a record. */
    public static void append(RecordedRound round, Scenario scenario, StringBuilder text) {
        orders(round.closed(), round.annotations(), scenario, text);
        text.append('#').append(round.link()).append('\n');
        deeds(round.closed(), scenario, text);
    }

    /** Appends what both sides ordered, with a blank at the end. */
    private static void orders(ClosedRound round, Annotations annotations, Scenario scenario, StringBuilder text) {
        text.append(round.round()).append(". ");
        side(round, Side.US, annotations, scenario, text);
        text.append("| ");
        side(round, Side.CN, annotations, scenario, text);
    }

    private static void side(
            ClosedRound round, Side side, Annotations annotations, Scenario scenario, StringBuilder text) {
        text.append(side).append(' ');
        OrderText.append(round.orders().of(side), scenario, text);
        OrdersOrigin origin = round.ordersOrigin(side);
        if (origin != OrdersOrigin.SEALED) {
            text.append(' ').append(origin.word());
        }
        for (String annotation : BySide.pick(side, annotations.us(), annotations.cn())) {
            text.append(' ').append(annotation);
        }
        text.append(' ');
    }

    private static void deeds(ClosedRound round, Scenario scenario, StringBuilder text) {
        for (String line : HostLine.lines(round.hosting())) {
            text.append(MARK).append(line).append('\n');
        }
        for (AbsentMinister minister : round.absent()) {
            text.append(MARK).append(HostLine.write(minister)).append('\n');
        }
        for (Card card : round.cards()) {
            text.append(MARK).append(DeedLine.write(card)).append('\n');
        }
        for (Done done : round.deeds()) {
            DeedLine.append(done, round.round(), scenario, text.append(MARK));
            text.append('\n');
        }
    }
}
