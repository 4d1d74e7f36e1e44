package dev.truce.engine.scenario;

import dev.truce.engine.card.Card;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the shock cards change, and those that a scenario plays by itself. All numbers are design choices.
 *
 * @param harvestLoss part of the soya that China buys which a failed harvest cannot deliver, 0..1
 * @param mineStep what a mine adds to US substitutes for rare earths, fraction of the need
 * @param strikeCost what a port strike adds to the price of goods between the two, as a rate in each direction
 * @param electionSwing what an election adds to how much a side's public cares; 1 is the mean
 * @param panicIncome income that the public of each side misses in a panic, basis points
 * @param played cards of the scenario, by round
 */
public record CardRules(
        double harvestLoss,
        double mineStep,
        double strikeCost,
        double electionSwing,
        double panicIncome,
        List<Played> played) {

    /** The numbers of a scenario that says nothing about cards, and plays none. */
    public static final CardRules DEFAULT = new CardRules(.35, .10, .03, .5, 10, List.of());

    /**
     * A card that the scenario plays.
     *
     * @param round in which it takes effect, from 1
     */
    public record Played(int round, Card card) {}

    public CardRules {
        played = List.copyOf(played);
    }

    /** Returns the scenario's cards of a round, in the order of their kinds. */
    public List<Card> of(int round) {
        if (played.isEmpty()) {
            return List.of();
        }
        List<Card> cards = new ArrayList<>();
        for (Played each : played) {
            if (each.round() == round) {
                cards.add(each.card());
            }
        }
        cards.sort(Comparator.comparing(Card::kind));
        return cards;
    }
}
