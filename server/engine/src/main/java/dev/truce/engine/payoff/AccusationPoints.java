package dev.truce.engine.payoff;

import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.scenario.AccusationRules;

/** What an accusation costs and brings the side that makes it. */
public final class AccusationPoints {
    private AccusationPoints() {}

    /**
     * Returns the points of an accuser in a round.
     *
     * @param rules prices of the scenario
     * @param choice what it chose about its accusation of the round before
     * @param cleared whether the inspection that it chose found nothing
     * @param found whether a shortfall of the other side was found in the round
     */
    public static double of(AccusationRules rules, AccusationChoice choice, boolean cleared, boolean found) {
        double paid = switch (choice) {
            case REST -> 0;
            case INSPECT -> rules.inspectPrice();
            case SUSPEND -> cleared ? rules.suspendPrice() : 0;
        };
        return (found ? rules.compensation() : 0) - paid;
    }
}
