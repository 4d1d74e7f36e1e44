package dev.truce.story.words;

import dev.truce.engine.agreement.Layers;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;

/** What an offer is about, in a few words: an agreement, or that what binds goes on. Whose clauses it has is told elsewhere. */
public final class OfferWords {
    private final Wording wording;

    /** @param wording the words of the scenario */
    public OfferWords(Wording wording) {
        this.wording = wording;
    }

    /** Returns whether terms make what binds last longer, or the truce again, and set nothing on top of it. */
    public static boolean prolongs(Terms terms, Layers layers, boolean chapter) {
        return layers.exist() ? !layers.isAgreement(terms, chapter) : terms instanceof Terms.Renewal;
    }

    /**
     * Returns what terms are, so that it can follow {@code offers}.
     *
     * @param treaty the treaty that binds in the round
     * @param round in which they would be signed
     * @param chapter whether a technology chapter may be signed in it
     */
    public String what(Terms terms, Treaty treaty, int round, boolean chapter) {
        Layers layers = wording.scenario().layering();
        String rounds = wording.phrases().count("rounds.one", "rounds.many", terms.rounds());
        if (!prolongs(terms, layers, chapter)) {
            return wording.text(terms.communique() ? "offer.what.announced" : "offer.what", rounds);
        }
        Treaty after = layers.entering(treaty.withoutEnded(round), terms, round, chapter);
        int last = after.isLayered() ? after.truceUntil() : after.last();
        String key = treaty.bindsTruce(round) ? "offer.what.longer" : "offer.what.again";
        return wording.text(
                after.isLayered() ? key : "offer.what.all", wording.phrases().until(last));
    }
}
