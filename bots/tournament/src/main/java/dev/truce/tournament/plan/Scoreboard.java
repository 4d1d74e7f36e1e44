package dev.truce.tournament.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has been played so far, fixture by fixture; its size does not grow with the number of pairs. Scores are whole ten
 * thousandths of a point, so that sums are exact and do not depend on their order. Not thread-safe.
 */
public final class Scoreboard {
    /** Units of a point. */
    public static final int UNITS = 10_000;

    /** Mean scores that are nearer than this count as equal, as in the game's final report. */
    private static final double NO_DIFFERENCE = .5;

    private final int bots;
    private final Map<Key, Line> lines = new LinkedHashMap<>();
    private int pairs;

    /** Begins with nothing played. */
    public Scoreboard(int bots) {
        this.bots = bots;
    }

    /** Adds a pair that was played; scores of both matches, in ten thousandths of a point. */
    public void add(int stage, int first, int second, long ofFirst, long ofSecond) {
        Line line = lines.computeIfAbsent(new Key(stage, first, second), key -> new Line());
        line.pairs++;
        line.first += ofFirst;
        line.second += ofSecond;
        pairs++;
    }

    public int bots() {
        return bots;
    }

    public int pairs() {
        return pairs;
    }

    /** Returns the results of the fixtures of a stage, in the order in which they were first played. */
    public List<Result> stage(int number) {
        List<Result> results = new ArrayList<>();
        lines.forEach((key, line) -> {
            if (key.stage == number) {
                double matches = 2.0 * UNITS * line.pairs;
                results.add(new Result(key.first, key.second, line.pairs, line.first / matches, line.second / matches));
            }
        });
        return results;
    }

    /**
     * Returns the mean score of a bot over all its matches, 0 if it has played none. In a match against itself it has two scores,
     * and their mean counts.
     */
    public double mean(int bot) {
        return mean(bot, Integer.MAX_VALUE);
    }

    /** Returns the mean score of a bot over its matches in the stages before one, 0 if it has played none. */
    public double mean(int bot, int before) {
        // Twice the scores and pairs, so that a pair against itself, in which the bot has two scores, counts as one.
        long sum = 0;
        int played = 0;
        for (Map.Entry<Key, Line> entry : lines.entrySet()) {
            Key key = entry.getKey();
            Line line = entry.getValue();
            if (key.stage >= before || (key.first != bot && key.second != bot)) {
                continue;
            }
            played += 2 * line.pairs;
            sum += key.first == bot ? line.first : line.second;
            sum += key.second == bot ? line.second : line.first;
        }
        return played == 0 ? 0 : sum / (2.0 * UNITS * played);
    }

    /**
     * A fixture that was played.
     *
     * @param first index of a bot
     * @param second index of the other
     * @param pairs pairs played
     * @param ofFirst mean score of the first, points
     * @param ofSecond mean score of the second
     */
    public record Result(int first, int second, int pairs, double ofFirst, double ofSecond) {
        /** Returns 1 if the first did better, 0 if the second did, and a half if they are level within half a point. */
        public double won() {
            double lead = ofFirst - ofSecond;
            if (lead < NO_DIFFERENCE && lead > -NO_DIFFERENCE) {
                return .5;
            }
            return lead > 0 ? 1 : 0;
        }
    }

    private record Key(int stage, int first, int second) {}

    /** Sums of a fixture. */
    private static final class Line {
        private int pairs;
        private long first;
        private long second;
    }
}
