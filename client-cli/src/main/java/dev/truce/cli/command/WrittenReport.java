package dev.truce.cli.command;

import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.report.Results;
import dev.truce.tournament.report.TournamentReport;
import dev.truce.tournament.report.picture.JavaPainter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the page and the pictures of a tournament, and says which pictures could not be drawn. */
final class WrittenReport {
    private WrittenReport() {}

    /** Returns what is told about it: nothing if all is there. */
    static List<String> write(Path folder, Results results) throws IOException {
        return notes(TournamentReport.write(folder, results, new JavaPainter()));
    }

    static List<String> notes(TournamentReport.Written written) {
        return written.leftOut().isEmpty()
                ? List.of()
                : TextWidth.wrap(
                        "", Texts.of("report.left-out", String.join(", ", written.leftOut()), written.reason()));
    }
}
