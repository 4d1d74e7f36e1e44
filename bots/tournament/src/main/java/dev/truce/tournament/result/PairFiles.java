package dev.truce.tournament.result;

import dev.truce.tournament.stats.ScoredPair;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A pair as it goes to disk, or first from another machine to this one.
 *
 * @param pair index of the pair
 * @param scored what comparisons need of it
 * @param parts what each of the files gets, in the order of {@link #NAMES}
 * @param records the record of match 1 and 2; none if they are not kept
 */
public record PairFiles(int pair, ScoredPair scored, List<byte[]> parts, List<byte[]> records) implements Serializable {
    /** The files that grow pair by pair. */
    public static final List<String> NAMES = names();

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (ResultTable table : MatchTables.all()) {
            names.add(table.name() + ".csv");
            names.add(table.name() + ".jsonl");
        }
        return List.copyOf(names);
    }
}
