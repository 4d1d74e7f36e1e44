package dev.truce.engine.card;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What reading the text of a card came to. */
public sealed interface CardReading {
    /** A card. */
    record Read(Card card) implements CardReading {}

    /**
     * No card has this name.
     *
     * @param legal the names of all
     */
    record UnknownCard(String legal) implements CardReading {}

    /**
     * The card is aimed at what it cannot be aimed at.
     *
     * @param legal what it must name
     */
    record WrongTarget(String legal) implements CardReading {}

    /**
     * Reads a card: its name and, for some, a side or a covert instrument. Case is free.
     *
     * @param text for example {@code harvest-failure}, {@code election-swing US} or {@code leak CN.SOY}
     */
    static CardReading of(String text) {
        String[] words = text.trim().toLowerCase(Locale.ROOT).split("\\s+", 3);
        for (CardKind kind : CardKind.values()) {
            if (kind.word().equals(words[0])) {
                return words.length > 2 ? new WrongTarget(Card.wanted(kind)) : aimed(kind, words);
            }
        }
        List<String> names = new ArrayList<>();
        for (CardKind kind : CardKind.values()) {
            names.add(kind.word());
        }
        return new UnknownCard(String.join(", ", names));
    }

    private static CardReading aimed(CardKind kind, String[] words) {
        String target = words.length > 1 ? words[1] : "";
        if (kind.target() == CardKind.Target.NOTHING && target.isEmpty()) {
            return new Read(Card.of(kind));
        }
        if (kind.target() == CardKind.Target.SIDE) {
            for (Side side : Side.values()) {
                if (side.name().toLowerCase(Locale.ROOT).equals(target)) {
                    return new Read(Card.swing(side));
                }
            }
        }
        if (kind.target() == CardKind.Target.COVERT_INSTRUMENT) {
            for (Instrument instrument : Instrument.all()) {
                boolean named = Card.name(instrument).toLowerCase(Locale.ROOT).equals(target)
                        || instrument.id().equals(target);
                if (instrument.isCovert() && named) {
                    return new Read(Card.leak(instrument));
                }
            }
        }
        return new WrongTarget(Card.wanted(kind));
    }
}
