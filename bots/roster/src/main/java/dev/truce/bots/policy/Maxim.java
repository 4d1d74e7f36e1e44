package dev.truce.bots.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a policy.
 *
 * @param when all must hold
 * @param then what is done, or null for what the strategy {@code match} does
 */
record Maxim(List<Condition> when, @Nullable Move then) {
    /** Most conditions of a rule. */
    static final int MAX_CONDITIONS = 6;

    /**
     * Checks the number of conditions.
     *
     * @throws IllegalArgumentException if there are too many
     */
    Maxim {
        when = List.copyOf(when);
        if (when.size() > MAX_CONDITIONS) {
            throw new IllegalArgumentException(when.size() + " conditions, expected at most " + MAX_CONDITIONS);
        }
    }

    boolean holds(Notes notes) {
        for (Condition condition : when) {
            if (!condition.holds(notes)) {
                return false;
            }
        }
        return true;
    }

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
}
