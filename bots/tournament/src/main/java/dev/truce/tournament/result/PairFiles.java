package dev.truce.tournament.result;

import dev.truce.tournament.row.CallRow;
import dev.truce.tournament.row.ClauseRow;
import dev.truce.tournament.row.ForecastRow;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.row.MoveRow;
import dev.truce.tournament.row.OfferRow;
import dev.truce.tournament.row.PrivateRow;
import dev.truce.tournament.row.RefusalRow;
import dev.truce.tournament.row.RoundRow;
import dev.truce.tournament.row.StatementRow;
import dev.truce.tournament.stats.ScoredPair;
import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.TableForm;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pair as it goes to disk, or first from another machine to this one.
 *
 * @param pair index of the pair
 * @param scored what comparisons need of it
 * @param parts what each of the files gets, in the order of {@link #names}
 * @param records the record of match 1 and 2; none if they are no files of their own
 */
public record PairFiles(int pair, ScoredPair scored, List<byte[]> parts, List<byte[]> records) implements Serializable {
    /** The tables that grow pair by pair in each tournament of the first edition. */
    private static final List<ResultTable<?>> FIRST =
            List.of(MatchRow.TABLE, RoundRow.TABLE, MoveRow.TABLE, RefusalRow.TABLE);

    /** The tables that grow pair by pair in each tournament. */
    public static final List<ResultTable<?>> TABLES = Stream.concat(
                    FIRST.stream(), Stream.of(OfferRow.TABLE, StatementRow.TABLE, PrivateRow.TABLE))
            .toList();

    /** Returns the tables that grow pair by pair; a tournament with models has those of what they were asked and of what was promised in secret. */
    public static List<ResultTable<?>> tables(TournamentSettings settings) {
        List<ResultTable<?>> tables = new ArrayList<>(settings.tables().isFirst() ? FIRST : TABLES);
        if (settings.hasModel()) {
            tables.add(CallRow.TABLE);
            tables.add(ForecastRow.TABLE);
            tables.add(ClauseRow.TABLE);
        }
        return tables;
    }

    /** Returns the files that grow pair by pair, those of a table one after the other, records at last. */
    static List<GrownFile> files(TournamentSettings settings) {
        TableChoice choice = settings.tables();
        List<GrownFile> files = new ArrayList<>();
        for (ResultTable<?> table : tables(settings)) {
            for (TableForm form : choice.grown()) {
                files.add(choice.isParquetAlone() ? GrownFile.staged(table) : GrownFile.of(table, form));
            }
        }
        if (settings.records() == RecordChoice.PACKED) {
            files.add(GrownFile.RECORDS);
        }
        return files;
    }

    /** Returns the names of these files within the folder. */
    public static List<String> names(TournamentSettings settings) {
        return files(settings).stream().map(GrownFile::path).toList();
    }
}
