package dev.truce.tournament.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a tournament plays, stage by stage. A later stage may depend on the scores of earlier ones, and on nothing else; so a plan
 * that is asked again after an interruption gives the same pairs.
 */
public interface TournamentPlan {
    /**
     * Returns a stage, or nothing if the tournament is over.
     *
     * @param number number of the stage, from 0
     * @param firstPair index of its first pair: the number of pairs in all stages before it
     * @param soFar the scores of all stages before it
     */
    Optional<Stage> stage(int number, int firstPair, Scoreboard soFar);

    /**
     * Returns a part of the plan.
     *
     * @throws IllegalArgumentException if later stages depend on earlier ones, or there are fewer pairs than parts
     */
    default TournamentPlan part(TournamentPart part) {
        if (part.isWhole()) {
            return this;
        } else if (!(this instanceof OneStage)) {
            throw new IllegalArgumentException("later pairs depend on earlier ones, so there are no parts");
        } else if (part.of() > pairsInAll()) {
            throw new IllegalArgumentException("part " + part + " of " + pairsInAll() + " pairs");
        }
        return new PartPlan(this, part);
    }

    /** Returns the number of pairs in all stages, if it is known before the first is played. */
    int pairsInAll();

    /** Returns all bots, the first placed first. */
    default List<Integer> ranking(Scoreboard played) {
        List<Integer> order = new ArrayList<>();
        for (int bot = 0; bot < played.bots(); bot++) {
            order.add(bot);
        }
        order.sort(
                Comparator.comparingDouble((Integer bot) -> -played.mean(bot)).thenComparing(bot -> bot));
        return order;
    }
}
