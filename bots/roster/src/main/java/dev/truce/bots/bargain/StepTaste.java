package dev.truce.bots.bargain;

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
}
