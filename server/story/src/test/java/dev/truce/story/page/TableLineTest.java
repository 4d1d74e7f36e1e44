package dev.truce.story.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of tables as lines of text, also where a text is as wide as its column or wider. */
class TableLineTest {
    private static final int WIDTH = 7;

    private static Block.Column column(boolean right) {
        return right ? Block.Column.right("", WIDTH) : Block.Column.left("", WIDTH);
    }

    /** Each of three columns is on either side, and each text narrower, as wide, wider or empty. */
    @Test
    void aBlankStandsBetweenTwoTextsWhateverTheirWidths() {
        List<String> texts = List.of("", "1of2", "6_of_10", "10_of_10", "a_long_one");
        int rows = 0;
        for (int sides = 0; sides < 8; sides++) {
            List<Block.Column> columns =
                    List.of(column((sides & 1) > 0), column((sides & 2) > 0), column((sides & 4) > 0));
            Block.Table table = new Block.Table(columns, List.of());
            for (String first : texts) {
                for (String second : texts) {
                    for (String third : texts) {
                        List<String> row = List.of(first, second, third);
                        List<String> cells = new ArrayList<>(row);
                        cells.removeIf(String::isEmpty);
                        String line = table.line(row);
                        List<String> shown = line.isBlank()
                                ? List.of()
                                : List.of(line.strip().split(" +"));
                        assertThat(shown).as("%s in %s", row, columns).isEqualTo(cells);
                        rows++;
                    }
                }
            }
        }
        assertThat(rows).isEqualTo(1_000);
    }

    @Test
    void aColumnIsInItsPlaceAgainAfterOneThatWasTooWide() {
        Block.Table table = new Block.Table(
                List.of(column(false), column(true), column(true), column(false), column(false)), List.of());
        String wide = table.line(List.of("said", "6 of 7", "10 of 10", "  ", "word"));
        String narrow = table.line(List.of("said", "6 of 7", "1 of 1", "  ", "word"));
        assertThat(wide).contains("6 of 7 10 of 10 ");
        assertThat(wide.indexOf("word")).isEqualTo(narrow.indexOf("word")).isEqualTo(4 * WIDTH);
        String again = new Block.Table(List.of(column(true), column(true), column(true)), List.of())
                .line(List.of("a_long_one", "1", "2"));
        assertThat(again).isEqualTo("a_long_one   1      2");
    }
}
