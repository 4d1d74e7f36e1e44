package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.Assumption;
import dev.truce.engine.forecast.Forecast;
import dev.truce.engine.forecast.Preview;
import dev.truce.engine.forecast.TermsForecast;
import dev.truce.engine.news.NewsItem;
import dev.truce.engine.news.NewsWriter;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.view.Viewer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Previews and news where holding keeps a treaty and sides have red lines. */
class KeptTreatyPreviewTest {
    private static final Rules RULES = Play.RULES;

    private final MatchSetup setup =
            new MatchSetup(3, new Horizon.Fixed(12), RULES.scenario().calendar(), Conditions.NOISE_FREE);
    private final Play play = new Play(RULES, setup);
    private final Redaction us = new Redaction(RULES, setup, Viewer.US);
    private final Forecast forecast = new Forecast(RULES, setup.calendar());

    private void round(JointOrders orders) {
        RoundReport report = play.round(orders);
        us.view(report, play.state());
    }

    private Preview preview(Assumption assumption, Order... orders) {
        return forecast.of(us.belief(), us.observe(play.state()), Orders.of(orders), assumption);
    }

    private TermsForecast signing(Terms terms) {
        return forecast.signing(us.belief(), us.observe(play.state()), Orders.HOLD, terms);
    }

    @ParameterizedTest
    @EnumSource(Assumption.class)
    void aPreviewReachesOverAPoliticalDateAndLeavesTheLinesAsTheyAre(Assumption assumption) {
        us.view(play.round("", new Terms.Renewal(8, false)), play.state());
        Instrument line = play.state().redLines().us().stream()
                .filter(each -> each != Instrument.US_CHIP_CONTROL)
                .findFirst()
                .orElseThrow();
        Order gift = new Order(line, RULES.scenario().spec(line).deepest());
        Preview preview = preview(assumption, gift);
        assertThat(preview.later().round()).isEqualTo(5);
        // A line that is given costs the same in the fourth quarter, in which others may be drawn.
        int agreement = Component.AGREEMENT.ordinal();
        Preview without = preview(assumption);
        assertThat(preview.later().us().pointsMicro().get(agreement)
                        - without.later().us().pointsMicro().get(agreement))
                .isLessThan(-3_000_000);
    }

    @Test
    void anOrderThatBreaksAClauseGoesOnBreakingIt() {
        Terms renewal = new Terms.Renewal(8, false);
        us.view(play.round("", renewal), play.state());
        Preview preview = preview(Assumption.HOLDS, new Order(Instrument.US_FENTANYL_TARIFF, 3));
        assertThat(preview.next().figures().displayedTariffBasisPoints()).isEqualTo(5200);
        assertThat(preview.later().figures().displayedTariffBasisPoints()).isEqualTo(5200);
        assertThat(preview.later().us().pointsMicro().get(Component.BREACH.ordinal()))
                .isNegative();
    }

    @Test
    void whoHoldsKeepsWhatWasSigned() {
        us.view(play.round("", new Terms.Renewal(8, false)), play.state());
        Preview preview = preview(Assumption.HOLDS);
        assertThat(preview.reply()).isEmpty();
        assertThat(preview.broken()).isEmpty();
        assertThat(preview.later().figures().displayedTariffBasisPoints()).isEqualTo(4700);
    }

    @Test
    void aCheatDeliversLessOfWhatNobodySeesAndIsNotFound() {
        Preview cheats = preview(Assumption.CHEATS);
        assertThat(cheats.reply())
                .isNotEmpty()
                .allMatch(order ->
                        order.instrument().isCovert() && order.instrument().holder() == Side.CN);
        assertThat(cheats.next().cn().pointsMicro().get(Component.CAUGHT.ordinal()))
                .isZero();
        assertThat(cheats.next().us().scoreMilli())
                .isLessThan(preview(Assumption.HOLDS).next().us().scoreMilli());
    }

    @Test
    void whoCheatsInThePreviewOfTermsDiffersFromWhoKeepsThemInCovertLevelsOnly() {
        TermsForecast terms = signing(new Terms.Renewal(8, false));
        TermsForecast.Future cheated = Objects.requireNonNull(terms.cheated());
        assertThat(terms.cheats())
                .isNotEmpty()
                .allMatch(order -> order.instrument().isCovert());
        assertThat(cheated.next().figures().displayedTariffBasisPoints())
                .isEqualTo(terms.kept().next().figures().displayedTariffBasisPoints());
        assertThat(cheated.later().us().scoreMilli())
                .isLessThan(terms.kept().later().us().scoreMilli());
        assertThat(cheated.later().cn().pointsMicro().get(Component.CAUGHT.ordinal()))
                .isZero();
    }

    @Test
    void whoHasPromisedNothingCovertCannotCheat() {
        for (int round = 1; round <= 3; round++) {
            round(JointOrders.HOLD);
        }
        TermsForecast terms = signing(Play.terms(4, "CN.RECIP=2"));
        assertThat(terms.cheats()).isEmpty();
        assertThat(terms.cheated()).isNull();
    }

    @Test
    void aPoliticalDateIsNewsToEverybodyInTheReportBeforeIt() {
        Map<Viewer, Redaction> all = new EnumMap<>(Viewer.class);
        Map<Viewer, NewsWriter> writers = new EnumMap<>(Viewer.class);
        for (Viewer viewer : Viewer.values()) {
            all.put(viewer, new Redaction(RULES, setup, viewer));
            writers.put(viewer, new NewsWriter(RULES, setup.calendar()));
        }
        for (int round = 1; round <= 8; round++) {
            RoundReport report = play.round(JointOrders.HOLD);
            for (Viewer viewer : Viewer.values()) {
                List<NewsItem> news = Objects.requireNonNull(writers.get(viewer))
                        .absorb(Objects.requireNonNull(all.get(viewer)).view(report, play.state()));
                NewsItem date = new NewsItem.PoliticalDate(round + 1);
                assertThat(news.contains(date)).as(viewer + " " + round).isEqualTo(round == 3 || round == 7);
            }
        }
    }
}
