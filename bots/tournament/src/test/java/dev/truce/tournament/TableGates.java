package dev.truce.tournament;

import dev.truce.engine.board.Side;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.stats.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the sixteen do as the design's table says (agreements F, G7), so that a change of the rules by accident is seen. What is asked
 * holds for any block of 200 seeds; with fewer, chance gets two standard errors on top.
 */
final class TableGates {
    /** Mean scores over both seats, best first. */
    static final List<Row> TABLE = List.of(
            new Row("match", 78.8),
            new Row("gtft", 78.3),
            new Row("tft", 77.5),
            new Row("audit", 76.4),
            new Row("choker", 74.1),
            new Row("grim", 72.1),
            new Row("dealer", 72.1),
            new Row("dove", 71.7),
            new Row("pavlov", 69.7),
            new Row("truce", 63.0),
            new Row("opport", 62.7),
            new Row("salami", 52.7),
            new Row("bully", 52.7),
            new Row("random", 47.5),
            new Row("brink", 45.5),
            new Row("hawk", 27.3));

    private static final double MEAN_AS_US = 64.2;
    private static final double MEAN_AS_CN = 63.6;
    /** On so many seeds the table was made. */
    private static final int SEEDS = 200;

    private static final double SCORE_TOLERANCE = 1.2;
    private static final double SEAT_TOLERANCE = .7;
    private static final double SEAT_GAP = 2;
    private static final List<String> FIRST = List.of("match", "gtft", "tft");
    private static final String LAST = "hawk";
    private static final double LAST_BEHIND = 15;
    private static final double MIN_LEAD = .8;
    private static final double MAX_LEAD = 1.8;

    private final PoolMatches pool;

    /** What is promised of a strategy. */
    record Row(String bot, double score) {}

    TableGates(PoolMatches pool) {
        this.pool = pool;
    }

    List<Gate> all() {
        return List.of(means(), seats(), order(), lead());
    }

    private Gate means() {
        List<String> outside = new ArrayList<>();
        double largest = 0;
        String farthest = "";
        for (Row row : TABLE) {
            double[] scores = pool.bySeed(pool.index(row.bot()));
            double off = PoolMatches.mean(scores) - row.score();
            if (Math.abs(off) > SCORE_TOLERANCE + chance(scores)) {
                outside.add(row.bot());
            }
            if (Math.abs(off) > Math.abs(largest)) {
                largest = off;
                farthest = row.bot();
            }
        }
        return new Gate(
                "table-means",
                Gate.text("each mean is within %.1f of the design's table", SCORE_TOLERANCE),
                Gate.text("farthest: %s, by %+.2f", farthest, largest),
                outside.isEmpty());
    }

    private Gate seats() {
        double[] us = pool.bySeed(Side.US);
        double[] cn = pool.bySeed(Side.CN);
        double usOff = PoolMatches.mean(us) - MEAN_AS_US;
        double cnOff = PoolMatches.mean(cn) - MEAN_AS_CN;
        double gap = Math.abs(PoolMatches.mean(us) - PoolMatches.mean(cn));
        return new Gate(
                "table-seats",
                Gate.text("the seats' means are within %.1f of it, and at most %.0f apart", SEAT_TOLERANCE, SEAT_GAP),
                Gate.text("US by %+.2f, CN by %+.2f", usOff, cnOff),
                Math.abs(usOff) <= SEAT_TOLERANCE + chance(us)
                        && Math.abs(cnOff) <= SEAT_TOLERANCE + chance(cn)
                        && gap <= SEAT_GAP);
    }

    private Gate order() {
        List<Integer> table = pool.table();
        List<String> names = table.stream().map(pool.names()::get).toList();
        int size = names.size();
        double behind =
                PoolMatches.mean(pool.bySeed(table.get(size - 2))) - PoolMatches.mean(pool.bySeed(table.get(size - 1)));
        List<String> first = names.subList(0, FIRST.size());
        return new Gate(
                "table-order",
                Gate.text("MATCH, GTFT, TFT come first, HAWK last with a gap of at least %.0f", LAST_BEHIND),
                Gate.text(
                        "%s first, %s last with a gap of %.1f", String.join(", ", first), names.get(size - 1), behind),
                first.equals(FIRST) && names.get(size - 1).equals(LAST) && behind >= LAST_BEHIND);
    }

    private Gate lead() {
        double[] lead = PoolMatches.difference(pool.bySeed(pool.index("match")), pool.bySeed(pool.index("tft")));
        double mean = PoolMatches.mean(lead);
        return new Gate(
                "table-lead",
                Gate.text("MATCH is ahead of TFT by %.1f to %.1f", MIN_LEAD, MAX_LEAD),
                Gate.text(Estimate.of(lead)),
                mean >= MIN_LEAD - chance(lead) && mean <= MAX_LEAD + chance(lead));
    }

    /** Returns what chance is allowed on top of a tolerance that was made for {@link #SEEDS} seeds. */
    private double chance(double[] values) {
        return pool.seeds() >= SEEDS || values.length < Estimate.LEAST ? 0 : 2 * Sample.standardError(values);
    }
}
