package dev.truce.bot;

import dev.truce.engine.view.Observation;

/** A bot that reads the other side's offers. */
public interface Negotiator extends Bot {
    @Override
    Decision decide(Observation observation, Talks talks);

    /** Decides where nobody can make offers. */
    @Override
    default Decision decide(Observation observation) {
        return decide(observation, Talks.NONE);
    }
}
