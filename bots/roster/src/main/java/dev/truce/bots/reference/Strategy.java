package dev.truce.bots.reference;

import dev.truce.bots.posture.OrderPlan;

/** How one of the reference strategies plays, apart from what all of them share ({@link ReferenceBot}). */
public interface Strategy {
    /** Chooses posture and offer of the open round; called once a round, in order. */
    Stance choose(Reading seen);

    /** Changes the levels that the posture stands for, before the word given is kept. */
    default void adjust(Reading seen, Stance chosen, OrderPlan draft) {}

    /** Returns how it decides about accusations of the other side. */
    default Judgement judgement() {
        return Judgement.BY_ODDS;
    }
}
