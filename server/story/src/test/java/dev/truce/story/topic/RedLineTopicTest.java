package dev.truce.story.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.page.Page;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.print.SentencesPrinter;
import dev.truce.story.words.Language;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a seat hears about its own red lines and about what the treaty asks. */
class RedLineTopicTest {
    private static final Scenario RED = Scenarios.load("""
            base: busan-2025-r2
            id: red
            titles: {en: "Red", zh: "红"}
            red_lines:
              per_side: 2
              cost: {us: 7.0, cn: 5.6}
              dates: [4, 8]
              replace: 1
              candidates:
                us: [fentanyl_tariff, reciprocal_tariff, chip_control]
                cn: [reciprocal_tariff, soy_purchases, fentanyl_enforcement]
            agreements: {comply_by_default: true, clip_depth: true, depth_bonus: {us: 6.0, cn: 4.8}}
            anchors: {war_us: -45, deep_us: 5, war_cn: -40, deep_cn: 0}
            """, "red.yaml");
    private static final Rules RULES = Rules.of(RED);
    private static final Wording ENGLISH = new Wording(RED, Bundles.of(Language.EN), text -> text);
    private static final Wording CHINESE = new Wording(RED, Bundles.of(Language.ZH), text -> text);

    /** The open round as the US sees it, with lines and a treaty of the test. */
    private static Observation observation(int round, List<Instrument> lines, Treaty treaty) {
        MatchSetup usual = RULES.setup(1);
        MatchSetup setup = new MatchSetup(1, usual.horizon(), usual.calendar(), Conditions.PLAY);
        Observation seen = new Redaction(RULES, setup, Viewer.US).observe(RULES.start(setup));
        return observation(seen, round, seen.levels(), lines, treaty);
    }

    private static Observation observation(
            Observation seen, int round, Levels levels, List<Instrument> lines, Treaty treaty) {
        return new Observation(
                seen.viewer(),
                round,
                false,
                seen.quarter(),
                seen.summit(),
                seen.knownRounds(),
                levels,
                treaty,
                seen.climate(),
                lines,
                seen.legal(),
                null);
    }

    private static Observation guarding(int round, Instrument... lines) {
        return observation(round, List.of(lines), Treaty.of(RED.truce(), false, 1));
    }

    private static List<String> columns(Page page) {
        return new ColumnsPrinter().lines(page);
    }

    @Test
    void theCardNamesTheLinesTheNextDateAndThePriceInScore() {
        Observation now = guarding(1, Instrument.US_FENTANYL_TARIFF, Instrument.US_CHIP_CONTROL);
        Page card = new RedLineTopic(ENGLISH).card(Side.US, now);
        // 7.0 points of the 50 between war and the deep agreement.
        assertThat(columns(card))
                .containsExactly(
                        "Your red lines until round 4 opens: FENT, Fentanyl tariff; CHIP, Advanced chip",
                        "export control. Each costs you 14.0 of score in every round in which you give it",
                        "in full. Only your side sees them.");
        assertThat(String.join(" ", new SentencesPrinter().lines(card))).contains("until round 4 opens");
        assertThat(String.join("", columns(new RedLineTopic(CHINESE).card(Side.US, now))))
                .contains("你的红线，至第4轮开始：FENT")
                .contains("14.0");
    }

    @Test
    void afterTheLastDateTheLinesStayToTheEnd() {
        Page card = new RedLineTopic(ENGLISH).card(Side.US, guarding(8, Instrument.US_CHIP_CONTROL));
        assertThat(columns(card).get(0)).startsWith("Your red lines from now to the end: CHIP");
    }

    @Test
    void whoSeesNoLinesIsToldNothing() {
        assertThat(columns(new RedLineTopic(ENGLISH).card(Side.US, guarding(1))))
                .isEmpty();
        assertThat(new RedLineTopic(ENGLISH).standing(Side.US, guarding(1))).isEmpty();
    }

    @Test
    void theDashboardSaysWhatTheLinesCostAtThePresentLevels() {
        Observation now = guarding(2, Instrument.US_FENTANYL_TARIFF, Instrument.US_CHIP_CONTROL);
        Levels given = now.levels().with(Instrument.US_FENTANYL_TARIFF, 0);
        Observation eased = observation(now, 2, given, now.redLines(), now.treaty());
        Page page = Page.of(new RedLineTopic(ENGLISH).standing(Side.US, eased));
        assertThat(columns(page))
                .containsExactly(
                        "-- " + Bundles.inEnglish("redlines.line", "FENT -14.0, CHIP 0.0", "14.0", 4) + " -----");
        assertThat(new SentencesPrinter().lines(page))
                .first()
                .isEqualTo(Bundles.inEnglish("redlines.spoken", "Fentanyl tariff", "-14.0"));
        assertThat(new JsonPrinter().text(page))
                .isEqualTo("{\"red_lines\":{\"next_date\":4,\"full_cost\":-14.0,\"lines\":["
                        + "{\"instrument\":\"us.fentanyl_tariff\",\"cost\":-14.0},"
                        + "{\"instrument\":\"us.chip_control\",\"cost\":0.0}]}}");
    }

