package dev.truce.tournament;

import dev.truce.bot.local.Played;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.RoundReport;

/**
 * What is kept of a match of the pool.
 *
 * @param us score of the US
 * @param cn score of China
 * @param moved bit i is set if orders moved instrument i in some round
 * @param agreements bit r is set if a clause was binding in round r
 * @param depth mean over the rounds of the depth kept
 * @param faults what both bots got wrong
 */
record PoolMatch(double us, double cn, int moved, long agreements, double depth, int faults) {
    /** Gap of scores up to which no side is said to be ahead. */
    private static final double NO_DIFFERENCE = 5;

    static PoolMatch of(Played played) {
        int moved = 0;
        long agreements = 0;
        double depth = 0;
        for (RoundReport report : played.reports()) {
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
                played.us().faults().size() + played.cn().faults().size());
    }

    double score(Side side) {
        return side == Side.US ? us : cn;
    }

    boolean moved(Instrument instrument) {
        return (moved >> instrument.ordinal() & 1) != 0;
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
