package dev.truce.rulebook.view;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A match on the shipped scenario with everybody looking on. */
final class Play {
    static final Rules RULES = Rules.of(Scenarios.busan2025R2());
    static final Rules THIRD = Rules.of(Scenarios.busan2025());

    final Rules rules;
    final MatchSetup setup;
    private final Map<Viewer, Redaction> redactions = new EnumMap<>(Viewer.class);
    private final Map<Viewer, List<RoundView>> views = new EnumMap<>(Viewer.class);
    final List<RoundReport> reports = new ArrayList<>();
    MatchState state;

    private final Resolver resolver;

    Play(MatchSetup setup) {
        this(setup, RULES.start(setup));
    }

    Play(MatchSetup setup, MatchState start) {
        this(RULES, setup, start);
    }

    private Play(Rules rules, MatchSetup setup, MatchState start) {
        this.rules = rules;
        this.setup = setup;
        this.state = start;
        resolver = new Resolver(rules);
        for (Viewer viewer : Viewer.values()) {
            redactions.put(viewer, new Redaction(rules, setup, viewer));
            views.put(viewer, new ArrayList<>());
        }
    }

    static Play of(long seed) {
        return of(RULES, seed);
    }

    static Play of(Rules rules, long seed) {
        MatchSetup setup = rules.setup(seed);
        return new Play(rules, setup, rules.start(setup));
    }

    void round(JointOrders orders) {
        round(RoundInputs.of(orders));
    }

    void round(RoundInputs inputs) {
        Resolution resolution = resolver.resolve(setup, state, inputs);
        state = resolution.next();
        reports.add(resolution.report());
        redactions.forEach((viewer, redaction) -> views(viewer).add(redaction.view(resolution.report(), state)));
    }

    Redaction redaction(Viewer viewer) {
        return Objects.requireNonNull(redactions.get(viewer));
    }

    List<RoundView> views(Viewer viewer) {
        return Objects.requireNonNull(views.get(viewer));
    }

    Observation observe(Viewer viewer) {
        return redaction(viewer).observe(state);
    }

    RoundView last(Viewer viewer) {
        List<RoundView> all = views(viewer);
        return all.get(all.size() - 1);
    }

    /**
     * Plays rounds in which both sides order at random and now and then sign something or give notice, so that treaties of
     * all depths come up.
     */
    static Play random(long seed, int rounds) {
        return random(RULES, seed, rounds);
    }

    /** The same by other rules; where sides can accuse and table own texts, they do that at random too. */
    static Play random(Rules rules, long seed, int rounds) {
        MatchSetup setup = rules.setup(seed);
        Play play = new Play(rules, setup, rules.start(setup));
        SplitMix64 random = new SplitMix64(~seed);
        for (int i = 0; i < rounds && !play.state.isOver(); i++) {
            play.round(play.randomInputs(random));
        }
        return play;
    }

    /** Returns a draw of inputs; orders are few, so that some signatures enter into force. */
    RoundInputs randomInputs(SplitMix64 random) {
        Orders us = keeping(random, random(random, Side.US, .05, in -> true), Side.US);
        Orders cn = keeping(random, random(random, Side.CN, .05, in -> true), Side.CN);
        @Nullable Terms signed = random.nextInt(3) == 0 ? randomTerms(random) : null;
        RoundInputs inputs =
                new RoundInputs(new JointOrders(us, cn), signed, random.nextInt(25) == 0, random.nextInt(25) == 0);
        return rules.scenario().accusations().exist() ? decided(inputs, random) : inputs;
    }

    private RoundInputs decided(RoundInputs inputs, SplitMix64 random) {
        BySide<Boolean> tabled = BySide.each(side -> random.nextInt(3) == 0);
        return inputs.tabling(tabled).deciding(BySide.each(side -> {
            AccusationChoice[] choices = AccusationChoice.values();
            AccusationChoice choice = choices[random.nextInt(choices.length)];
            return state.side(side.other()).accusedOn() == null ? AccusationChoice.REST : choice;
        }));
    }

    /** Adds orders that bring instruments back to their bounds, mostly, so that some deep treaties are kept. */
    private Orders keeping(SplitMix64 random, Orders orders, Side side) {
        List<Order> all = new ArrayList<>(orders.list());
        for (LegalLevels legal : rules.legal(setup, state, side)) {
            @Nullable Clause clause = state.treaty().binding(legal.instrument(), state.openRound());
            if (clause != null
                    && clause.isBrokenBy(state.levels().get(legal.instrument()))
                    && legal.legal().contains(clause.bound())
                    && !orders.has(legal.instrument())
                    && random.nextDouble() < .9) {
                all.add(new Order(legal.instrument(), clause.bound()));
            }
        }
        return withoutTariffOfAPausedInvestigation(all);
    }

    private Terms randomTerms(SplitMix64 random) {
        int rounds = 1 + random.nextInt(8);
        boolean communique = random.nextInt(3) == 0;
        if (random.nextInt(3) == 0) {
            return new Terms.Renewal(rounds, communique);
        }
        int depth = random.nextInt(3);
        List<Pledge> pledges = new ArrayList<>();
        for (InstrumentSpec spec : rules.scenario().instruments()) {
            int deepest = spec.instrument().isCovert() ? spec.ladder().size() - 1 : 0;
            int bound = depth == 0
                    ? spec.start()
                    : depth == 1 ? deepest : random.nextInt(spec.ladder().size());
            if (depth < 2 || random.nextInt(2) == 0 || spec.instrument() == Instrument.US_PORT_FEE) {
                pledges.add(new Pledge(spec.instrument(), bound));
            }
        }
        Terms.Package agreed = new Terms.Package(pledges, rounds, communique);
        return agreed.lasting(Math.min(rounds, rules.layers().mostRounds(agreed)));
    }

    /** Returns a draw of legal orders: each instrument that passes the filter moves with the given chance. */
    Orders random(SplitMix64 random, Side side, double chance, Predicate<Instrument> which) {
        List<Order> orders = new ArrayList<>();
        for (LegalLevels legal : rules.legal(setup, state, side)) {
            // Both numbers are drawn always, so that a filter does not shift what the others do.
            double moves = random.nextDouble();
            int pick = random.nextInt(legal.legal().size());
            if (moves < chance && which.test(legal.instrument())) {
                orders.add(new Order(legal.instrument(), legal.legal().get(pick)));
            }
        }
        return withoutTariffOfAPausedInvestigation(orders);
    }

    /** Pausing the investigation makes a 301 tariff illegal in the same orders. */
    private static Orders withoutTariffOfAPausedInvestigation(List<Order> orders) {
        boolean paused = Orders.of(orders).level(Instrument.US_SECTION301_INVESTIGATION) == 0;
        return Orders.of(orders.stream()
                .filter(o -> !paused || o.instrument() != Instrument.US_SECTION301_TARIFF)
                .toList());
    }
}
