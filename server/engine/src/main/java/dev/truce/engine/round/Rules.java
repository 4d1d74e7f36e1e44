package dev.truce.engine.round;

import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Layers;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Escalation;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.conduct.Tension;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.economy.Kernels;
import dev.truce.engine.legality.Legality;
import dev.truce.engine.legality.OrderCheck;
import dev.truce.engine.legality.SnapBack;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.payoff.Charges;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Payoff;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.redline.RedLineCosts;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.tables.HorizonDraw;
import dev.truce.engine.tables.Shocks;
import dev.truce.engine.tables.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A scenario compiled for play. Immutable; threads may share it. */
public final class Rules {
    private final Tables tables;
    private final Legality legality;
    private final TrucePath trucePath;
    /** By its type; only looked up. */
    private final Map<Class<?>, Object> derived = new HashMap<>();

    private Rules(Tables tables) {
        this.tables = tables;
        this.legality = new Legality(tables);
        this.trucePath = TrucePath.of(tables, tables.scenario.calendar());
    }

    /**
     * Compiles a scenario. Takes about a hundred quarters of the economy, so do it once.
     *
     * @throws IllegalArgumentException if the scenario cannot be played: a named ladder has not the levels that the rules
     *     know, or a policy of its start path is out of range
     */
    public static Rules of(Scenario scenario) {
        return new Rules(new Tables(scenario));
    }

    /** Returns the scenario. */
    public Scenario scenario() {
        return tables.scenario;
    }

    /** Returns kernels of the scenario's economy. */
    public Kernels kernels() {
        return tables.kernels;
    }

    /** Returns the setup of an ordinary match: the scenario's horizon and calendar, with chance and expiry. */
    public MatchSetup setup(long seed) {
        return setup(seed, 0);
    }

    /**
     * Returns the setup of an ordinary match of so many rounds.
     *
     * @param rounds 1 to 64, which everybody knows; 0 for the scenario's horizon
     */
    public MatchSetup setup(long seed, int rounds) {
        Scenario scenario = tables.scenario;
        return new MatchSetup(seed, scenario.horizon(rounds), scenario.calendar(), Conditions.PLAY);
    }

    /** Returns the state before round 1. */
    public MatchState start(MatchSetup setup) {
        return Start.of(tables, setup);
    }

    /** Returns the last round of a match, drawn from its seed if its horizon is hidden; a secret of the host. */
    public int lastRound(MatchSetup setup) {
        return HorizonDraw.last(setup);
    }

    /**
     * Judges the orders of a side for the open round, as a whole.
     *
     * @return accepted with the orders, or the first refusal in order of precedence from {@link RefusalCode#TOO_MANY_ORDERS}
     *     to {@link RefusalCode#CONFLICTING_ORDERS}; {@link RefusalCode#WRONG_PHASE} if the match is over
     */
    public Verdict check(MatchSetup setup, MatchState state, Side side, List<RequestedOrder> requested) {
        return check(setup, state, side, tables.scenario.instruments().of(side), requested);
    }

    /**
     * Judges the orders of one seat for the open round, as a whole.
     *
     * @param held the instruments of the side that the seat decides
     * @return as for a whole side; {@link RefusalCode#NOT_YOUR_INSTRUMENT} also for what another seat decides
     */
    public Verdict check(
            MatchSetup setup, MatchState state, Side side, List<Instrument> held, List<RequestedOrder> requested) {
        if (state.isOver()) {
            return new Verdict.Rejected(
                    Refusal.of(RefusalCode.WRONG_PHASE, "round").because("refused.ended", state.round()));
        }
        return new OrderCheck(tables.scenario, legality, setup, state, side, held, requested).verdict();
    }

    /** Returns whether all orders of a side are legal in the open round; {@link #check} says why not. */
    public boolean isLegal(MatchSetup setup, MatchState state, Side side, Orders orders) {
        return !state.isOver() && legality.firstIllegal(setup, state, side, orders) == null;
    }

    /**
     * Returns what a side may order in the open round, instrument by instrument. A 301 tariff is listed as it is when
     * neither the same orders nor a clause that they leave alone pause the investigation.
     */
    public List<LegalLevels> legal(MatchSetup setup, MatchState state, Side side) {
        return legality.legal(setup, state, side);
    }

    /** Returns whether a side may suspend clauses in the open round without breach. */
    public boolean snapBackRight(MatchState state, Side side) {
        return SnapBack.isRightOf(side, state, tables.knobs.justifiedLead());
    }

