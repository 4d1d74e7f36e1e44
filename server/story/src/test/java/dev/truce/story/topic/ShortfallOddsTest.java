package dev.truce.story.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.forecast.Assumption;
import dev.truce.engine.forecast.Forecast;
import dev.truce.engine.forecast.OpenDecisions;
import dev.truce.engine.forecast.Preview;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.JointOrders;
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
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.print.SentencesPrinter;
import dev.truce.story.words.Language;
import dev.truce.story.words.Wording;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who delivers less in secret reads, before it does, how likely an accusation is; and so often it comes. */
class ShortfallOddsTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final int ROUNDS = 12;
    private static final int MATCHES = 600;

    @ParameterizedTest
    @CsvSource({
        "US, US_LICENCE_PACE, 1, about 4 in 10",
        "US, US_LICENCE_PACE, 0, about 8 in 10",
        "CN, CN_LICENCE_PACE, 1, about 4 in 10",
        "CN, CN_FENTANYL_ENFORCEMENT, 0, about 8 in 10",
    })
    void anAccusationComesAsOftenAsThePreviewSays(Side side, Instrument instrument, int level, String told) {
        Orders orders = Orders.of(new Order(instrument, level));
        JointOrders joint =
                new JointOrders(BySide.pick(side, orders, Orders.HOLD), BySide.pick(side, Orders.HOLD, orders));
        Resolver resolver = new Resolver(RULES);
        double said = 0;
        int accused = 0;
        for (int match = 0; match < MATCHES; match++) {
            MatchSetup setup = new MatchSetup(
                    match, new Horizon.Fixed(ROUNDS), RULES.scenario().calendar(), Conditions.PLAY);
            MatchState state = RULES.start(setup);
            Redaction seen = new Redaction(RULES, setup, BySide.pick(side, Viewer.US, Viewer.CN));
            Observation now = seen.observe(state);
            if (match == 0) {
                said = chance(side, now, orders);
                assertThat(page(side, now, orders, seen, setup)).contains(told, "9 of 10", "costs you 14 points");
            }
            MatchState next =
                    resolver.resolve(setup, state, RoundInputs.of(joint)).next();
            seen.view(resolver.resolve(setup, state, RoundInputs.of(joint)).report(), next);
            accused += seen.observe(next).accusedOn(side) == instrument ? 1 : 0;
        }
        double error = Math.sqrt(said * (1 - said) / MATCHES);
        assertThat((double) accused / MATCHES).isCloseTo(said, within(4 * error));
    }

    private static double chance(Side side, Observation now, Orders orders) {
        Clause clause = now.treaty().binding(orders.list().get(0).instrument(), now.openRound());
        Levels levels = now.levels()
                .with(orders.list().get(0).instrument(), orders.list().get(0).level());
        assertThat(clause).isNotNull();
        return 1 - Shortfall.escape(RULES.mapping(), RULES.scenario().knobs(), List.of(clause), levels);
    }

    /** An agreement ends with a finding, and the truce alone does not: the preview says the one and not the other. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEndIsThreatenedWhereAnAgreementBinds(boolean signs) {
        Orders orders = Orders.of(new Order(Instrument.US_LICENCE_PACE, 1));
        MatchSetup setup =
                new MatchSetup(7, new Horizon.Fixed(ROUNDS), RULES.scenario().calendar(), Conditions.PLAY);
        MatchState state = RULES.start(setup);
        Redaction seen = new Redaction(RULES, setup, Viewer.US);
        JointOrders hold = new JointOrders(Orders.HOLD, Orders.HOLD);
        Terms.Package terms = new Terms.Package(List.of(new Pledge(Instrument.CN_FENTANYL_ENFORCEMENT, 3)), 1, false);
        Resolution played = new Resolver(RULES)
                .resolve(setup, state, signs ? RoundInputs.signing(hold, terms) : RoundInputs.of(hold));
        seen.view(played.report(), played.next());
        Observation now = seen.observe(played.next());
        assertThat(now.treaty().agreementUntil() >= now.openRound()).isEqualTo(signs);
        assertThat(page(Side.US, now, orders, seen, setup)
                        .contains(Bundles.inEnglish("try.accused.ends").strip()))
                .isEqualTo(signs);
    }

    private static String page(Side side, Observation now, Orders orders, Redaction seen, MatchSetup setup) {
        Preview preview = new Forecast(RULES, setup.calendar())
                .of(
                        seen.belief(),
                        now,
                        orders,
                        new OpenDecisions(
                                new BySide<>(AccusationChoice.REST, AccusationChoice.REST), new BySide<>(false, false)),
                        Assumption.HOLDS);
        return String.join(
                " ",
                new SentencesPrinter()
                        .lines(new TryTopic(new Wording(RULES.scenario(), Bundles.of(Language.EN), text -> text))
                                .page(side, now, orders.toString(), orders, List.of(preview), null)));
    }
}
