package dev.truce.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.terminal.Tint;
import dev.truce.cli.text.Golden;
import dev.truce.cli.text.Texts;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.Proceedings.RoundTalk;
import dev.truce.story.facts.Reasons;
import dev.truce.story.page.Page;
import dev.truce.story.print.HtmlPrinter;
import dev.truce.story.print.Look;
import dev.truce.story.round.RoundTopic;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.words.Language;
import dev.truce.story.words.Wording;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class GoldenScreensTest {
    private static final Wording WORDING = Texts.wording(ViewFixture.BUSAN);
    private static final Look BLOCKS = new Look(Look.Charts.BLOCK, false);

    static Notice.MatchOver over() {
        return new Notice.MatchOver(
                4,
                new FinalScore(75.0496, 81.41, Points.of(new double[16]), 0, 0, .7449, 1, 0),
                new FinalScore(71.13, 77.91, Points.of(new double[16]), 0, 0, .9, 0, 1),
                Outcome.MUTUAL_LOSS,
                "");
    }

    private static List<String> demo(Look look) {
        RoundTopic topic = new RoundTopic(WORDING, 12);
        List<String> lines = new ArrayList<>(OpeningCard.lines(look, ViewFixture.BUSAN));
        RoundView before = null;
        for (RoundView view : DemoCourse.rounds()) {
            lines.add("");
            lines.addAll(look.lines(topic.page(view, before, RoundTalk.NONE)));
            before = view;
        }
        lines.add("");
        lines.addAll(report(look));
        return lines;
    }

    private static List<String> report(Look look) {
        return look.lines(report(WORDING));
    }

    private static Page report(Wording wording) {
        SaidAndDone nothing = new SaidAndDone();
        return new FinalTopic(wording, Reasons.none()).page(over(), DemoCourse.rounds(), nothing);
    }

    @Test
    void aReportInChineseFitsTheScreen() {
        Wording chinese = new Wording(ViewFixture.BUSAN, Bundles.of(Language.ZH), text -> text);
        List<String> lines = Look.PLAIN.lines(report(chinese));
        assertFits(lines);
        assertThat(lines.get(0)).startsWith("== 终局报告 == 4轮");
        assertThat(lines).contains("得分             75.0   71.1    73.1   最后一轮与终值另计");
    }

    @Test
    void aReportIsAlsoAPageOfTheWeb() throws Exception {
        String html = new HtmlPrinter().html(report(WORDING));
        Element page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<main>" + html + "</main>")))
                .getDocumentElement();
        NodeList cells = page.getElementsByTagName("td");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.getLength(); i++) {
            texts.add(cells.item(i).getTextContent());
        }
        assertThat(texts).contains("75.0", "71.1", "73.1", "-6.4", "reputation 0.75 and 0.90");
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(3);
        assertThat(page.getElementsByTagName("polyline").getLength()).isEqualTo(6);
        assertThat(page.getElementsByTagName("li").getLength()).isEqualTo(2);
    }

    @Test
    void aDemoReadsAsDesigned() {
        List<String> lines = demo(Look.PLAIN);
        assertFits(lines);
        assertThat(lines).allMatch(line -> line.matches("[\\x20-\\x7e]*"));
        Golden.check(getClass(), "demo", lines);
    }

    @Test
    void blockModeReplacesBarsAndNothingElse() {
        List<String> ascii = demo(Look.PLAIN);
        List<String> blocks = demo(BLOCKS);
        assertFits(blocks);
        assertThat(blocks).contains("Tariff 57% ████████████│██████████▊ effective 36.5");
        assertThat(blocks).contains("Trade       US from CN 67.2 bn  ██████████████████▎ 61% of 2024");
        assertThat(blocks).contains("            CN from US 28.0 bn  ███████████████████████▍ 78%, soya 6.3");
        List<String> withoutBars = ascii.stream()
                .filter(line -> !line.startsWith("Tariff") && !line.startsWith("Trade") && !line.contains("#"))
                .toList();
        assertThat(blocks)
                .containsAll(withoutBars.stream()
                        .filter(line -> !line.contains("normal") && !line.contains("below 30"))
                        .toList());
    }

    @Test
    void brailleDrawsChartsAndNothingElseInAnotherWay() {
        List<String> blocks = demo(BLOCKS);
        List<String> braille = demo(new Look(Look.Charts.BRAILLE, false));
        assertFits(braille);
        assertThat(braille).hasSameSizeAs(blocks);
        List<String> others =
                braille.stream().filter(line -> !blocks.contains(line)).toList();
        assertThat(others)
                .hasSizeBetween(4, 12)
                .allMatch(line -> line.matches(".*([\u2800-\u28ff]|left US|=====|Displayed US tariff).*"));
    }

    @Test
    void accessibleModeTellsFactsInSentences() {
        RoundTopic topic = new RoundTopic(WORDING, 12);
        List<String> lines = new ArrayList<>(OpeningCard.lines(Look.ACCESSIBLE, ViewFixture.BUSAN));
        RoundView before = null;
        for (RoundView view : DemoCourse.rounds()) {
            lines.addAll(Look.ACCESSIBLE.lines(topic.page(view, before, RoundTalk.NONE)));
            lines.add("");
            before = view;
        }
        lines.addAll(report(Look.ACCESSIBLE));
        assertFits(lines);
        String text = String.join("\n", lines);
        assertThat(text).doesNotContain("  ", "#", "->", "|", "+");
        Golden.check(getClass(), "accessible", lines);
    }

    @Test
    void colourRemovedIsTheGoldenText() {
        for (Tint.Ground ground : Tint.Ground.values()) {
            List<String> plain = demo(Look.PLAIN);
            List<String> tinted = new Tint(ground).lines(plain);
            assertThat(tinted.stream().map(Tint::removed).toList()).isEqualTo(plain);
            if (ground == Tint.Ground.NONE) {
                assertThat(tinted).isEqualTo(plain);
            } else {
                assertThat(tinted).isNotEqualTo(plain);
            }
        }
    }

    private static void assertFits(List<String> lines) {
        assertThat(lines).allMatch(line -> TextWidth.width(line) <= 80, "at most 80 columns");
        assertThat(lines).allMatch(line -> line.equals(line.stripTrailing()), "no blanks at the end");
    }
}
