package dev.truce.tournament.dataset;

import dev.truce.tournament.result.KeptRecords;
import dev.truce.tournament.result.RecordChoice;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.ResultFolder;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TableLines;
import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.RowText;
import dev.truce.tournament.table.TableForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Some pairs of a tournament as CSV and text, for who wants to look before he fetches all of it. */
final class DataSample {
    /** More pairs are no sample. */
    static final int MAX_PAIRS = 1_000;

    private static final String FOLDER = "sample";

    private final Path folder;
    private final RunCard card;
    private final SortedSet<Integer> pairs = new TreeSet<>();

    /**
     * Chooses pairs that lie equally far from each other.
     *
     * @param count how many, at most {@value #MAX_PAIRS}; all if there are fewer
     */
    DataSample(Path folder, RunCard card, int count) {
        this.folder = folder;
        this.card = card;
        for (int i = 0; i < Math.min(count, card.played()); i++) {
            pairs.add(Math.toIntExact((long) i * card.played() / Math.min(count, card.played())));
        }
    }

    /**
     * Writes the sample.
     *
     * @param tables all that grew with the matches
     * @return how many rows each of them has in all, by its name
     */
    Map<String, Long> write(List<ResultTable<?>> tables) throws IOException, ResultException {
        Map<String, Long> rows = new HashMap<>();
        Path out = folder.resolve(FOLDER);
        if (!pairs.isEmpty()) {
            Files.createDirectories(out);
        }
        for (ResultTable<?> table : tables) {
            RowText<?> text = new RowText<>(table, List.of(TableForm.CSV));
            long count = 0;
            try (TableLines lines = TableLines.open(folder, table)) {
                for (String line = lines.next(); line != null; line = lines.next()) {
                    List<String> cells = lines.cells(line);
                    if (pairs.contains(Integer.valueOf(cells.get(0)))) {
                        text.copy(cells);
                    }
                    count++;
                }
            }
            rows.put(table.name(), count);
            if (!pairs.isEmpty()) {
                byte[] header = table.header().getBytes(StandardCharsets.UTF_8);
                byte[] body = text.takeCsv();
                byte[] all = Arrays.copyOf(header, header.length + body.length);
                System.arraycopy(body, 0, all, header.length, body.length);
                ResultFolder.write(out.resolve(table.file()), all);
            }
        }
        records(out);
        return rows;
    }

    private void records(Path out) throws IOException, ResultException {
        if (card.settings().records() == RecordChoice.NONE) {
            return;
        }
        try (KeptRecords source = KeptRecords.open(folder, card.settings())) {
            for (int pair : pairs) {
                for (int match = 1; match <= 2; match++) {
                    Path file = ResultFolder.record(out, pair, match);
                    Files.createDirectories(file.getParent());
                    ResultFolder.write(file, source.read(pair, match));
                }
            }
        }
    }
}
