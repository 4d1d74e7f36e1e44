package dev.truce.engine.report;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import java.util.List;

/**
 * The truth about a resolved round. Everything that leaves the host is made from it by the redaction function.
 *
 * @param round number of the round, from 1
 * @param before levels before it
 * @param after levels in it, after fallback, legality and court
 * @param orders the sealed orders
 * @param fallbacks instruments that went to their fallback by themselves
 * @param prevented instruments whose clause ended and whose holder ordered them, so that they did not fall back
 * @param corrected levels that legality or the court changed after the orders
 * @param events what chance and the calendar did
 * @param expired clauses that ended before this round and left the treaty in it
 * @param treaty treaty that bound in this round
 * @param change what happened to it at the end
 * @param ratification what happened to terms that were signed in it
 * @param depthKept the smaller of the two depths kept, Dk
 * @param tension tension after the round
 * @param signals noisy signals of the round
 * @param us the US
 * @param cn China
 * @param economy the quarter's economy
 * @param draws how many random numbers the round drew
 */
public record RoundReport(
        int round,
        Levels before,
        Levels after,
        JointOrders orders,
        List<LevelChange> fallbacks,
        List<Instrument> prevented,
        List<LevelChange> corrected,
        List<RoundEvent> events,
        List<Clause> expired,
        Treaty treaty,
        TreatyChange change,
        Ratification ratification,
        double depthKept,
        double tension,
        Signals signals,
        SideReport us,
        SideReport cn,
        EconomyReport economy,
        int draws) {

    /** Returns the report of a side. */
    public SideReport side(Side side) {
        return BySide.pick(side, us, cn);
    }
}
