package dev.truce.web.screen;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.TermsForecast;
import dev.truce.engine.view.Observation;
import dev.truce.story.deal.TermsVerdict;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.page.Part;
import dev.truce.story.topic.TermsTopic;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.SigningWords;
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

    /** @param forecast returns what signing the terms of an offer would lead to, or null where that cannot be tried */
    static List<Object> of(
            SeatBoard board, Observation now, Wording wording, Function<Terms, @Nullable TermsForecast> forecast) {
        List<Object> offers = new ArrayList<>();
        TermsTopic topic = new TermsTopic(wording);
        for (Side maker : Side.values()) {
            for (Offer offer : live(board, maker)) {
                Terms terms = offer.terms();
                TermsForecast signed = forecast.apply(terms);
                TermsVerdict verdict =
                        signed == null ? null : TermsVerdict.of(signed, terms, board.side(), now, wording);
                List<Part> parts = new ArrayList<>(topic.exact(terms, now).parts());
                parts.addAll(topic.consequences(terms, now).parts());
                if (signed != null) {
                    parts.addAll(topic.forecast(signed, board.side(), now).parts());
                }
                Map<String, Object> told = new LinkedHashMap<>();
                told.put("name", offer.id().toString());
                told.put("ours", maker == board.side());
                told.put("signed", !offer.isOpen());
                told.putAll(Map.of(
                        "title", title(board, maker, offer, wording),
                        "until",
                                offer.isOpen()
                                        ? wording.text("deal.open", offer.lastRound())
                                        : wording.text("deal.signed"),
                        "terms", DealPart.read(board, now, terms, verdict, wording),
                        "rivals", rivals(board, offer, wording)));
                told.put("blocks", BLOCKS.blocks(parts));
                told.putAll(Map.of("sure", verdict == null ? wording.text("web.sign.again") : sure(verdict, wording)));
                offers.add(told);
            }
        }
        return offers;
    }

    /** Returns which text counts, where an offer is one of two that may both be signed. */
    private static String rivals(SeatBoard board, Offer offer, Wording wording) {
        return new SigningWords(wording)
                .beside(board.side(), board.openRound(), board.proceedings().offers(), offer);
    }

    /** What the button says that is pressed a second time to sign. */
    private static String sure(TermsVerdict verdict, Wording wording) {
        List<TermsVerdict.Case> cases = verdict.cases();
        long gain = cases.get(0).tenths() - cases.get(cases.size() - 1).tenths();
        return wording.text("web.sign.sure", NumberText.signedTenth(gain));
    }

    private static String title(SeatBoard board, Side maker, Offer offer, Wording wording) {
        String rounds = wording.phrases()
                .count("rounds.one", "rounds.many", offer.terms().rounds());
        return maker == board.side()
                ? wording.text("deal.offered", rounds)
                : LeverWords.sentence(wording.text("deal.offers", wording.side(maker), rounds));
    }

    /** Returns how many offers of the other side wait for an answer. */
    static int waiting(SeatBoard board) {
        return board.proceedings().open(board.side().other()).size();
    }

    /** Returns the offers of a side that are open, or signed in the open round. */
    private static List<Offer> live(SeatBoard board, Side maker) {
        return board.proceedings().offers().stream()
                .filter(offer -> offer.maker() == maker)
                .filter(offer -> offer.isOpen() || offer.status() == OfferStatus.ACCEPTED)
                .toList();
    }
}
