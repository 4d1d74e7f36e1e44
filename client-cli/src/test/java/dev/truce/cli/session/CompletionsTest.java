package dev.truce.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.seat.SessionQueue;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompletionsTest {
    private final ScriptedConsole completions = new ScriptedConsole("quit");

    @BeforeEach
    void openARound() throws InterruptedException {
        SessionQueue mailbox = new SessionQueue();
        FakeServer server = new FakeServer(mailbox);
        server.begin();
        SessionWords.session(completions, mailbox, server).run();
    }

    @Test
    void firstComeCommandsAndOrders() {
        assertThat(completions.candidates(List.of(), "leg")).containsExactly("legal");
        assertThat(completions.candidates(List.of(), "FE")).containsExactly("FENT=");
        assertThat(completions.candidates(List.of(), "")).contains("state", "commit", "PORT=");
    }

    @Test
    void behindAnEqualsSignComeTheLevelsThatAreLegalNow() {
        assertThat(completions.candidates(List.of(), "fent="))
                .containsExactly("fent=0", "fent=5", "fent=10", "fent=15", "fent=20", "fent=25");
        assertThat(completions.candidates(List.of("try"), "CHIP="))
                .containsExactly("CHIP=licensed", "CHIP=strict", "CHIP=embargo");
        assertThat(completions.candidates(List.of("set", "port"), "1")).containsExactly("110", "140");
        assertThat(completions.candidates(List.of("FENT=5;"), "PORT=5")).containsExactly("PORT=50");
    }

    @Test
    void instrumentsTermsAndRoundsComeWhereTheyBelong() {
        assertThat(completions.candidates(List.of("legal"), "R")).containsExactly("RECIP");
        assertThat(completions.candidates(List.of("state"), "CN.R")).containsExactly("CN.RECIP", "CN.REE7", "CN.REE5");
        assertThat(completions.candidates(List.of("explain"), "rare"))
                .containsExactly("rare earths", "rare-earth supply");
        assertThat(completions.candidates(List.of("show"), "")).containsExactly("round");
        assertThat(completions.candidates(List.of("commit"), "")).isEmpty();
    }
}
