package dev.truce.story.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.forecast.Assumption;
import dev.truce.engine.forecast.Forecast;
import dev.truce.engine.forecast.OpenDecisions;
import dev.truce.engine.forecast.Preview;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.SideReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.TreatyFacts;
import dev.truce.story.words.Language;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lists and previews call a breach is one by the rules, whatever the side does about its accusation, and a tabled text counts. */
class SuspensionLawTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final DutyTopic DUTIES =
            new DutyTopic(new Wording(RULES.scenario(), Bundles.of(Language.EN), text -> text));
    private static final int ROUNDS = 12;
    private static final int MATCHES = 20;

    private final SplitMix64 random = new SplitMix64(0x7f3a91c2d84be650L);

    @ParameterizedTest
    @EnumSource(AccusationChoice.class)
    void whatIsCalledABreachIsOne(AccusationChoice choice) {
        Resolver resolver = new Resolver(RULES);
        int breaches = 0;
        int freed = 0;
        int texts = 0;
        int beneath = 0;
        for (int match = 0; match < MATCHES; match++) {
            MatchSetup setup = new MatchSetup(
                    match, new Horizon.Fixed(ROUNDS), RULES.scenario().calendar(), Conditions.PLAY);
            Forecast forecast = new Forecast(RULES, setup.calendar());
            MatchState state = RULES.start(setup);
            Redaction seen = new Redaction(RULES, setup, Viewer.US);
            while (!state.isOver()) {
                Observation now = seen.observe(state);
                boolean open = now.accusedOn(Side.CN) != null;
                Orders orders = orders(now);
                OpenDecisions decided = decided(open ? choice : AccusationChoice.REST, true);
                SideReport told = resolver.resolve(
                                setup,
                                state,
                                RoundInputs.of(new JointOrders(orders, Orders.HOLD))
                                        .deciding(decided.choices())
                                        .tabling(decided.ownTexts()))
                        .report()
                        .side(Side.US);
                boolean breach = broken(now, orders, decided.choices().us());
                assertThat(told.isUnjustifiedBreach())
                        .as("%s in round %d under %s", orders, state.openRound(), state.treaty())
                        .isEqualTo(breach && !now.snapBackRight(Side.US));
                Preview preview = forecast.of(seen.belief(), now, orders, decided, Assumption.HOLDS);
                assertThat(preview.severityMilli() > 0).isEqualTo(told.isUnjustifiedBreach());
                if (told.isUnjustifiedBreach()) {
                    List<Clause> owed = unkept(now, orders, decided.choices().us());
                    assertThat(preview.broken())
                            .extracting(BrokenClause::clause)
                            .as("what is called broken by %s under %s", orders, state.treaty())
                            .containsExactlyElementsOf(owed);
                    numbered(now.treaty(), owed);
                    beneath += owed.stream()
                                    .allMatch(clause ->
                                            now.treaty().binding(clause.instrument(), now.openRound()) == clause)
                            ? 0
                            : 1;
                }
                Preview without = forecast.of(
                        seen.belief(), now, orders, decided(decided.choices().us(), false), Assumption.HOLDS);
                double price = RULES.scenario()
                        .ownText()
                        .points(Side.US, now.climate().ownText().us());
                texts += price < 0 ? 1 : 0;
                assertThat(without.next().score(Side.US).scoreMilli()
                                - preview.next().score(Side.US).scoreMilli())
                        .isCloseTo(score(price) - score(0), within(1));
                breaches += breach ? 1 : 0;
                freed += broken(now, orders, AccusationChoice.REST) && !breach ? 1 : 0;
                JointOrders cheats =
                        new JointOrders(Orders.HOLD, Orders.of(new Order(Instrument.CN_FENTANYL_ENFORCEMENT, 0)));
                Resolution played = resolver.resolve(setup, state, RoundInputs.signing(cheats, terms()));
                state = played.next();
                seen.view(played.report(), state);
            }
        }
        assertThat(texts).isGreaterThan(MATCHES);
        assertThat(beneath).matches(count -> choice == AccusationChoice.SUSPEND ? count > 0 : count == 0);
        assertThat(breaches).isGreaterThan(MATCHES);
        assertThat(freed).matches(count -> choice == AccusationChoice.SUSPEND ? count > MATCHES / 4 : count == 0);
    }

    private static OpenDecisions decided(AccusationChoice choice, boolean tabled) {
        return new OpenDecisions(new BySide<>(choice, AccusationChoice.REST), new BySide<>(tabled, false));
    }

    private static int score(double points) {
        return (int) Math.round(1000 * RULES.scenario().anchors().score(Side.US, points));
    }

    private static boolean broken(Observation now, Orders orders, AccusationChoice choice) {
        return !unkept(now, orders, choice).isEmpty();
    }

    private static List<Clause> unkept(Observation now, Orders orders, AccusationChoice choice) {
        return DUTIES.duties(Side.US, now, orders, choice).stream()
                .filter(duty -> !duty.isKept() && !duty.clause().instrument().isCovert())
                .map(Duty::clause)
                .toList();
    }

    /** The number by which a clause is named is its place in its agreement, whether another clause lies on it or not. */
    private static void numbered(Treaty treaty, List<Clause> clauses) {
        for (Clause clause : clauses) {
            List<Clause> own = TreatyFacts.layers(treaty).stream()
                    .filter(each -> each.agreement() == clause.agreement())
                    .toList();
            assertThat(TreatyFacts.number(treaty, clause)).isEqualTo(1 + own.indexOf(clause));
        }
    }

    private Orders orders(Observation now) {
        List<Order> orders = new ArrayList<>();
        for (LegalLevels legal : now.legal()) {
            boolean calm = !legal.instrument().name().contains("301");
            if (calm
                    && random.nextInt(5) == 0
                    && orders.size() < 3
                    && !legal.instrument().isCovert()) {
                List<Integer> levels = legal.legal();
                orders.add(new Order(legal.instrument(), levels.get(random.nextInt(levels.size()))));
            }
        }
        return Orders.of(orders);
    }

    private Terms terms() {
        if (random.nextInt(4) == 0) {
            return new Terms.Renewal(4, false);
        }
        List<Pledge> pledges = new ArrayList<>();
        for (InstrumentSpec spec : RULES.scenario().instruments()) {
            if (random.nextInt(3) == 0 || pledges.isEmpty()) {
                pledges.add(new Pledge(spec.instrument(), spec.deepest()));
            }
        }
        Terms.Package agreed = new Terms.Package(pledges, 3, false);
        return agreed.lasting(Math.min(3, RULES.layers().mostRounds(agreed)));
    }
}
