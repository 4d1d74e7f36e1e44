package dev.truce.engine.view;

import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.conduct.Escalation;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.conduct.Tension;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.payoff.Payoff;
import dev.truce.engine.payoff.Quarter;
import dev.truce.engine.payoff.Readings;
import dev.truce.engine.payoff.Standing;
import dev.truce.engine.round.BrokenClause;
import dev.truce.engine.round.EconomyReport;
import dev.truce.engine.round.LevelChange;
import dev.truce.engine.round.RoundEvent;
import dev.truce.engine.round.Rules;
import dev.truce.engine.round.TreatyChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One round's work: the phases of a resolution that a viewer can follow, on its own numbers. */
final class BeliefFold {
    final Belief before;
    final RoundView facts;
    final Covert covert;
    final EconomyState economyAfter;
    final double technology;
    final double tension;
    final int shallowRounds;
    final BelievedSide us;
    final BelievedSide cn;
    final Figures figures;
    final List<ScoreCard> scores = new ArrayList<>();

    private final Rules rules;
    private final Economy kernel;
    private final Levels graced;
    private final double[] escalation = new double[2];
    private final double[] publicEscalation = new double[2];
    private final double[] lost = new double[2];
    private final Quarter quarter;

    BeliefFold(Belief before, RoundView facts, Economy kernel) {
        this.before = before;
        this.facts = facts;
        this.rules = before.rules;
        this.kernel = kernel;
        covert = CovertEstimate.of(rules, facts);
        graced = graced();
        Covert counted = CovertEstimate.graced(rules, facts, covert, before.covert, graced);
        double kept = Double.MAX_VALUE;
        double depth = Double.MAX_VALUE;
        DepthValues values = rules.depthValues();
        for (Side side : Side.values()) {
            int s = side.ordinal();
            publicEscalation[s] = rules.escalation().ofPublic(side, graced);
            escalation[s] = Escalation.total(publicEscalation[s], counted.compliance(side));
            for (BrokenClause broken : facts.side(side).brokenClauses()) {
                lost[s] += broken.lost();
            }
            double signed = values.depth(facts.treaty(), side, facts.round());
            depth = Math.min(depth, signed);
            kept = Math.min(kept, Math.max(0, signed - lost[s]));
        }
        shallowRounds = shallow(depth, kept);
        EconomyReport report = stepEconomy();
        economyAfter = kernel.save();
        PolicyMapping mapping = rules.mapping();
        double chips = mapping.chips(facts.levels(), covert.usPace());
        technology = Payoff.technologyAfter(before.technology, chips);
        boolean summit = before.calendar.isSummit(facts.round());
        quarter = new Quarter(
                facts.levels(),
                covert,
                mapping.rareEarths(facts.levels(), covert.cnPace()),
                chips,
                economyAfter.reeAlt(),
                economyAfter.chipAlt(),
                technology,
                before.tension,
                summit,
                kept,
                facts.treaty().isCommunique());
        us = settle(Side.US);
        cn = settle(Side.CN);
        int next = facts.round() + 1;
        tension = Tension.after(
                before.tension,
                escalation[0] + escalation[1],
                values.agreed(facts.next(), next),
                summit && facts.next().bindsAny(next));
        boolean all = before.viewer == Viewer.OMNISCIENT;
        figures = new Cards(rules)
                .figures(
                        !all,
                        facts.levels(),
                        report,
                        all ? Rounding.units(tension * 10) : Rounding.tenthsOfHalves(tension));
    }

    private Levels graced() {
        Levels levels = facts.levels();
        if (!rules.scenario().knobs().grace()) {
            return levels;
        }
        for (LevelChange fallback : facts.fallbacks()) {
            levels = levels.with(fallback.instrument(), fallback.from());
        }
        return levels;
    }

    private EconomyReport stepEconomy() {
        EconomyState economy = before.economy;
        for (RoundEvent event : facts.events()) {
            economy = rules.afterEvent(economy, event);
        }
        QuarterPolicy policy = new QuarterPolicy();
        rules.mapping().apply(facts.levels(), covert, policy);
        kernel.load(economy);
        kernel.step(policy);
        return Cards.read(kernel, policy);
    }

    private int shallow(double depth, double kept) {
        boolean ended = facts.change() == TreatyChange.ENDED_BY_BREACH
                || facts.change() == TreatyChange.ENDED_AS_HOLLOW
                || facts.change() == TreatyChange.ENDED_BY_NOTICE
                || facts.change() == TreatyChange.ENDED_BY_CATCH;
        return !ended && DepthValues.isHollow(depth, kept) ? before.shallowRounds + 1 : 0;
    }

    private BelievedSide settle(Side side) {
        BelievedSide own = before.half(side);
        BelievedSide other = before.half(side.other());
        SideFacts told = facts.side(side);
        int s = side.ordinal();
        boolean unjustified = !told.brokenClauses().isEmpty() && !told.snapBackRight();
        double severity = unjustified ? rules.charges().severity(lost[s]) : 0;
        boolean caught = told.caughtOn() != null;
        boolean real = caught && (!before.viewer.sees(side) || isShort(side));
        int streak = Payoff.streak(own.streak(), escalation[s], other.escalation());
        @Nullable PrivateFacts known = known(side);
        double type = known == null ? 1 : known.typeMicro() / 1e6;
        List<Long> micro = points(side, type, streak, severity, real, known == null ? 0 : known.chanceMicro());
        if (known != null) {
            boolean estimated = before.viewer != Viewer.OMNISCIENT;
            scores.add(new Cards(rules).card(side, estimated, facts.round(), micro, own.totalMicro(), escalation[s]));
        }
        long points = Cards.sum(micro);
        boolean communique = facts.treaty().isCommunique();
        return new BelievedSide(
                type,
                rules.charges().reputationAfter(own.reputation(), severity, told.notice(), real, communique),
                rules.charges().reputationAfter(own.ledger(), severity, told.notice(), caught, communique),
                escalation[s],
                publicEscalation[s],
                caught,
                unjustified,
                streak,
                own.totalMicro() + points,
                points,
                own.breaches() + (unjustified ? 1 : 0),
                own.catches() + (real ? 1 : 0));
    }

    private @Nullable PrivateFacts known(Side side) {
        for (PrivateFacts own : facts.own()) {
            if (own.side() == side) {
                return own;
            }
        }
        return null;
    }

    private List<Long> points(
            Side side, double type, int streak, double severity, boolean reallyCaught, int chanceMicro) {
        BelievedSide own = before.half(side);
        BelievedSide other = before.half(side.other());
        Standing standing = new Standing(
                Readings.of(kernel, side),
                rules.trucePath().readings(facts.round(), side),
                type,
                escalation[side.ordinal()],
                other.escalation(),
                streak,
                rules.escalation().choke(side, facts.levels()),
                own.reputation(),
                other.reputation(),
                severity,
                facts.side(side).notice(),
                facts.next().isCommunique() && !facts.treaty().isCommunique(),
                reallyCaught,
                0);
        return Cards.micro(rules.payoff().points(side, quarter, standing), chanceMicro);
    }

    /** Returns whether a side that is seen falls short of any of its covert clauses. */
    private boolean isShort(Side side) {
        return Shortfall.isAny(rules.mapping(), facts.treaty(), facts.levels(), side, facts.round());
    }
}
