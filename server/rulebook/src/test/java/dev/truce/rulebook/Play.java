package dev.truce.rulebook;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Instruments;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;

/** A match, of the Busan scenario unless said otherwise, played round by round; every round is checked for what must hold always. */
final class Play {
    static final Rules RULES = Rules.of(Scenarios.busan2025R2());
    /** The first ruleset, of which there are figures from another implementation. */
    static final Rules FIRST = Rules.of(Scenarios.busan2025R1());

    private final Rules rules;
    private final MatchSetup setup;
    private final Resolver resolver;
    private final List<RoundReport> reports = new ArrayList<>();
    private MatchState state;

    Play(MatchSetup setup) {
        this(RULES, setup);
    }

    /** A match of another scenario. */
    Play(Rules rules, MatchSetup setup) {
        this.rules = rules;
        this.setup = setup;
        this.resolver = new Resolver(rules);
        this.state = rules.start(setup);
    }

    /** A match of fixed length without chance. */
    static Play noiseFree(int rounds, Integer... summits) {
        return new Play(setup(0, rounds, Conditions.NOISE_FREE, summits));
    }

    /** The same by the first ruleset. */
    static Play first(int rounds, Integer... summits) {
        return new Play(FIRST, setup(0, rounds, Conditions.NOISE_FREE, summits));
    }

    /** The laboratory of the anchors: no chance, no expiry, chips always open, 12 rounds, summits 2, 5 and 9. */
    static Play reference() {
        return reference(RULES);
    }

    static Play reference(Rules rules) {
        return new Play(rules, setup(0, 12, Conditions.REFERENCE, 2, 5, 9));
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
            BySide.pick(instrument.holder(), us, cn).add(new Order(instrument, Integer.parseInt(parts[1])));
        }
        return new JointOrders(Orders.of(us), Orders.of(cn));
    }

    RoundReport round(String orders) {
        return round(orders(orders));
    }

    RoundReport round(JointOrders orders) {
        return round(RoundInputs.of(orders));
    }

    RoundReport round(String orders, Terms signed) {
        return round(RoundInputs.signing(orders(orders), signed));
    }

    RoundReport round(RoundInputs inputs) {
        MatchState before = state;
        Resolution resolution = resolver.resolve(setup, before, inputs);
        Invariants.check(rules, before, resolution);
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

    /** Returns the package of clauses in text such as {@code US.FENT=0 CN.SOY=7}. */
    static Terms terms(int rounds, String bounds) {
        JointOrders levels = orders(bounds);
        List<Pledge> pledges = new ArrayList<>();
        for (Instrument instrument : Instrument.all()) {
            if (levels.level(instrument) != Orders.NONE) {
                pledges.add(new Pledge(instrument, levels.level(instrument)));
            }
        }
        return new Terms.Package(pledges, rounds, false);
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
        return rules.finalScore(setup, state, reports, side);
    }

    /** Orders every instrument of both sides to its level in {@code us} and {@code cn}. */
    static JointOrders postures(Levels us, Levels cn) {
        Instruments has = RULES.scenario().instruments();
        return new JointOrders(Orders.all(has.of(Side.US), us), Orders.all(has.of(Side.CN), cn));
    }
}
