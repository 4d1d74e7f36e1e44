package dev.truce.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearWordTest {
    @Test
    void oneWordIsNamedOnlyIfItIsNearerThanAllOthers() {
        assertThat(NearWord.one("comit", List.of("commit", "count"))).contains("commit");
        assertThat(NearWord.one("his", List.of("history", "hint"))).contains("history");
        assertThat(NearWord.one("re", List.of("ready", "record"))).isEmpty();
        assertThat(NearWord.one("zzzz", List.of("ready"))).isEmpty();
        assertThat(NearWord.one("raedy", List.of("ready", "reads"))).contains("ready");
        assertThat(NearWord.one("READY", List.of("ready", "ready!"))).contains("ready");
    }

    @Test
    void atMostTwoWordsAreNearTheNearestFirst() {
        assertThat(NearWord.all("DUTY", List.of("PORT", "DUTY301", "DUTY232", "DUTYX")))
                .containsExactly("DUTY301", "DUTY232");
        assertThat(NearWord.all("PROT", List.of("FENT", "PORT"))).containsExactly("PORT");
        assertThat(NearWord.all("x", List.of("y", "xy"))).isEmpty();
        assertThat(NearWord.all("", List.of("y"))).isEmpty();
        assertThat(NearWord.all("y".repeat(49), List.of("yy"))).isEmpty();
    }

    @Test
    void theNearestOfAllIsTheFirstWithTheFewestChanges() {
        assertThat(NearWord.nearest("Hold", List.of("mould", "old", "gold"))).isEqualTo("old");
        assertThat(NearWord.nearest("q".repeat(100_000), List.of("a", "b"))).isEqualTo("a");
        assertThatThrownBy(() -> NearWord.nearest("a", List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
