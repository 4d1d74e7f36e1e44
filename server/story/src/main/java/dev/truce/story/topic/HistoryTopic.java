package dev.truce.story.topic;

import dev.truce.engine.board.Side;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rounds so far, a line each. */
public final class HistoryTopic {
    private static final int ORDERS = 21;
    private static final int EVENT = 12;

    private final Wording wording;
    private final Phrases phrases;

    /** @param wording the words of the scenario */
    public HistoryTopic(Wording wording) {
        this.wording = wording;
        this.phrases = wording.phrases();
    }

    /**
     * Returns the rounds.
     *
     * @param side whose score is shown
     * @param rounds the rounds that are known, in order
     */
    public Page page(Side side, List<RoundView> rounds) {
        List<Block.Column> columns = List.of(
                Block.Column.left(phrases.of("history.r"), 3),
                Block.Column.left(phrases.of("history.quarter"), 8),
                Block.Column.left(phrases.of("history.orders", Side.US), ORDERS),
                Block.Column.left(phrases.of("history.orders", Side.CN), ORDERS),
                Block.Column.left(phrases.of("history.tariff"), 7),
                Block.Column.left(phrases.of("history.score"), 8),
                Block.Column.left(phrases.of("history.event"), EVENT));
        List<List<Block.Cell>> rows = new ArrayList<>();
        Part part = Part.named("rounds");
        for (RoundView view : rounds) {
            String quarter = wording.scenario().calendar().quarter(view.round());
            int tariff = view.figures().displayedTariff();
            Optional<ScoreCard> card =
                    view.scores().stream().filter(each -> each.side() == side).findFirst();
            Optional<String> score = card.map(of -> NumberText.oneDecimal(of.scoreMilli()));
            boolean estimated = card.isPresent() && card.get().estimated();
            rows.add(List.of(
                    Block.Cell.of(Integer.toString(view.round())),
                    Block.Cell.of(quarter),
                    Block.Cell.of(orders(view, Side.US)),
                    Block.Cell.of(orders(view, Side.CN)),
                    Block.Cell.number(Integer.toString(tariff)),
                    Block.Cell.number((estimated ? "~" : "") + score.orElse("--")),
                    Block.Cell.of(TextWidth.cut(event(view), EVENT))));
            part = part.said(phrases.of(
                    "spoken.history",
                    view.round(),
                    quarter,
                    MoveFacts.ordered(view, Side.US).size(),
                    MoveFacts.ordered(view, Side.CN).size(),
                    tariff,
                    score.orElse(phrases.of("level.unseen"))));
        }
        return Page.of(List.of(part.drawn(new Block.Table(columns, rows))));
    }

    private String orders(RoundView view, Side side) {
        List<LevelChange> moves = MoveFacts.ordered(view, side);
        if (moves.isEmpty()) {
            return phrases.of("round.hold");
        }
        String all = phrases.row(moves.stream().map(wording::bareChange).toList());
        if (TextWidth.width(all) < ORDERS) {
            return all;
        }
        String first = wording.bareChange(moves.get(0));
        String more = moves.size() == 1 ? "" : " " + phrases.of("history.more", moves.size() - 1);
        return TextWidth.cut(first, ORDERS - 1 - more.length()) + more;
    }

    private String event(RoundView view) {
        for (Side side : Side.values()) {
            if (view.side(side).severityMilli() > 0) {
                return phrases.of("history.breach", side);
            }
            if (view.side(side).caughtOn() != null) {
                return phrases.of("history.caught", side);
            }
        }
        if (view.change() != TreatyChange.NONE) {
            return phrases.of(view.change().isEnd() ? "history.ended" : "history.changed");
        }
        return view.fallbacks().isEmpty() ? "" : phrases.of("history.snapback");
    }
}
