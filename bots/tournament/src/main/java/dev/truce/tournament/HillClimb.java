package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bots.policy.TablePolicy;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;

/**
 * Looks for the table policy that scores most in a seat against an opponent: changes one to three numbers at a time and
 * keeps what is no worse on the training seeds.
 */
final class HillClimb {
    /** What is tried: from the bot that does best so far, and from a point of chance. */
    static final int STARTS = 2;

    private static final int MAX_CHANGES = 3;
    /** Games of one trial; more would be more exact and slower. */
    private static final int GAMES = 12;

    private static final long RANDOM = 0x6174_7461_636BL;

    private final TrainingMatches matches;
    private final Side seat;
    private final BotFactory best;
    private final BotFactory opponent;
    private final long firstSeed;
    private final int steps;

    /**
     * Prepares one.
     *
     * @param matches plays them
     * @param seat the seat that is attacked from
     * @param best the bot that does best there so far
     * @param opponent who is attacked
     * @param firstSeed first training seed
     * @param steps trials from each start
     */
    HillClimb(TrainingMatches matches, Side seat, BotFactory best, BotFactory opponent, long firstSeed, int steps) {
        this.matches = matches;
        this.seat = seat;
        this.best = best;
        this.opponent = opponent;
        this.firstSeed = firstSeed;
        this.steps = steps;
    }

    /** What was found from one start. */
    record Found(TablePolicy policy, double score) {}

    /** Climbs from a start: 0 is the best bot, the others are points of chance. */
    Found from(int start) {
        SplitMix64 random = new SplitMix64(RANDOM + start);
        TablePolicy found = start == 0 ? TablePolicy.following(seat) : TablePolicy.random(seat, random);
        double top = score(found);
        for (int step = 0; step < steps; step++) {
            TablePolicy tried = found.changed(random, 1 + random.nextInt(MAX_CHANGES));
            double score = score(tried);
            if (score >= top) {
                found = tried;
                top = score;
            }
        }
        return new Found(found, top);
    }

    private double score(TablePolicy policy) {
        double sum = 0;
        for (int k = 0; k < GAMES; k++) {
            sum += matches.score(seat, policy.factory(best), opponent, firstSeed + k);
        }
        return sum / GAMES;
    }
}
