package dev.truce.story.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.economy.Sector;
import dev.truce.engine.indicator.Indicators;
import dev.truce.engine.indicator.SectorTrade;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.page.Page;
import dev.truce.story.print.HtmlPrinter;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.print.Look;
import dev.truce.story.words.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each figure is said once in the topic; here all four media have it. */
class IndicatorTopicTest {
    private static final Indicators BEFORE = new Indicators(
            1,
            1079,
            1000,
            1000,
            600,
            2400,
            4700,
            3070,
            3190,
            List.of(new SectorTrade(Sector.SOY, 0, 2100)),
            List.of(43, 44, 45, 46),
            List.of(50, 50, 50, 50));
    private static final Indicators NOW = new Indicators(
            2,
            1058,
            1000,
            1012,
            610,
            2400,
            4700,
            3069,
            3190,
            List.of(new SectorTrade(Sector.SOY, 0, 2064)),
            List.of(43, 41, 45, 46),
            List.of(52, 50, 50, 50));

    private static Page page(Language language) {
        return new IndicatorTopic(Bundles.of(language)).page(NOW, BEFORE, "2026Q2");
    }

    @Test
    void columnsHaveEveryFigureWithItsChange() {
        assertThat(Look.PLAIN.lines(page(Language.EN)))
                .containsExactly(
                        "Indicators after round 2, 2026Q2   ^ up, v down, = the same as a round before",
                        "Soya, $ a bushel  10.58     v1.9%       Dysprosium, $/kg  610       ^1.7%",
                        "Stocks US         1000      =           Freight, $ a box  2400      =",
                        "Stocks CN         1012      ^1.2%       US tariff shown   47%       =",
                        "US duty in trade  30.7%     v0.0%       CN duty in trade  31.9%     =",
                        "Normal trade begins below a tariff of 30%; the duty in trade moves goods.",
                        "Approval          farmers      consumers    industry     security",
                        "  US, percent     43 =         41 v3        45 =         46 =",
                        "  CN, index       52 ^2        50 =         50 =         50 =",
                        "Trade, $bn        US from CN                CN from US",
                        "  soya               0.0 =                     2.1 v1.7%",
                        "  all goods          0.0 =                     2.1 v1.7%");
    }

    @Test
    void sentencesHaveEveryFigureWithItsTrend() {
        assertThat(Look.ACCESSIBLE.lines(page(Language.EN)))
                .contains(
                        "Indicators after round 2, 2026Q2.",
                        "Soya, $ a bushel: 10.58, down.",
                        "US tariff shown: 47, the same.",
                        "Approval among consumers of the US: 41, down.",
                        "Trade in soya: US from China 0.0 billion, the same; China from the US 2.1")
                .noneMatch(line -> line.contains("all goods"));
    }

    @Test
    void programsGetNamesWithUnits() {
        assertThat(new JsonPrinter().text(page(Language.EN)))
                .isEqualTo("{\"soya_usd_per_bushel\":10.58,\"us_equities\":1000,\"cn_equities\":1012,"
                        + "\"dysprosium_usd_per_kg\":610,\"freight_usd_per_box\":2400,"
                        + "\"displayed_tariff_percent\":47,\"normal_trade_percent\":30,"
                        + "\"us_duty_percent\":30.7,\"cn_duty_percent\":31.9,"
                        + "\"us_approval\":{\"farmers\":43,\"consumers\":41,\"industry\":45,\"security\":46},"
                        + "\"cn_approval\":{\"farmers\":52,\"consumers\":50,\"industry\":50,\"security\":50},"
                        + "\"trade\":[{\"sector\":\"SOY\",\"us_from_cn_usd_millions\":0,"
                        + "\"cn_from_us_usd_millions\":2064}]}");
        assertThat(new JsonPrinter().text(page(Language.ZH))).isEqualTo(new JsonPrinter().text(page(Language.EN)));
    }

    @Test
    void webPagesHaveEveryFigureInACellThatSaysWhereItWent() {
        assertThat(new HtmlPrinter().html(page(Language.EN)))
                .contains(
                        "<tr><th scope=\"row\">Soya, $ a bushel</th>"
                                + "<td class=\"number falls\">10.58 v1.9%</td></tr>",
                        "<tr><th scope=\"col\">Approval</th><th scope=\"col\">farmers</th>",
                        "<th scope=\"row\">CN, index</th><td class=\"number rises\">52 ^2</td>");
    }

    @Test
    void chineseColumnsStandBelowEachOther() {
        assertThat(Look.PLAIN.lines(page(Language.ZH)))
                .contains(
                        "大豆，美元/蒲     10.58     v1.9%       镝，美元/公斤     610       ^1.7%",
                        "支持度            农民         消费者       工业界       安全派",
                        "  中国，指数      52 ^2        50 =         50 =         50 =");
        assertThat(Look.ACCESSIBLE.lines(page(Language.ZH))).contains("美方消费者的支持度：41，下降。");
    }

    @Test
    void theMostImportantOnesStandInALineAndInASentence() {
        IndicatorTopic topic = new IndicatorTopic(Bundles.of(Language.EN));
        assertThat(topic.line(NOW, BEFORE)).isEqualTo("soya 10.58v  stocks US 1000= CN 1012^  Dy 610^  freight 2400=");
        assertThat(topic.sentence(NOW, BEFORE))
                .isEqualTo("Markets: soya 10.58 dollars, down; stocks US 1000, the same; stocks China 1012, up; "
                        + "dysprosium 610 dollars, up; freight 2400 dollars, the same.");
    }
}
