package dev.truce.cli.pool;

import dev.truce.bot.BotFactory;
import dev.truce.engine.scenario.Scenario;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param scenario what is played
 * @param first first seed
 * @param seeds how many of them, at least 1
 * @param threads matches played at a time; no result depends on it
 * @param guests bots to be compared with the pool; empty to judge the pool itself
 * @param pairs pairs of matches of a guest against each opponent
 * @param attack whether learners attack the pool
 */
public record PoolRequest(
        Scenario scenario, long first, int seeds, int threads, List<BotFactory> guests, int pairs, boolean attack) {
    /** Copies the list. */
    public PoolRequest {
        guests = List.copyOf(guests);
    }

    /** Returns the last seed. */
    public long last() {
        return first + seeds - 1;
    }
}
