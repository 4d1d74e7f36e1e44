package dev.truce.tournament;

import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One row of the table: how a bot did against the whole pool, itself included, in both seats.
 *
 * @param bot its index
 * @param name its name
 * @param score mean score with its interval over seeds; the rank follows from it
 * @param asUs mean score in the US seat
 * @param asCn mean score in the Chinese seat
 * @param selfUs mean score of the US seat against itself
 * @param selfCn mean score of the Chinese seat against itself
 * @param selfBand share of games against itself in which the US seat scores more; a gap of at most 5 counts half
 * @param outscores share of its games in which it scores more than the other; a gap of at most 5 counts half
 * @param joint mean of both scores in its games
 * @param depth mean depth kept in its games
 * @param breaches its unjustified public breaches in a hundred rounds
 * @param catches rounds in which it was really caught short, in a hundred
 * @param faults what it got wrong in all its games
 */
public record Standing(
        int bot,
        String name,
        Interval score,
        double asUs,
        double asCn,
        double selfUs,
        double selfCn,
        double selfBand,
        double outscores,
        double joint,
        double depth,
        double breaches,
        double catches,
        int faults) {
    /** Gap of scores up to which nobody is said to have done better. */
    private static final double NO_DIFFERENCE = 5;

    /** Returns the table, best mean first. */
    public static List<Standing> table(Games games, Payoffs payoffs) {
        List<Standing> table = new ArrayList<>();
        for (int bot = 0; bot < games.bots(); bot++) {
            table.add(of(games, payoffs, bot));
        }
        table.sort(Comparator.comparingDouble((Standing row) -> row.score.mean())
                .reversed()
                .thenComparing(Standing::name));
        return table;
    }

    private static Standing of(Games games, Payoffs payoffs, int bot) {
        Tally tally = new Tally();
        double selfWins = 0;
        for (int seed = 0; seed < games.seeds(); seed++) {
            for (int against = 0; against < games.bots(); against++) {
                tally.add(games.game(bot, against, seed), Side.US);
                tally.add(games.game(against, bot, seed), Side.CN);
            }
            selfWins += outscored(games.game(bot, bot, seed), Side.US);
        }
        return new Standing(
                bot,
                games.names().get(bot),
                Interval.of(payoffs.bySeed(bot)),
                payoffs.of(Side.US, bot),
                payoffs.of(Side.CN, bot),
                payoffs.of(Side.US, bot, bot),
                payoffs.of(Side.CN, bot, bot),
                selfWins / games.seeds(),
                tally.wins / tally.games,
                tally.joint / tally.games,
                tally.depth / tally.games,
                100.0 * tally.breaches / tally.rounds,
                100.0 * tally.catches / tally.rounds,
                tally.faults);
    }

    /** Returns 1 if a side scores more than the other, 0 if less, a half if the gap is at most 5. */
    static double outscored(Game game, Side side) {
        double lead = game.seat(side).score() - game.seat(side.other()).score();
        if (lead <= NO_DIFFERENCE && lead >= -NO_DIFFERENCE) {
            return .5;
        }
        return lead > 0 ? 1 : 0;
    }

    /** Sums over games. */
    private static final class Tally {
        private int games;
        private int rounds;
        private double wins;
        private double joint;
        private double depth;
        private int breaches;
        private int catches;
        private int faults;

        void add(Game game, Side side) {
            games++;
            rounds += game.rounds();
            wins += outscored(game, side);
            joint += game.joint();
            depth += game.depth();
            breaches += game.seat(side).breaches();
            catches += game.seat(side).catches();
            faults += game.seat(side).faults();
        }
    }
}
