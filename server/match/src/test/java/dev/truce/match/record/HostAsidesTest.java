package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.match.deed.By;
import dev.truce.match.deed.HostAct;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of what the host says a record keeps. */
class HostAsidesTest {
    private static final String LONG = "\u8bf7".repeat(280);

    private final HostAsides asides = new HostAsides();

    private void says(int round, String text) {
        asides.add(round, new By.Desk(1), new HostAct.Announce(0, text));
    }

    @Test
    void aLineOfARecordCanBeReadAgainHoweverMuchIsSaid() {
        for (int i = 0; i < 100; i++) {
            says(1, LONG);
        }
        List<String> kept = asides.of(1).cn();
        assertThat(kept).isNotEmpty();
        assertThat(kept.stream().mapToInt(String::length).sum())
                .isBetween(HostAsides.MAX_A_ROUND - LONG.length() - 50, HostAsides.MAX_A_ROUND);
        says(1, "short");
        assertThat(asides.of(1).cn()).as("what fits still fits").hasSize(kept.size() + 1);
    }

    @Test
    void aRecordFitsIntoOneMessageHoweverMuchIsSaid() {
        int bytes = 0;
        for (int round = 1; round <= 64; round++) {
            for (int i = 0; i < 10; i++) {
                says(round, LONG);
            }
            for (String comment : asides.of(round).cn()) {
                bytes += comment.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        assertThat(bytes).isBetween(HostAsides.MAX_A_MATCH - 1_000, HostAsides.MAX_A_MATCH);
    }

    @Test
    void whatHasItsOwnLineIsNoComment() {
        asides.add(1, new By.Host(), new HostAct.EndWith(4));
        asides.add(1, new By.Host(), new HostAct.PlayCard(1, "leak CN.SOY"));
        asides.add(1, new By.Host(), new HostAct.Pause());
        assertThat(asides.of(1).cn()).containsExactly("{\"host: PAUSE\"}");
    }
}
