package dev.truce.bot;

import dev.truce.engine.view.Observation;

/**
 * A strategy in one seat of one match: observation in, decision out. Called from one thread at a time, once a round, before
 * the round's message phase. One that reads offers is a {@link Negotiator}.
 */
public interface Bot {
    /**
     * Decides for the open round.
     *
     * @param observation what the seat sees; {@code observation.last()} is the round before
     * @return what to do; illegal orders are refused by the referee and count against the bot
     */
    Decision decide(Observation observation);

    /**
     * Decides for the open round, with what the other side has said. Bots that do not negotiate take no notice of it.
     *
     * @param observation what the seat sees
     * @param talks what the other side said in the round before
     */
    default Decision decide(Observation observation, Talks talks) {
        return decide(observation);
    }
}
