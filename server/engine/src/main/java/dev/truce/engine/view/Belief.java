package dev.truce.engine.view;

import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.board.Instrument;
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
import dev.truce.engine.payoff.Points;
import dev.truce.engine.payoff.Quarter;
import dev.truce.engine.payoff.Readings;
import dev.truce.engine.payoff.Standing;
import dev.truce.engine.round.BrokenClause;
import dev.truce.engine.round.EconomyReport;
import dev.truce.engine.round.LevelChange;
import dev.truce.engine.round.RoundEvent;
import dev.truce.engine.round.Rules;
import dev.truce.engine.round.TreatyChange;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.SideState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model of the match that a viewer can build from what it was told, and nothing else: public levels, its own covert ones,
 * signals, events, the treaty. Immutable; threads may share it.
 *
 * <p>It runs an economy of its own under the levels as the viewer knows or estimates them. All figures and score cards that
 * a seat gets come from here, so they cannot tell more about the other side's covert levels than the signals do, whatever a
 * reader computes from them. The server folds it round by round; a client that holds the same views gets the same belief.
 */
public final class Belief {
    private final Rules rules;
    private final Calendar calendar;
    private final Viewer viewer;
    private final int round;
    private final EconomyState economy;
    private final double tension;
    private final double technology;
    private final Covert covert;
    private final Recollection recollection;
    private final boolean courtHasRuled;
    private final int shallowRounds;
    private final Half us;
    private final Half cn;
    private final @Nullable Figures figures;
    private final List<ScoreCard> scores;

    private Belief(Rules rules, Calendar calendar, Viewer viewer) {
        this.rules = rules;
        this.calendar = calendar;
        this.viewer = viewer;
        round = 0;
        economy = rules.startEconomy();
        tension = Tension.START;
        technology = 0;
        covert = rules.mapping().covert(rules.scenario().startLevels());
        recollection = Recollection.start(rules);
        courtHasRuled = false;
        shallowRounds = 0;
        us = Half.start(rules);
        cn = Half.start(rules);
        figures = null;
        scores = List.of();
    }

    private Belief(Fold fold) {
        Belief before = fold.before;
        rules = before.rules;
        calendar = before.calendar;
        viewer = before.viewer;
        round = fold.facts.round();
        economy = fold.economyAfter;
        tension = fold.tension;
        technology = fold.technology;
        covert = fold.covert;
        recollection = before.recollection.after(rules, fold.facts);
        courtHasRuled = before.courtHasRuled || fold.facts.events().contains(RoundEvent.COURT_RULING);
        shallowRounds = fold.shallowRounds;
        us = fold.us;
        cn = fold.cn;
        figures = fold.figures;
        scores = List.copyOf(fold.scores);
    }

    /**
     * Returns what a viewer knows before round 1: the scenario.
     *
     * @param rules the compiled scenario
     * @param calendar summits of the match
     * @param viewer who looks
     */
    public static Belief start(Rules rules, Calendar calendar, Viewer viewer) {
        return new Belief(rules, calendar, viewer);
    }

    /**
     * Returns the belief after one more round. Only facts are read, never figures or scores.
     *
     * @param facts the viewer's view of the next round
     * @throws IllegalArgumentException if the view was made for another viewer or is not of the next round
     */
    public Belief absorb(RoundView facts) {
        return absorb(facts, new Economy(rules.scenario().economy()));
    }

    /** The same on a kernel that the caller keeps. */
    Belief absorb(RoundView facts, Economy kernel) {
        if (facts.viewer() != viewer || facts.round() != round + 1) {
            throw new IllegalArgumentException("view of round " + facts.round() + " for " + facts.viewer()
                    + "; expected round " + (round + 1) + " for " + viewer);
        }
        return new Belief(new Fold(this, facts, kernel));
    }

    /** Returns who looks. */
    public Viewer viewer() {
        return viewer;
    }

    /** Returns how many rounds have been absorbed. */
    public int round() {
        return round;
    }

    /** Returns the figures of the last round as this belief has them, or null before round 1. */
    public @Nullable Figures figures() {
        return figures;
    }

    /** Returns the score cards of the last round for the sides that the viewer sees; empty before round 1. */
    public List<ScoreCard> scores() {
        return scores;
    }

    /** Returns the reputation that everybody sees: every catch is treated as real. */
    public double shownReputation(Side side) {
        return half(side).ledger;
    }

    /** Returns the tension in tenths; rounded to halves for viewers who do not see everything. */
    public int tensionTenths() {
        return viewer == Viewer.OMNISCIENT ? Rounding.units(tension * 10) : Rounding.tenthsOfHalves(tension);
    }

    /**
     * Returns the level at which an instrument most likely stands: itself where it is seen, else the nearest to the mean of
     * the last readings; the start level before there is any.
     */
    public int likelyLevel(Observation now, Instrument instrument) {
        int level = now.levels().get(instrument);
        if (level != Levels.UNSEEN) {
            return level;
        }
        return viewer == Viewer.PUBLIC
                ? CovertEstimate.promised(rules, now.treaty(), instrument, now.openRound())
                : recollection.level(rules.mapping(), instrument);
    }

