package dev.truce.web.screen;

import dev.truce.engine.agreement.Clause;
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
import dev.truce.story.words.Phrases;
import dev.truce.story.words.SigningWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The open offers, each with its exact terms and what would follow. */
final class Offers {
    private static final BlockWriter BLOCKS = new BlockWriter();

    /** What is told of an offer in sentences; the rest names levers as they are typed. */
    private static final Set<String> ABOUT = Set.of("political_dates", "lapses", "escalation", "communique");

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
                        "good", verdict != null && verdict.enters() && verdict.gain() > 0,
                        "title", title(board, maker, topic.what(terms, now), wording),
                        "until",
                                offer.isOpen()
                                        ? wording.text("deal.open", offer.lastRound())
                                        : wording.text("deal.signed"),
                        "terms", DealPart.read(board, now, terms, verdict, wording),
                        "rivals", rivals(board, offer, wording)));
                told.put("blocks", BLOCKS.blocks(parts));
                List<Part> about = new ArrayList<>(parts);
                about.removeIf(part -> !ABOUT.contains(part.name()));
                int last = topic.entered(terms, now).stream()
                        .mapToInt(Clause::last)
                        .max()
                        .orElse(board.openRound() + 1);
                String when = wording.phrases().span(board.openRound() + 1, last);
                told.putAll(Map.of("when", wording.text("deal.rounds", when), "about", BLOCKS.blocks(about)));
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
        return wording.text("web.sign.sure", NumberText.signedTenth(verdict.gain()));
    }

    private static String title(SeatBoard board, Side maker, String what, Wording wording) {
        return maker == board.side()
                ? wording.text("deal.offered", what)
                : LeverWords.sentence(wording.text("deal.offers", wording.side(maker), what));
    }

    /** Returns the offer that keeps the seat from making another one in the open round, and what can be done; nothing if there is none. */
    static Map<String, Object> barring(SeatBoard board, Phrases phrases) {
        Offer offer = board.proceedings().barring(board.side(), board.openRound());
        return offer == null
                ? Map.of()
                : Map.of("name", offer.id().toString(), "open", offer.isOpen(), "text", barred(board, offer, phrases));
    }

    /** Returns why a seat cannot make another offer. */
    static String barred(SeatBoard board, Offer offer, Phrases phrases) {
        return offer.isOpen() ? phrases.of("deal.barred") : phrases.of("deal.barred.signed", board.openRound() + 1);
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
