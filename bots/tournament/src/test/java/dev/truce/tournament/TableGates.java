package dev.truce.tournament;

import dev.truce.engine.board.Side;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.stats.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the eighteen do as the design's table says (ruleset 2, F1), so that a change of the rules by accident is seen. What is asked
 * holds for any block of 200 seeds; with fewer, chance gets two standard errors on top.
 */
final class TableGates {
    /** Mean scores over both seats, best first. */
    static final List<Row> TABLE = List.of(
            new Row("negotiator", 78.7),
            new Row("liar", 78.4),
            new Row("match", 77.0),
            new Row("gtft", 75.5),
            new Row("audit", 73.8),
            new Row("tft", 73.8),
            new Row("truce", 72.5),
            new Row("choker", 70.3),
            new Row("dove", 67.9),
            new Row("dealer", 67.4),
            new Row("grim", 65.9),
            new Row("opport", 65.2),
            new Row("pavlov", 64.3),
            new Row("salami", 60.4),
            new Row("bully", 55.6),
            new Row("random", 51.8),
            new Row("brink", 49.8),
            new Row("hawk", 24.7));

    private static final double MEAN_AS_US = 64.6;
    private static final double MEAN_AS_CN = 65.8;
    /** On so many seeds the table was made. */
    private static final int SEEDS = 200;

    private static final double SCORE_TOLERANCE = 1.2;
    private static final double SEAT_TOLERANCE = 1;
    private static final List<String> ORDER = List.of("match", "gtft", "tft");
    private static final String LAST = "hawk";
    private static final double LAST_BEHIND = 15;

    private final PoolMatches pool;

    /** What is promised of a strategy. */
    record Row(String bot, double score) {}

    TableGates(PoolMatches pool) {
        this.pool = pool;
    }

    List<Gate> all() {
        return List.of(means(), seats(), order());
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
        return new Gate(
                "table-seats",
                Gate.text("the seats' means are within %.1f of it", SEAT_TOLERANCE),
                Gate.text("US by %+.2f, CN by %+.2f", usOff, cnOff),
                Math.abs(usOff) <= SEAT_TOLERANCE + chance(us) && Math.abs(cnOff) <= SEAT_TOLERANCE + chance(cn));
    }

    Gate order() {
        List<Integer> table = pool.table();
        List<String> names = table.stream().map(pool.names()::get).toList();
        int size = names.size();
        double behind =
                PoolMatches.mean(pool.bySeed(table.get(size - 2))) - PoolMatches.mean(pool.bySeed(table.get(size - 1)));
        List<String> order = names.stream().filter(ORDER::contains).toList();
        return new Gate(
                "J4-order",
                Gate.text("MATCH before GTFT before TFT, HAWK last with a gap of at least %.0f", LAST_BEHIND),
                Gate.text("%s; %s last with a gap of %.1f", String.join(", ", order), names.get(size - 1), behind),
                order.equals(ORDER) && names.get(size - 1).equals(LAST) && behind >= LAST_BEHIND);
    }

    /** Returns what chance is allowed on top of a tolerance that was made for {@link #SEEDS} seeds. */
    private double chance(double[] values) {
        return pool.seeds() >= SEEDS || values.length < Estimate.LEAST ? 0 : 2 * Sample.standardError(values);
    }
}
