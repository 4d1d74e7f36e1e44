package dev.truce.tournament.plan;

import dev.truce.tournament.plan.Stage.Fixture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A knockout: who has the lower mean score in a fixture is out, at exactly equal scores the one that was named later. The order in
 * which bots are named is their seeding: the first and the second can meet in the final only. Where the number of bots is no
 * power of two, the first named sit out the first stage.
 */
final class Knockout implements TournamentPlan {
    private final int bots;
    private final int pairs;
    private final int stages;

    Knockout(int bots, int pairs) {
        this.bots = bots;
        this.pairs = pairs;
        this.stages = Integer.SIZE - Integer.numberOfLeadingZeros(bots - 1);
    }

    @Override
    public Optional<Stage> stage(int number, int firstPair, Scoreboard soFar) {
        if (number >= stages) {
            return Optional.empty();
        }
        List<Integer> bracket = bracket();
        for (int stage = 0; stage < number; stage++) {
            bracket = winners(bracket, soFar.stage(stage));
        }
        List<Fixture> fixtures = new ArrayList<>();
        for (int i = 0; i + 1 < bracket.size(); i += 2) {
            if (bracket.get(i) < bots && bracket.get(i + 1) < bots) {
                fixtures.add(new Fixture(bracket.get(i), bracket.get(i + 1)));
            }
        }
        return Optional.of(Stage.of(number, firstPair, fixtures, pairs));
    }

    @Override
    public int pairsInAll() {
        return (bots - 1) * pairs;
    }

    @Override
    public List<Integer> ranking(Scoreboard played) {
        int[] lasted = new int[bots];
        List<Integer> bracket = bracket();
        for (int stage = 0; stage < stages; stage++) {
            bracket = winners(bracket, played.stage(stage));
            for (int bot : bracket) {
                if (bot < bots) {
                    lasted[bot] = stage + 1;
                }
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int bot = 0; bot < bots; bot++) {
            order.add(bot);
        }
        order.sort(Comparator.comparingInt((Integer bot) -> -lasted[bot])
                .thenComparingDouble(bot -> -played.mean(bot))
                .thenComparing(bot -> bot));
        return order;
    }

    /** Places 0, 1 and so on such that better seeded ones meet late; places from {@code bots} on are empty. */
    private List<Integer> bracket() {
        List<Integer> places = List.of(0);
        for (int size = 1; size < 1 << stages; size *= 2) {
            List<Integer> wider = new ArrayList<>();
            for (int place : places) {
                wider.add(place);
                wider.add(2 * size - 1 - place);
            }
            places = wider;
        }
        return places;
    }

    private List<Integer> winners(List<Integer> bracket, List<Scoreboard.Result> results) {
        List<Integer> winners = new ArrayList<>();
        for (int i = 0; i + 1 < bracket.size(); i += 2) {
            int first = bracket.get(i);
            int second = bracket.get(i + 1);
            int winner = Math.min(first, second);
            for (Scoreboard.Result result : results) {
                if (result.first() == first && result.second() == second && result.ofFirst() != result.ofSecond()) {
                    winner = result.ofFirst() > result.ofSecond() ? first : second;
                }
            }
            winners.add(winner);
        }
        return winners;
    }
}
