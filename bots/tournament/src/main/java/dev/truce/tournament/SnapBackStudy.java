package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens when nobody signs before round 5, so that the truce of Busan runs out (agreements F, withheld signatures): who
 * has an agreement again in round 9, among the strategies that can live with one.
 */
public final class SnapBackStudy {
    private static final List<String> PEACEABLE =
            List.of("truce", "tft", "gtft", "grim", "dealer", "audit", "match", "pavlov");
    private static final int FIRST_SIGNING = 5;
    private static final int JUDGED_IN = 9;
    private static final double MOST = .5;

    private final Games normal;
    private final Games held;
    private final Games snappedBack;

    /**
     * One way of playing.
     *
     * @param us mean score of the US seat
     * @param cn mean score of the Chinese seat
     * @param agreements share of games with an agreement in force in round 9
     */
    public record Outcome(double us, double cn, double agreements) {}

    private SnapBackStudy(Games normal, Games held, Games snappedBack) {
        this.normal = normal;
        this.held = held;
        this.snappedBack = snappedBack;
    }

    /**
     * Plays all ordered pairs of eight strategies in three ways.
     *
     * @param first first seed
     * @param progress told {@link #pieces} times for each seed, by any thread
     */
    public static SnapBackStudy run(Rules rules, long first, int seeds, int threads, Runnable progress)
            throws InterruptedException {
        List<BotFactory> bots = new ArrayList<>();
        for (String name : PEACEABLE) {
            bots.add(Roster.find(name).orElseThrow());
        }
        RoundRobin pairs = new RoundRobin(rules, bots, threads);
        return new SnapBackStudy(
                pairs.play(first, seeds, HouseRules.NONE, progress),
                pairs.play(first, seeds, new HouseRules(FIRST_SIGNING, false), progress),
                pairs.play(first, seeds, new HouseRules(FIRST_SIGNING, true), progress));
    }

    /** Returns how many pieces of work there are for each seed, of {@link #matches} matches each. */
    public static int pieces() {
        return 3;
    }

    /** Returns the number of matches of a piece of work. */
    public static int matches() {
        return PEACEABLE.size() * PEACEABLE.size();
    }

    /** Returns how it goes when signatures are free. */
    public Outcome normal() {
        return outcome(normal);
    }

    /** Returns how it goes without a signature before round 5 when everybody orders every instrument, so that nothing falls back. */
    public Outcome held() {
        return outcome(held);
    }

    /** Returns how it goes without a signature before round 5 when only changes are ordered, so that the snap-back hits. */
    public Outcome snappedBack() {
        return outcome(snappedBack);
    }

    /** Returns the number of ordered pairs that have an agreement in round 9 in most normal games. */
    public int pairs() {
        int count = 0;
        for (int pair = 0; pair < PEACEABLE.size() * PEACEABLE.size(); pair++) {
            count += agreements(normal, pair) >= MOST ? 1 : 0;
        }
        return count;
    }

    /** Returns how many of these have one again in round 9 in most games in which the snap-back hit. */
    public int pairsAgain() {
        int count = 0;
        for (int pair = 0; pair < PEACEABLE.size() * PEACEABLE.size(); pair++) {
            count += agreements(normal, pair) >= MOST && agreements(snappedBack, pair) >= MOST ? 1 : 0;
        }
        return count;
    }

    private static double agreements(Games games, int pair) {
        int bots = games.bots();
        double count = 0;
        for (int seed = 0; seed < games.seeds(); seed++) {
            count += games.game(pair / bots, pair % bots, seed).agreementIn(JUDGED_IN) ? 1 : 0;
        }
        return count / games.seeds();
    }

    private static Outcome outcome(Games games) {
        int pairs = games.bots() * games.bots();
        double us = 0;
        double cn = 0;
        double agreements = 0;
        for (int pair = 0; pair < pairs; pair++) {
            for (int seed = 0; seed < games.seeds(); seed++) {
                Game game = games.game(pair / games.bots(), pair % games.bots(), seed);
                us += game.us().score();
                cn += game.cn().score();
            }
            agreements += agreements(games, pair);
        }
        double all = (double) pairs * games.seeds();
        return new Outcome(us / all, cn / all, agreements / pairs);
    }
}
