package dev.truce.bot;

import dev.truce.engine.view.Observation;

/** A strategy in one seat of one match: observation in, decision out. Called from one thread at a time. */
public interface Bot {
    /**
     * Decides for the open round.
     *
     * @param observation what the seat sees; {@code observation.last()} is the round before
     * @return what to do; illegal orders are refused by the referee and count against the bot
     */
    Decision decide(Observation observation);
}
