package dev.truce.story.round;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Order;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.view.RoundView;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.facts.Proceedings.RoundTalk;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.OfferWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A closed round as it is revealed, in sentences: the one thing that weighs most, then what each side did.
 *
 * @param headline the weightiest thing
 * @param deeds what each side did, at least one sentence
 */
public record Reveal(String headline, BySide<List<String>> deeds) {
    /** What was signed, whatever it came to. */
    private static final Set<OfferStatus> SIGNED =
            EnumSet.of(OfferStatus.ACCEPTED, OfferStatus.ENTERED, OfferStatus.LAPSED, OfferStatus.SUPERSEDED);

    /**
     * Tells a round.
     *
     * @param view the round as the viewer may see it
     * @param before the round before, or null for the first one known
     * @param heard what was offered and said in it
     */
    public static Reveal of(RoundView view, @Nullable RoundView before, RoundTalk heard, Wording wording) {
        Teller teller = new Teller(view, before, heard, wording);
        return new Reveal(
                Headline.of(view, before, wording.scenario()).text(wording, view), BySide.each(teller::deeds));
    }

    /** Tells the deeds of a round. */
    private record Teller(RoundView view, @Nullable RoundView before, RoundTalk heard, Wording wording) {
        List<String> deeds(Side side) {
            LeverWords levers = new LeverWords(wording);
            List<String> deeds = new ArrayList<>();
            MoveFacts.ordered(view, side).forEach(change -> deeds.add(levers.moved(side, change)));
            kept(deeds, side);
            boolean ordered =
                    view.orders().stream().anyMatch(order -> order.instrument().holder() == side);
            if (deeds.isEmpty() && !ordered) {
                deeds.add(wording.text(view.viewer().sees(side) ? "reveal.held" : "reveal.held.public"));
            }
            byItself(deeds, side, "reveal.delivered", MoveFacts.delivered(view));
            byItself(deeds, side, "reveal.returned", view.returned());
            byItself(deeds, side, "reveal.fell", view.fallbacks());
            byItself(deeds, side, "reveal.corrected", view.corrected());
            judged(deeds, side);
            talked(deeds, side);
            if (view.side(side).notice()) {
                deeds.add(wording.text("reveal.notice"));
            }
            return deeds;
        }

        /** Orders may keep levers where they would not have stayed by themselves, or where they stand: one sentence for all of them. */
        private void kept(List<String> deeds, Side side) {
            List<String> kept = new ArrayList<>();
            for (Order order : view.orders()) {
                Instrument instrument = order.instrument();
                boolean moved = view.changes().stream().anyMatch(change -> change.instrument() == instrument);
                if (instrument.holder() == side && !moved && view.levels().get(instrument) == order.level()) {
                    kept.add(wording.text(
                            "reveal.kept.one",
                            new LeverWords(wording).name(instrument),
                            wording.levelTitle(instrument, order.level())));
                }
            }
            if (!kept.isEmpty()) {
                deeds.add(wording.text("reveal.kept", wording.phrases().row(kept)));
            }
        }

        /** What a side offered, and what it signed of the other side's offers. */
        private void talked(List<String> deeds, Side side) {
            for (Offer offer : heard.offers()) {
                if (offer.maker() == side && offer.made() == view.round()) {
                    deeds.add(wording.text("reveal.offered", what(offer)));
                } else if (offer.maker() != side && SIGNED.contains(offer.status())) {
                    deeds.add(wording.text("reveal.signed", wording.side(offer.maker()), what(offer)));
                }
            }
            // Who was told of no offer still sees that something entered into force.
            boolean heardOfAny = heard.offers().stream().anyMatch(offer -> SIGNED.contains(offer.status()));
            if (!heardOfAny && view.change() == TreatyChange.ENTERED_INTO_FORCE) {
                deeds.add(wording.text("reveal.entered"));
            }
        }

        private String what(Offer offer) {
            boolean chapter =
                    view.treaty().admitsChapter(view.round(), view.events().contains(RoundEvent.SUMMIT));
            return new OfferWords(wording).what(offer.terms(), view.treaty(), view.round(), chapter);
        }

        private void judged(List<String> deeds, Side side) {
            Instrument accused = before == null
                    ? null
                    : before.side(side.other()).decisions().accusedOn();
            if (accused != null) {
                AccusationChoice choice = view.side(side).decisions().choice();
                String judged = wording.text("reveal.judged." + choice.name(), new LeverWords(wording).name(accused));
                String result = result(side.other(), accused);
                deeds.add(result.isEmpty() ? judged : judged + " " + result);
            }
        }

        /** What came of looking into an accusation. */
        private String result(Side accused, Instrument on) {
            if (view.side(accused).caughtOn() == on) {
                return wording.text("reveal.judged.found");
            }
            boolean cleared = view.side(accused).decisions().clearedOn() == on;
            return cleared ? wording.text("reveal.judged.cleared") : "";
        }

        private void byItself(List<String> deeds, Side side, String key, List<LevelChange> changes) {
            for (LevelChange change : changes) {
                if (change.instrument().holder() == side) {
                    deeds.add(new LeverWords(wording).byItself(key, change));
                }
            }
        }
    }
}
