package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.engine.round.Rules;
import java.util.ArrayList;
import java.util.List;

/**
 * Everybody against everybody, itself included, in both seats, on the same seeds. The result does not depend on the number of
 * threads: a game is a function of its seed and its bots.
 */
public final class RoundRobin {
    private final Rules rules;
    private final List<BotFactory> bots;
    private final Workers workers;

    /**
     * Prepares one.
     *
     * @param rules the compiled scenario
     * @param bots who plays, in the order of all tables
     * @param threads how many games are played at a time, at least 1
     */
    public RoundRobin(Rules rules, List<BotFactory> bots, int threads) {
        this.rules = rules;
        this.bots = List.copyOf(bots);
        this.workers = new Workers(threads);
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
     * @throws IllegalArgumentException if there is no seed
     * @throws InterruptedException if the thread was interrupted; no game is left running
     */
    public Games play(long first, int seeds, HouseRules house) throws InterruptedException {
        return play(first, seeds, house, () -> {});
    }

    /**
     * Plays seeds {@code first}, {@code first + 1} and so on.
     *
     * @param seeds how many, at least 1
     * @param house what the experiment changes
     * @param progress told after each seed, by any thread
     * @throws IllegalArgumentException if there is no seed
     * @throws InterruptedException if the thread was interrupted; no game is left running
     */
    public Games play(long first, int seeds, HouseRules house, Runnable progress) throws InterruptedException {
        if (seeds < 1) {
            throw new IllegalArgumentException(seeds + " seeds, expected at least 1");
        }
        List<Workers.Piece<Game[]>> pieces = new ArrayList<>();
        for (int i = 0; i < seeds; i++) {
            long seed = first + i;
            pieces.add(duel -> {
                Game[] games = allPairs(duel, seed);
                progress.run();
                return games;
            });
        }
        return new Games(
                bots.stream().map(BotFactory::name).toList(), workers.run(() -> new Duel(rules, house), pieces));
    }

    private Game[] allPairs(Duel duel, long seed) {
        Game[] games = new Game[bots.size() * bots.size()];
        for (int i = 0; i < games.length; i++) {
            games[i] = duel.play(seed, bots.get(i / bots.size()), bots.get(i % bots.size()));
        }
        return games;
    }
}
