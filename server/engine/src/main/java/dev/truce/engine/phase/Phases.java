package dev.truce.engine.phase;

import dev.truce.engine.board.Side;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.tables.Tables;
import java.util.List;
import java.util.Objects;

/** All phases, in the order in which a round goes through them. */
public final class Phases {
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
            new RedLinesPhase(),
            new EndingPhase());

    /** The names of the phases in their order. */
    public static final List<String> NAMES = PHASES.stream().map(Phase::name).toList();

    private Phases() {}

    /**
     * Takes a round through all phases.
     *
     * @param inputs legal orders, signed terms and notices
     * @param settledFirst the side that is settled first
     * @param economy is changed by the work; of one thread
     * @param policy likewise
     */
    public static Resolution resolve(
            Tables tables,
            MatchSetup setup,
            MatchState state,
            RoundInputs inputs,
            Side settledFirst,
            Economy economy,
            QuarterPolicy policy) {
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
                draft.redLines,
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
                draft.us.report(draft.inputs.usNotice(), draft.state.redLines().us()),
                draft.cn.report(draft.inputs.cnNotice(), draft.state.redLines().cn()),
                Objects.requireNonNull(draft.economyReport),
                draft.draws.count());
    }
}
