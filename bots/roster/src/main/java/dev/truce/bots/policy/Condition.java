package dev.truce.bots.policy;

/**
 * What must be the case for a rule of a policy to hold.
 *
 * @param feature what is asked about
 * @param atLeast whether it must be at least the line, else below it
 * @param line in thousandths
 */
record Condition(Feature feature, boolean atLeast, int line) {
    boolean holds(Notes notes) {
        return notes.get(feature) >= line == atLeast;
    }
}
