package dev.truce.engine.indicator;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.economy.Region;
import dev.truce.engine.economy.Sector;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.redaction.Basis;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.redaction.Valuation;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes the indicators of a match, round by round. It takes any viewer's views and reads of them only what everybody may
 * know ({@link RoundView#publicPart}), so all viewers get the same figures and no secret shows in any of them. One for a
 * match; not thread-safe.
 */
public final class IndicatorBoard {
    private static final double DEEPER = .05;

    private final Rules rules;
    private final Economy economy;
    private final QuarterPolicy policy = new QuarterPolicy();
    private final double importsAtStart;
    private final double soyaAtStart;
    private final double[][] approval = new double[2][Constituency.values().length];
    private final double[] equities = {MarketRules.EQUITIES_START, MarketRules.EQUITIES_START};
    private final double[] income = new double[2];
    private Belief belief;
    private double escalation;
    private double soya = MarketRules.SOYA_START;
    private Reaction reaction;
    private TreatyChange changeBefore = TreatyChange.NONE;
    private Indicators latest;

    /**
     * Begins with what was published when the truce came into force.
     *
     * @param rules the compiled scenario
     * @param calendar summits of the match
     */
    public IndicatorBoard(Rules rules, Calendar calendar) {
        this.rules = rules;
        economy = new Economy(rules.scenario().economy());
        belief = Belief.start(rules, calendar, Viewer.PUBLIC);
        Basis start = Basis.onTrucePath(rules, 1);
        var unused = Valuation.of(rules, start, economy);
        importsAtStart = economy.goodsImports(Region.US, Region.CN);
        soyaAtStart = start.covert().soyMmt();
        for (Side side : Side.values()) {
            income[side.ordinal()] = economy.realIncome(region(side));
            for (int i = 0; i < approval[0].length; i++) {
                approval[side.ordinal()][i] =
                        BySide.pick(side, MarketRules.US_APPROVAL_START, MarketRules.CN_APPROVAL_START);
            }
        }
        reaction = atTheStart(rules);
        latest = publish(0, start);
    }

    /** An agreement that is in force at the start was news in the quarter before: its figures were published, or missed. */
    private static Reaction atTheStart(Rules rules) {
        if (rules.scenario().truce().isEmpty()) {
            return Reaction.NONE;
        }
        return rules.scenario().truceCommunique() ? Reaction.FIGURES_PUBLISHED : Reaction.NO_DETAILS;
    }

    /** Returns what soya futures were before the markets took the agreement that is in force at the start, cents a bushel. */
    public int soyaCentsBefore() {
        return whole(MarketRules.SOYA_START / (1 + MarketRules.soya(atTheStart(rules))));
    }

    /** Returns the number of the last round that was absorbed; 0 at the start. */
    public int round() {
        return belief.round();
    }

    public Indicators latest() {
        return latest;
    }

    /** How markets took what happened to agreements in the last round. */
    public Reaction reaction() {
        return reaction;
    }

    /**
     * Absorbs the next round and publishes its indicators.
     *
     * @param view any viewer's view
     * @throws IllegalArgumentException if it is not of the next round
     */
    public Indicators absorb(RoundView view) {
        RoundView facts = view.publicPart();
        Basis basis = belief.basis(facts);
        belief = belief.absorb(facts);
        Valuation valuation = Valuation.of(rules, basis, economy);
        reaction = reaction(facts);
        changeBefore = facts.change();
        double now = (facts.us().publicEscalationMilli() + facts.cn().publicEscalationMilli()) / 1e3;
        for (Side side : Side.values()) {
            int s = side.ordinal();
            double earned = economy.realIncome(region(side));
            equities[s] = MarketRules.equities(equities[s], now - escalation, earned - income[s], reaction);
            income[s] = earned;
            poll(side, facts.round(), basis, valuation.points(side));
        }
        shock(facts.events());
        escalation = now;
        soya = MarketRules.soya(soya, basis.covert().soyMmt(), soyaAtStart, duty(basis) - duty(), reaction);
        latest = publish(facts.round(), basis);
        return latest;
    }

    private void shock(List<RoundEvent> events) {
        if (events.contains(RoundEvent.MARKET_PANIC)) {
            for (int s = 0; s < equities.length; s++) {
                equities[s] *= 1 + MarketRules.PANIC;
            }
        }
        if (events.contains(RoundEvent.HARVEST_FAILURE)) {
            soya *= 1 + MarketRules.HARVEST_FAILURE;
        }
    }

    private Indicators publish(int round, Basis basis) {
        Levels levels = basis.inEffect();
        rules.mapping().apply(levels, basis.covert(), policy);
        List<SectorTrade> sectors = new ArrayList<>();
        for (Sector sector : Sector.values()) {
            if (sector.isGoods()) {
                sectors.add(new SectorTrade(
                        sector,
                        whole(1e3 * economy.flow(Region.US, Region.CN, sector)),
                        whole(1e3 * economy.flow(Region.CN, Region.US, sector))));
            }
        }
        double fees = rules.mapping().usPortSteps(levels) + rules.mapping().cnPortSteps(levels);
        return new Indicators(
                round,
                whole(soya),
                whole(equities[0]),
                whole(equities[1]),
                whole(MarketRules.dysprosium(economy.reeAvailability())),
                whole(MarketRules.freight(economy.goodsImports(Region.US, Region.CN) / importsAtStart, fees)),
                rules.displayedTariffBasisPoints(levels),
                whole(1e4 * policy.usWedge()),
                whole(1e4 * policy.cnWedge()),
                sectors,
                percent(Side.US),
                percent(Side.CN));
    }

    private List<Integer> percent(Side side) {
        List<Integer> percent = new ArrayList<>();
        for (double share : approval[side.ordinal()]) {
            percent.add(whole(share));
        }
        return percent;
    }

    private void poll(Side side, int round, Basis basis, Points points) {
        Points held = rules.trucePath().points(round, side);
        double start = BySide.pick(side, MarketRules.US_APPROVAL_START, MarketRules.CN_APPROVAL_START);
        for (Constituency constituency : Constituency.values()) {
            double sum = 0;
            for (Component component : concerns(constituency)) {
                sum += points.of(component) - held.of(component);
            }
            double target = start + MarketRules.APPROVAL_PER_POINT * sum;
            if (side == Side.CN && constituency == Constituency.FARMERS) {
                target += cnFarmers(basis);
            }
            double[] own = approval[side.ordinal()];
            own[constituency.ordinal()] = MarketRules.approval(own[constituency.ordinal()], target);
        }
    }

    private static List<Component> concerns(Constituency constituency) {
        return switch (constituency) {
            case FARMERS -> List.of(Component.FARM);
            case CONSUMERS -> List.of(Component.INCOME, Component.PRICES);
            case INDUSTRY -> List.of(Component.INDUSTRY, Component.TECHNOLOGY, Component.CHOKEPOINT);
            case SECURITY -> List.of(Component.FENTANYL, Component.HUMILIATION, Component.FIRMNESS);
        };
    }

    private double cnFarmers(Basis basis) {
        PolicyMapping mapping = rules.mapping();
        double tariff = mapping.value(basis.inEffect(), Instrument.CN_AGRI_TARIFF)
                - mapping.value(rules.scenario().startLevels(), Instrument.CN_AGRI_TARIFF);
        return MarketRules.CN_FARMERS_PER_TARIFF_POINT * tariff
                - MarketRules.CN_FARMERS_PER_MMT * (basis.covert().soyMmt() - soyaAtStart);
    }

    private double duty(Basis basis) {
        return duty(basis.inEffect());
    }

    private double duty() {
        return duty(rules.scenario().startLevels());
    }

    private double duty(Levels levels) {
        return rules.mapping().value(levels, Instrument.CN_RECIPROCAL_TARIFF)
                + rules.mapping().value(levels, Instrument.CN_AGRI_TARIFF);
    }

    /** Details are concrete if the agreement says in figures that more soya will be bought, or is deeper than before. */
    private Reaction reaction(RoundView facts) {
        if (facts.change() == TreatyChange.ENTERED_INTO_FORCE) {
            int next = facts.round() + 1;
            boolean soyaFigure = notches(facts.next(), next) > notches(facts.treaty(), facts.round());
            boolean deeper = rules.depthValues().agreed(facts.next(), next)
                    > rules.depthValues().agreed(facts.treaty(), facts.round()) + DEEPER;
            if (facts.next().isCommunique() && (soyaFigure || deeper)) {
                return Reaction.FIGURES_PUBLISHED;
            }
            return soyaFigure || deeper ? Reaction.FIGURES_IN_PRIVATE : Reaction.NO_DETAILS;
        }
        // What a breach ends in one round is listed as expired in the next.
        boolean runsOut = !facts.ranOut().isEmpty() && !changeBefore.isEnd();
        return facts.change().isEnd() || runsOut ? Reaction.ENDED : Reaction.NONE;
    }

    private double notches(Treaty treaty, int round) {
        Clause clause = treaty.binding(Instrument.CN_SOY_PURCHASES, round);
        return clause == null ? 0 : Covert.soyNotch(rules.mapping().value(Instrument.CN_SOY_PURCHASES, clause.bound()));
    }

    private static Region region(Side side) {
        return BySide.pick(side, Region.US, Region.CN);
    }

    private static int whole(double x) {
        return (int) (x < 0 ? x - .5 : x + .5);
    }
}
