package dev.truce.engine.round;

import dev.truce.engine.board.Side;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import java.util.List;
import java.util.Objects;

/**
 * Resolves rounds: one for each worker, because it owns an economy kernel; not thread-safe. It remembers nothing between two
 * rounds, so matches may be resolved in any order.
 */
public final class Resolver {
    /** The order of a round, agreements B; the list is the rulebook's table of contents. */
    private static final List<Phase> PHASES = List.of(
            new OrdersPhase(),
            new FallbackPhase(),
            new LegalityPhase(),
            new ChancePhase(),
            new EscalationPhase(),
            new BreachPhase(),
            new DetectionPhase(),
            new RatificationPhase(),
            new EconomyPhase(),
            new PointsPhase(),
            new ReputationPhase(),
            new TreatyPhase(),
            new TensionPhase(),
            new EndingPhase());

    private static final List<String> NAMES = PHASES.stream().map(Phase::name).toList();

    private final Tables tables;
    private final Legality legality;
    private final Side settledFirst;
    private final Economy economy;
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
        this.economy = new Economy(tables.scenario.economy());
    }

    /** Returns the names of the phases in the order in which they are applied. */
    public static List<String> phaseNames() {
        return NAMES;
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
        RoundDraft draft = new RoundDraft(tables, setup, state, inputs, settledFirst, economy, policy);
        for (int i = 0; i < PHASES.size(); i++) {
            PHASES.get(i).apply(draft);
        }
        return new Resolution(next(draft), report(draft));
    }

    private static MatchState next(RoundDraft draft) {
        return new MatchState(
                draft.round,
                draft.levels,
                draft.treatyAfter,
                draft.investigationRounds,
                draft.courtRoundsLeft,
                draft.courtHasRuled,
                draft.tension,
                draft.technology,
                draft.covert.soyNotch(),
                draft.shallowRounds,
                draft.economyAfter,
                draft.us.next(),
                draft.cn.next(),
                draft.ending);
    }

    private static RoundReport report(RoundDraft draft) {
        return new RoundReport(
                draft.round,
                draft.state.levels(),
                draft.levels,
                draft.orders,
                List.copyOf(draft.fallbacks),
                List.copyOf(draft.prevented),
                List.copyOf(draft.corrected),
                List.copyOf(draft.events),
                List.copyOf(draft.expired),
                draft.treaty,
                draft.change,
                draft.ratification,
                draft.depthKept,
                draft.tension,
                draft.signals,
                draft.us.report(draft.inputs.usNotice()),
                draft.cn.report(draft.inputs.cnNotice()),
                Objects.requireNonNull(draft.economyReport),
                draft.draws.count());
    }
}
