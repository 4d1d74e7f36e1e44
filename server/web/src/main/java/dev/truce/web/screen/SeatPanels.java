package dev.truce.web.screen;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.page.Block;
import dev.truce.story.page.Chart;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.round.RoundTopic;
import dev.truce.story.topic.HistoryTopic;
import dev.truce.story.topic.PactsTopic;
import dev.truce.story.topic.StateTopic;
import dev.truce.story.topic.WhyTopic;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a seat knows and does not act on: the treaty, what was said, the last round and why, all rounds, the scores. */
final class SeatPanels {
    private static final BlockWriter BLOCKS = new BlockWriter();

    private SeatPanels() {}

    /** Returns the panels that hold something. */
    static List<Object> of(SeatBoard board, Observation now, Wording wording) {
        List<Object> panels = new ArrayList<>();
        // Accusations have a place of their own here.
        Page treaty = new PactsTopic(wording, board.reasons()).inForce(board.side(), now, board.proceedings());
        panel(panels, "pacts", wording.text("dashboard.title.pacts"), BLOCKS.blocks(treaty));
        List<Part> talk = new StateTopic(wording, board.reasons()).talk(board.side(), now, board.proceedings());
        panel(panels, "talk", wording.text("dashboard.title.talk"), BLOCKS.blocks(talk));
        RoundView last = board.last();
        if (last != null) {
            RoundView before = board.round(last.round() - 1);
            RoundTopic topic = new RoundTopic(wording, board.rounds().size(), board.reasons(), List.of());
            Page page = topic.page(last, before, board.proceedings().round(last.round()));
            panel(panels, "last", wording.text("web.last"), BLOCKS.blocks(page));
            for (ScoreCard card : last.scores()) {
                if (card.side() == board.side()) {
                    Page why = WhyTopic.plain(wording, board.reasons()).page(last.round(), card);
                    panel(panels, "reasons", wording.text("web.why"), BLOCKS.blocks(why));
                }
            }
            Page history = new HistoryTopic(wording).page(board.side(), board.rounds());
            panel(panels, "history", wording.text("web.history"), BLOCKS.blocks(history));
        }
        return panels;
    }

    private static void panel(List<Object> panels, String name, String title, List<Object> blocks) {
        if (!blocks.isEmpty()) {
            Map<String, Object> panel = new LinkedHashMap<>();
            panel.put("name", name);
            panel.put("title", title);
            panel.put("blocks", blocks);
            panels.add(panel);
        }
    }

    /** Returns the own score by round, and the other side's as far as it is known. */
    static List<Object> scores(SeatBoard board, Phrases phrases) {
        List<Chart.Curve> curves = new ArrayList<>();
        for (Side side : Side.values()) {
            List<Long> tenths = new ArrayList<>();
            for (RoundView view : board.rounds()) {
                for (ScoreCard card : view.scores()) {
                    if (card.side() == side) {
                        tenths.add(NumberText.tenths(card.scoreSoFarMilli()));
                    }
                }
            }
            if (!tenths.isEmpty()) {
                curves.add(new Chart.Curve(side.toString().charAt(0), phrases.of("side." + side.name()), tenths));
            }
        }
        Chart chart = Chart.from(1, phrases.of("web.scores"), curves, "").said(phrases);
        return BLOCKS.blocks(List.of(Part.named("scores").drawn(new Block.Charts(List.of(chart)))));
    }
}