    @Test
    void whatNoClauseAsksForAnyMoreComesWithTheOrderThatEndsItsCost() {
        Observation now = guarding(2, Instrument.US_FENTANYL_TARIFF, Instrument.US_CHIP_CONTROL);
        Levels given = now.levels().with(Instrument.US_FENTANYL_TARIFF, 0);
        Observation eased = observation(now, 2, given, now.redLines(), now.treaty());
        RedLineTopic topic = new RedLineTopic(ENGLISH);
        assertThat(columns(topic.hint(Side.US, eased)))
                .containsExactly(
                        "No clause asks for as much of FENT as you give: FENT=10 takes its cost from",
                        "-14.0 to 0.0 a round.");
        assertThat(columns(topic.card(Side.US, eased))).contains("-14.0 to 0.0 a round.");
        assertThat(columns(topic.hint(Side.US, now))).isEmpty();
        assertThat(columns(topic.hint(Side.CN, eased))).isEmpty();
        Clause asked = new Clause(Instrument.US_FENTANYL_TARIFF, 0, 1, 5, 2);
        Observation bound = observation(now, 2, given, now.redLines(), Treaty.of(List.of(asked), false, 2));
        assertThat(columns(topic.hint(Side.US, bound))).isEmpty();
    }

    @Test
    void onlyOwnLinesThatAreGivenAreCrossed() {
        Observation now = guarding(2, Instrument.US_FENTANYL_TARIFF);
        List<Order> levels = List.of(
                new Order(Instrument.US_FENTANYL_TARIFF, 1),
                new Order(Instrument.US_RECIPROCAL_TARIFF, 0),
                new Order(Instrument.CN_RECIPROCAL_TARIFF, 0));
        assertThat(new RedLineTopic(ENGLISH).crossed(now, levels))
                .containsExactly(Bundles.inEnglish("redlines.crosses", "FENT", "-7.0"));
        assertThat(new RedLineTopic(ENGLISH).crossed(now, List.of(new Order(Instrument.US_FENTANYL_TARIFF, 4))))
                .isEmpty();
    }

    @Test
    void aNewClauseIsDueAndIsNotBroken() {
        Clause due = new Clause(Instrument.US_FENTANYL_TARIFF, 1, 2, 5, 2);
        Observation now = observation(2, List.of(), Treaty.of(List.of(due), false, 2));
        List<String> pacts = columns(new PactsTopic(ENGLISH, dev.truce.story.facts.Reasons.none())
                .page(Side.US, now, new dev.truce.story.facts.Proceedings()));
        assertThat(pacts).anyMatch(line -> line.contains("US.FENT<=5") && line.endsWith("by itself"));
        assertThat(pacts).noneMatch(line -> line.contains("BROKEN"));
        assertThat(columns(new DutyTopic(ENGLISH).page(Side.US, now, Orders.HOLD, AccusationChoice.REST)))
                .containsExactly(Bundles.inEnglish("duties.head", 2), "  moves by itself FENT 10->5");
    }

    @Test
    void theListSaysWhatIsKeptAndWhatAnOrderBreaks() {
        List<Clause> clauses = new ArrayList<>(List.of(
                new Clause(Instrument.US_FENTANYL_TARIFF, 2, 1, 5, 2), new Clause(Instrument.US_PORT_FEE, 0, 1, 5, 2)));
        Observation now = observation(2, List.of(), Treaty.of(clauses, false, 2));
        Page page = new DutyTopic(ENGLISH)
                .page(Side.US, now, Orders.of(new Order(Instrument.US_PORT_FEE, 2)), AccusationChoice.REST);
        assertThat(columns(page))
                .containsExactly(
                        Bundles.inEnglish("duties.head", 2),
                        "  BROKEN          PORT=80 (A2: PORT<=0)",
                        "  " + Bundles.inEnglish("duties.kept") + "   FENT<=10");
        assertThat(new JsonPrinter().text(page)).contains("\"then\":\"80\",\"kept\":false,\"by_itself\":false");
    }
}
