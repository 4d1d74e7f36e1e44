package dev.truce.engine.forecast;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchState;
import java.util.ArrayList;
import java.util.List;

/**
 * How a side cheats in a preview: step by step, one covert clause after the other, it delivers less, as long as it is more likely
 * than not that nothing is found in a round. Without chance the rules count exactly that as not found.
 */
final class UnseenShortfall {
    /** The least likely escape that a cheat counts on. */
    private static final double ESCAPE = .5;

    private final Rules rules;

    UnseenShortfall(Rules rules) {
        this.rules = rules;
    }

    /** Returns the orders of a side that cheats in the open round of a state; none if nothing covert binds it. */
    Orders of(MatchState state, Side side) {
        List<Clause> clauses = new ArrayList<>();
        Levels levels = state.levels();
        for (Instrument instrument : Instrument.of(side)) {
            Clause clause = state.treaty().binding(instrument, state.openRound());
            if (clause != null && instrument.isCovert()) {
                clauses.add(clause);
                levels = levels.with(instrument, clause.bound());
            }
        }
        boolean less = true;
        while (less) {
            less = false;
            for (Clause clause : clauses) {
                int level = levels.get(clause.instrument());
                Levels lower = level > 0 ? levels.with(clause.instrument(), level - 1) : levels;
                if (level > 0
                        && Shortfall.escape(rules.mapping(), rules.scenario().knobs(), clauses, lower) >= ESCAPE) {
                    levels = lower;
                    less = true;
                }
            }
        }
        List<Order> orders = new ArrayList<>();
        for (Clause clause : clauses) {
            int level = levels.get(clause.instrument());
            if (clause.isBrokenBy(level)) {
                orders.add(new Order(clause.instrument(), level));
            }
        }
        return Orders.of(orders);
    }
}
