package dev.truce.app.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.encoding.ClassSeed;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.scenario.Scenarios;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hands differ from table to table, and each comes up about equally often. */
class TableHandsTest {
    private static final SecureRandom UNUSED = new SecureRandom();
    private static final String TEXT = "7f3a91c2d84be650a1f79c3d5e82b064";

    private static List<Integer> tables(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    private static MatchState start(Rules rules, long ofTable) {
        MatchSetup usual = rules.setup(99);
        return rules.start(new MatchSetup(99, ofTable, usual.horizon(), usual.calendar(), usual.conditions()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025", "class-8", "symmetric", "busan-2025-r1"})
    void eachPairOfTypesAndEachHandOfRedLinesComesUpAboutEquallyOften(String scenario) {
        Rules rules = Rules.of(Scenarios.named(scenario));
        ClassSeed seed = ClassSeed.of(null, UNUSED);
        List<Long> seeds = TableHands.seeds(rules, seed::ofTable, tables(60));
        assertThat(new HashSet<>(seeds)).hasSize(60);
        List<Map<Object, Integer>> counts = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (long each : seeds) {
            MatchState start = start(rules, each);
            counts.get(0).merge(List.of(start.us().type() > 1, start.cn().type() > 1), 1, Integer::sum);
            for (Side side : Side.values()) {
                counts.get(1 + side.ordinal()).merge(start.redLines().of(side), 1, Integer::sum);
            }
        }
        assertThat(counts.get(0)).hasSize(4);
        for (Map<Object, Integer> each : counts) {
            int most = each.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
            int fewest =
                    each.values().stream().mapToInt(Integer::intValue).min().orElseThrow();
            assertThat(most - fewest).as("%s", each).isLessThanOrEqualTo(1);
        }
        assertThat(counts.get(1).keySet()).hasSize(hands(rules, Side.US));
        assertThat(counts.get(2).keySet()).hasSize(hands(rules, Side.CN));
    }

    private static int hands(Rules rules, Side side) {
        int among = rules.scenario().redLines().candidates().of(side).size();
        return switch (rules.scenario().redLines().perSide()) {
            case 0 -> 1;
            case 1 -> among;
            case 2 -> among * (among - 1) / 2;
            default -> throw new IllegalArgumentException("no such scenario is shipped");
        };
    }

    @Test
    void aTextGivesTheSameHandsEverywhereAndAnotherTextOthers() {
        Rules rules = Rules.of(Scenarios.busan2025());
        ClassSeed seed = ClassSeed.of(TEXT, UNUSED);
        List<Long> seeds = TableHands.seeds(rules, seed::ofTable, tables(12));
        ClassSeed again = ClassSeed.of("  " + TEXT + " ", UNUSED);
        assertThat(again.common()).isEqualTo(seed.common());
        assertThat(TableHands.seeds(rules, again::ofTable, tables(12))).isEqualTo(seeds);
        ClassSeed other = ClassSeed.of(TEXT + "5", UNUSED);
        assertThat(other.common()).isNotEqualTo(seed.common());
        assertThat(TableHands.seeds(rules, other::ofTable, tables(12))).doesNotContainAnyElementsOf(seeds);
    }

    /** The documented way from a text to seeds: PBKDF2-HMAC-SHA256 with 100,000 rounds, then HMAC-SHA256. */
    @Test
    void theWayFromATextToSeedsIsTheDocumentedOne() {
        ClassSeed seed = ClassSeed.of(TEXT, UNUSED);
        assertThat(seed.common()).isEqualTo(827_694_801_798_332_674L);
        assertThat(seed.ofTable(3, 1)).isEqualTo(-5_574_835_586_848_166_154L);
        assertThat(seed.toString()).isEqualTo("ClassSeed[chosen]");
    }

    @Test
    void noSeedOfAClassTellsAnother() {
        ClassSeed seed = ClassSeed.of(null, UNUSED);
        List<Long> all = new ArrayList<>(List.of(seed.common()));
        for (int table : tables(150)) {
            all.add(seed.ofTable(table, 0));
            all.add(seed.ofTable(table, 1));
        }
        assertThat(all).doesNotHaveDuplicates();
        assertThat(seed.seed(5, UNUSED).isChosen()).isFalse();
        assertThat(seed.seed(5, UNUSED).salt())
                .as("each table has a salt of its own")
                .isNotEqualTo(seed.seed(5, UNUSED).salt());
        assertThat(ClassSeed.of(TEXT, UNUSED).seed(5, UNUSED).isChosen()).isTrue();
    }
}
