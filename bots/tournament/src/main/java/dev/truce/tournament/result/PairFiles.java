package dev.truce.tournament.result;

import dev.truce.tournament.row.CallRow;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.row.MoveRow;
import dev.truce.tournament.row.RefusalRow;
import dev.truce.tournament.row.RoundRow;
import dev.truce.tournament.stats.ScoredPair;
import dev.truce.tournament.table.ResultTable;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pair as it goes to disk, or first from another machine to this one.
 *
 * @param pair index of the pair
 * @param scored what comparisons need of it
 * @param parts what each of the files gets, in the order of {@link #tables}
 * @param records the record of match 1 and 2; none if they are not kept
 */
public record PairFiles(int pair, ScoredPair scored, List<byte[]> parts, List<byte[]> records) implements Serializable {
    /** The tables that grow pair by pair in each tournament. */
    public static final List<ResultTable<?>> TABLES =
            List.of(MatchRow.TABLE, RoundRow.TABLE, MoveRow.TABLE, RefusalRow.TABLE);

    private static final List<ResultTable<?>> TABLES_OF_MODELS =
            Stream.concat(TABLES.stream(), Stream.of(CallRow.TABLE)).toList();

    /** The files that grow pair by pair in each tournament. */
    public static final List<String> NAMES = names(TABLES);

    /** Returns the tables that grow pair by pair; a tournament with models has one of their calls. */
    public static List<ResultTable<?>> tables(TournamentSettings settings) {
        return settings.hasModel() ? TABLES_OF_MODELS : TABLES;
    }

    /** Returns the files of tables, in their order. */
    static List<String> names(List<ResultTable<?>> tables) {
        return tables.stream()
                .flatMap(table -> Stream.of(table.file(), table.name() + ".jsonl"))
                .toList();
    }
}
