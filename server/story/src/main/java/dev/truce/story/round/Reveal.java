package dev.truce.story.round;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Order;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.view.RoundView;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.facts.Proceedings.RoundTalk;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A closed round as it is revealed, in sentences: the one thing that weighs most, then what each side did.
 *
 * @param headline the weightiest thing
 * @param deeds what each side did, at least one sentence
 */
public record Reveal(String headline, BySide<List<String>> deeds) {
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
            boolean offered = heard.offers().stream().anyMatch(offer -> isMade(offer, side));
            if (offered) {
                deeds.add(wording.text("reveal.offered"));
            }
            if (view.change() == TreatyChange.ENTERED_INTO_FORCE) {
                deeds.add(wording.text("reveal.signed"));
            }
            if (view.side(side).notice()) {
                deeds.add(wording.text("reveal.notice"));
            }
            return deeds;
        }

        /** An order may keep a lever where it would not have stayed by itself, or where it stands. */
        private void kept(List<String> deeds, Side side) {
            for (Order order : view.orders()) {
                Instrument instrument = order.instrument();
                boolean moved = view.changes().stream().anyMatch(change -> change.instrument() == instrument);
                if (instrument.holder() == side && !moved && view.levels().get(instrument) == order.level()) {
                    deeds.add(LeverWords.sentence(wording.text(
                            "reveal.kept",
                            new LeverWords(wording).name(instrument),
                            wording.levelTitle(instrument, order.level()))));
                }
            }
        }

        private boolean isMade(Offer offer, Side side) {
            return offer.maker() == side && offer.made() == view.round();
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
