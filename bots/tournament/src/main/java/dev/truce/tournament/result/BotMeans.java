package dev.truce.tournament.result;

import dev.truce.tournament.stats.Estimate;
import java.util.Map;
import java.util.TreeMap;

/** Means of something that bots do now and then, kept by blocks of matches so that intervals can be given. */
final class BotMeans {
    private final Map<String, Map<Long, BlockSum>> bots = new TreeMap<>();

    private static final class BlockSum {
        private double sum;
        private long count;
    }

    /**
     * Adds a value.
     *
     * @param block matches that are not independent of each other share one
     */
    void add(String bot, long block, double value) {
        BlockSum sums =
                bots.computeIfAbsent(bot, none -> new TreeMap<>()).computeIfAbsent(block, none -> new BlockSum());
        sums.sum += value;
        sums.count++;
    }

    /** Returns how many values a bot has. */
    long count(String bot) {
        return bots.getOrDefault(bot, Map.of()).values().stream()
                .mapToLong(sums -> sums.count)
                .sum();
    }

    /**
     * Returns the mean of the values of a bot; blocks without a value do not count as one.
     *
     * @param scale how far apart two means can be
     */
    Estimate estimate(String bot, double scale) {
        Map<Long, BlockSum> blocks = bots.getOrDefault(bot, Map.of());
        return Estimate.ofRatio(
                blocks.values().stream().mapToDouble(sums -> sums.sum).toArray(),
                blocks.values().stream().mapToDouble(sums -> sums.count).toArray(),
                scale);
    }
}
