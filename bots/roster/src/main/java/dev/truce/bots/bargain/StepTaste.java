package dev.truce.bots.bargain;

import dev.truce.engine.scenario.Scenario;

/**
 * How a bot that gives in steps bargains.
 *
 * @param acceptShare part of what it hoped for by its own offer from which it accepts another, at least 0
 * @param margin points beyond what the other side probably wants that it leaves it
 * @param fairness part of the own public gain that it supposes the other side to want
 * @param eveRounds rounds of what it offers in the round before lines move; 0 to offer nothing then
 */
public record StepTaste(double acceptShare, double margin, double fairness, int eveRounds) {
    /** The honest one. */
    public static final StepTaste HONEST = new StepTaste(.6, .1, .8, 3);

    /**
     * The honest one where agreements are short, so that a round without one costs little: it signs what brings as much as it hopes for by
     * its own offer.
     */
    private static final StepTaste FIRM = new StepTaste(1, 0, .8, 1);

    /** Returns that of the bot {@code step} in a scenario. */
    public static StepTaste of(Scenario scenario) {
        return scenario.layers().exist() ? FIRM : HONEST;
    }
}
