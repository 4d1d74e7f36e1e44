package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.LevelChange;
import dev.truce.engine.round.TreatyChange;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.facts.TreatyFacts;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** The rounds so far, a line each. */
public final class HistoryBlock {
    private static final int[] WIDTHS = {3, 8, 21, 21, 7, 8};

    private final Wording wording;

    /** @param wording the words of the scenario */
    public HistoryBlock(Wording wording) {
        this.wording = wording;
    }

    /**
     * Returns the table.
     *
     * @param side whose score is shown
     * @param rounds the rounds that are known, in order
     */
    public List<String> lines(Side side, List<RoundView> rounds) {
        List<String> lines = new ArrayList<>();
        lines.add(row(
                Texts.of("history.r"),
                Texts.of("history.quarter"),
                Texts.of("history.orders", Side.US),
                Texts.of("history.orders", Side.CN),
                Texts.of("history.tariff"),
                Texts.of("history.score"),
                Texts.of("history.event")));
        for (RoundView view : rounds) {
            ScoreCard card = MoveFacts.card(view, side).orElse(null);
            lines.add(row(
                    Integer.toString(view.round()),
                    wording.scenario().calendar().quarter(view.round()),
                    orders(view, Side.US),
                    orders(view, Side.CN),
                    Integer.toString(NumberText.percent(view.figures().displayedTariffBasisPoints())),
                    card == null ? "--" : (card.estimated() ? "~" : "") + NumberText.oneDecimal(card.scoreMilli()),
                    event(view)));
        }
        return lines;
    }

    private String orders(RoundView view, Side side) {
        List<LevelChange> moves = MoveFacts.ordered(view, side);
        if (moves.isEmpty()) {
            return Texts.of("round.hold");
        }
        String all = String.join(", ", moves.stream().map(wording::bareChange).toList());
        if (TextWidth.width(all) < WIDTHS[2]) {
            return all;
        }
        String first = wording.bareChange(moves.get(0));
        String more = moves.size() == 1 ? "" : " " + Texts.of("history.more", moves.size() - 1);
        return TextWidth.cut(first, WIDTHS[2] - 1 - more.length()) + more;
    }

    private static String event(RoundView view) {
        for (Side side : Side.values()) {
            if (view.side(side).severityMilli() > 0) {
                return Texts.of("history.breach", side);
            }
            if (view.side(side).caughtOn() != null) {
                return Texts.of("history.caught", side);
            }
        }
        if (view.change() != TreatyChange.NONE) {
            return Texts.of(TreatyFacts.isEnding(view.change()) ? "history.ended" : "history.changed");
        }
        if (!view.fallbacks().isEmpty()) {
            return Texts.of("history.snapback");
        }
        return "";
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            row.append(i < WIDTHS.length ? TextWidth.pad(cells[i], WIDTHS[i]) : TextWidth.cut(cells[i], 12));
        }
        return TextWidth.trimmed(row.toString());
    }
}
