package dev.truce.engine.delegation;

import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.Draws;
import dev.truce.engine.chance.Purpose;
import dev.truce.engine.payoff.Component;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a minister is out for: how much each component of his side's score counts for him. A secret of his seat until the end.
 *
 * <p>A drawn brief: a component that one of his portfolios stands for weighs 150, 175 or 200 %, any other 50, 75, 100 or 125 %, each
 * with the same chance; luck always weighs 100 %. The draw is keyed by the seed of the match, or of its table if it has one, purpose 10,
 * round 0 and side, and its index
 * is 16 times the seat's number plus the component's, so no brief shifts another draw and no other draw shifts a brief.
 *
 * @param weightsPercent 16 weights in component order, each 0..300 %; 100 is what it counts for the side
 */
public record Brief(List<Integer> weightsPercent) {
    /** Largest weight, in percent. */
    public static final int MAX_PERCENT = 300;

    /** Everything counts as it does for the side. */
    public static final Brief LIKE_THE_SIDE = new Brief(Collections.nCopies(Component.COUNT, 100));

    private static final int STEP_PERCENT = 25;

    /**
     * Checks the weights.
     *
     * @throws IllegalArgumentException if there are not 16, or one is out of range
     */
    public Brief {
        weightsPercent = List.copyOf(weightsPercent);
        if (weightsPercent.size() != Component.COUNT) {
            throw new IllegalArgumentException(
                    weightsPercent.size() + " weights; a brief has " + Component.COUNT + ", one a component");
        }
        for (int i = 0; i < Component.COUNT; i++) {
            int percent = weightsPercent.get(i);
            if (percent < 0 || percent > MAX_PERCENT) {
                throw new IllegalArgumentException("the weight of " + Component.values()[i].name() + " is " + percent
                        + " %; weights are 0.." + MAX_PERCENT + " %");
            }
        }
    }

    /** Returns the brief of a minister: the one that the host set, or the one that the seed gives. */
    public static Brief of(Minister minister, Side side, long seed) {
        Brief set = minister.brief();
        return set == null ? drawn(seed, side, minister) : set;
    }

    private static Brief drawn(long seed, Side side, Minister minister) {
        Draws draws = new Draws(seed);
        List<Integer> weights = new ArrayList<>();
        for (Component component : Component.values()) {
            int k = Component.COUNT * minister.number() + component.ordinal();
            double chance = draws.uniform(Purpose.BRIEF, 0, side.ordinal(), k);
            weights.add(weight(component, isInterest(minister, component), chance));
        }
        return new Brief(weights);
    }

    private static int weight(Component component, boolean interest, double chance) {
        if (component == Component.CHANCE) {
            return 100;
        }
        return interest ? 150 + STEP_PERCENT * (int) (3 * chance) : 50 + STEP_PERCENT * (int) (4 * chance);
    }

    private static boolean isInterest(Minister minister, Component component) {
        for (Portfolio portfolio : minister.portfolios()) {
            if (interests(portfolio).contains(component)) {
                return true;
            }
        }
        return false;
    }

    /** Returns how much a component counts, in percent of what it counts for the side. */
    public int percent(Component component) {
        return weightsPercent.get(component.ordinal());
    }

    static List<Component> interests(Portfolio portfolio) {
        return switch (portfolio) {
            case US_TRADE -> List.of(Component.REVENUE, Component.FARM, Component.FIRMNESS);
            case US_COMMERCE -> List.of(Component.INDUSTRY, Component.TECHNOLOGY, Component.CHOKEPOINT);
            case US_HOMELAND -> List.of(Component.PRICES, Component.FENTANYL, Component.RESTRAINT);
            case CN_COMMERCE -> List.of(Component.INDUSTRY, Component.TECHNOLOGY, Component.CHOKEPOINT);
            case CN_AGRICULTURE -> List.of(Component.PRICES, Component.AGREEMENT, Component.CAUGHT);
            case CN_TRANSPORT -> List.of(Component.INCOME, Component.TENSION, Component.HUMILIATION);
            case CN_PUBLIC_SECURITY -> List.of(Component.RESTRAINT, Component.FIRMNESS, Component.BREACH);
        };
    }
}
