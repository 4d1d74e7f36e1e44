package dev.truce.tournament.result;

import dev.truce.tournament.stats.ScoredPair;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A pair as it goes to disk.
 *
 * @param pair index of the pair
 * @param scored what comparisons need of it
 * @param parts what each of the files gets, in the order of {@link #NAMES}
 * @param records the record of match 1 and 2; none if they are not kept
 */
public record PairFiles(int pair, ScoredPair scored, List<byte[]> parts, List<byte[]> records) {
    /** The files that grow pair by pair. */
    public static final List<String> NAMES = names();

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Table table : MatchTables.all()) {
            names.add(table.name() + ".csv");
            names.add(table.name() + ".jsonl");
        }
        return List.copyOf(names);
    }

    /** Writes a pair out. */
    public static PairFiles of(PairText text, List<String> names) {
        List<byte[]> parts = new ArrayList<>();
        List<List<List<String>>> rows = List.of(text.matches(), text.rounds(), text.moves());
        for (int i = 0; i < rows.size(); i++) {
            Table table = MatchTables.all().get(i);
            StringBuilder csv = new StringBuilder();
            StringBuilder json = new StringBuilder();
            for (List<String> row : rows.get(i)) {
                table.csv(row, csv);
                table.json(row, json);
            }
            parts.add(csv.toString().getBytes(StandardCharsets.UTF_8));
            parts.add(json.toString().getBytes(StandardCharsets.UTF_8));
        }
        List<byte[]> records = new ArrayList<>();
        for (String record : text.records()) {
            records.add(record.getBytes(StandardCharsets.UTF_8));
        }
        ScoredPair scored =
                MatchReader.scored(text.matches().get(0), text.matches().get(1), names);
        return new PairFiles(text.pair(), scored, parts, records);
    }
}
