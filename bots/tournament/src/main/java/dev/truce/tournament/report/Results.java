package dev.truce.tournament.report;

import dev.truce.engine.board.Side;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.result.FieldTables;
import dev.truce.tournament.result.FinalTables;
import dev.truce.tournament.result.MatchReader;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.ResultTable;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.stats.Scores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a report tells, read from a folder.
 *
 * @param card where the results come from
 * @param standings a row for each bot, by place
 * @param fixtures a row for each two bots that met
 * @param comparisons a row for every two bots
 * @param payoffs what bots scored, by the names of the bot and of the bot that it met
 * @param ratings a row for each bot and seat
 * @param metagame a row for each bot; none unless everybody met everybody and itself
 * @param sprt one row; none unless there was a sequential test
 * @param columns what the columns of all files mean
 * @param rounds how hard bots pressed in each round
 * @param course how a mixed field would change; empty where {@code metagame} is
 */
public record Results(
        RunCard card,
        List<Row> standings,
        List<Row> fixtures,
        List<Row> comparisons,
        Map<List<String>, Row> payoffs,
        List<Row> ratings,
        List<Row> metagame,
        List<Row> sprt,
        List<Row> columns,
        RoundMeans rounds,
        FieldCourse course) {

    /**
     * Reads a folder whose tournament is over.
     *
     * @param card its card
     * @throws IOException if a file cannot be read
     * @throws ResultException if one is not what the program writes
     */
    public static Results read(Path folder, RunCard card) throws IOException, ResultException {
        Format format = card.settings().format();
        List<ResultTable> ofField = FieldTables.of(format, card.settings().self());
        List<Row> metagame =
                ofField.contains(FieldTables.METAGAME) ? ofBots(folder, FieldTables.METAGAME, card) : List.of();
        return new Results(
                card,
                ofBots(folder, FinalTables.STANDINGS, card),
                Row.read(folder, FinalTables.CROSSTABLE),
                Row.read(folder, FinalTables.COMPARISONS),
                byBots(Row.read(folder, FieldTables.PAYOFFS)),
                ratings(folder, card),
                metagame,
                card.settings().sprt().isEmpty() ? List.of() : Row.read(folder, FinalTables.SPRT),
                Row.read(folder, FinalTables.COLUMNS),
                RoundMeans.read(folder, card.names()),
                metagame.isEmpty() ? FieldCourse.NONE : FieldCourse.of(scores(folder, card.names())));
    }

    /** Returns the rows of a table that has one for each bot, or none. */
    private static List<Row> ofBots(Path folder, ResultTable table, RunCard card) throws IOException, ResultException {
        List<Row> rows = Row.read(folder, table);
        boolean isNone = rows.isEmpty() && table == FieldTables.METAGAME;
        if (!isNone) {
            named(table, rows, card);
        }
        return rows;
    }

    private static void named(ResultTable table, List<Row> rows, RunCard card) throws ResultException {
        List<String> found = rows.stream().map(row -> row.text("bot")).sorted().toList();
        if (!found.equals(card.names().stream().sorted().toList())) {
            throw new ResultException(table.name() + ".csv", 0, "has other bots than " + RunCard.FILE);
        }
    }

    /** Returns the ratings, which are two for each bot. */
    private static List<Row> ratings(Path folder, RunCard card) throws IOException, ResultException {
        List<Row> rows = Row.read(folder, FieldTables.RATINGS);
        for (Side seat : Side.values()) {
            List<Row> ofSeat =
                    rows.stream().filter(row -> row.is("seat", seat.name())).toList();
            named(FieldTables.RATINGS, ofSeat, card);
        }
        return rows;
    }

    private static Map<List<String>, Row> byBots(List<Row> rows) {
        Map<List<String>, Row> payoffs = new LinkedHashMap<>();
        for (Row row : rows) {
            payoffs.put(List.of(row.text("bot"), row.text("against")), row);
        }
        return payoffs;
    }

    private static Scores scores(Path folder, List<String> names) throws IOException, ResultException {
        Scores scores = new Scores(names);
        MatchReader.read(folder, names, (one, two, pair) -> scores.add(pair));
        return scores;
    }

    /** Returns the rows of the tables of results, without the dictionary of columns. */
    public Map<ResultTable, List<Row>> tables() {
        Map<ResultTable, List<Row>> tables = new LinkedHashMap<>();
        tables.put(FinalTables.STANDINGS, standings);
        tables.put(FinalTables.CROSSTABLE, fixtures);
        tables.put(FinalTables.COMPARISONS, comparisons);
        tables.put(FieldTables.PAYOFFS, List.copyOf(payoffs.values()));
        tables.put(FieldTables.RATINGS, ratings);
        tables.put(FieldTables.METAGAME, metagame);
        tables.put(FinalTables.SPRT, sprt);
        return tables;
    }

    /** Returns the names of the bots by place. */
    public List<String> ranking() {
        return standings.stream().map(row -> row.text("bot")).toList();
    }

    /** Returns the row of what a bot scored against another, if they met. */
    public Optional<Row> payoff(String bot, String against) {
        return Optional.ofNullable(payoffs.get(List.of(bot, against)));
    }
}
