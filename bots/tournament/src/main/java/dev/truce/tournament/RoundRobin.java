package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.engine.round.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Everybody against everybody, itself included, in both seats, on the same seeds. The result does not depend on the number of
 * threads: a game is a function of its seed and its bots.
 */
public final class RoundRobin {
    private final Rules rules;
    private final List<BotFactory> bots;
    private final int threads;

    /**
     * Prepares one.
     *
     * @param threads workers, at least 1
     */
    public RoundRobin(Rules rules, List<BotFactory> bots, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads, expected at least 1");
        }
        this.rules = rules;
        this.bots = List.copyOf(bots);
        this.threads = threads;
    }

    /** Plays seeds {@code first}, {@code first + 1} and so on by the rules of the game. */
    public Games play(long first, int seeds) throws InterruptedException {
        return play(first, seeds, HouseRules.NONE);
    }

    /**
     * Plays seeds {@code first}, {@code first + 1} and so on.
     *
     * @param seeds how many, at least 1
     * @param house what the experiment changes
     */
    public Games play(long first, int seeds, HouseRules house) throws InterruptedException {
        if (seeds < 1) {
            throw new IllegalArgumentException(seeds + " seeds, expected at least 1");
        }
        ThreadLocal<Duel> duels = ThreadLocal.withInitial(() -> new Duel(rules, house));
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Game[]>> running = new ArrayList<>();
            for (int i = 0; i < seeds; i++) {
                long seed = first + i;
                running.add(workers.submit(() -> play(duels.get(), seed)));
            }
            List<Game[]> bySeed = new ArrayList<>();
            for (Future<Game[]> one : running) {
                bySeed.add(one.get());
            }
            return new Games(bots.stream().map(BotFactory::name).toList(), bySeed);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a game could not be played", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private Game[] play(Duel duel, long seed) {
        Game[] games = new Game[bots.size() * bots.size()];
        for (int i = 0; i < games.length; i++) {
            games[i] = duel.play(seed, bots.get(i / bots.size()), bots.get(i % bots.size()));
        }
        return games;
    }
}
