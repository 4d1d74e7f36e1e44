package dev.truce.story.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Clause;
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
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each covert clause that a side falls short of is told once all is shown, in each ruleset, and nothing of it before. */
class MissedFloorLawTest {
    private static final int MATCHES = 30;
    private static final int ROUNDS = 8;

    private final SplitMix64 random = new SplitMix64(0x7f3a91c2d84be650L);

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r1", "busan-2025-r2", "busan-2025"})
    void whatWasShortIsTold(String scenario) {
        Rules rules = Rules.of(Scenarios.named(scenario));
        boolean judged = rules.scenario().accusations().exist();
        Resolver resolver = new Resolver(rules);
        List<MissedFloor.Fate> fates = new ArrayList<>();
        for (int match = 0; match < MATCHES; match++) {
            MatchSetup setup = new MatchSetup(
                    match, new Horizon.Fixed(ROUNDS), rules.setup(1).calendar(), Conditions.PLAY);
            MatchState state = rules.start(setup);
            Redaction all = new Redaction(rules, setup, Viewer.OMNISCIENT);
            Redaction cn = new Redaction(rules, setup, Viewer.CN);
            Redaction us = new Redaction(rules, setup, Viewer.US);
            List<RoundView> truth = new ArrayList<>();
            List<RoundView> seen = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            while (!state.isOver()) {
                Orders orders = state.openRound() % 2 == 1
                        ? Orders.HOLD
                        : covert(cn.observe(state).legal());
                RoundInputs inputs = RoundInputs.of(new JointOrders(Orders.HOLD, orders))
                        .deciding(BySide.each(side -> AccusationChoice.INSPECT));
                Resolution played = resolver.resolve(setup, state, inputs);
                state = played.next();
                RoundView view = all.view(played.report(), state);
                truth.add(view);
                seen.add(us.view(played.report(), state));
                cn.view(played.report(), state);
                for (Instrument instrument : Instrument.of(Side.CN)) {
                    Clause clause = view.treaty().binding(instrument, view.round());
                    if (instrument.isCovert() && clause != null && view.levels().get(instrument) < clause.bound()) {
                        expected.add(view.round() + " " + instrument);
                    }
                }
            }
            List<MissedFloor> told = MissedFloor.of(truth, Side.CN, judged);
            assertThat(told)
                    .extracting(each -> each.round() + " " + each.clause().instrument())
                    .isEqualTo(expected);
            told.forEach(each -> fates.add(each.fate()));
            assertThat(MissedFloor.of(truth, Side.US, judged)).isEmpty();
            assertThat(MissedFloor.of(seen, Side.CN, judged)).isNull();
        }
        assertThat(fates).contains(MissedFloor.Fate.UNSEEN, MissedFloor.Fate.FOUND);
        assertThat(fates.contains(MissedFloor.Fate.CLEARED)).isEqualTo(judged);
    }

    /** Orders some covert levels at random. */
    private Orders covert(List<LegalLevels> all) {
        List<Order> orders = new ArrayList<>();
        for (LegalLevels legal : all) {
            if (legal.instrument().isCovert() && orders.isEmpty()) {
                orders.add(new Order(
                        legal.instrument(),
                        legal.legal().get(random.nextInt(legal.legal().size()))));
            }
        }
        return Orders.of(orders);
    }
}
