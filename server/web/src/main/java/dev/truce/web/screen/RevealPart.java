package dev.truce.web.screen;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.story.facts.Proceedings.RoundTalk;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.round.Reveal;
import dev.truce.story.round.RoundTopic;
import dev.truce.story.topic.WhyTopic;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A round that has just closed: its headline, the deeds, what changed, and the way on. */
final class RevealPart {
    private static final Set<String> CHANGED = Set.of("tariff", "trade", "markets");
    private static final BlockWriter BLOCKS = new BlockWriter();

    private RevealPart() {}

    /** What a report prints in short signs stands here as it is spoken. */
    private static Part inWords(Part part) {
        if (!part.name().equals("markets")) {
            return part;
        }
        String spoken = part.sentences().stream().map(Part.Sentence::text).collect(Collectors.joining(" "));
        return spoken.isEmpty()
                ? Part.named(part.name())
                : Part.named(part.name()).drawn(Block.Text.of(spoken));
    }

    /** Returns a round in a few blocks: its headline, and what each side did. */
    static List<Object> told(
            RoundView view, @Nullable RoundView before, RoundTalk heard, @Nullable Side viewer, Wording wording) {
        Reveal reveal = Reveal.of(view, before, heard, wording);
        List<Object> told = new ArrayList<>(List.of(BlockWriter.sentence(reveal.headline())));
        for (Side side : Side.values()) {
            String name = side == viewer ? wording.text("web.you") : wording.side(side);
            told.add(BlockWriter.sentences(
                    LeverWords.sentence(name), reveal.deeds().of(side)));
        }
        return told;
    }

    /**
     * Returns the last closed round.
     *
     * @param last the round
     * @param next what stands on the way into the open round, in sentences
     */
    static Map<String, Object> of(SeatBoard board, RoundView last, List<String> next, Wording wording) {
        boolean over = board.over() != null;
        RoundView before = board.round(last.round() - 1);
        RoundTalk heard = board.proceedings().round(last.round());
        Reveal reveal = Reveal.of(last, before, heard, wording);
        List<Object> deeds = new ArrayList<>();
        for (Side side : Side.values()) {
            String name = side == board.side() ? wording.text("web.you") : wording.side(side);
            deeds.add(Map.of(
                    "side", side.name().toLowerCase(Locale.ROOT),
                    "name", LeverWords.sentence(name),
                    "lines", reveal.deeds().of(side)));
        }
        Page page =
                new RoundTopic(wording, board.rounds().size(), board.reasons(), List.of()).page(last, before, heard);
        List<Part> changed = page.parts().stream()
                .filter(part -> CHANGED.contains(part.name()))
                .map(RevealPart::inWords)
                .toList();
        List<Object> why = new ArrayList<>();
        for (ScoreCard card : last.scores()) {
            if (card.side() == board.side()) {
                why.addAll(
                        BLOCKS.blocks(WhyTopic.plain(wording, board.reasons()).page(last.round(), card)));
            }
        }
        String quarter = board.scenario().calendar().quarter(last.round());
        return Map.of(
                "round",
                last.round(),
                "kicker",
                wording.text("web.reveal.round", last.round(), quarter),
                "headline",
                reveal.headline(),
                "deeds",
                deeds,
                "changed",
                BLOCKS.blocks(changed),
                "why",
                why,
                "all",
                BLOCKS.blocks(page),
                "next",
                next,
                "labels",
                Map.of(
                        "deeds", wording.text("web.reveal.deeds"),
                        "changed", wording.text("web.reveal.changed"),
                        "score", wording.text("web.reveal.score"),
                        "all", wording.text("web.reveal.all"),
                        "next",
                                over
                                        ? wording.text("web.reveal.last")
                                        : wording.text("web.reveal.next", board.openRound()),
                        "on",
                                over
                                        ? wording.text("web.reveal.end")
                                        : wording.text("web.reveal.on", board.openRound())));
    }
}
