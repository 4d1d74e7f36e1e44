package dev.truce.engine.round;

/** What chance or the calendar did in a round; all are public news. */
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
    INVESTIGATION_CONCLUDED
}
