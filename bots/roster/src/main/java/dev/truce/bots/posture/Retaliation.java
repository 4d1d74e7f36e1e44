package dev.truce.bots.posture;

import dev.truce.engine.view.Observation;

/** What a strategy adds to a hostile posture: its package (agreements E). */
public interface Retaliation {
    /** Adds nothing. */
    Retaliation NONE = (seen, posture, draft) -> {};

    /**
     * Changes a draft.
     *
     * @param seen what the seat sees
     * @param posture the posture that the draft stands for, hostile
     * @param draft changed in place
     */
    void add(Observation seen, Posture posture, OrderPlan draft);

    /** Returns both additions, this one first. */
    default Retaliation and(Retaliation next) {
        return (seen, posture, draft) -> {
            add(seen, posture, draft);
            next.add(seen, posture, draft);
        };
    }
}
