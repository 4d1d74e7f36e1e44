package dev.truce.web.screen;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.Advice;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.topic.AccusationTopic;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accusations that are open: what the own side may decide on its own one, and how it stands with the other side's. */
final class AccusationPart {
    private static final BlockWriter BLOCKS = new BlockWriter();

    private AccusationPart() {}

    /** Returns them, or nothing if there are none. */
    static Map<String, Object> of(SeatBoard board, Observation now, Wording wording) {
        AccusationTopic topic = new AccusationTopic(wording, board.reasons());
        Map<String, Object> part = new LinkedHashMap<>();
        List<Object> against = BLOCKS.blocks(topic.accused(board.side(), now));
        if (!against.isEmpty()) {
            part.putAll(Map.of("against_title", wording.text("web.accused"), "against", against));
        }
        Instrument accused = now.accusedOn(board.side().other());
        if (accused != null) {
            part.putAll(own(board, now, wording, topic, accused));
        }
        return part;
    }

    private static Map<String, Object> own(
            SeatBoard board, Observation now, Wording wording, AccusationTopic topic, Instrument accused) {
        AccusationChoice decided = board.choice();
        boolean decides = board.delegates().own().number() == Delegation.HEAD;
        List<Object> choices = new ArrayList<>();
        for (AccusationTopic.Option option : topic.options(now, accused)) {
            choices.add(Map.of(
                    "line", decides ? option.line() : new Advice(accused, option.choice(), null).typed(),
                    "name", option.name(),
                    "text", option.text(),
                    "expected", option.expected(),
                    "chosen", option.choice() == decided));
        }
        String other = wording.side(board.side().other());
        List<Object> advice = new ArrayList<>(topic.advice(board.side(), now, board.proceedings()));
        return Map.of(
                "title", wording.text("web.accuse", other, wording.title(accused)),
                "tens", topic.tens(accused),
                "odds", wording.text("web.accuse.odds", topic.odds(accused)),
                "advice", advice,
                "only", decides ? "" : wording.text("web.accuse.only"),
                "choices", choices,
                "expected", wording.text("web.accuse.expected"),
                "note", wording.text("web.accuse.note"),
                "standing", topic.decided(decided));
    }
}