    /** The path on which both sides hold the truce, with the scenario's summits. */
    public TrucePath trucePath() {
        return trucePath;
    }

    /**
     * Returns the true result of a side.
     *
     * @param setup setup of the match
     * @param over state after its last round
     * @param reports reports of all its rounds, in order
     * @param side whose
     * @throws IllegalStateException if the match is not over
     */
    public FinalScore finalScore(MatchSetup setup, MatchState over, List<RoundReport> reports, Side side) {
        if (!over.isOver()) {
            throw new IllegalStateException("round " + over.openRound() + " is still open");
        }
        return FinalScores.of(tables, trucePath(setup), over, reports, side);
    }

    /**
     * Returns the true score that a side would have if the match ended as it stands: after the last round its final score.
     *
     * @param state a state after at least one round
     */
    public double scoreSoFar(MatchState state, Side side) {
        return tables.scenario.anchors().score(side, FinalScores.mean(tables, state, side));
    }

    /** Returns the true points of a side so far; after the last round with its end value, so that its {@link FinalScore} is made from them. */
    public double pointsSoFar(MatchState state, Side side) {
        double points = state.side(side).pointsTotal();
        return state.isOver() ? points + FinalScores.terminal(tables, state, side) : points;
    }

    /**
     * Plays a match to its end and returns each side's mean points a round, end value included.
     *
     * @param inputs what both sides do in the round that a state opens
     */
    public BySide<Double> means(MatchSetup setup, Function<MatchState, RoundInputs> inputs) {
        Resolver resolver = new Resolver(this);
        MatchState state = start(setup);
        while (!state.isOver()) {
            state = resolver.resolve(setup, state, inputs.apply(state)).next();
        }
        MatchState over = state;
        return BySide.each(side -> FinalScores.mean(tables, over, side));
    }

    /**
     * Returns what holding the truce gives a side in as many rounds, sums by component, with the summits of a match.
     *
     * @param rounds 0..64
     */
    public Points trucePoints(MatchSetup setup, int rounds, Side side) {
        return trucePath(setup).sum(rounds, side);
    }

    private TrucePath trucePath(MatchSetup setup) {
        return setup.calendar().summits().equals(tables.scenario.calendar().summits())
                ? trucePath
                : TrucePath.of(tables, setup.calendar());
    }

    /** Returns the mapping of levels to the economy's policy. */
    public PolicyMapping mapping() {
        return tables.mapping;
    }

    /** Returns how tension moves. */
    public Tension tension() {
        return tables.tension;
    }

    /** Returns the measure of escalation. */
    public Escalation escalation() {
        return tables.escalation;
    }

    /** Returns what clauses are worth. */
    public DepthValues depthValues() {
        return tables.depth;
    }

    /** Returns how what is signed enters into a treaty. */
    public Layers layers() {
        return tables.layers;
    }

    /** Returns the payoff, for the truth and for estimates of it. */
    public Payoff payoff() {
        return tables.payoff;
    }

    /** Returns the headline US tariff that levels amount to, basis points: what nobody moves plus the two layers of 2025. */
    public int displayedTariffBasisPoints(Levels levels) {
        // Half a basis point is added, so that the cast rounds.
        return 100 * tables.scenario.headlineBase() + (int) (100 * tables.scenario.headlineLayers(levels) + .5);
    }

    /** Returns what red lines cost their owner. */
    public RedLineCosts redLineCosts() {
        return tables.redLines;
    }

    /** Returns what breaking one's word costs. */
    public Charges charges() {
        return tables.charges;
    }

    /**
     * Returns what is worked out of these rules alone: once, when it is first asked for. Other threads that ask meanwhile wait for it.
     *
     * @param type names it
     * @param maker works it out; it may ask for others
     */
    public <T> T derived(Class<T> type, Function<Rules, T> maker) {
        synchronized (derived) {
            T known = type.cast(derived.get(type));
            if (known == null) {
                known = maker.apply(this);
                derived.put(type, known);
            }
            return known;
        }
    }

    /** Returns the economy in which every match begins. */
    public EconomyState startEconomy() {
        return tables.startEconomy;
    }

    /** Returns the economy as a technology event leaves it before the quarter; other events leave it as it is. */
    public EconomyState afterEvent(EconomyState economy, RoundEvent event) {
        return tables.afterEvent(economy, event);
    }

    /** Returns what shock cards change. */
    public Shocks shocks() {
        return tables.shocks;
    }

    Tables tables() {
        return tables;
    }

    Legality legality() {
        return legality;
    }
}
