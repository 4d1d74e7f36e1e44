package dev.truce.web.screen;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.match.Notice;
import dev.truce.story.facts.Proceedings.RoundTalk;
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
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
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
        String binds = TreatyLine.of(board, now, wording);
        List<Object> line = binds.isEmpty() ? List.of() : List.of(BlockWriter.sentence(LeverWords.sentence(binds)));
        panel(panels, "pacts", wording.text("dashboard.title.pacts"), line, BLOCKS.blocks(treaty));
        List<Object> sayings = new ArrayList<>();
        for (Notice.Said said : board.proceedings().round(now.openRound()).said()) {
            sayings.add(BlockWriter.sentence(TalkWords.plain(wording).said(said)));
        }
        List<Part> talk = new StateTopic(wording, board.reasons()).talk(board.side(), now, board.proceedings());
        panel(panels, "talk", wording.text("dashboard.title.talk"), sayings, BLOCKS.blocks(talk));
        RoundView last = board.last();
        if (last != null) {
            RoundView before = board.round(last.round() - 1);
            RoundTalk heard = board.proceedings().round(last.round());
            RoundTopic topic = new RoundTopic(wording, board.rounds().size(), board.reasons(), List.of());
            List<Object> told = RevealPart.told(last, before, heard, board.side(), wording);
            List<Object> report = BLOCKS.blocks(topic.page(last, before, heard));
            panel(panels, "last", wording.text("web.last"), told, report);
            for (ScoreCard card : last.scores()) {
                if (card.side() == board.side()) {
                    Page why = WhyTopic.plain(wording, board.reasons()).page(last.round(), card);
                    panel(panels, "reasons", wording.text("web.why"), BLOCKS.blocks(why), List.of());
                }
            }
            Page history = new HistoryTopic(wording).page(board.side(), board.rounds());
            panel(panels, "history", wording.text("web.history"), List.of(), BLOCKS.blocks(history));
        }
        return panels;
    }

    /** What names levers as they are typed is folded until somebody asks for it. */
    private static void panel(
            List<Object> panels, String name, String title, List<Object> blocks, List<Object> folded) {
        if (!blocks.isEmpty() || !folded.isEmpty()) {
            panels.add(Map.of("name", name, "title", title, "blocks", blocks, "folded", folded));
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
