package dev.truce.engine.card;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A shock card with what it is aimed at.
 *
 * @param kind which one
 * @param side the side, for {@link CardKind#ELECTION_SWING}; else null
 * @param instrument the covert instrument, for {@link CardKind#LEAK}; else null
 */
public record Card(
        CardKind kind, @Nullable Side side, @Nullable Instrument instrument) {
    /**
     * Insists on the target that the kind needs.
     *
     * @throws IllegalArgumentException if a target is missing, not wanted, or an instrument is not covert
     */
    public Card {
        if ((side != null) != (kind.target() == CardKind.Target.SIDE)
                || (instrument != null) != (kind.target() == CardKind.Target.COVERT_INSTRUMENT)
                || (instrument != null && !instrument.isCovert())) {
            throw new IllegalArgumentException(kind.word() + " needs one target of " + targets(kind));
        }
    }

    /**
     * Returns a card that is aimed at nothing.
     *
     * @throws IllegalArgumentException if the kind needs a target
     */
    public static Card of(CardKind kind) {
        return new Card(kind, null, null);
    }

    /** Returns an election that swings the public of a side. */
    public static Card swing(Side side) {
        return new Card(CardKind.ELECTION_SWING, side, null);
    }

    /**
     * Returns a leak of a covert instrument's level.
     *
     * @throws IllegalArgumentException if the instrument is public
     */
    public static Card leak(Instrument instrument) {
        return new Card(CardKind.LEAK, null, instrument);
    }

    /** The names of what a card of a kind can be aimed at; none if it is aimed at nothing. */
    public static List<String> targets(CardKind kind) {
        return switch (kind.target()) {
            case NOTHING -> List.of();
            case SIDE -> List.of(Side.US.name(), Side.CN.name());
            case COVERT_INSTRUMENT ->
                Instrument.all().stream()
                        .filter(Instrument::isCovert)
                        .map(Card::name)
                        .toList();
        };
    }

    /** Returns the card as players write it, for example {@code leak CN.SOY}. */
    public String text() {
        if (side != null) {
            return kind.word() + " " + side;
        }
        return instrument == null ? kind.word() : kind.word() + " " + name(instrument);
    }

    @Override
    public String toString() {
        return text();
    }

    /** How a card names an instrument, for example {@code CN.SOY}. */
    public static String name(Instrument instrument) {
        return (instrument.holder() + "." + instrument.word()).toUpperCase(Locale.ROOT);
    }
}
