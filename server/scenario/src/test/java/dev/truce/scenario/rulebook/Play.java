package dev.truce.scenario.rulebook;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.round.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;

/** A match of the Busan scenario played round by round; every round is checked for what must hold always. */
final class Play {
    static final Rules RULES = Rules.of(Scenarios.busan2025());

    private final MatchSetup setup;
    private final Resolver resolver = new Resolver(RULES);
    private final List<RoundReport> reports = new ArrayList<>();
    private MatchState state;

    Play(MatchSetup setup) {
        this.setup = setup;
        this.state = RULES.start(setup);
    }

    /** A match of fixed length without chance. */
    static Play noiseFree(int rounds, Integer... summits) {
        return new Play(setup(0, rounds, Conditions.NOISE_FREE, summits));
    }

    /** The laboratory of the anchors: no chance, no expiry, chips always open, 12 rounds, summits 2, 5 and 9. */
    static Play reference() {
        return new Play(setup(0, 12, Conditions.REFERENCE, 2, 5, 9));
    }

    static MatchSetup setup(long seed, int rounds, Conditions conditions, Integer... summits) {
        return new MatchSetup(
                seed, new Horizon.Fixed(rounds), RULES.scenario().calendar().withSummits(List.of(summits)), conditions);
    }

    /** Reads orders such as {@code US.PORT=1 CN.SOY=5}: qualified words and ladder indices. */
    static JointOrders orders(String text) {
        List<Order> us = new ArrayList<>();
        List<Order> cn = new ArrayList<>();
        for (String item : text.isBlank() ? new String[0] : text.trim().split("\\s+")) {
            String[] parts = item.split("=");
            Instrument instrument = Instrument.find(parts[0], Side.US).orElseThrow();
            (instrument.holder() == Side.US ? us : cn).add(new Order(instrument, Integer.parseInt(parts[1])));
        }
        return new JointOrders(Orders.of(us), Orders.of(cn));
    }

    RoundReport round(String orders) {
        return round(orders(orders));
    }

    RoundReport round(JointOrders orders) {
        MatchState before = state;
        Resolution resolution = resolver.resolve(setup, before, orders);
        Invariants.check(before, resolution);
        state = resolution.next();
        reports.add(resolution.report());
        return resolution.report();
    }

    RoundReport hold() {
        return round(JointOrders.HOLD);
    }

    Play holding(int rounds) {
        for (int i = 0; i < rounds; i++) {
            hold();
        }
        return this;
    }

    /**
     * Continues from the state in which an agreement has entered into force at the end of the last round, binding from the
     * next one. Until sides can sign, tests write its clauses into the state, and the calm that comes with them.
     */
    void signed(int rounds, String bounds) {
        int next = state.openRound();
        Treaty old = state.treaty();
        List<Clause> clauses = new ArrayList<>(old.clauses());
        JointOrders levels = orders(bounds);
        for (Instrument instrument : Instrument.all()) {
            int bound = levels.level(instrument);
            if (bound != Orders.NONE) {
                clauses.removeIf(clause -> clause.instrument() == instrument);
                clauses.add(new Clause(instrument, bound, next, state.round() + rounds, old.agreements() + 1));
            }
        }
        Treaty treaty = Treaty.of(clauses, false, old.agreements() + 1);
        boolean summit = setup.calendar().isSummit(state.round());
        double raw = summit && old.bindsAny(next) ? state.tension() / .9 : state.tension();
        raw += base(RULES.depthValues().agreed(treaty, next))
                - base(RULES.depthValues().agreed(old, next));
        state = Records.with(state, "treaty", treaty, "tension", summit ? raw * .9 : raw);
    }

    private static double base(double depth) {
        return depth <= 1 ? .6 - .25 * depth : Math.max(.05, .35 - .30 * (depth - 1));
    }

    /** Continues from another state. */
    void become(MatchState other) {
        state = other;
    }

    MatchSetup setup() {
        return setup;
    }

    MatchState state() {
        return state;
    }

    List<RoundReport> reports() {
        return reports;
    }

    int level(Instrument instrument) {
        return state.levels().get(instrument);
    }

    FinalScore score(Side side) {
        return RULES.finalScore(setup, state, reports, side);
    }

    /** Orders every instrument of both sides to its level in {@code us} and {@code cn}. */
    static JointOrders postures(Levels us, Levels cn) {
        return new JointOrders(Orders.all(Side.US, us), Orders.all(Side.CN, cn));
    }
}
