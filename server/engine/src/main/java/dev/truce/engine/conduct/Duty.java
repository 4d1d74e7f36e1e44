package dev.truce.engine.conduct;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.AgreementRules;
import java.util.ArrayList;
import java.util.List;

/**
 * What a clause asks of its holder in the open round, and what comes of it with given orders.
 *
 * @param clause the clause, which binds in the round
 * @param level level of the instrument before the round
 * @param then level that it will have
 * @param ordered whether an order sets it
 */
public record Duty(Clause clause, int level, int then, boolean ordered) {

    /**
     * Returns the duties of a side whose levels are seen, in instrument order.
     *
     * @param rules whether holding keeps a treaty
     * @param treaty the treaty, with the clauses that bind
     * @param levels levels before the round
     * @param side the side
     * @param orders its orders
     * @param round the open round
     */
    public static List<Duty> of(
            AgreementRules rules, Treaty treaty, Levels levels, Side side, Orders orders, int round) {
        List<Duty> duties = new ArrayList<>();
        for (Instrument instrument : Instrument.of(side)) {
            Clause clause = treaty.binding(instrument, round);
            if (clause != null) {
                duties.add(of(rules, clause, levels.get(instrument), orders));
            }
        }
        return duties;
    }

    /** Returns what a side must order to keep its clauses in the open round, and nothing else. */
    public static Orders keeping(AgreementRules rules, Treaty treaty, Levels levels, Side side, int round) {
        List<Order> orders = new ArrayList<>();
        for (Duty duty : of(rules, treaty, levels, side, Orders.HOLD, round)) {
            if (!duty.isKept()) {
                orders.add(new Order(duty.clause().instrument(), duty.clause().bound()));
            }
        }
        return Orders.of(orders);
    }

    private static Duty of(AgreementRules rules, Clause clause, int level, Orders orders) {
        int order = orders.level(clause.instrument());
        if (order != Orders.NONE) {
            return new Duty(clause, level, order, true);
        }
        return new Duty(clause, level, moves(rules, clause, level, orders) ? clause.bound() : level, false);
    }

    /** Returns whether an instrument at a level goes to the bound of its clause by itself. */
    public static boolean moves(AgreementRules rules, Clause clause, int level, Orders orders) {
        return rules.complyByDefault() && clause.isBrokenBy(level) && orders.level(clause.instrument()) == Orders.NONE;
    }

    /** Returns whether the clause is kept. */
    public boolean isKept() {
        return !clause.isBrokenBy(then);
    }

    /** Returns whether the instrument moves without an order. */
    public boolean movesByItself() {
        return !ordered && then != level;
    }
}
