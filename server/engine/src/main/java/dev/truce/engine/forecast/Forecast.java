package dev.truce.engine.forecast;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.legality.SnapBack;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.redline.RedLineCosts;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.SideReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Cards;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Rounding;
import dev.truce.engine.view.ScoreCard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Previews of drafted orders: the real rules, without chance, played on from the state that the viewer's belief supposes.
 * Knows nothing that the viewer does not, so it may run on the viewer's own machine. Owns a kernel; not thread-safe.
 */
public final class Forecast {
    /** Quarters that a preview looks ahead, the open one included. */
    public static final int QUARTERS = 4;

    private final Rules rules;
    private final Resolver resolver;
    private final Cards cards;
    private final RedLineCosts redLines;
    private final MatchSetup setup;

    /**
     * Creates a forecast for one match.
     *
     * @param rules the compiled scenario
     * @param calendar summits of the match
     */
    public Forecast(Rules rules, Calendar calendar) {
        this.rules = rules;
        this.resolver = new Resolver(rules);
        this.cards = new Cards(rules);
        this.redLines = new RedLineCosts(rules.scenario());
        // Nobody knows the horizon, so a preview ends nowhere; and without chance no seed is ever used.
        this.setup = new MatchSetup(0, new Horizon.Fixed(rules.trucePath().rounds()), calendar, Conditions.NOISE_FREE);
    }

    /** Judges orders of the viewer's side for the open round as the round itself would. */
    public Verdict check(Belief belief, Observation now, Orders draft) {
        List<RequestedOrder> requested =
                draft.list().stream().map(RequestedOrder::of).toList();
        return rules.check(setup, belief.supposedState(now), side(belief), requested);
    }

    /** Previews orders of a round in which nothing is known to be decided or tabled. */
    public Preview of(Belief belief, Observation now, Orders draft, Assumption assumption) {
        return of(belief, now, draft, OpenDecisions.NONE, assumption);
    }

    /**
     * Previews orders.
     *
     * @param belief what the viewer knows; the viewer must have a side
     * @param now the observation that belongs to it
     * @param draft orders of the viewer's side for the open round
     * @param decided what else is done in the open round
     * @param assumption what the other side is assumed to do
     * @throws IllegalArgumentException if an order is not legal, the observation belongs to another round, or the viewer has
     *     no side
     * @throws IllegalStateException if the match is over
     */
    public Preview of(Belief belief, Observation now, Orders draft, OpenDecisions decided, Assumption assumption) {
        if (now.over()) {
            throw new IllegalStateException("the match is over");
        }
        Side own = side(belief);
        MatchState state = belief.supposedState(now);
        Orders reply = ReplyAssumption.of(assumption, rules, setup, state, own, draft);
        JointOrders orders = joint(own, draft, reply);
        Resolution first = resolver.resolve(setup, state, decided.in(RoundInputs.of(orders)));
        Resolution last = first;
        List<Outlook> quarters = new ArrayList<>(List.of(outlook(first)));
        while (quarters.size() < QUARTERS && !last.next().isOver()) {
            MatchState next = unmoved(last, state);
            last = resolver.resolve(setup, next, lasting(next, orders));
            quarters.add(outlook(last));
        }
        SideReport told = first.report().side(own);
        return new Preview(
                assumption,
                reply.list(),
                supposed(now, state),
                quarters,
                broken(now, told),
                !told.brokenClauses().isEmpty() && told.snapBackRight(),
                Rounding.milli(told.severity()),
                told.material(),
                charge(own, told));
    }

    /** Who suspends the agreement and breaks the truce beneath it is charged for that alone. */
    private List<BrokenClause> broken(Observation now, SideReport told) {
        boolean isCharged = told.severity() > 0 && told.decisions().choice() == AccusationChoice.SUSPEND;
        return isCharged
                ? SnapBack.charged(rules.depthValues(), now.treaty(), told.brokenClauses(), now.openRound())
                : told.brokenClauses();
    }

