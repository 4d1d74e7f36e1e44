package dev.truce.engine.phase;

import dev.truce.engine.economy.Economy;
import dev.truce.engine.payoff.Payoff;
import dev.truce.engine.report.EconomyReport;

/** The economy advances by a quarter under the levels of the round, then the technology index. */
final class EconomyPhase implements Phase {
    @Override
    public String name() {
        return "economy";
    }

    @Override
    public void apply(RoundDraft draft) {
        Economy economy = draft.economy;
        draft.tables.mapping.apply(draft.levels, draft.covert, draft.policy);
        draft.tables.shocks.change(draft.events, draft.covert.soyMmt(), draft.policy);
        economy.load(draft.economyBefore);
        economy.step(draft.policy);
        draft.economyAfter = economy.save();
        draft.technology = Payoff.technologyAfter(
                draft.technology, draft.tables.mapping.chips(draft.levels, draft.covert.usPace()));
        draft.economyReport = EconomyReport.of(economy, draft.policy);
    }
}
