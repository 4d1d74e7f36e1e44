package dev.truce.engine.forecast;

import dev.truce.engine.orders.Order;
import dev.truce.engine.report.BrokenClause;
import java.util.List;

/**
 * What drafted orders would lead to under an assumption.
 *
 * @param assumption what is assumed about the other side
 * @param reply orders of the other side that it amounts to, in instrument order; empty if it orders nothing
 * @param supposed levels at which the viewer supposes the other side's covert instruments
 * @param quarters the open round and the three after it, fewer if the match ends before; nobody gives other orders until then, and what
 *     breaks a clause goes on breaking it
 * @param broken public clauses that the draft breaks in the open round
 * @param covered whether the snap-back right covers that, so that it is no breach
 * @param severityMilli severity of the breach, thousandths; 0 if there is none
 * @param material whether it would end the treaty
 * @param chargeScoreMilli what the breach costs in the score of the round, thousandths; 0 or negative
 */
public record Preview(
        Assumption assumption,
        List<Order> reply,
        List<Order> supposed,
        List<Outlook> quarters,
        List<BrokenClause> broken,
        boolean covered,
        int severityMilli,
        boolean material,
        int chargeScoreMilli) {

    public Preview {
        reply = List.copyOf(reply);
        supposed = List.copyOf(supposed);
        quarters = List.copyOf(quarters);
        broken = List.copyOf(broken);
    }

    /** Returns the open round. */
    public Outlook next() {
        return quarters.get(0);
    }

    /** Returns the last quarter that is looked at. */
    public Outlook later() {
        return quarters.get(quarters.size() - 1);
    }
}
