package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
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
                Resolution played = resolver.resolve(setup, state, RoundInputs.of(orders));
                state = played.next();
                for (Side side : Side.values()) {
                    var unused = redactions.of(side).view(played.report(), state);
                }
            }
        }
        assertThat(moved).as("levels that moved by themselves").isPositive();
    }

    private static Orders orders(Rules rules, MatchSetup setup, MatchState state, SplitMix64 random, Side side) {
        List<Order> orders = new ArrayList<>();
        for (LegalLevels legal : rules.legal(setup, state, side)) {
            int pick = legal.legal().get(random.nextInt(legal.legal().size()));
            if (random.nextDouble() < .3) {
                orders.add(new Order(legal.instrument(), pick));
            }
        }
        Orders all = Orders.of(orders);
        return rules.isLegal(setup, state, side, all) ? all : Orders.HOLD;
    }
}
