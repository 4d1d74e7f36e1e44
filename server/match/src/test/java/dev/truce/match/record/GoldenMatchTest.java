package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.TreatyChange;
import dev.truce.match.record.verify.Verification;
import dev.truce.match.referee.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Pins a whole match, so that a reviewer sees a change of the rules as text. After one that is meant, refresh the files with
 * {@code mvn -Pquick -pl server/match -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=GoldenMatchTest -Dtruce.golden=refresh test}.
 */
class GoldenMatchTest {
    private static final Path FILES = Path.of("src", "test", "resources", "dev", "truce", "match", "record", "golden");
    private static final Table TABLE = GoldenMatch.play();

    private static void isAsBefore(String name, String now) throws IOException {
        if ("refresh".equals(System.getProperty("truce.golden"))) {
            Files.createDirectories(FILES);
            Files.writeString(FILES.resolve(name), now, StandardCharsets.UTF_8);
        }
        assertThat(now).isEqualTo(Files.readString(FILES.resolve(name), StandardCharsets.UTF_8));
    }

    @Test
    void itsTranscriptIsAsBefore() throws IOException {
        isAsBefore("match.txt", GoldenMatch.transcript(TABLE));
    }

    @Test
    void itsRecordIsAsBeforeInBothForms() throws IOException {
        isAsBefore("match.twg", Records.text(TABLE.referee.record()));
        isAsBefore("match.jsonl", Records.json(TABLE.referee.record()));
    }

    @Test
    void theCommittedRecordVerifies() throws IOException {
        assertThat(Verification.verify(Files.readAllBytes(FILES.resolve("match.twg")), Records.SHELF))
                .isInstanceOfSatisfying(
                        Verification.Verified.class,
                        verified -> assertThat(verified.rounds()).isEqualTo(12));
    }

    /** A golden file that meets little pins little. */
    @Test
    void itMeetsWhatTheRulesHave() {
        List<RoundReport> reports = TABLE.referee.reports();
        assertThat(reports).anyMatch(report -> report.us().isUnjustifiedBreach());
        assertThat(reports)
                .anyMatch(report -> report.us().snapBackRight() || report.cn().snapBackRight());
        assertThat(reports)
                .anyMatch(report -> report.us().reallyCaught() || report.cn().reallyCaught());
        assertThat(reports).anyMatch(report -> !report.fallbacks().isEmpty());
        assertThat(reports).anyMatch(report -> !report.prevented().isEmpty());
        assertThat(reports).anyMatch(report -> report.events().contains(RoundEvent.SUMMIT));
        assertThat(reports).anyMatch(report -> report.events().contains(RoundEvent.INVESTIGATION_CONCLUDED));
        assertThat(reports)
                .anyMatch(report -> report.change() != TreatyChange.NONE
                        || !report.expired().isEmpty());
        assertThat(TABLE.referee.record().rounds())
                .extracting(round -> round.closed().cn())
                .contains(OrdersOrigin.SEALED, OrdersOrigin.ABSENT);
    }
}
