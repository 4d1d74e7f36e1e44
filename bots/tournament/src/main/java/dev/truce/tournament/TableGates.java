package dev.truce.tournament;

import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the sixteen do as the design's table says (agreements G7). What is asked holds for any block of 200 seeds; with
 * fewer, chance gets two standard errors on top.
 */
public final class TableGates {
    private static final List<String> FIRST = List.of("match", "gtft", "tft");
    private static final double SEAT_GAP = 2;
    private static final double LEAST_LEAD = .8;
    private static final double MOST_LEAD = 1.8;

    private final Payoffs payoffs;
    private final List<Standing> table;

    /** Compares games of the sixteen. */
    public TableGates(Games pool) {
        this.payoffs = new Payoffs(pool);
        this.table = Standing.table(pool, payoffs);
    }

    /** Returns all gates. */
    public List<Gate> all() {
        return List.of(means(), seats(), order(), lead());
    }

    private Gate means() {
        List<String> outside = new ArrayList<>();
        double largest = 0;
        String farthest = "";
        for (ReferenceTable.Row row : ReferenceTable.rows()) {
            Interval measured = Interval.of(payoffs.bySeed(payoffs.names().indexOf(row.bot())));
            double off = measured.mean() - row.score();
            if (Math.abs(off) > ReferenceTable.tolerance(ReferenceTable.SCORE_TOLERANCE, measured)) {
                outside.add(Words.of("%s %+.2f", row.bot(), off));
            }
            if (Math.abs(off) > Math.abs(largest)) {
                largest = off;
                farthest = row.bot();
            }
        }
        return gate(
                "table-means",
                outside.isEmpty(),
                Words.of("every mean within %.1f and two standard errors of the table", ReferenceTable.SCORE_TOLERANCE),
                outside.isEmpty()
                        ? Words.of("farthest %s, by %+.2f", farthest, largest)
                        : "not " + String.join(", ", outside));
    }

    private Gate seats() {
        boolean near = true;
        List<String> measured = new ArrayList<>();
        for (Side seat : Side.values()) {
            Interval mean = seat(seat);
            double off = mean.mean() - ReferenceTable.mean(seat);
            near &= Math.abs(off) <= ReferenceTable.tolerance(ReferenceTable.SEAT_TOLERANCE, mean);
            measured.add(Words.of("%s %.2f (%+.2f)", seat, mean.mean(), off));
        }
        double gap = Math.abs(payoffs.of(Side.US) - payoffs.of(Side.CN));
        return gate(
                "table-seats",
                near && gap <= SEAT_GAP,
                Words.of(
                        "seat means within %.1f and two standard errors of the table, at most %.0f apart",
                        ReferenceTable.SEAT_TOLERANCE, SEAT_GAP),
                String.join(", ", measured));
    }

    private Interval seat(Side seat) {
        double[] means = new double[payoffs.bySeed(seat, 0).length];
        for (int bot = 0; bot < payoffs.bots(); bot++) {
            double[] scores = payoffs.bySeed(seat, bot);
            for (int seed = 0; seed < means.length; seed++) {
                means[seed] += scores[seed] / payoffs.bots();
            }
        }
        return Interval.of(means);
    }

    private Gate order() {
        List<String> names = table.stream().map(Standing::name).toList();
        return gate(
                "table-order",
                names.subList(0, FIRST.size()).equals(FIRST)
                        && names.get(names.size() - 1).equals("hawk"),
                "MATCH, GTFT, TFT first, HAWK last",
                String.join(", ", names.subList(0, FIRST.size())) + ", ..., " + names.get(names.size() - 1));
    }

    private Gate lead() {
        Interval lead = payoffs.difference(
                payoffs.names().indexOf("match"), payoffs.names().indexOf("tft"));
        double chance = ReferenceTable.tolerance(0, lead);
        return gate(
                "table-lead",
                lead.mean() >= LEAST_LEAD - chance && lead.mean() <= MOST_LEAD + chance,
                Words.of("MATCH ahead of TFT by %.1f to %.1f, paired by seed", LEAST_LEAD, MOST_LEAD),
                Words.of(lead));
    }

    private static Gate gate(String id, boolean passed, String asks, String measured) {
        return Gate.of(id, Gate.Group.TABLE, passed, asks, measured);
    }
}
