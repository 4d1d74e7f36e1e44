package dev.truce.tournament.report;

import dev.truce.tournament.report.picture.Painter;
import dev.truce.tournament.report.picture.Picture;
import dev.truce.tournament.report.picture.UnpaintableException;
import dev.truce.tournament.result.ResultFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The report of a folder: {@code report.html}, and a PNG file of each of its pictures. */
public final class TournamentReport {
    /** Name of the page. */
    public static final String PAGE = "report.html";

    /** Name of the folder of pictures. */
    public static final String PICTURES = "pictures";

    private TournamentReport() {}

    /**
     * What was written beside the page.
     *
     * @param leftOut files of pictures that could not be drawn; the page has all pictures nevertheless
     * @param reason what the drawing library said of the first, or empty
     */
    public record Written(List<String> leftOut, String reason) {
        public Written {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Writes the report of a tournament that is over. The same folder gives the same page, byte for byte, and on the same
     * machine the same pictures.
     *
     * @param folder of the tournament
     * @param results what was read from it
     * @param painter draws the files of pictures
     * @throws IOException if the folder cannot be written
     */
    public static Written write(Path folder, Results results, Painter painter) throws IOException {
        Pictures pictures = Pictures.of(results);
        ResultFolder.write(
                folder.resolve(PAGE), ReportPage.of(results, pictures).getBytes(StandardCharsets.UTF_8));
        List<String> leftOut = new ArrayList<>();
        String reason = "";
        Files.createDirectories(folder.resolve(PICTURES));
        for (Picture picture : pictures.all()) {
            String name = PICTURES + "/" + picture.name() + ".png";
            try {
                ResultFolder.write(folder.resolve(name), painter.png(picture));
            } catch (UnpaintableException unable) {
                reason = leftOut.isEmpty() ? String.valueOf(unable.getMessage()) : reason;
                leftOut.add(name);
            }
        }
        return new Written(leftOut, reason);
    }
}
