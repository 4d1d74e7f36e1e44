package dev.truce.web.screen;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.view.Observation;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.page.Part;
import dev.truce.story.topic.TermsTopic;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The open offers, each with its exact terms and what would follow. */
final class Offers {
    private static final BlockWriter BLOCKS = new BlockWriter();

    private Offers() {}

    /** @param forecast returns what signing the terms of an offer would lead to */
    static List<Object> of(SeatBoard board, Observation now, Wording wording, Function<Terms, List<Part>> forecast) {
        List<Object> offers = new ArrayList<>();
        for (Side maker : Side.values()) {
            for (Offer offer : open(board, maker)) {
                Map<String, Object> told = new LinkedHashMap<>();
                told.put("name", offer.id().toString());
                told.put("ours", maker == board.side());
                List<Part> parts = new ArrayList<>(
                        new TermsTopic(wording).exact(offer.terms(), now).parts());
                parts.addAll(
                        new TermsTopic(wording).consequences(offer.terms(), now).parts());
                parts.addAll(forecast.apply(offer.terms()));
                told.put("blocks", BLOCKS.blocks(parts));
                offers.add(told);
            }
        }
        return offers;
    }

    /** Returns the open offers of a side. */
    static List<Offer> open(SeatBoard board, Side maker) {
        return List.copyOf(board.proceedings().open(maker));
    }
}
