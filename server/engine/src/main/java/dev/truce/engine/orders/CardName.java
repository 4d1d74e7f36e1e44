package dev.truce.engine.orders;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.card.CardKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the name of a card and, for some, a side or a covert instrument. */
public final class CardName {
    private CardName() {}

    /**
     * Reads a card. Case is free.
     *
     * @param text for example {@code harvest-failure}, {@code election-swing US} or {@code leak CN.SOY}
     * @return the card; refused as {@link RefusalCode#UNKNOWN_CARD} with the names of all, or as {@link RefusalCode#WRONG_TARGET}
     *     with what it must name
     */
    public static Reply<Card> read(String text) {
        String[] words = text.trim().toLowerCase(Locale.ROOT).split("\\s+", 3);
        List<String> names = new ArrayList<>();
        for (CardKind kind : CardKind.values()) {
            if (kind.word().equals(words[0])) {
                Card card = words.length > 2 ? null : aimed(kind, words.length > 1 ? words[1] : "");
                return card != null ? Reply.done(card) : Reply.refused(wrongTarget(kind));
            }
            names.add(kind.word());
        }
        return Reply.refused(Refusal.of(RefusalCode.UNKNOWN_CARD, "card").legal(String.join(", ", names)));
    }

    private static Refusal wrongTarget(CardKind kind) {
        String sentence = "refused.wrong_target." + kind.target().name().toLowerCase(Locale.ROOT);
        return Refusal.of(RefusalCode.WRONG_TARGET, "card")
                .because(sentence, kind.word())
                .legal(String.join(", ", Card.targets(kind)));
    }

    private static @Nullable Card aimed(CardKind kind, String target) {
        if (kind.target() == CardKind.Target.NOTHING && target.isEmpty()) {
            return Card.of(kind);
        }
        if (kind.target() == CardKind.Target.SIDE) {
            for (Side side : Side.values()) {
                if (side.name().toLowerCase(Locale.ROOT).equals(target)) {
                    return Card.swing(side);
                }
            }
        }
        if (kind.target() == CardKind.Target.COVERT_INSTRUMENT) {
            for (Instrument instrument : Instrument.all()) {
                boolean named = Card.name(instrument).toLowerCase(Locale.ROOT).equals(target)
                        || instrument.id().equals(target);
                if (instrument.isCovert() && named) {
                    return Card.leak(instrument);
                }
            }
        }
        return null;
    }
}
