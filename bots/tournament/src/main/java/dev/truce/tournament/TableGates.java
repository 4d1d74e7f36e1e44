package dev.truce.tournament;

import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the sixteen do as the design's table says (agreements G7). What is asked holds for any block of 200 seeds; with
 * fewer, chance gets two standard errors on top. Best replies, balance in self-play and the replicator, which G7 asks for too,
 * are among the {@link GameGates} with the same limits.
 */
public final class TableGates {
    private static final List<String> FIRST = List.of("match", "gtft", "tft");
    private static final String LAST = "hawk";
    private static final double SEAT_GAP = 2;
    private static final double LAST_BEHIND = 15;
    private static final double LEAST_LEAD = .8;
    private static final double MOST_LEAD = 1.8;

    private final Payoffs payoffs;
    private final List<Standing> table;

    /** Compares games of the sixteen. */
    public TableGates(Games pool) {
        this.payoffs = new Payoffs(pool);
        this.table = Standing.table(pool, payoffs);
    }

    /** Returns the ids of all gates. */
    public static List<String> ids() {
        return List.of("table-means", "table-seats", "table-order", "table-lead");
    }

    /** Returns all gates. */
    public List<Gate> all() {
        return List.of(means(), seats(), order(), lead());
    }

    private Gate means() {
        List<Gate.Named> outside = new ArrayList<>();
        double largest = 0;
        String farthest = ReferenceTable.rows().get(0).bot();
        for (ReferenceTable.Row row : ReferenceTable.rows()) {
            Interval measured = Interval.of(payoffs.bySeed(payoffs.names().indexOf(row.bot())));
            double off = measured.mean() - row.score();
            if (Math.abs(off) > ReferenceTable.SCORE_TOLERANCE + chance(measured)) {
                outside.add(new Gate.Named(row.bot(), off));
            }
            if (Math.abs(off) > Math.abs(largest)) {
                largest = off;
                farthest = row.bot();
            }
        }
        return gate("table-means")
                .asking("within", ReferenceTable.SCORE_TOLERANCE)
                .measuring("farthest", farthest)
                .measuring("off", largest)
                .measuring("outside", outside)
                .judged(outside.isEmpty());
    }

    private Gate seats() {
        boolean near = true;
        Gate gate = gate("table-seats")
                .asking("within", ReferenceTable.SEAT_TOLERANCE)
                .asking("gap", SEAT_GAP);
        for (Side seat : Side.values()) {
            Interval mean = seat(seat);
            double off = mean.mean() - ReferenceTable.mean(seat);
            near &= Math.abs(off) <= ReferenceTable.SEAT_TOLERANCE + chance(mean);
            String name = seat == Side.US ? "us" : "cn";
            gate = gate.measuring(name, mean.mean()).measuring(name + "_off", off);
        }
        double gap = Math.abs(payoffs.of(Side.US) - payoffs.of(Side.CN));
        return gate.judged(near && gap <= SEAT_GAP);
    }

    private Interval seat(Side seat) {
        double[] means = new double[payoffs.seeds()];
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
        String last = names.get(names.size() - 1);
        double behind = table.get(names.size() - 2).score().mean()
                - table.get(names.size() - 1).score().mean();
        return gate("table-order")
                .asking("behind", LAST_BEHIND)
                .measuring("first", names.subList(0, FIRST.size()))
                .measuring("last", last)
                .measuring("behind", behind)
                .judged(names.subList(0, FIRST.size()).equals(FIRST) && last.equals(LAST) && behind >= LAST_BEHIND);
    }

    private Gate lead() {
        Interval lead = payoffs.difference(
                payoffs.names().indexOf("match"), payoffs.names().indexOf("tft"));
        double chance = chance(lead);
        return gate("table-lead")
                .asking("least", LEAST_LEAD)
                .asking("most", MOST_LEAD)
                .measuring("lead", lead)
                .judged(lead.mean() >= LEAST_LEAD - chance && lead.mean() <= MOST_LEAD + chance);
    }

    /** Returns what chance is allowed on top of a tolerance that was made for {@link ReferenceTable#SEEDS} seeds. */
    private double chance(Interval measured) {
        return payoffs.seeds() >= ReferenceTable.SEEDS || measured.isTooFew() ? 0 : 2 * measured.error();
    }

    private static Gate gate(String id) {
        return Gate.of(Gate.Group.TABLE, id);
    }
}
