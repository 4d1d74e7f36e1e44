package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.Assumption;
import dev.truce.engine.forecast.Outlook;
import dev.truce.engine.forecast.Preview;
import dev.truce.engine.orders.Order;
import dev.truce.engine.round.BrokenClause;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.story.facts.TradeFacts;
import dev.truce.story.facts.TreatyFacts;
import dev.truce.story.print.Look;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** What drafted orders would do, a line for each assumption about the other side, with the assumptions named. */
public final class TryBlock {
    private static final int[] WIDTHS = {20, 11, 11, 11, 14};

    private final Wording wording;
    private final Look look;

    /**
     * @param wording the words of the scenario
     * @param look how it is drawn
     */
    public TryBlock(Wording wording, Look look) {
        this.wording = wording;
        this.look = look;
    }

    /**
     * Draws previews of the same orders.
     *
     * @param side the seat's side
     * @param now the open round
     * @param orders the orders that were tried, as words
     * @param previews one for each assumption, the first without further moves of the other side
     */
    public List<String> lines(Side side, Observation now, String orders, List<Preview> previews) {
        List<String> lines = new ArrayList<>();
        lines.addAll(TextWidth.wrap("", Texts.of("try.head", orders)));
        if (!look.accessible()) {
            lines.add(row(
                    "  " + Texts.of("try.if", side.other()),
                    Texts.of("try.tariff"),
                    Texts.of("try.imports"),
                    Texts.of("try.exports"),
                    Texts.of("try.you"),
                    side.other().toString()));
        }
        for (Preview preview : previews) {
            if (preview.assumption() == Assumption.HOLDS || !preview.reply().isEmpty()) {
                lines.addAll(outlooks(side, preview));
            }
        }
        lines.addAll(TextWidth.wrap("", Texts.of("try.assumed")));
        for (Preview preview : previews) {
            if (!preview.reply().isEmpty()) {
                lines.addAll(TextWidth.wrap(
                        "",
                        Texts.of("try.reply." + preview.assumption().name(), side.other(), orders(preview.reply()))));
            }
        }
        Preview first = previews.get(0);
        if (!first.supposed().isEmpty()) {
            lines.addAll(TextWidth.wrap("", Texts.of("try.supposed", side.other(), orders(first.supposed()))));
        }
        lines.addAll(breach(now, first));
        return lines;
    }

    private List<String> outlooks(Side side, Preview preview) {
        Outlook next = preview.next();
        Outlook later = preview.later();
        String name = Texts.of("try." + preview.assumption().name());
        String tariff = pair(percent(next), percent(later));
        String imports = pair(
                Integer.toString(TradeFacts.usFromCnShare(next.figures())),
                Integer.toString(TradeFacts.usFromCnShare(later.figures())));
        String exports = pair(
                Integer.toString(TradeFacts.cnFromUsShare(next.figures())),
                Integer.toString(TradeFacts.cnFromUsShare(later.figures())));
        String own = pair(score(next, side), score(later, side));
        String other = pair(score(next, side.other()), score(later, side.other()));
        if (look.accessible()) {
            String spoken =
                    Texts.of("try.sentence", wording.side(side.other()), name, tariff, imports, exports, own, other);
            return TextWidth.wrap("", spoken.replace(" / ", Texts.of("try.then")));
        }
        return List.of(row("  " + name, tariff, imports, exports, own, other));
    }

    private List<String> breach(Observation now, Preview preview) {
        if (preview.broken().isEmpty()) {
            return List.of();
        }
        List<String> clauses = new ArrayList<>();
        for (BrokenClause broken : preview.broken()) {
            clauses.add(
                    TreatyFacts.number(now.treaty(), broken.clause()) + " (" + wording.clause(broken.clause()) + ")");
        }
        String list = String.join(", ", clauses);
        if (preview.covered()) {
            return TextWidth.wrap("", Texts.of("try.covered", list));
        }
        String key = preview.material() ? "try.breach.material" : "try.breach";
        int agreement = preview.broken().get(0).clause().agreement();
        return TextWidth.wrap("", Texts.of(key, agreement, list, NumberText.oneDecimal(preview.chargeScoreMilli())));
    }

    private String orders(List<Order> orders) {
        return String.join(", ", orders.stream().map(wording::order).toList());
    }

    private static String percent(Outlook outlook) {
        return Integer.toString(NumberText.percent(outlook.figures().displayedTariffBasisPoints()));
    }

    private static String score(Outlook outlook, Side side) {
        return NumberText.oneDecimal(outlook.score(side).scoreMilli());
    }

    private static String pair(String next, String later) {
        return next + " / " + later;
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            boolean last = i == cells.length - 1;
            String cell = !last && TextWidth.width(cells[i]) >= WIDTHS[i] ? cells[i].replace(" / ", "/") : cells[i];
            row.append(last ? cell : TextWidth.pad(cell, WIDTHS[i]));
        }
        return TextWidth.trimmed(row.toString());
    }
}
