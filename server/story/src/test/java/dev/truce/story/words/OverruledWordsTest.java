package dev.truce.story.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.Assumption;
import dev.truce.engine.forecast.Forecast;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.page.Page;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.print.SentencesPrinter;
import dev.truce.story.topic.LegalTopic;
import dev.truce.story.topic.TermsTopic;
import dev.truce.story.topic.TryTopic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lever that the law has taken away says so in the list of what is legal, in what is tried, in terms and in each language. */
class OverruledWordsTest {
    private static final Rules RULES = Rules.of(Scenarios.named("busan-2026"));
    private static final Wording ENGLISH = new Wording(RULES.scenario(), Bundles.of(Language.EN), text -> text);
    private static final Wording CHINESE = new Wording(RULES.scenario(), Bundles.of(Language.ZH), text -> text);
    private static final MatchSetup SETUP = RULES.setup(1);
    private static final Observation NOW = new Redaction(RULES, SETUP, Viewer.US).observe(RULES.start(SETUP));
    private static final Order VOID = new Order(Instrument.US_FENTANYL_TARIFF, 2);
    private static final Order LIMITED = new Order(Instrument.US_RECIPROCAL_TARIFF, 5);
    private static final String WHY = "emergency tariffs have had no legal basis since 20 February 2026";

    private static String columns(Page page) {
        return String.join(" ", new ColumnsPrinter().lines(page)).replaceAll("\\s+", " ");
    }

    private static LegalLevels may(Instrument instrument) {
        return NOW.legal().stream()
                .filter(one -> one.instrument() == instrument)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theListOfLegalLevelsTellsWhichHaveNoEffectAndWhich() {
        LegalTopic topic = new LegalTopic(ENGLISH);
        assertThat(columns(topic.page(NOW.legal(), NOW)))
                .contains("10, 20: no effect (law)")
                .contains("25, 34, 54, 84, 125: as 15 (law)");
        assertThat(columns(topic.page(may(Instrument.US_FENTANYL_TARIFF), NOW))).contains(WHY);
        assertThat(String.join(" ", new SentencesPrinter().lines(topic.page(NOW.legal(), NOW))))
                .contains("FENT=10/20 has no effect: " + WHY + ".")
                .contains("RECIP=25/34/54/84/125 has the effect of 15: section 122 allows 15 % at most");
        assertThat(columns(new LegalTopic(CHINESE).page(NOW.legal(), NOW)))
                .contains("无效果")
                .doesNotContain("no effect");
    }

    @Test
    void ordersThatAreTriedOrSentTellIt() {
        assertThat(new OverruledWords(ENGLISH).ofOrders(List.of(VOID, LIMITED), NOW))
                .containsExactly(
                        "FENT=20 has no effect: " + WHY + ".",
                        "RECIP=25 has the effect of 15: section 122 allows 15 % at most, for 150 days from 24 February"
                                + " 2026.");
        assertThat(new OverruledWords(ENGLISH).ofOrders(List.of(new Order(Instrument.US_RECIPROCAL_TARIFF, 4)), NOW))
                .isEmpty();
        Orders orders = Orders.of(VOID);
        Belief belief = Belief.start(RULES, SETUP.calendar(), Viewer.US);
        Forecast forecast = new Forecast(RULES, SETUP.calendar());
        Page page = new TryTopic(ENGLISH)
                .page(
                        Side.US,
                        NOW,
                        "FENT 0->20",
                        orders,
                        List.of(forecast.of(belief, NOW, orders, Assumption.HOLDS)),
                        null);
        assertThat(columns(page)).contains("FENT=20 has no effect: " + WHY);
    }

    @Test
    void termsTellWhichClausesAskForNothing() {
        Terms terms = new Terms.Package(
                List.of(
                        new Pledge(Instrument.US_FENTANYL_TARIFF, 0),
                        new Pledge(Instrument.US_RECIPROCAL_TARIFF, 4),
                        new Pledge(Instrument.CN_SOY_PURCHASES, 3)),
                2,
                false);
        String told = columns(new TermsTopic(ENGLISH).consequences(terms, NOW));
        assertThat(told).contains("US.FENT<=0 asks for nothing: " + WHY);
        // The limit of section 122 ends with round 3, so that the clause binds in rounds 2 and 3.
        assertThat(told).doesNotContain("US.RECIP<=15 asks for nothing").doesNotContain("SOY>=3 asks");
    }
}
