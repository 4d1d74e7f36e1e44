package dev.truce.web.screen;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.view.Observation;
import dev.truce.story.deal.TermsVerdict;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.page.Part;
import dev.truce.story.topic.TermsTopic;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The open offers, each with its exact terms and what would follow. */
final class Offers {
    private static final BlockWriter BLOCKS = new BlockWriter();

    private Offers() {}

    /**
     * @param forecast returns what signing the terms of an offer would lead to
     * @param verdict returns what that means to the seat, or null where it cannot be tried
     */
    static List<Object> of(
            SeatBoard board,
            Observation now,
            Wording wording,
            Function<Terms, List<Part>> forecast,
            Function<Terms, @Nullable TermsVerdict> verdict) {
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
                told.putAll(Map.of(
                        "title", title(board, maker, offer, wording),
                        "until", wording.text("deal.open", offer.lastRound()),
                        "terms", DealPart.read(board, now, offer.terms(), verdict.apply(offer.terms()), wording)));
                told.put("blocks", BLOCKS.blocks(parts));
                offers.add(told);
            }
        }
        return offers;
    }

    private static String title(SeatBoard board, Side maker, Offer offer, Wording wording) {
        String rounds = wording.phrases()
                .count("rounds.one", "rounds.many", offer.terms().rounds());
        return maker == board.side()
                ? wording.text("deal.offered", rounds)
                : LeverWords.sentence(wording.text("deal.offers", wording.side(maker), rounds));
    }

    /** Returns the open offers of a side. */
    static List<Offer> open(SeatBoard board, Side maker) {
        return List.copyOf(board.proceedings().open(maker));
    }
}
