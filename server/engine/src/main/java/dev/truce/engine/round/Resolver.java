package dev.truce.engine.round;

import dev.truce.engine.board.Side;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.legality.Legality;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.phase.Phases;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.tables.Tables;
import java.util.List;

/**
 * Resolves rounds: one for each worker, because it owns the policy that it applies; not thread-safe. It remembers nothing between two
 * rounds, so matches may be resolved in any order.
 */
public final class Resolver {
    private final Tables tables;
    private final Legality legality;
    private final Side settledFirst;
    private final QuarterPolicy policy = new QuarterPolicy();

    /** Creates a resolver for matches of one scenario. */
    public Resolver(Rules rules) {
        this(rules, Side.US);
    }

    /**
     * Creates a resolver that settles the given side first; no bit of any result depends on which, and tests show it.
     *
     * @param rules the compiled scenario
     * @param settledFirst US by custom
     */
    public Resolver(Rules rules, Side settledFirst) {
        this(rules.tables(), rules.legality(), settledFirst);
    }

    Resolver(Tables tables, Side settledFirst) {
        this(tables, new Legality(tables), settledFirst);
    }

    private Resolver(Tables tables, Legality legality, Side settledFirst) {
        this.tables = tables;
        this.legality = legality;
        this.settledFirst = settledFirst;
    }

    /** Returns the names of the phases in the order in which they are applied. */
    public static List<String> phaseNames() {
        return Phases.NAMES;
    }

    /**
     * Resolves the open round.
     *
     * @param setup what makes this match
     * @param state the state before the round; not changed
     * @param orders the sealed orders of both sides
     * @return the state after the round, and the truth about it
     * @throws IllegalArgumentException if an order is not legal; {@link Rules#check} tells beforehand
     * @throws IllegalStateException if the match is over
     */
    public Resolution resolve(MatchSetup setup, MatchState state, JointOrders orders) {
        return resolve(setup, state, RoundInputs.of(orders));
    }

    /**
     * Resolves the open round with all that both sides put into it.
     *
     * @param setup what makes this match
     * @param state the state before the round; not changed
     * @param inputs sealed orders, signed terms and notices
     * @return the state after the round, and the truth about it
     * @throws IllegalArgumentException if an order is not legal; {@link Rules#check} tells beforehand
     * @throws IllegalStateException if the match is over
     */
    public Resolution resolve(MatchSetup setup, MatchState state, RoundInputs inputs) {
        if (state.isOver()) {
            throw new IllegalStateException("the match ended with round " + state.round());
        }
        legality.require(setup, state, inputs.orders());
        return tables.kernels.run(
                economy -> Phases.resolve(tables, setup, state, inputs, settledFirst, economy, policy));
    }
}
