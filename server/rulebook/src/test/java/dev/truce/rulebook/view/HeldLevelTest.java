package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.forecast.HeldLevel;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What screens expect of an instrument without an order is what the phases of the round make of it. */
class HeldLevelTest {
    private static final int MATCHES = 20;

    static List<String> scenarios() {
        return Scenarios.ids();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whoHoldsStandsWhereTheScreensSay(String id) {
        Rules rules = Rules.of(Scenarios.named(id));
        Resolver resolver = new Resolver(rules);
        int moved = 0;
        int agreements = 0;
        int returned = 0;
        for (long seed = 0; seed < MATCHES; seed++) {
            MatchSetup usual = rules.setup(seed);
            // A court rules by chance, which no screen foresees.
            MatchSetup setup = new MatchSetup(seed, usual.horizon(), usual.calendar(), Conditions.NOISE_FREE);
            MatchState state = rules.start(setup);
            BySide<Redaction> redactions = BySide.each(side -> new Redaction(rules, setup, Viewer.of(side)));
            SplitMix64 random = new SplitMix64(seed);
            while (!state.isOver()) {
                Resolution held = resolver.resolve(setup, state, JointOrders.HOLD);
                for (Side side : Side.values()) {
                    Observation now = redactions.of(side).observe(state);
                    for (Instrument instrument : Instrument.of(side)) {
                        if (instrument != Instrument.US_SECTION301_INVESTIGATION) {
                            int stands = held.report().after().get(instrument);
                            assertThat(HeldLevel.of(rules.scenario(), now, instrument))
                                    .as("%s of seed %d in round %d", instrument.id(), seed, now.openRound())
                                    .isEqualTo(stands);
                            moved += stands == now.levels().get(instrument) ? 0 : 1;
                        }
                    }
                }
                JointOrders orders = new JointOrders(
                        orders(rules, setup, state, random, Side.US), orders(rules, setup, state, random, Side.CN));
                Resolution played = resolver.resolve(setup, state, RoundInputs.signing(orders, signed(rules, random)));
                agreements += played.next().treaty().agreementUntil() >= state.openRound() ? 1 : 0;
                returned += state.treaty().returning().size();
                state = played.next();
                for (Side side : Side.values()) {
                    var unused = redactions.of(side).view(played.report(), state);
                }
            }
        }
        assertThat(moved).as("levels that moved by themselves").isPositive();
        boolean layered = rules.layers().exist();
        assertThat(agreements > 0).as("agreements on top of the truce").isEqualTo(layered);
        assertThat(returned > 0).as("clauses whose agreement has ended").isEqualTo(layered);
    }

    /** Now and then a package of clauses at random, or a renewal. */
    private static @Nullable Terms signed(Rules rules, SplitMix64 random) {
        int rounds = 1 + random.nextInt(3);
        int what = random.nextInt(5);
        if (what > 1) {
            return null;
        }
        if (what == 1) {
            return new Terms.Renewal(rounds, false);
        }
        List<Pledge> pledges = new ArrayList<>();
        for (InstrumentSpec spec : rules.scenario().instruments()) {
            if (random.nextInt(3) == 0) {
                pledges.add(new Pledge(
                        spec.instrument(), random.nextInt(spec.ladder().size())));
            }
        }
        return pledges.isEmpty() ? null : new Terms.Package(pledges, rounds, random.nextInt(2) == 0);
    }

    private static Orders orders(Rules rules, MatchSetup setup, MatchState state, SplitMix64 random, Side side) {
        List<Order> orders = new ArrayList<>();
        for (LegalLevels legal : rules.legal(setup, state, side)) {
            int pick = legal.legal().get(random.nextInt(legal.legal().size()));
            if (random.nextDouble() < .03) {
                orders.add(new Order(legal.instrument(), pick));
            }
        }
        Orders all = Orders.of(orders);
        return rules.isLegal(setup, state, side, all) ? all : Orders.HOLD;
    }
}
