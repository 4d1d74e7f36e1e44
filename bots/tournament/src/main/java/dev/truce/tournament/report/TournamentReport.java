package dev.truce.tournament.report;

import dev.truce.story.words.Language;
import dev.truce.tournament.result.ResultFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The report of a folder: {@code report.html}. */
public final class TournamentReport {
    /** Name of the page. */
    public static final String PAGE = "report.html";

    private TournamentReport() {}

    /**
     * Writes the report of a tournament that is over. The same folder gives the same page, byte for byte.
     *
     * @param folder of the tournament
     * @param results what was read from it
     * @param language of its texts
     * @throws IOException if the folder cannot be written
     */
    public static void write(Path folder, Results results, Language language) throws IOException {
        ResultFolder.write(
                folder.resolve(PAGE), ReportPage.of(results, Words.in(language)).getBytes(StandardCharsets.UTF_8));
    }
}
