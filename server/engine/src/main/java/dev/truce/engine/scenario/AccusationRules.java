package dev.truce.engine.scenario;

/**
 * What a covert shortfall that is detected leads to where a scenario says so: an accusation, on which the other side decides in the next
 * round. What is found costs the accused its weight {@code caught}.
 *
 * @param found chance that an inspection finds a shortfall that is real; 0 switches accusations off, and then detection is a catch
 * @param inspectPrice points of the accuser for an inspection
 * @param suspendPrice points of the accuser for a suspension after which nothing is found
 * @param compensation points of the accuser for a shortfall that is found
 */
public record AccusationRules(double found, double inspectPrice, double suspendPrice, double compensation) {
    /** No accusations. */
    public static final AccusationRules NONE = new AccusationRules(0, 0, 0, 0);

    /** Returns whether detection leads to accusations. */
    public boolean exist() {
        return found > 0;
    }
}
