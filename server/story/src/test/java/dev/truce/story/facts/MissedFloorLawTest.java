package dev.truce.story.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.conduct.Shortfall;
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
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each round in which the rules count a covert shortfall is told once all is shown, in each ruleset, and nothing of it before. */
class MissedFloorLawTest {
    private static final int MATCHES = 30;
    private static final int ROUNDS = 8;

    private final SplitMix64 random = new SplitMix64(0x7f3a91c2d84be650L);

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r1", "busan-2025-r2", "busan-2025"})
    void aShortfallIsToldWhereTheRulesCountOne(String scenario) {
        Rules rules = Rules.of(Scenarios.named(scenario));
        boolean judged = rules.scenario().accusations().exist();
        Resolver resolver = new Resolver(rules);
        Set<MissedFloor.Fate> fates = EnumSet.noneOf(MissedFloor.Fate.class);
        for (int match = 0; match < MATCHES; match++) {
            MatchSetup setup = new MatchSetup(
                    match, new Horizon.Fixed(ROUNDS), rules.setup(1).calendar(), Conditions.PLAY);
            MatchState state = rules.start(setup);
            Redaction all = new Redaction(rules, setup, Viewer.OMNISCIENT);
            Redaction cn = new Redaction(rules, setup, Viewer.CN);
            Redaction us = new Redaction(rules, setup, Viewer.US);
            List<RoundView> truth = new ArrayList<>();
            List<RoundView> seen = new ArrayList<>();
            Set<Integer> shortRounds = new TreeSet<>();
            Set<Integer> accusedReally = new TreeSet<>();
            while (!state.isOver()) {
                Orders orders = covert(cn.observe(state).legal());
                JointOrders joint = new JointOrders(Orders.HOLD, orders);
                RoundInputs inputs =
                        state.openRound() % 3 == 1 ? RoundInputs.signing(joint, terms(rules)) : RoundInputs.of(joint);
                AccusationChoice choice = AccusationChoice.values()[random.nextInt(2)];
                Resolution played = resolver.resolve(setup, state, inputs.deciding(BySide.each(side -> choice)));
                state = played.next();
                RoundView view = all.view(played.report(), state);
                truth.add(view);
                seen.add(us.view(played.report(), state));
                cn.view(played.report(), state);
                if (Shortfall.isAny(rules.mapping(), view.treaty(), view.levels(), Side.CN, view.round())) {
                    shortRounds.add(view.round());
                }
                if (state.side(Side.CN).accusedReally()) {
                    accusedReally.add(view.round());
                }
            }
            for (int known = 1; known <= truth.size(); known++) {
                isTold(rules.scenario(), truth.subList(0, known), shortRounds, accusedReally, judged, fates);
            }
            assertThat(MissedFloor.of(truth, Side.US, rules.scenario())).isEmpty();
            assertThat(MissedFloor.of(seen, Side.CN, rules.scenario())).isNull();
        }
        assertThat(fates)
                .isEqualTo(
                        judged
                                ? EnumSet.allOf(MissedFloor.Fate.class)
                                : EnumSet.of(MissedFloor.Fate.UNSEEN, MissedFloor.Fate.FOUND));
    }

    /** A match may be abandoned after each round: what the last one accused, no inspection may have looked at. */
    private static void isTold(
            Scenario scenario,
            List<RoundView> rounds,
            Set<Integer> shortRounds,
            Set<Integer> accusedReally,
            boolean judged,
            Set<MissedFloor.Fate> fates) {
        List<MissedFloor> told = Objects.requireNonNull(MissedFloor.of(rounds, Side.CN, scenario));
        int last = rounds.size();
        assertThat(told.stream().map(MissedFloor::round).distinct().toList())
                .isEqualTo(shortRounds.stream().filter(round -> round <= last).toList());
        for (MissedFloor each : told) {
            fates.add(each.fate());
            boolean accused =
                    rounds.get(each.round() - 1).side(Side.CN).decisions().accusedOn()
                            == each.clause().instrument();
            if (judged) {
                assertThat(each.fate() != MissedFloor.Fate.UNSEEN).isEqualTo(accused);
                assertThat(!accused || accusedReally.contains(each.round())).isTrue();
            }
            if (each.fate() == MissedFloor.Fate.CLEARED || each.fate() == MissedFloor.Fate.ACCUSED) {
                assertThat(each.round()).isLessThan(last);
            } else if (each.fate() == MissedFloor.Fate.ACCUSED_AT_THE_END) {
                assertThat(each.round()).isEqualTo(last);
            }
        }
    }

    /** Returns an agreement by which China promises any level, the softest of soya included, which asks for no more than the one before. */
    private Terms terms(Rules rules) {
        List<Pledge> pledges = new ArrayList<>();
        for (InstrumentSpec spec : rules.scenario().instruments()) {
            if (spec.instrument().isCovert() && spec.instrument().holder() == Side.CN) {
                pledges.add(new Pledge(
                        spec.instrument(), 1 + random.nextInt(spec.ladder().size() - 1)));
            }
        }
        Terms.Package agreed = new Terms.Package(pledges, 2, false);
        return rules.scenario().layers().exist()
                ? agreed.lasting(Math.max(1, Math.min(2, rules.layers().mostRounds(agreed))))
                : agreed;
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
