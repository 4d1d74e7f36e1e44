package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bots.policy.Policy;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import java.util.List;

/**
 * Learns a policy for one seat: changes a rule at a time, and keeps what scores more against the opponents on the same training
 * seeds. A change is first tried on a few of the seeds, and goes on to more as long as it does not lose.
 */
final class PolicyClimb {
    /** What a rule, and a condition, must bring at least, in points of the mean score: what is longer fits luck better. */
    private static final double RULE = .02;

    private static final double CONDITION = .005;
    /** Shares of the training seeds after which a change is judged. */
    private static final int[] STAGES = {16, 4, 1};

    private static final String TRIED = "tried";

    private final TrainingMatches matches;
    private final Side seat;
    private final List<BotFactory> opponents;
    private final long firstSeed;
    private final int seeds;

    /**
     * Prepares one.
     *
     * @param matches plays them
     * @param seat which seat learns
     * @param opponents against whom, all alike
     * @param firstSeed first training seed
     * @param seeds how many, at least 1
     */
    PolicyClimb(TrainingMatches matches, Side seat, List<BotFactory> opponents, long firstSeed, int seeds) {
        this.matches = matches;
        this.seat = seat;
        this.opponents = opponents;
        this.firstSeed = firstSeed;
        this.seeds = seeds;
    }

    /**
     * Climbs from a policy; the same random numbers give the same result.
     *
     * @param trials how many changes are tried
     * @param progress told after each trial
     */
    Policy from(Policy start, int trials, SplitMix64 random, Runnable progress) {
        Policy best = start;
        double[] bestScores = new double[seeds * opponents.size()];
        play(best, bestScores, 0, seeds);
        for (int trial = 0; trial < trials; trial++) {
            Policy tried = best.varied(seat, random, matches.scenario());
            double[] scores = bestScores.clone();
            if (isBetter(tried, scores, best, bestScores)) {
                best = tried;
                bestScores = scores;
            }
            progress.run();
        }
        return best;
    }

    /** Returns the mean score of a policy. */
    double score(Policy policy) {
        double[] scores = new double[seeds * opponents.size()];
        play(policy, scores, 0, seeds);
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        return sum / scores.length;
    }

    private boolean isBetter(Policy tried, double[] scores, Policy best, double[] bestScores) {
        double charge = charge(tried) - charge(best);
        int played = 0;
        for (int stage : STAGES) {
            int until = Math.max(1, seeds / stage);
            play(tried, scores, played, until);
            played = until;
            double gain = 0;
            for (int i = 0; i < until * opponents.size(); i++) {
                gain += scores[i] - bestScores[i];
            }
            if (gain / (until * opponents.size()) <= charge) {
                return false;
            }
        }
        return true;
    }

    private double charge(Policy policy) {
        return RULE * policy.size(seat) + CONDITION * policy.conditions(seat);
    }

    private void play(Policy policy, double[] scores, int from, int until) {
        BotFactory bot = policy.factory(TRIED);
        for (int k = from; k < until; k++) {
            for (int i = 0; i < opponents.size(); i++) {
                scores[k * opponents.size() + i] = matches.score(seat, bot, opponents.get(i), firstSeed + k);
            }
        }
    }
}