    /** Previews terms in a round in which nothing is known to be decided or tabled. */
    public TermsForecast signing(Belief belief, Observation now, Orders draft, Terms terms) {
        return signing(belief, now, draft, terms, OpenDecisions.NONE, OpenDecisions.NONE);
    }

    /**
     * Previews terms that both sides would sign in the open round. Red lines are taken to stay as they are, as in every preview.
     *
     * @param belief what the viewer knows; the viewer must have a side
     * @param now the observation that belongs to it
     * @param draft orders of the viewer's side for the open round; the other side is taken to hold
     * @param terms what would be signed
     * @param with what else is done in the open round with the terms
     * @param without what else is done in it without them
     * @throws IllegalArgumentException if an order is not legal, the observation belongs to another round, or the viewer has
     *     no side
     * @throws IllegalStateException if the match is over
     */
    public TermsForecast signing(
            Belief belief, Observation now, Orders draft, Terms terms, OpenDecisions with, OpenDecisions without) {
        if (now.over()) {
            throw new IllegalStateException("the match is over");
        }
        Side own = side(belief);
        MatchState state = belief.supposedState(now);
        JointOrders orders = joint(own, draft, Orders.HOLD);
        Resolution signed = resolver.resolve(setup, state, with.in(RoundInputs.signing(orders, terms)));
        Resolution unsigned = resolver.resolve(setup, state, without.in(RoundInputs.of(orders)));
        List<Order> cheats =
                new UnseenShortfall(rules).of(signed.next(), own.other()).list();
        List<Order> takesBack = unasked(unmoved(signed, state), own).list();
        return new TermsForecast(
                signed.report().ratification(),
                signed.next().treaty(),
                cheats,
                ahead(state, signed, Forecast::duties),
                cheats.isEmpty() ? null : ahead(state, signed, next -> cheated(next, own)),
                ahead(state, unsigned, next -> JointOrders.HOLD),
                takesBack,
                takesBack.isEmpty() ? null : ahead(state, signed, next -> takenBack(next, own)),
                draft.isHold() ? null : ahead(state, held(state, without), next -> JointOrders.HOLD));
    }

    private Resolution held(MatchState state, OpenDecisions decided) {
        return resolver.resolve(setup, state, decided.in(RoundInputs.of(JointOrders.HOLD)));
    }

    /** The first and the fourth quarter after a resolved round; the last one that there is if the match ends before. */
    private TermsForecast.Future ahead(MatchState now, Resolution open, Function<MatchState, JointOrders> course) {
        Resolution last = open;
        Outlook first = outlook(open);
        for (int quarter = 1; quarter <= QUARTERS && !last.next().isOver(); quarter++) {
            MatchState next = unmoved(last, now);
            last = resolver.resolve(setup, next, course.apply(next));
            first = quarter == 1 ? outlook(last) : first;
        }
        return new TermsForecast.Future(first, outlook(last));
    }

    /** Both keep their clauses, and a side takes back what no clause asks for. */
    private JointOrders takenBack(MatchState state, Side own) {
        JointOrders duties = duties(state);
        Orders unasked = unasked(state, own);
        List<Order> orders = new ArrayList<>(unasked.list());
        for (Order order : duties.of(own).list()) {
            if (!unasked.has(order.instrument())) {
                orders.add(order);
            }
        }
        return joint(own, Orders.of(orders), duties.of(own.other()));
    }

    /** Returns the orders that end what costs a side a red line in the open round though no clause asks for it; none if they are not legal. */
    private Orders unasked(MatchState state, Side side) {
        List<Order> orders = new ArrayList<>();
        for (Instrument line : state.redLines().of(side)) {
            int kept = rules.scenario().keptLevel(line, state.treaty(), state.openRound());
            if (redLines.points(line, state.levels().get(line)) < redLines.points(line, kept)) {
                orders.add(new Order(line, kept));
            }
        }
        Orders unasked = Orders.of(orders);
        return rules.isLegal(setup, state, side, unasked) ? unasked : Orders.HOLD;
    }

