package dev.truce.match.record;

import dev.truce.engine.card.Card;
import dev.truce.engine.card.CardReading;
import java.util.List;

/** The written form of a shock card, one line a card; both forms of a record have it. */
final class CardText {
    /** What the line of a card begins with, behind the mark that it has in common with acts. */
    static final String CARD = "card ";

    private CardText() {}

    static String write(Card card) {
        return CARD + card.text();
    }

    /**
     * Reads a card that follows others of its round.
     *
     * @throws IllegalArgumentException if the text is no card, is written in another way than {@link #write} does, or stands before
     *     its turn
     */
    static Card read(String text, List<Card> before) {
        CardReading reading = CardReading.of(text.substring(CARD.length()));
        if (reading instanceof CardReading.Read read && write(read.card()).equals(text)) {
            Card card = read.card();
            if (!before.isEmpty() && before.get(before.size() - 1).kind().compareTo(card.kind()) >= 0) {
                throw new IllegalArgumentException("cards stand in the order of the rulebook, one of a kind");
            }
            return card;
        }
        throw new IllegalArgumentException("expected a card, like 'card leak CN.SOY'");
    }
}
