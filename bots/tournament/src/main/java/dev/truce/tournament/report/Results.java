package dev.truce.tournament.report;

import dev.truce.tournament.result.Reckoning;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TournamentTables;
import dev.truce.tournament.row.ColumnRow;
import dev.truce.tournament.row.ComparisonRow;
import dev.truce.tournament.row.FieldRow;
import dev.truce.tournament.row.FixtureRow;
import dev.truce.tournament.row.PayoffRow;
import dev.truce.tournament.row.RatingRow;
import dev.truce.tournament.row.SprtRow;
import dev.truce.tournament.row.StandingRow;
import dev.truce.tournament.table.TableRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a report tells.
 *
 * @param card where the results come from
 * @param tables as the files have them
 * @param rounds how hard bots pressed in each round
 * @param course how a mixed field would change; empty where there is no metagame
 * @param byBots what bots scored, by the names of the bot and of the bot that it met
 */
public record Results(
        RunCard card,
        TournamentTables tables,
        RoundMeans rounds,
        FieldCourse course,
        Map<List<String>, PayoffRow> byBots) {
    /**
     * Works the results of a folder out whose tournament is over.
     *
     * @param card its card
     * @throws IOException if a file cannot be read
     * @throws ResultException if one is not what the program writes
     */
    public static Results read(Path folder, RunCard card) throws IOException, ResultException {
        return of(
                folder,
                card,
                Reckoning.of(folder, card.names(), card.settings()).tables());
    }

    /**
     * Returns the results of a folder whose tables are known.
     *
     * @throws IOException if a file cannot be read
     * @throws ResultException if one is not what the program writes
     */
    public static Results of(Path folder, RunCard card, TournamentTables tables) throws IOException, ResultException {
        boolean isWhole = !tables.metagame().orElse(List.of()).isEmpty();
        FieldCourse course = isWhole ? FieldCourse.of(tables.scores()) : FieldCourse.NONE;
        Map<List<String>, PayoffRow> byBots = new HashMap<>();
        tables.payoffs().forEach(row -> byBots.put(List.of(row.bot(), row.against()), row));
        return new Results(card, tables, RoundMeans.read(folder, card.names()), course, byBots);
    }

    /** Returns a row for each bot, by place. */
    public List<TableRow> standings() {
        return StandingRow.TABLE.shown(tables.standings());
    }

    /** Returns a row for each two bots that met. */
    public List<TableRow> fixtures() {
        return FixtureRow.TABLE.shown(tables.fixtures());
    }

    /** Returns a row for every two bots. */
    public List<TableRow> comparisons() {
        return ComparisonRow.TABLE.shown(tables.comparisons());
    }

    /** Returns a row for each bot and bot that it met. */
    List<TableRow> payoffs() {
        return PayoffRow.TABLE.shown(tables.payoffs());
    }

    /** Returns the row of what a bot scored against another, if they met. */
    public Optional<TableRow> payoff(String bot, String against) {
        return Optional.ofNullable(byBots.get(List.of(bot, against))).map(PayoffRow.TABLE::shown);
    }

    /** Returns a row for each bot and seat. */
    public List<TableRow> ratings() {
        return RatingRow.TABLE.shown(tables.ratings());
    }

    /** Returns a row for each bot; none unless everybody met everybody and itself. */
    public List<TableRow> metagame() {
        return FieldRow.TABLE.shown(tables.metagame().orElse(List.of()));
    }

    /** Returns one row; none unless there was a sequential test. */
    public List<TableRow> sprt() {
        return SprtRow.TABLE.shown(tables.sprt());
    }

    /** Returns what the columns of all files mean. */
    List<TableRow> columns() {
        return ColumnRow.TABLE.shown(tables.dictionary().rows());
    }

    /** Returns the names of the bots by place. */
    public List<String> ranking() {
        return tables.standings().stream().map(StandingRow::bot).toList();
    }
}
