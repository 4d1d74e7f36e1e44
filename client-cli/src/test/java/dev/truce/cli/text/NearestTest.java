package dev.truce.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void theNearestWordIsNamedOnlyIfItIsTheOnlyOne() {
        assertThat(Nearest.to("comit", List.of("commit", "count"))).contains("commit");
        assertThat(Nearest.to("his", List.of("history", "hint"))).contains("history");
        assertThat(Nearest.to("re", List.of("ready", "record"))).isEmpty();
        assertThat(Nearest.to("zzzz", List.of("ready"))).isEmpty();
        assertThat(Nearest.to("raedy", List.of("ready", "reads"))).contains("ready");
    }
}
