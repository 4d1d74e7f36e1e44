package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.bargain.DealValues;
import dev.truce.engine.bargain.SeriousText;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which proposals a capital takes for a text of its own, and how often that is worked out. */
class SeriousTextTest {
    private static final Rules ONE = Rules.of(Scenarios.busan2025());
    private static final Rules OTHER = Rules.of(Scenarios.load(
            "base: busan-2025\nid: mine\ntitles: {en: \"Mine\", zh: \"我的\"}\n"
                    + "anchors: {war_us: -36, deep_us: 9, war_cn: -27, deep_cn: 7}\nown_text: {fair_share: 0.9}\n",
            "mine.yaml"));

    /** What clauses are worth takes some hundred quarters: matches of two scenarios on one server must not measure it in turns. */
    @Test
    void itIsWorkedOutOnceForEachRulesWhicheverAreAskedInBetween() {
        for (int i = 0; i < 3; i++) {
            assertThat(SeriousText.of(ONE)).isSameAs(SeriousText.of(ONE));
            assertThat(SeriousText.of(OTHER)).isNotSameAs(SeriousText.of(ONE));
        }
        SeriousText first = SeriousText.of(ONE);
        assertThat(SeriousText.of(OTHER)).isSameAs(SeriousText.of(OTHER));
        assertThat(SeriousText.of(ONE)).isSameAs(first);
    }

    @Test
    void threadsThatAskTogetherGetTheSame() {
        Rules rules = Rules.of(ONE.scenario());
        List<SeriousText> found = IntStream.range(0, 8)
                .parallel()
                .mapToObj(unused -> SeriousText.of(rules))
                .distinct()
                .toList();
        assertThat(found).hasSize(1);
        assertThat(DealValues.of(rules)).isSameAs(DealValues.of(rules));
    }

    @Test
    void theTableOfAllPackagesSaysWhatEachPackageSays() {
        for (Rules rules : List.of(ONE, OTHER)) {
            SeriousText texts = SeriousText.of(rules);
            DealValues values = DealValues.of(rules);
            int serious = 0;
            for (Side side : Side.values()) {
                for (boolean chapter : new boolean[] {false, true}) {
                    for (int bits = 0; bits < values.choices(); bits++) {
                        boolean expected = texts.isSerious(values.giving(bits), side, chapter);
                        assertThat(texts.isSerious(bits, side, chapter)).isEqualTo(expected);
                        serious += expected ? 1 : 0;
                    }
                }
            }
            assertThat(serious).isBetween(1, 4 * values.choices() - 1);
        }
    }
}
