package dev.truce.bot.line.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.BySide;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordBindingTest {
    private record Row(int round, BySide<Boolean> opened, List<String> words) {}

    @Test
    void whatARecordHasComesBackFromItsJson() {
        Row row = new Row(3, new BySide<>(true, false), List.of("a", "b"));
        Map<String, Object> read = JsonText.object(JsonText.write(RecordBinding.of(row)));
        assertThat(RecordBinding.read(Row.class, "row", read)).isEqualTo(row);
    }
}
