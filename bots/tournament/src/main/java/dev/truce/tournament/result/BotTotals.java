package dev.truce.tournament.result;

import dev.truce.tournament.run.SeatEnding;
import dev.truce.tournament.stats.Estimate;
import java.util.ArrayList;
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
    private final long[] endings = new long[SeatEnding.values().length];
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

    /** Adds a match in which the bot had the seat whose columns begin with a prefix. */
    void add(List<String> row, String prefix) {
        SeatEnding ending = SeatEnding.ofWord(MatchReader.cell(row, prefix + "ending"));
        endings[ending.ordinal()]++;
        if (ending == SeatEnding.SERVER_FAULT) {
            return;
        }
        while (blocks.size() <= block) {
            blocks.add(new Sums());
        }
        Sums sums = blocks.get(block);
        boolean isFirstSeat = prefix.equals("us_");
        boolean isAgainstItself = MatchReader.cell(row, "us_bot").equals(MatchReader.cell(row, "cn_bot"));
        if (isFirstSeat || !isAgainstItself) {
            sums.matches++;
            sums.joint += Decimals.units(MatchReader.cell(row, "joint_score"), 4);
            sums.depth += Decimals.units(MatchReader.cell(row, "depth_kept"), 6);
        }
        sums.seats++;
        sums.rounds += Integer.parseInt(MatchReader.cell(row, "rounds"));
        sums.escalation += Decimals.units(MatchReader.cell(row, prefix + "escalation"), 6);
        sums.breaches += Long.parseLong(MatchReader.cell(row, prefix + "breaches"));
        sums.catches += Long.parseLong(MatchReader.cell(row, prefix + "catches"));
        sums.bound += Long.parseLong(MatchReader.cell(row, "bound_rounds"));
    }

    long matches() {
        return sum(sums -> sums.matches);
    }

    long endings(SeatEnding ending) {
        return endings[ending.ordinal()];
    }

    /** Mean joint score, points. */
    Estimate joint() {
        return Estimate.ofRatio(all(sums -> sums.joint / POINTS), all(sums -> sums.matches), RATES)
                .at(share(sum(sums -> sums.joint), matches()) / 10_000);
    }

    /** Mean depth kept. */
    Estimate depth() {
        return Estimate.ofRatio(all(sums -> sums.depth / MILLION), all(sums -> sums.matches), DEPTHS)
                .within(0, Double.MAX_VALUE)
                .at(share(sum(sums -> sums.depth), matches()) / 1_000_000);
    }

    /** Mean escalation of its matches. */
    Estimate escalation() {
        return Estimate.ofRatio(all(sums -> sums.escalation / MILLION), all(sums -> sums.seats), ESCALATIONS)
                .within(0, Double.MAX_VALUE)
                .at(share(sum(sums -> sums.escalation), sum(sums -> sums.seats)) / 1_000_000);
    }

    /** Unjustified public breaches in a hundred rounds in which a clause was binding. */
    Estimate breachRate() {
        return Estimate.ofRatio(all(sums -> 100.0 * sums.breaches), all(sums -> sums.bound), RATES)
                .within(0, RATES)
                .at(100 * share(sum(sums -> sums.breaches), sum(sums -> sums.bound)));
    }

    /** Real catches in a hundred rounds. */
    Estimate catchRate() {
        return Estimate.ofRatio(all(sums -> 100.0 * sums.catches), all(sums -> sums.rounds), RATES)
                .within(0, RATES)
                .at(100 * share(sum(sums -> sums.catches), sum(sums -> sums.rounds)));
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
