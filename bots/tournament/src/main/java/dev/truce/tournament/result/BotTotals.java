package dev.truce.tournament.result;

import dev.truce.engine.board.Side;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.row.StandingRow;
import dev.truce.tournament.run.SeatEnding;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.table.Decimals;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Sums over all matches of one bot, void ones left out; exact whole numbers, kept by blocks of pairs so that intervals can be given. A
 * match against itself is one match, in which it has both seats and so two endings.
 */
final class BotTotals {
    private static final double POINTS = 10_000;
    private static final double MILLION = 1_000_000;

    /** From no agreement to one that is deeper than any that was kept so far. */
    private static final double DEPTHS = 2;

    private static final double ESCALATIONS = 10;
    private static final double RATES = 100;

    private final boolean isBlocked;
    private final List<Sums> blocks = new ArrayList<>();
    private final Map<String, Integer> met = new HashMap<>();
    private final Map<SeatEnding, Long> endings = new EnumMap<>(SeatEnding.class);
    private int block;

    /** What is added up in a block. */
    private static final class Sums {
        private long matches;
        private long seats;
        private long rounds;
        private long joint;
        private long depth;
        private long escalation;
        private long breaches;
        private long catches;
        private long bound;
        private long noAnswers;
    }

    /**
     * Begins without a match.
     *
     * @param isBlocked whether all fixtures have equally many pairs: then the k-th pairs of all are a block, else each pair is one
     */
    BotTotals(boolean isBlocked) {
        this.isBlocked = isBlocked;
    }

    /** Begins a pair against a bot; what is added next belongs to it. */
    void begin(String opponent) {
        int earlier = met.merge(opponent, 1, Integer::sum) - 1;
        block = isBlocked ? earlier : blocks.size();
    }

    /** Adds a match in which the bot had a seat. */
    void add(MatchRow row, Side side) {
        endings.merge(row.conduct().of(side).ending(), 1L, Long::sum);
        if (row.isVoid()) {
            return;
        }
        while (blocks.size() <= block) {
            blocks.add(new Sums());
        }
        Sums sums = blocks.get(block);
        MatchRow.Played played = row.known();
        boolean isAgainstItself = row.bots().us().equals(row.bots().cn());
        if (side == Side.US || !isAgainstItself) {
            sums.matches++;
            sums.joint += Decimals.units(played.joint(), 4);
            sums.depth += Decimals.units(played.depth(), 6);
        }
        MatchRow.SeatScore seat = row.seat(side);
        sums.seats++;
        sums.rounds += played.rounds();
        sums.escalation += Decimals.units(seat.escalation(), 6);
        sums.breaches += seat.breaches();
        sums.catches += seat.catches();
        sums.bound += played.bound();
        sums.noAnswers += row.conduct().of(side).noAnswers();
    }

    long matches() {
        return sum(sums -> sums.matches);
    }

    Map<SeatEnding, Long> endings() {
        return endings;
    }

    /** Returns what the bot did in all its matches. */
    StandingRow.Conduct conduct() {
        return new StandingRow.Conduct(joint(), depth(), escalation(), breachRate(), catchRate());
    }

    /** Mean joint score, points. */
    Estimate joint() {
        return Estimate.ofRatio(all(sums -> sums.joint / POINTS), all(sums -> sums.matches), RATES)
                .at(share(sum(sums -> sums.joint), matches()) / 10_000);
    }

    /** Mean depth kept. */
    private Estimate depth() {
        return Estimate.ofRatio(all(sums -> sums.depth / MILLION), all(sums -> sums.matches), DEPTHS)
                .within(0, Double.MAX_VALUE)
                .at(share(sum(sums -> sums.depth), matches()) / 1_000_000);
    }

    /** Mean escalation of its matches. */
    private Estimate escalation() {
        return Estimate.ofRatio(all(sums -> sums.escalation / MILLION), all(sums -> sums.seats), ESCALATIONS)
                .within(0, Double.MAX_VALUE)
                .at(share(sum(sums -> sums.escalation), sum(sums -> sums.seats)) / 1_000_000);
    }

    /** Unjustified public breaches in a hundred rounds in which a clause was binding. */
    private Estimate breachRate() {
        return Estimate.ofRatio(all(sums -> 100.0 * sums.breaches), all(sums -> sums.bound), RATES)
                .within(0, RATES)
                .at(100 * share(sum(sums -> sums.breaches), sum(sums -> sums.bound)));
    }

    /** Real catches in a hundred rounds. */
    private Estimate catchRate() {
        return Estimate.ofRatio(all(sums -> 100.0 * sums.catches), all(sums -> sums.rounds), RATES)
                .within(0, RATES)
                .at(100 * share(sum(sums -> sums.catches), sum(sums -> sums.rounds)));
    }

    /** Rounds in a hundred in which its model gave no usable answer. */
    double silence() {
        return 100 * share(sum(sums -> sums.noAnswers), sum(sums -> sums.rounds));
    }

    private long sum(ToLongFunction<Sums> part) {
        return blocks.stream().mapToLong(part).sum();
    }

    private static double share(long sum, long of) {
        return of == 0 ? 0 : (double) sum / of;
    }

    private double[] all(ToDoubleFunction<Sums> part) {
        return blocks.stream().mapToDouble(part).toArray();
    }
}
