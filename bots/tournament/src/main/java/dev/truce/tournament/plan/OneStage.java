package dev.truce.tournament.plan;

import dev.truce.tournament.plan.Stage.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tournament whose fixtures are all known at the start: a round robin or a gauntlet. */
record OneStage(List<Fixture> fixtures, int pairs) implements TournamentPlan {
    /** Everybody against everybody, and against itself if {@code self} is true. */
    static OneStage roundRobin(int bots, int pairs, boolean self) {
        List<Fixture> fixtures = new ArrayList<>();
        for (int first = 0; first < bots; first++) {
            for (int second = self ? first : first + 1; second < bots; second++) {
                fixtures.add(new Fixture(first, second));
            }
        }
        return new OneStage(fixtures, pairs);
    }

    /** The first bot against every other. */
    static OneStage gauntlet(int bots, int pairs) {
        List<Fixture> fixtures = new ArrayList<>();
        for (int other = 1; other < bots; other++) {
            fixtures.add(new Fixture(0, other));
        }
        return new OneStage(fixtures, pairs);
    }

    @Override
    public Optional<Stage> stage(int number, int firstPair, Scoreboard soFar) {
        return number == 0 ? Optional.of(Stage.of(0, firstPair, fixtures, pairs)) : Optional.empty();
    }

    @Override
    public int pairsInAll() {
        return fixtures.size() * pairs;
    }
}
