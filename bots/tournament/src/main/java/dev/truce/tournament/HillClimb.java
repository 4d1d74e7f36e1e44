package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bots.policy.TablePolicy;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import java.util.List;

/**
 * Looks for the table policy that scores most in a seat against given opponents: changes one to three numbers at a time and
 * keeps what is no worse on the training seeds.
 */
final class HillClimb {
    /** What is tried from the truce, and from this many points of chance. */
    static final int STARTS = 3;

    private static final int MAX_CHANGES = 3;
    /** Games of one trial at least; more would be more exact and slower. */
    private static final int GAMES = 8;

    private static final long RANDOM = 0x6174_7461_636BL;

    private final TrainingMatches matches;
    private final Side seat;
    private final List<BotFactory> opponents;
    private final long firstSeed;
    private final int steps;

    /**
     * Prepares one.
     *
     * @param matches plays them
     * @param seat the seat that is attacked from
     * @param opponents who is attacked, all alike
     * @param firstSeed first training seed
     * @param steps trials from each start
     */
    HillClimb(TrainingMatches matches, Side seat, List<BotFactory> opponents, long firstSeed, int steps) {
        this.matches = matches;
        this.seat = seat;
        this.opponents = opponents;
        this.firstSeed = firstSeed;
        this.steps = steps;
    }

    /** What was found from one start. */
    record Found(TablePolicy policy, double score) {}

    /** Climbs from a start: 0 is the truce, the others are points of chance. */
    Found from(int start) {
        SplitMix64 random = new SplitMix64(RANDOM + start);
        TablePolicy best = start == 0 ? TablePolicy.atBusan(seat) : TablePolicy.random(seat, random);
        double top = score(best);
        for (int step = 0; step < steps; step++) {
            TablePolicy tried = best.changed(random, 1 + random.nextInt(MAX_CHANGES));
            double score = score(tried);
            if (score >= top) {
                best = tried;
                top = score;
            }
        }
        return new Found(best, top);
    }

    private static int seeds(int opponents) {
        return Math.max(1, GAMES / opponents);
    }

    private double score(TablePolicy policy) {
        int seeds = seeds(opponents.size());
        double sum = 0;
        for (int k = 0; k < seeds; k++) {
            for (BotFactory opponent : opponents) {
                sum += matches.score(seat, policy.factory(), opponent, firstSeed + k);
            }
        }
        return sum / (seeds * opponents.size());
    }
}
