package dev.truce.engine.phase;

import dev.truce.engine.chance.Purpose;
import dev.truce.engine.conduct.Escalation;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.payoff.AccusationPoints;
import dev.truce.engine.payoff.Payoff;
import dev.truce.engine.payoff.PointsBasis;
import dev.truce.engine.payoff.Quarter;
import dev.truce.engine.payoff.Readings;

/** The points of both sides, all from reputation and tension at the start of the round (agreements C). */
final class PointsPhase implements Phase {
    @Override
    public String name() {
        return "points";
    }

    @Override
    public void apply(RoundDraft draft) {
        PolicyMapping mapping = draft.tables.mapping;
        Quarter quarter = new Quarter(
                draft.levels,
                draft.covert,
                mapping.rareEarths(draft.levels, draft.covert.cnPace()),
                mapping.chips(draft.levels, draft.covert.usPace()),
                draft.economyAfter.reeAlt(),
                draft.economyAfter.chipAlt(),
                draft.technology,
                draft.state.tension(),
                draft.summit,
                draft.depthKept,
                draft.treaty.isCommunique());
        settle(draft, quarter, draft.first());
        settle(draft, quarter, draft.second());
    }

    private static void settle(RoundDraft draft, Quarter quarter, SideDraft side) {
        SideDraft other = draft.other(side);
        Escalation escalation = draft.tables.escalation;
        double lead = escalation.felt(other.before.publicEscalation(), other.before.escalation())
                - escalation.felt(side.publicEscalation, side.escalation);
        side.streak = Payoff.streak(side.before.humiliationStreak(), lead);
        PointsBasis standing = new PointsBasis(
                draft.tables.shocks.read(draft.events, Readings.of(draft.economy, side.side)),
                draft.tables.held(draft.round, side.side),
                side.type,
                side.escalation,
                lead,
                side.streak,
                escalation.choke(side.side, draft.levels),
                side.before.reputation(),
                other.before.reputation(),
                side.severity,
                draft.inputs.notice(side.side),
                draft.entersCommunique(),
                side.reallyCaught,
                draft.tables.redLines.points(
                        draft.state.redLines().of(side.side), draft.levels, draft.treaty, draft.round),
                AccusationPoints.of(
                        draft.tables.scenario.accusations(),
                        side.choice,
                        other.clearedOn != null,
                        draft.tables.scenario.accusations().exist() && other.isCaught()),
                ownText(draft, side),
                draft.noise ? draft.draws.normal(Purpose.INCOME, draft.round, side.side.ordinal(), 0) : 0);
        side.points = draft.tables.payoff.points(side.side, quarter, standing);
    }

    /** The truce that lasts for ever is a yardstick; nobody expects a text of it. */
    private static double ownText(RoundDraft draft, SideDraft side) {
        boolean expected = !draft.setup.conditions().perpetualTruce();
        return expected ? draft.tables.scenario.ownText().points(side.side, side.ownText) : 0;
    }
}
