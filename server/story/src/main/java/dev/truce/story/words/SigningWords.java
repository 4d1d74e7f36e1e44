package dev.truce.story.words;

import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Signing;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which of two texts counts when each side accepts one of the other in the same round. */
public final class SigningWords {
    private final Wording wording;
    private final DepthValues depths;

    /** @param wording the words of the scenario */
    public SigningWords(Wording wording) {
        this.wording = wording;
        this.depths = wording.scenario().depthTable();
    }

    /**
     * Returns what each pair of texts comes to of which one is accepted and the other is or may still be; nothing without such a pair.
     *
     * @param side who reads it
     * @param round the open round
     * @param offers all offers, as that side has heard of them
     * @param taken an offer that counts as accepted though its notice may not have come; null for none
     */
    public String rivals(Side side, int round, List<Offer> offers, @Nullable OfferId taken) {
        List<String> pairs = new ArrayList<>();
        for (Offer own : live(side, offers)) {
            for (Offer other : live(side.other(), offers)) {
                boolean isOwnAccepted = isAccepted(own, taken);
                boolean isOtherAccepted = isAccepted(other, taken);
                if (isOwnAccepted || isOtherAccepted) {
                    String key = isOwnAccepted && isOtherAccepted
                            ? "signing.both"
                            : isOwnAccepted ? "signing.if-you" : "signing.if-they";
                    OfferId counts = counted(own, other, round);
                    OfferId not = counts.equals(own.id()) ? other.id() : own.id();
                    pairs.add(wording.text(key, own.id(), other.id(), side.other(), counts, not));
                }
            }
        }
        return pairs.isEmpty()
                ? ""
                : wording.text("signing.one", wording.phrases().clauses(pairs));
    }

    /**
     * Returns which text counts if each side signs one of the other's, in words that need no name of an offer; nothing if there is no other
     * text beside the one that is shown.
     *
     * @param side who reads it
     * @param round the open round
     * @param offers all offers, as that side has heard of them
     * @param shown the offer beside which it is read
     */
    public String beside(Side side, int round, List<Offer> offers, Offer shown) {
        List<String> sentences = new ArrayList<>();
        for (Offer other : live(shown.maker().other(), offers)) {
            boolean isOwn = counted(shown, other, round).side() == side;
            String sentence = wording.text(isOwn ? "signing.plain.own" : "signing.plain.other");
            if (!sentences.contains(sentence)) {
                sentences.add(sentence);
            }
        }
        return String.join(" ", sentences);
    }

    private OfferId counted(Offer own, Offer other, int round) {
        BySide<Offer> by = BySide.each(side -> own.maker() == side ? own : other);
        Side counts = Signing.counts(depths, round, by.us().terms(), by.cn().terms());
        return by.of(Objects.requireNonNull(counts, "both are terms")).id();
    }

    private static List<Offer> live(Side maker, List<Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.maker() == maker)
                .filter(offer -> offer.isOpen() || offer.status() == OfferStatus.ACCEPTED)
                .toList();
    }

    private static boolean isAccepted(Offer offer, @Nullable OfferId taken) {
        return offer.status() == OfferStatus.ACCEPTED || offer.id().equals(taken);
    }
}
