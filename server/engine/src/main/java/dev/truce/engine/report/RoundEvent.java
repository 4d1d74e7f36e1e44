package dev.truce.engine.report;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.card.Card;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What chance, the calendar or a shock card did in a round; all are public news. */
public enum RoundEvent {
    /** Leaders met. */
    SUMMIT,
    /** A chip breakthrough in China adds to its substitutes. */
    CHIP_BREAKTHROUGH,
    /** Alternative rare-earth supply opens. */
    RARE_EARTH_SUPPLY,
    /** A court caps the US add-on in this round and the next. */
    COURT_RULING,
    /** The court's cap still holds. */
    COURT_CAP_HOLDS,
    /** The 301 investigation concluded by itself. */
    INVESTIGATION_CONCLUDED,
    /** Card: a bad harvest in the US leaves a part of China's soya undelivered. */
    HARVEST_FAILURE,
    /** Card: a mine outside China adds to US substitutes for rare earths. */
    MINE_OPENING,
    /** Card: a strike makes goods between the two dearer. */
    PORT_STRIKE,
    /** Card: the US public turns to a harder line. */
    ELECTION_SWING_US,
    /** Card: the Chinese public turns to a harder line. */
    ELECTION_SWING_CN,
    /** Card: markets panic. */
    MARKET_PANIC,
    /** Card: the US pace of licences becomes public. */
    LEAK_US_LICENCE_PACE,
    /** Card: what China buys of US soya becomes public. */
    LEAK_CN_SOY_PURCHASES,
    /** Card: the Chinese pace of licences becomes public. */
    LEAK_CN_LICENCE_PACE,
    /** Card: how China enforces against fentanyl becomes public. */
    LEAK_CN_FENTANYL_ENFORCEMENT;

    /** Returns what a card does in the round in which it takes effect; a court that rules is the same with and without one. */
    public static RoundEvent of(Card card) {
        return switch (card.kind()) {
            case HARVEST_FAILURE -> HARVEST_FAILURE;
            case MINE_OPENING -> MINE_OPENING;
            case COURT_RULING -> COURT_RULING;
            case PORT_STRIKE -> PORT_STRIKE;
            case ELECTION_SWING ->
                BySide.pick(Objects.requireNonNull(card.side()), ELECTION_SWING_US, ELECTION_SWING_CN);
            case MARKET_PANIC -> MARKET_PANIC;
            case LEAK -> leakOf(card.instrument());
        };
    }

    /** Returns the instrument whose covert level this event makes public, or null. */
    public @Nullable Instrument leaks() {
        return switch (this) {
            case LEAK_US_LICENCE_PACE -> Instrument.US_LICENCE_PACE;
            case LEAK_CN_SOY_PURCHASES -> Instrument.CN_SOY_PURCHASES;
            case LEAK_CN_LICENCE_PACE -> Instrument.CN_LICENCE_PACE;
            case LEAK_CN_FENTANYL_ENFORCEMENT -> Instrument.CN_FENTANYL_ENFORCEMENT;
            case SUMMIT,
                    CHIP_BREAKTHROUGH,
                    RARE_EARTH_SUPPLY,
                    COURT_RULING,
                    COURT_CAP_HOLDS,
                    INVESTIGATION_CONCLUDED,
                    HARVEST_FAILURE,
                    MINE_OPENING,
                    PORT_STRIKE,
                    ELECTION_SWING_US,
                    ELECTION_SWING_CN,
                    MARKET_PANIC -> null;
        };
    }

    private static RoundEvent leakOf(@Nullable Instrument instrument) {
        for (RoundEvent event : values()) {
            if (instrument != null && event.leaks() == instrument) {
                return event;
            }
        }
        throw new IllegalArgumentException(instrument + " has no covert level to leak");
    }
}
