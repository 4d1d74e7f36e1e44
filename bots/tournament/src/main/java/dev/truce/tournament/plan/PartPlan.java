package dev.truce.tournament.plan;

import java.util.Optional;

/**
 * A part of a tournament whose fixtures are all known at the start. Its pairs have the indices and seeds that they have in the whole.
 *
 * @param whole the plan of the whole tournament
 * @param part which part
 */
record PartPlan(TournamentPlan whole, TournamentPart part) implements TournamentPlan {
    @Override
    public Optional<Stage> stage(int number, int firstPair, Scoreboard soFar) {
        // There is one stage alone, and it begins at the first pair of all.
        return number > 0
                ? Optional.empty()
                : whole.stage(0, 0, soFar).map(stage -> stage.until(part.end(whole.pairsInAll())));
    }

    @Override
    public int pairsInAll() {
        return part.end(whole.pairsInAll()) - part.first(whole.pairsInAll());
    }
}
