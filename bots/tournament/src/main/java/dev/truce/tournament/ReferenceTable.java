package dev.truce.tournament;

import dev.truce.engine.board.Side;
import java.util.List;

/**
 * The table that the design of the game promises for its sixteen strategies on 200 seeds (agreements F, G7). The pool is
 * measured against it, so that a change of the rules that nobody meant is seen.
 */
public final class ReferenceTable {
    /** On so many seeds the table was made, and on as many its tolerances hold as they are. */
    public static final int SEEDS = 200;

    /** So far a mean may be from the table, apart from chance: the two programs are not the same to the last rule. */
    public static final double SCORE_TOLERANCE = 1.2;

    /** So far the mean of a seat over the pool may be from the table, apart from chance. */
    public static final double SEAT_TOLERANCE = .7;

    private static final List<Row> ROWS = List.of(
            new Row("match", 78.8, 78.6, 79.0),
            new Row("gtft", 78.3, 78.7, 77.9),
            new Row("tft", 77.5, 78.0, 77.0),
            new Row("audit", 76.4, 76.7, 76.0),
            new Row("choker", 74.1, 75.5, 72.6),
            new Row("grim", 72.1, 73.0, 71.2),
            new Row("dealer", 72.1, 71.7, 72.4),
            new Row("dove", 71.7, 71.3, 72.0),
            new Row("pavlov", 69.7, 69.3, 70.1),
            new Row("truce", 63.0, 63.6, 62.5),
            new Row("opport", 62.7, 61.5, 63.9),
            new Row("salami", 52.7, 52.3, 53.2),
            new Row("bully", 52.7, 52.5, 52.8),
            new Row("random", 47.5, 48.5, 46.4),
            new Row("brink", 45.5, 45.9, 45.1),
            new Row("hawk", 27.3, 29.8, 24.7));

    private ReferenceTable() {}

    /**
     * What is promised of a strategy.
     *
     * @param bot its name
     * @param score mean score over both seats
     * @param asUs mean score in the US seat
     * @param asCn mean score in the Chinese seat
     */
    public record Row(String bot, double score, double asUs, double asCn) {}

    /** Returns the rows, best first. */
    public static List<Row> rows() {
        return ROWS;
    }

    /** Returns the mean score of all sixteen in a seat. */
    public static double mean(Side seat) {
        return seat == Side.US ? 64.2 : 63.6;
    }
}
