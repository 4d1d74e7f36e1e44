package dev.truce.tournament;

import dev.truce.bot.local.Played;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundReport;
import java.util.List;

/**
 * What is kept of a match of the pool.
 *
 * @param us score of the US
 * @param cn score of China
 * @param moved bit i is set if orders moved instrument i in some round
 * @param agreements bit r is set if a clause was binding in round r
 * @param depth mean over the rounds of the depth kept
 * @param steps levels that changed in rounds 4 to 10
 * @param changed bit r is set if terms that were signed in round r made what binds in the next round differ
 * @param last what binds in the last round
 * @param faults what both bots got wrong
 */
record PoolMatch(
        double us,
        double cn,
        int moved,
        long agreements,
        double depth,
        int steps,
        long changed,
        String last,
        int faults) {
    /** Rounds in which moves are counted: after the opening, and before the horizon can end. */
    private static final int FIRST_COUNTED = 4;

    private static final int LAST_COUNTED = 10;
    static final int ROUNDS_COUNTED = LAST_COUNTED - FIRST_COUNTED + 1;

    /** Gap of scores up to which no side is said to be ahead. */
    private static final double NO_DIFFERENCE = 5;

    static PoolMatch of(Played played) {
        int moved = 0;
        long agreements = 0;
        double depth = 0;
        int steps = 0;
        long changed = 0;
        String last = "";
        for (RoundReport report : played.reports()) {
            int round = report.round();
            last = binding(report.treaty(), round);
            if (report.ratification().outcome() == Ratification.Outcome.ENTERED
                    && !last.equals(binding(treatyAfter(played, round), round + 1))) {
                changed |= 1L << round;
            }
            if (round >= FIRST_COUNTED && round <= LAST_COUNTED) {
                steps += (int) Instrument.all().stream()
                        .filter(one ->
                                report.before().get(one) != report.after().get(one))
                        .count();
            }
            for (Instrument instrument : Instrument.all()) {
                int ordered = report.orders().level(instrument);
                if (ordered != Orders.NONE && ordered != report.before().get(instrument)) {
                    moved |= 1 << instrument.ordinal();
                }
            }
            if (report.treaty().bindsAny(report.round())) {
                agreements |= 1L << report.round();
            }
            depth += report.depthKept() / played.reports().size();
        }
        return new PoolMatch(
                played.result().us().score(),
                played.result().cn().score(),
                moved,
                agreements,
                depth,
                steps,
                changed,
                last,
                played.us().faults().size() + played.cn().faults().size());
    }

    private static Treaty treatyAfter(Played played, int round) {
        List<RoundReport> reports = played.reports();
        return round < reports.size()
                ? reports.get(round).treaty()
                : played.end().treaty();
    }

    /** Returns the bounds that bind in a round, in words that are alike for alike bounds. */
    private static String binding(Treaty treaty, int round) {
        StringBuilder bounds = new StringBuilder();
        for (Clause clause : treaty.clauses()) {
            if (clause.binds(round)) {
                bounds.append(clause.instrument().ordinal())
                        .append('=')
                        .append(clause.bound())
                        .append(' ');
            }
        }
        return bounds.toString();
    }

    double score(Side side) {
        return side == Side.US ? us : cn;
    }

    boolean moved(Instrument instrument) {
        return (moved >> instrument.ordinal() & 1) != 0;
    }

    /** Returns in how many rounds of some the agreement changed, or a new one was signed. */
    int changes(int from, int to) {
        return Long.bitCount((changed >> from) & ((1L << (to - from + 1)) - 1));
    }

    boolean agreementIn(int round) {
        return (agreements >> round & 1) != 0;
    }

    /** Returns 1 if the US scores more, 0 if China does, a half if the gap is small. */
    double usAhead() {
        double lead = us - cn;
        return Math.abs(lead) <= NO_DIFFERENCE ? .5 : lead > 0 ? 1 : 0;
    }
}
