package dev.truce.engine.redaction;

import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.legality.SnapBack;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.payoff.AccusationPoints;
import dev.truce.engine.payoff.Payoff;
import dev.truce.engine.redaction.BelievedEconomy.Tally;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Cards;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.PrivateFacts;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Rounding;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SideFacts;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One round's work: the phases of a resolution that a viewer can follow, on its own numbers. What needs no economy is done
 * at once, the rest when {@link #quarter} is asked.
 */
final class BeliefFold {
    final Belief before;
    final RoundView facts;
    final Covert covert;
    final double technology;
    final double tension;
    final int shallowRounds;
    final BelievedSide us;
    final BelievedSide cn;

    private final Rules rules;
    private final Levels graced;
    private final double[] escalation = new double[2];
    private final double[] publicEscalation = new double[2];
    private final double[] lost = new double[2];
    /** What of that a breach is charged for. */
    private final double[] charged = new double[2];

    private final double[] signed = new double[2];
    private final Covert counted;
    private final boolean summit;

    BeliefFold(Belief before, RoundView facts) {
        this.before = before;
        this.facts = facts;
        this.rules = before.rules;
        covert = CovertEstimate.of(rules, facts);
        graced = graced();
        counted = CovertEstimate.graced(rules, facts, covert, before.covert, graced);
        double least = Double.MAX_VALUE;
        double depth = Double.MAX_VALUE;
        DepthValues values = rules.depthValues();
        for (Side side : Side.values()) {
            int s = side.ordinal();
            publicEscalation[s] = rules.escalation().ofPublic(side, graced);
            escalation[s] = rules.escalation().total(publicEscalation[s], counted.compliance(side));
            List<BrokenClause> broken = facts.side(side).brokenClauses();
            lost[s] = BrokenClause.lost(broken);
            charged[s] = facts.side(side).decisions().choice() == AccusationChoice.SUSPEND
                    ? BrokenClause.lost(SnapBack.charged(values, facts.treaty(), broken, facts.round()))
                    : lost[s];
            signed[s] = values.depth(facts.treaty(), side, facts.round());
            depth = Math.min(depth, signed[s]);
            least = Math.min(least, Math.max(0, signed[s] - lost[s]));
        }
        shallowRounds = shallow(depth, least);
        technology = Payoff.technologyAfter(before.technology, rules.mapping().chips(facts.levels(), covert.usPace()));
        summit = before.calendar.isSummit(facts.round());
        us = settle(Side.US);
        cn = settle(Side.CN);
        int next = facts.round() + 1;
        tension = rules.tension()
                .after(
                        before.tension,
                        felt(Side.US) + felt(Side.CN),
                        values.agreed(facts.next(), next),
                        summit && facts.next().bindsAny(next));
    }

    /** Runs the economy of the round and works out the numbers that follow from it. */
    BelievedEconomy.Quarter quarter() {
        BelievedEconomy.Quarter earlier = before.economy.quarter();
        return rules.kernels().run(economy -> quarter(earlier, economy));
    }

    private BelievedEconomy.Quarter quarter(BelievedEconomy.Quarter earlier, Economy economy) {
        Valuation valuation = Valuation.of(rules, basis(), economy);
        boolean all = before.viewer == Viewer.OMNISCIENT;
        Figures figures = new Cards(rules)
                .figures(
                        !all,
                        facts.levels(),
                        valuation.report(),
                        all ? Rounding.units(tension * 10) : Rounding.tenthsOfHalves(tension));
        List<ScoreCard> scores = new ArrayList<>();
        Tally ofUs = score(Side.US, earlier, valuation, scores);
        Tally ofCn = score(Side.CN, earlier, valuation, scores);
        return new BelievedEconomy.Quarter(
                valuation.after(),
                figures,
                scores,
                ofUs,
                ofCn,
                earlier.recollection().after(rules, facts));
    }

    /** Returns what the points of the round follow from. */
    Basis basis() {
        int courtCap = Basis.NO_CAP;
        Levels ordered = facts.levels();
        Levels counts = graced;
        for (LevelChange corrected : facts.corrected()) {
            // Legality moves other instruments; only a court moves this one, or a limit that the law of the scenario
            // sets.
            if (corrected.instrument() == Instrument.US_RECIPROCAL_TARIFF
                    && corrected.to() != rules.scenario().law().atMost(corrected.instrument(), facts.round())) {
                courtCap = corrected.to();
                if (counts.get(corrected.instrument()) == corrected.to()) {
                    counts = counts.with(corrected.instrument(), corrected.from());
                }
                ordered = ordered.with(corrected.instrument(), corrected.from());
            }
        }
        return new Basis(
                facts.round(),
                before.economy.quarter().state(),
                facts.events(),
                ordered,
                counts,
                courtCap,
                covert,
                counted,
                before.tension,
                before.technology,
                summit,
                facts.treaty().isCommunique(),
                facts.next().isCommunique() && !facts.treaty().isCommunique(),
                basis(Side.US),
                basis(Side.CN));
    }

    private Basis.Half basis(Side side) {
        BelievedSide now = BySide.pick(side, us, cn);
        BelievedSide own = before.half(side);
        int s = side.ordinal();
        @Nullable PrivateFacts known = known(side);
        return new Basis.Half(
                rules.trucePath().readings(facts.round(), side),
                known == null ? now.type() : now.type() - rules.shocks().swing(facts.events(), side),
                own.reputation(),
                rules.escalation().felt(own.publicEscalation(), own.escalation()),
                own.streak(),
                signed[s],
                lost[s],
                now.unjustifiedBreach() ? rules.charges().severity(charged[s]) : 0,
                facts.side(side).notice(),
                isReal(side, now.caught()),
                known == null
                        ? List.of()
                        : rules.redLineCosts().charges(known.redLines(), facts.levels(), facts.treaty(), facts.round()),
                accusations(side),
                rules.scenario()
                        .ownText()
                        .points(
                                side,
                                own.ownText() || facts.side(side).decisions().ownText()),
                known == null ? 0 : known.chanceMicro());
    }

    private double accusations(Side accuser) {
        SideFacts other = facts.side(accuser.other());
        return AccusationPoints.of(
                rules.scenario().accusations(),
                facts.side(accuser).decisions().choice(),
                other.decisions().clearedOn() != null,
                rules.scenario().accusations().exist() && other.caughtOn() != null);
    }

    private double felt(Side side) {
        return rules.escalation().felt(publicEscalation[side.ordinal()], escalation[side.ordinal()]);
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
        double severity = unjustified ? rules.charges().severity(charged[s]) : 0;
        boolean caught = told.caughtOn() != null;
        boolean real = isReal(side, caught);
        Instrument accusedOn = told.decisions().accusedOn();
        @Nullable PrivateFacts known = known(side);
        boolean communique = facts.treaty().isCommunique();
        double otherLead = rules.escalation().felt(other.publicEscalation(), other.escalation()) - felt(side);
        return new BelievedSide(
                known == null ? 1 : known.typeMicro() / 1e6,
                rules.charges().reputationAfter(own.reputation(), severity, told.notice(), real, communique),
                rules.charges().reputationAfter(own.ledger(), severity, told.notice(), caught, communique),
                escalation[s],
                publicEscalation[s],
                caught,
                unjustified,
                Payoff.streak(own.streak(), otherLead),
                own.breaches() + (unjustified ? 1 : 0),
                own.catches() + (real ? 1 : 0),
                accusedOn,
                accusedOn != null && before.viewer.sees(side) && isShort(side),
                (own.ownText() || told.decisions().ownText())
                        && !rules.scenario().redLines().isDate(facts.round() + 1));
    }

    /** Adds up the points of a side, and makes its card if the viewer sees the side. */
    private Tally score(Side side, BelievedEconomy.Quarter earlier, Valuation valuation, List<ScoreCard> scores) {
        List<Long> micro = valuation.micro(side);
        long totalBefore = earlier.tally(side).totalMicro();
        if (known(side) != null) {
            boolean estimated = before.viewer != Viewer.OMNISCIENT;
            double now = escalation[side.ordinal()];
            scores.add(new Cards(rules).card(side, estimated, facts.round(), micro, totalBefore, now));
        }
        long points = Cards.sum(micro);
        return new Tally(totalBefore + points, points);
    }

    /** Returns whether a catch is known, or must be taken, to be no false alarm: what an inspection finds never is one. */
    private boolean isReal(Side side, boolean caught) {
        return caught && (rules.scenario().accusations().exist() || !before.viewer.sees(side) || isShort(side));
    }

    private @Nullable PrivateFacts known(Side side) {
        for (PrivateFacts own : facts.own()) {
            if (own.side() == side) {
                return own;
            }
        }
        return null;
    }

    /** Returns whether a side that is seen falls short of any of its covert clauses. */
    private boolean isShort(Side side) {
        return Shortfall.isAny(rules.mapping(), facts.treaty(), facts.levels(), side, facts.round());
    }
}
