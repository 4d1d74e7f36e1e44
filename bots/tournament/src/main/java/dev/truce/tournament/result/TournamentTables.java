package dev.truce.tournament.result;

import dev.truce.tournament.row.ArenaRow;
import dev.truce.tournament.row.ColumnRow;
import dev.truce.tournament.row.ComparisonRow;
import dev.truce.tournament.row.FieldRow;
import dev.truce.tournament.row.FixtureRow;
import dev.truce.tournament.row.PayoffRow;
import dev.truce.tournament.row.RatingRow;
import dev.truce.tournament.row.SprtRow;
import dev.truce.tournament.row.StandingRow;
import dev.truce.tournament.stats.Scores;
import dev.truce.tournament.table.FilledTable;
import dev.truce.tournament.table.ResultTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tables of a tournament.
 *
 * @param scores what they follow from
 * @param standings a row for each bot, by place
 * @param fixtures a row for each two bots that met
 * @param comparisons a row for every two bots
 * @param payoffs a row for each bot and bot that it met
 * @param ratings a row for each bot and seat
 * @param metagame a row for each bot, if everybody was to meet everybody and itself; none if pairs are void
 * @param sprt one row if there was a sequential test
 * @param arena a row for each bot by tier, if a model plays
 * @param grown the tables that grew pair by pair
 */
public record TournamentTables(
        Scores scores,
        List<StandingRow> standings,
        List<FixtureRow> fixtures,
        List<ComparisonRow> comparisons,
        List<PayoffRow> payoffs,
        List<RatingRow> ratings,
        Optional<List<FieldRow>> metagame,
        List<SprtRow> sprt,
        List<ArenaRow> arena,
        List<ResultTable<?>> grown) {

    /** Returns those that there are, without the dictionary of columns. */
    public List<FilledTable<?>> all() {
        List<FilledTable<?>> tables = new ArrayList<>(List.of(
                new FilledTable<>(StandingRow.TABLE, standings),
                new FilledTable<>(FixtureRow.TABLE, fixtures),
                new FilledTable<>(ComparisonRow.TABLE, comparisons),
                new FilledTable<>(PayoffRow.TABLE, payoffs),
                new FilledTable<>(RatingRow.TABLE, ratings)));
        metagame.ifPresent(rows -> tables.add(new FilledTable<>(FieldRow.TABLE, rows)));
        if (!sprt.isEmpty()) {
            tables.add(new FilledTable<>(SprtRow.TABLE, sprt));
        }
        if (!arena.isEmpty()) {
            tables.add(new FilledTable<>(ArenaRow.TABLE, arena));
        }
        return tables;
    }

    /** Returns the dictionary of all files, itself included. */
    public FilledTable<ColumnRow> dictionary() {
        return dictionary(all());
    }

    private FilledTable<ColumnRow> dictionary(List<FilledTable<?>> tables) {
        List<ResultTable<?>> all = new ArrayList<>(grown);
        tables.forEach(filled -> all.add(filled.table()));
        all.add(ColumnRow.TABLE);
        return new FilledTable<>(ColumnRow.TABLE, ColumnRow.of(all));
    }

    /** Returns all that a folder has. */
    List<FilledTable<?>> files() {
        return withDictionary(all());
    }

    /** Returns all that a folder has that the first edition of the tables wrote. */
    List<FilledTable<?>> filesOfFirst() {
        List<FilledTable<?>> first = new ArrayList<>();
        all().forEach(table -> first.add(table.first()));
        return withDictionary(first);
    }

    private List<FilledTable<?>> withDictionary(List<FilledTable<?>> tables) {
        List<FilledTable<?>> files = new ArrayList<>(tables);
        files.add(dictionary(tables));
        return files;
    }

    public void write(Path folder) throws IOException {
        for (FilledTable<?> filled : files()) {
            ResultFolder.write(folder.resolve(filled.table().file()), filled.csv());
        }
    }
}