    /**
     * Returns the state that the match has as far as the viewer can tell, for previews: unseen levels are likely levels,
     * the economy and the tension are this belief's, unseen private types are 1.
     *
     * @param now the observation that belongs to this belief
     * @throws IllegalArgumentException if it belongs to another round or viewer
     */
    public MatchState supposedState(Observation now) {
        if (now.viewer() != viewer || now.openRound() != round + 1) {
            throw new IllegalArgumentException("observation of round " + now.openRound() + " for " + now.viewer()
                    + "; expected round " + (round + 1) + " for " + viewer);
        }
        Levels levels = now.levels();
        for (Instrument instrument : Instrument.all()) {
            levels = levels.with(instrument, likelyLevel(now, instrument));
        }
        return new MatchState(
                round,
                levels,
                now.treaty(),
                now.investigationRounds(),
                now.courtRoundsLeft(),
                courtHasRuled,
                tension,
                technology,
                covert.soyNotch(),
                shallowRounds,
                economy,
                us.state(),
                cn.state(),
                null);
    }

    private Half half(Side side) {
        return side == Side.US ? us : cn;
    }

    /**
     * What is believed about a side.
     *
     * @param reputation as the viewer knows it: own false alarms are known to be such
     * @param ledger as everybody is shown it: every catch is real
     */
    private record Half(
            double type,
            double reputation,
            double ledger,
            double escalation,
            double publicEscalation,
            boolean caught,
            boolean unjustifiedBreach,
            int streak,
            long totalMicro,
            long lastMicro,
            int breaches,
            int catches) {

        static Half start(Rules rules) {
            double reputation = rules.scenario().knobs().reputationStart();
            return new Half(1, reputation, reputation, 0, 0, false, false, 0, 0, 0, 0, 0);
        }

        SideState state() {
            return new SideState(
                    type,
                    reputation,
                    escalation,
                    publicEscalation,
                    caught,
                    unjustifiedBreach,
                    streak,
                    totalMicro / 1e6,
                    lastMicro / 1e6,
                    breaches,
                    catches);
        }
    }

    /** One round's work: the phases of a resolution that a viewer can follow, on its own numbers. */
    private static final class Fold {
        final Belief before;
        final RoundView facts;
        final Covert covert;
        final EconomyState economyAfter;
        final double technology;
        final double tension;
        final int shallowRounds;
        final Half us;
        final Half cn;
        final Figures figures;
        final List<ScoreCard> scores = new ArrayList<>();

        private final Rules rules;
        private final Economy kernel;
        private final Levels graced;
        private final double[] escalation = new double[2];
        private final double[] publicEscalation = new double[2];
        private final double[] lost = new double[2];
        private final Quarter quarter;

        Fold(Belief before, RoundView facts, Economy kernel) {
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
                // What legality or the court moved afterwards counts as it then stood.
                if (levels.get(fallback.instrument()) == fallback.to()) {
                    levels = levels.with(fallback.instrument(), fallback.from());
                }
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

        private Half settle(Side side) {
            Half own = before.half(side);
            Half other = before.half(side.other());
            SideFacts told = facts.side(side);
            int s = side.ordinal();
            boolean unjustified = !told.brokenClauses().isEmpty() && !told.snapBackRight();
            double severity = unjustified ? rules.charges().severity(lost[s]) : 0;
            boolean caught = told.caughtOn() != null;
            boolean real = caught && (!before.viewer.sees(side) || isShort(side));
            int streak = Payoff.streak(own.streak, escalation[s], other.escalation);
            double type = 1;
            long points = 0;
            for (PrivateFacts known : facts.own()) {
                if (known.side() == side) {
                    type = known.typeMicro() / 1e6;
                    points = score(known, type, streak, severity, real);
                }
            }
            boolean communique = facts.treaty().isCommunique();
            return new Half(
                    type,
                    rules.charges().reputationAfter(own.reputation, severity, real, communique),
                    rules.charges().reputationAfter(own.ledger, severity, caught, communique),
                    escalation[s],
                    publicEscalation[s],
                    caught,
                    unjustified,
                    streak,
                    own.totalMicro + points,
                    points,
                    own.breaches + (unjustified ? 1 : 0),
                    own.catches + (real ? 1 : 0));
        }

        private long score(PrivateFacts known, double type, int streak, double severity, boolean reallyCaught) {
            Side side = known.side();
            Half own = before.half(side);
            Half other = before.half(side.other());
            Points points = rules.payoff()
                    .points(
                            side,
                            quarter,
                            new Standing(
                                    Readings.of(kernel, side),
                                    rules.trucePath().readings(facts.round(), side),
                                    type,
                                    escalation[side.ordinal()],
                                    other.escalation,
                                    streak,
                                    rules.escalation().choke(side, facts.levels()),
                                    own.reputation,
                                    other.reputation,
                                    severity,
                                    reallyCaught,
                                    0));
            List<Long> micro = Cards.micro(points, known.chanceMicro());
            boolean estimated = before.viewer != Viewer.OMNISCIENT;
            scores.add(new Cards(rules)
                    .card(side, estimated, facts.round(), micro, own.totalMicro, escalation[side.ordinal()]));
            return Cards.sum(micro);
        }

        /** Returns whether a side that is seen falls short of any of its covert clauses. */
        private boolean isShort(Side side) {
            return Shortfall.isAny(rules.mapping(), facts.treaty(), facts.levels(), side, facts.round());
        }
    }
}
