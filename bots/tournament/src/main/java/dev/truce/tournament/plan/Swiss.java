package dev.truce.tournament.plan;

import dev.truce.tournament.plan.Stage.Fixture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A Swiss tournament: in each stage bots with equally many wins meet, and nobody meets the same bot twice as long as that can be
 * avoided. A win of a fixture counts 1, a level one a half; who sits out with an odd number of bots is given 1, at most once.
 * There are as many stages as halvings that lead from all bots to one.
 */
final class Swiss implements TournamentPlan {
    /** Ways that are tried to avoid a second meeting before one is allowed. */
    private static final int MAX_TRIES = 100_000;

    private final int bots;
    private final int pairs;
    private final int stages;

    Swiss(int bots, int pairs) {
        this.bots = bots;
        this.pairs = pairs;
        this.stages = Integer.SIZE - Integer.numberOfLeadingZeros(bots - 1);
    }

    @Override
    public Optional<Stage> stage(int number, int firstPair, Scoreboard soFar) {
        if (number >= stages) {
            return Optional.empty();
        }
        Table table = new Table(soFar, number);
        List<Integer> order = table.order();
        if (order.size() % 2 == 1) {
            for (int place = order.size() - 1; place >= 0; place--) {
                if (table.byes[order.get(place)] == 0) {
                    order.remove(place);
                    break;
                }
            }
        }
        List<Fixture> fixtures = new Pairer(table.met).pair(order);
        return Optional.of(Stage.of(number, firstPair, fixtures, pairs));
    }

    @Override
    public int pairsInAll() {
        return stages * (bots / 2) * pairs;
    }

    @Override
    public List<Integer> ranking(Scoreboard played) {
        return new Table(played, stages).order();
    }

    /** Wins, byes and meetings of the stages before one. */
    private final class Table {
        private final Scoreboard played;
        private final int before;
        private final double[] wins = new double[bots];
        private final int[] byes = new int[bots];
        private final boolean[][] met = new boolean[bots][bots];

        Table(Scoreboard played, int before) {
            this.played = played;
            this.before = before;
            for (int stage = 0; stage < before; stage++) {
                boolean[] sat = new boolean[bots];
                List<Scoreboard.Result> results = played.stage(stage);
                for (Scoreboard.Result result : results) {
                    sat[result.first()] = true;
                    sat[result.second()] = true;
                    met[result.first()][result.second()] = true;
                    met[result.second()][result.first()] = true;
                    wins[result.first()] += result.won();
                    wins[result.second()] += 1 - result.won();
                }
                for (int bot = 0; bot < bots && !results.isEmpty(); bot++) {
                    if (!sat[bot]) {
                        wins[bot]++;
                        byes[bot]++;
                    }
                }
            }
        }

        List<Integer> order() {
            List<Integer> order = new ArrayList<>();
            for (int bot = 0; bot < bots; bot++) {
                order.add(bot);
            }
            order.sort(Comparator.comparingDouble((Integer bot) -> -wins[bot])
                    .thenComparingDouble(bot -> -played.mean(bot, before))
                    .thenComparing(bot -> bot));
            return order;
        }
    }

    /** Pairs neighbours who have not met, by going back where that leads nowhere. */
    private static final class Pairer {
        private final boolean[][] met;
        private int tries;

        Pairer(boolean[][] met) {
            this.met = met;
        }

        List<Fixture> pair(List<Integer> order) {
            List<Fixture> fixtures = new ArrayList<>();
            if (!search(new ArrayList<>(order), fixtures)) {
                fixtures.clear();
                for (int i = 0; i + 1 < order.size(); i += 2) {
                    fixtures.add(new Fixture(order.get(i), order.get(i + 1)));
                }
            }
            return fixtures;
        }

        private boolean search(List<Integer> left, List<Fixture> fixtures) {
            if (left.isEmpty()) {
                return true;
            }
            int first = left.get(0);
            for (int i = 1; i < left.size() && tries < MAX_TRIES; i++) {
                int second = left.get(i);
                if (met[first][second]) {
                    continue;
                }
                tries++;
                List<Integer> rest = new ArrayList<>(left);
                rest.remove(i);
                rest.remove(0);
                fixtures.add(new Fixture(first, second));
                if (search(rest, fixtures)) {
                    return true;
                }
                fixtures.remove(fixtures.size() - 1);
            }
            return false;
        }
    }
}
