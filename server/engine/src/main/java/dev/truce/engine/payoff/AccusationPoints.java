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

    /**
     * Returns the points that a choice brings the accuser on average. What the agreement is worth that a finding or a suspension ends is
     * left out.
     *
     * @param guilt how likely it is that the accusation is true, 0..1
     */
    public static double expected(AccusationRules rules, AccusationChoice choice, double guilt) {
        if (choice == AccusationChoice.REST) {
            return 0;
        }
        double found = guilt * rules.found();
        return found * of(rules, choice, false, true) + (1 - found) * of(rules, choice, true, false);
    }

    /** Returns how likely, 0..1 or more, an accusation must be true for an inspection to pay. */
    public static double inspectionPaysFrom(AccusationRules rules) {
        return rules.inspectPrice() / (rules.found() * rules.compensation());
    }
}
