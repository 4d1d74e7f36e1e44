package dev.truce.app.host.matches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;

/** {@link RecoveryTest} with as many matches as a server has rooms, and how quick it is. */
@Tag("campaign")
class RecoveryCampaignTest extends RecoveryTest {
    @Override
    int matches() {
        return 900;
    }

    @Override
    int rounds() {
        return 11;
    }

    @Override
    int starts() {
        return 10;
    }

    @Override
    List<String> options() {
        // As a server has them; the matches of two starts are in memory at once.
        return List.of("-Xmx1g");
    }

    @Override
    void judge(String said) {
        System.out.println(said.lines()
                .filter(line -> line.startsWith("back "))
                .findFirst()
                .orElse(said));
        assertThat(said).contains("back 900 inputs 40500 ");
    }
}
