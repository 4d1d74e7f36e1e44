package dev.truce.tournament.dataset;

import dev.truce.story.words.Language;
import dev.truce.tournament.report.Results;
import dev.truce.tournament.report.TournamentReport;
import dev.truce.tournament.result.Reckoning;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.ResultFolder;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TournamentTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes beside the results of a tournament what makes a data set of them. It depends on the results and on what its makers say alone, so
 * that the same file gives the same sums.
 *
 * @param files how many files it has, that of the sums left out
 * @param bytes how many bytes they have
 */
public record DataSet(int files, long bytes) {
    /** What the makers say, as they wrote it. */
    public static final String SOURCE = "dataset.yaml";

    /** Most pairs of a sample. */
    public static final int MAX_SAMPLE = DataSample.MAX_PAIRS;

    /**
     * Writes it.
     *
     * @param folder of a tournament that is over
     * @param card its card
     * @param about what its makers say
     * @param source the text in which they say it
     * @param sample how many pairs a sample has; 0 for no sample
     */
    public static DataSet write(Path folder, RunCard card, DataSetAbout about, String source, int sample)
            throws IOException, ResultException {
        TournamentTables tables =
                Reckoning.of(folder, card.names(), card.settings()).tables();
        ResultFolder.write(folder.resolve(SOURCE), source);
        // In one language, whatever that of the terminal is.
        TournamentReport.write(folder, Results.of(folder, card, tables), Language.EN);
        Map<String, Long> rows = new DataSample(folder, card, sample).write(tables.grown());
        for (Language language : Language.values()) {
            Files.deleteIfExists(folder.resolve(DataSetCard.file(language)));
        }
        Files.deleteIfExists(folder.resolve(Croissant.FILE));
        List<FileSum> data = FileSum.of(folder);
        for (Language language : Language.values()) {
            DataSetCard text = new DataSetCard(about, card, tables, rows, language);
            ResultFolder.write(
                    folder.resolve(DataSetCard.file(language)),
                    text.markdown(data.stream().mapToLong(FileSum::bytes).sum()));
        }
        ResultFolder.write(folder.resolve(Croissant.FILE), new Croissant(about, data, tables).json());
        List<FileSum> all = FileSum.of(folder);
        StringBuilder sums = new StringBuilder();
        all.forEach(file -> sums.append(file.line()));
        ResultFolder.write(folder.resolve(FileSum.SUMS), sums.toString());
        return new DataSet(all.size(), all.stream().mapToLong(FileSum::bytes).sum());
    }
}
