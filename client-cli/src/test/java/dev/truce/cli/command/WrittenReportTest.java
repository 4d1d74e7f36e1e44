package dev.truce.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.tournament.report.TournamentReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenReportTest {
    @Test
    void picturesThatCouldNotBeDrawnAreNamedWithWhatToInstall() {
        assertThat(WrittenReport.notes(new TournamentReport.Written(List.of(), "")))
                .isEmpty();
        String note = String.join(
                " ",
                WrittenReport.notes(new TournamentReport.Written(
                        List.of("pictures/seats.png", "pictures/standings.png"), "no fontconfig")));
        assertThat(note)
                .startsWith("warning: pictures/seats.png, pictures/standings.png could not be drawn (no fontconfig).")
                .contains("apt-get install fontconfig fonts-dejavu-core")
                .contains("truce report");
    }
}