    /** The side keeps its clauses, the other one its public clauses only. */
    private JointOrders cheated(MatchState state, Side own) {
        JointOrders duties = duties(state);
        Side other = own.other();
        Orders cheats = new UnseenShortfall(rules).of(state, other);
        List<Order> orders = new ArrayList<>(cheats.list());
        for (Order order : duties.of(other).list()) {
            if (!cheats.has(order.instrument())) {
                orders.add(order);
            }
        }
        return joint(own, duties.of(own), Orders.of(orders));
    }

    /**
     * What of the orders of the first round is ordered again, so that nobody changes his mind: where an instrument without an order
     * goes back to its clause, an order that breaks the clause. Elsewhere levels stay where they are by themselves.
     */
    private JointOrders lasting(MatchState state, JointOrders first) {
        if (!rules.scenario().agreements().complyByDefault()) {
            return JointOrders.HOLD;
        }
        return new JointOrders(lasting(state, Side.US, first.us()), lasting(state, Side.CN, first.cn()));
    }

    private Orders lasting(MatchState state, Side side, Orders first) {
        List<Order> orders = new ArrayList<>();
        for (Order order : first.list()) {
            Clause clause = state.treaty().binding(order.instrument(), state.openRound());
            if (clause != null && clause.isBrokenBy(order.level())) {
                orders.add(order);
            }
        }
        Orders again = Orders.of(orders);
        return rules.isLegal(setup, state, side, again) ? again : Orders.HOLD;
    }

    /** Nobody can foresee what a political date does to red lines, so a preview leaves them as they are known. */
    private static MatchState unmoved(Resolution last, MatchState now) {
        return last.next().withRedLines(now.redLines());
    }

    /** What both sides must order to keep their clauses in the next round, and nothing else. */
    private static JointOrders duties(MatchState state) {
        List<Order> us = new ArrayList<>();
        List<Order> cn = new ArrayList<>();
        for (Instrument instrument : Instrument.all()) {
            Clause clause = state.treaty().binding(instrument, state.round() + 1);
            if (clause != null && clause.isBrokenBy(state.levels().get(instrument))) {
                BySide.pick(instrument.holder(), us, cn).add(new Order(instrument, clause.bound()));
            }
        }
        return new JointOrders(Orders.of(us), Orders.of(cn));
    }

    private static Side side(Belief belief) {
        return switch (belief.viewer()) {
            case US -> Side.US;
            case CN -> Side.CN;
            case PUBLIC, OMNISCIENT ->
                throw new IllegalArgumentException(belief.viewer() + " has no orders to preview");
        };
    }

    private static JointOrders joint(Side own, Orders draft, Orders reply) {
        return BySide.pick(own, new JointOrders(draft, reply), new JointOrders(reply, draft));
    }

    private static List<Order> supposed(Observation now, MatchState state) {
        List<Order> supposed = new ArrayList<>();
        for (Instrument instrument : Instrument.all()) {
            if (now.levels().get(instrument) == Levels.UNSEEN) {
                supposed.add(new Order(instrument, state.levels().get(instrument)));
            }
        }
        return supposed;
    }

    private Outlook outlook(Resolution resolution) {
        return new Outlook(
                resolution.report().round(),
                cards.figures(
                        true,
                        resolution.report().after(),
                        resolution.report().economy(),
                        Rounding.tenthsOfHalves(resolution.next().tension())),
                card(resolution, Side.US),
                card(resolution, Side.CN));
    }

    private ScoreCard card(Resolution resolution, Side side) {
        return cards.card(true, resolution.report(), resolution.next(), side);
    }

    private int charge(Side own, SideReport told) {
        double points = told.points().of(Component.BREACH);
        return Rounding.milli(rules.scenario().anchors().worth(own, points));
    }
}
