package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bots.policy.TablePolicy;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for the table policy that scores most in a seat against an opponent, within a number of matches. Of many tables, half of those that
 * are left are dropped again and again, on more and more seeds; the last one, and the table that follows the bot that does best there, then
 * climb: one to three numbers change at a time, and what is no worse on the training seeds is kept. A change is first tried on a few of them.
 */
final class HillClimb {
    /** Tables at the beginning, beside the one that follows the best bot. */
    static final int CANDIDATES = 32;
    /** Games of a table on the training seeds; more would be more exact and slower. */
    static final int GAMES = 24;

    /** Games after which tables are dropped, and after which a change is judged. */
    private static final int FIRST_GAMES = 2;

    private static final int[] STAGES = {4, 8, GAMES};
    private static final int MAX_CHANGES = 3;
    /** One candidate in so many is all chance; the others are some changes away from following. */
    private static final int ALL_CHANCE = 2;

    private static final int CANDIDATE_CHANGES = 12;
    private static final long RANDOM = 0x6174_7461_636BL;

    private final TrainingMatches matches;
    private final Side seat;
    private final BotFactory best;
    private final BotFactory opponent;
    private final long firstSeed;
    private final SplitMix64 random = new SplitMix64(RANDOM);
    private int played;

    /**
     * Prepares one.
     *
     * @param matches plays them
     * @param seat the seat that is attacked from
     * @param best the bot that does best there so far
     * @param opponent who is attacked
     * @param firstSeed first training seed
     */
    HillClimb(TrainingMatches matches, Side seat, BotFactory best, BotFactory opponent, long firstSeed) {
        this.matches = matches;
        this.seat = seat;
        this.best = best;
        this.opponent = opponent;
        this.firstSeed = firstSeed;
    }

    /**
     * What was found.
     *
     * @param score its mean on the training seeds
     * @param matches that it took
     */
    record Found(TablePolicy policy, double score, int matches) {}

    /**
     * Searches.
     *
     * @param most matches to play, at least those of the first tables; a table that has begun is played to its end
     */
    Found within(int most) {
        Table following = new Table(TablePolicy.following(seat));
        following.play(GAMES);
        Table candidate = halved();
        int half = played + (most - played) / 2;
        Table one = climbed(following, half);
        Table other = climbed(candidate, most);
        Table found = other.mean() > one.mean() ? other : one;
        return new Found(found.policy, found.mean(), played);
    }

    private Table halved() {
        List<Table> left = new ArrayList<>();
        for (int i = 0; i < CANDIDATES; i++) {
            left.add(new Table(
                    i % ALL_CHANCE == 0
                            ? TablePolicy.random(seat, random)
                            : TablePolicy.following(seat).changed(random, 1 + random.nextInt(CANDIDATE_CHANGES))));
        }
        for (int games = FIRST_GAMES; left.size() > 1; games = Math.min(GAMES, 2 * games)) {
            for (Table table : left) {
                table.play(games);
            }
            left.sort(Comparator.comparingDouble((Table table) -> -table.mean()));
            left = new ArrayList<>(left.subList(0, left.size() / 2));
        }
        left.get(0).play(GAMES);
        return left.get(0);
    }

    private Table climbed(Table from, int until) {
        Table found = from;
        while (played < until) {
            Table tried = new Table(found.policy.changed(random, 1 + random.nextInt(MAX_CHANGES)));
            if (tried.isAsGoodAs(found)) {
                found = tried;
            }
        }
        return found;
    }

    /** A table and what it has scored so far. */
    private final class Table {
        private final TablePolicy policy;
        private final double[] scores = new double[GAMES];
        private int games;

        Table(TablePolicy policy) {
            this.policy = policy;
        }

        void play(int until) {
            for (; games < until; games++) {
                scores[games] = matches.score(seat, policy.factory(best), opponent, firstSeed + games);
                played++;
            }
        }

        boolean isAsGoodAs(Table other) {
            for (int stage : STAGES) {
                play(stage);
                if (sum(stage) < other.sum(stage)) {
                    return false;
                }
            }
            return true;
        }

        double mean() {
            return sum(games) / games;
        }

        private double sum(int until) {
            double sum = 0;
            for (int i = 0; i < until; i++) {
                sum += scores[i];
            }
            return sum;
        }
    }
}
