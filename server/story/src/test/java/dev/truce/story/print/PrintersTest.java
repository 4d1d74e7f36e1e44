package dev.truce.story.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.BySide;
import dev.truce.story.page.Block;
import dev.truce.story.page.Chart;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.page.Waterfall;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintersTest {
    private static final Look BLOCKS = new Look(Look.Charts.BLOCK, false);

    private static Page drawn(Block block) {
        return Page.of(List.of(Part.named("part").drawn(block)));
    }

    private static List<String> columns(Block block) {
        return new ColumnsPrinter().lines(drawn(block));
    }

    private static String html(Block block) {
        return new HtmlPrinter().html(drawn(block));
    }

    @Test
    void sidesStandBesideEachOtherWhereTheyFit() {
        assertThat(columns(new Block.Sides("Orders", 12, new BySide<>("RECIP 10->20", "hold"))))
                .containsExactly("Orders      US  RECIP 10->20                   CN  hold");
        assertThat(columns(new Block.Sides("Orders", 12, new BySide<>("x".repeat(31), "hold"))))
                .containsExactly("Orders      US  " + "x".repeat(31), "            CN  hold");
        assertThat(columns(new Block.Sides("Orders", 12, new BySide<>("", "hold"))))
                .containsExactly("Orders      CN  hold");
        assertThat(columns(new Block.Sides("Orders", 12, new BySide<>("", "")))).isEmpty();
        assertThat(html(new Block.Sides("Orders", 12, new BySide<>("a", "b"))))
                .isEqualTo("<p><b>Orders</b> <b class=\"side\">US</b> a</p>\n<p><b class=\"side\">CN</b> b</p>\n");
    }

    @Test
    void gaugesHaveTheirMarkInEveryMedium() {
        Block gauge = new Block.Gauge("Tariff 50 % " + Block.Gauge.PLACE + " shown", 5_000, 30);
        assertThat(columns(gauge)).containsExactly("Tariff 50 % [############|########....................] shown");
        assertThat(new ColumnsPrinter(BLOCKS).lines(drawn(gauge)))
                .containsExactly("Tariff 50 % ████████████│████████ shown");
        assertThat(html(gauge))
                .startsWith("<p>Tariff 50 % <svg ")
                .contains("<rect width=\"50.0\" height=\"10\"/><line x1=\"30\" x2=\"30\"")
                .endsWith("</svg> shown</p>\n");
    }

    @Test
    void barsAreTextWhereNoneCanBeDrawn() {
        Block bars =
                new Block.Bars("Trade", 12, List.of(new Block.Bar("a 1", 50, "half"), new Block.Bar("b", 0, "none")));
        assertThat(columns(bars)).containsExactly("Trade       a 1, half  b, none");
        assertThat(new ColumnsPrinter(BLOCKS).lines(drawn(bars)))
                .containsExactly("Trade       a 1  " + "█".repeat(15) + " half", "            b   none");
    }

    @Test
    void brailleHasFourStepsARowAndAColumnOfDotsForEachSide() {
        Chart bars = Chart.bars("Tariff", List.of(0L, 300L, 330L, 500L, 570L), new Chart.Line(30, "normal", "below"));
        Chart sides = Chart.ofSides(
                "Score", List.of(700L, 725L, 760L), List.of(700L, 775L, 799L), "U US, C CN", "left US, right CN");
        assertThat(new ColumnsPrinter(new Look(Look.Charts.BRAILLE, false))
                        .lines(drawn(new Block.Charts(List.of(bars, sides)))))
                .containsExactly(
                        "Tariff                      Score",
                        " 50 ⠀⠀⠀⣀⣶                    70 ⣀⠌⠊",
                        " 40 ⠀⠀⠀⣿⣿                       123",
                        "    ⠀⣀⣤⣿⣿                       left US, right CN",
                        " 30 ===== normal",
                        " 20 ⣿⣿⣿⣿⣿ below",
                        "    12345");
    }

    @Test
    void textOfStrangersIsEscapedOnWebPages() {
        assertThat(html(Block.Text.of("<script>&\""))).isEqualTo("<p>&lt;script&gt;&amp;&quot;</p>\n");
        assertThat(html(new Block.Labelled("<b>", 4, "a\u00a0b"))).isEqualTo("<p><b>&lt;b&gt;</b> a b</p>\n");
    }

    @Test
    void aPartThatIsNotNamedStaysAfterTheOneBefore() {
        Page page = Page.of(List.of(
                        Part.named("a").said("A.").datum(1),
                        Part.named("b").said("B.").datum(2),
                        Part.named("c").said("C.").datum(3),
                        Part.named("d").said("D.").datum(4)))
                .spokenInOrder("c", "a")
                .programsInOrder("b", "a");
        assertThat(new SentencesPrinter().lines(page)).containsExactly("C.", "D.", "A.", "B.");
        assertThat(new JsonPrinter().text(page)).isEqualTo("{\"b\":2,\"c\":3,\"d\":4,\"a\":1}");
    }

    @Test
    void valuesWithAPathStandInObjects() {
        Page inner = Page.of(List.of(Part.named("x").datum(true)));
        Page page = Page.of(List.of(
                Part.named("us").datum(List.of("us", "score"), 1.5),
                Part.named("us").datum(List.of("us", "breach"), false),
                Part.named("inner").datum(inner)));
        assertThat(new JsonPrinter().text(page))
                .isEqualTo("{\"us\":{\"score\":1.5,\"breach\":false},\"inner\":{\"x\":true}}");
    }

    @Test
    void eachBarOfAWaterfallBeginsWhereTheOneBeforeEnds() {
        Waterfall waterfall = Waterfall.of(
                "Down.", "truce", 800, List.of(Waterfall.part("breach", -151), Waterfall.part("luck", 14)), "round 3");
        assertThat(waterfall.bars())
                .containsExactly(
                        new Waterfall.Bar("truce", 800, 800, true),
                        new Waterfall.Bar("breach", 800, 649, false),
                        new Waterfall.Bar("luck", 649, 663, false),
                        new Waterfall.Bar("round 3", 663, 663, true));
        assertThat(columns(waterfall))
                .containsExactly(
                        "  truce                            80.0  " + "=".repeat(36),
                        "  breach                          -15.1  " + "  " + "-".repeat(34),
                        "  luck                             +1.4  " + "  " + "+".repeat(3),
                        "  round 3                          66.3  " + "=".repeat(5));
        assertThat(html(waterfall))
                .contains("aria-label=\"Down.\"", ">truce</text>", ">+1.4</text>")
                .contains("class=\"f-second\"");
    }
}
