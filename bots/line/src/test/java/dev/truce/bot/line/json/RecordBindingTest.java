package dev.truce.bot.line.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.BySide;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordBindingTest {
    private record Row(int round, List<Integer> dates, BySide<Boolean> opened, List<String> words) {}

    @Test
    void whatARecordHasComesBackFromItsJson() {
        Row row = new Row(3, List.of(4, 9, -1), new BySide<>(true, false), List.of("a", "b"));
        Map<String, Object> read = JsonText.object(JsonText.write(RecordBinding.of(row)));
        assertThat(RecordBinding.read(Row.class, "row", read)).isEqualTo(row);
    }

    @Test
    void aListOfWholeNumbersHasNothingElse() {
        for (String dates : List.of("4", "[\"4\"]", "[4.5]", "[4, 3000000000]", "[null]")) {
            String json = "{\"round\": 3, \"dates\": " + dates
                    + ", \"opened\": {\"US\": true, \"CN\": false}, \"words\": []}";
            assertThatThrownBy(() -> RecordBinding.read(Row.class, "row", JsonText.object(json)))
                    .as(dates)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("dates");
        }
    }
}
