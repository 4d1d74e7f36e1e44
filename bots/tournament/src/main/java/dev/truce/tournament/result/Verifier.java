package dev.truce.tournament.result;

import dev.truce.bot.line.model.PairAsked;
import dev.truce.engine.board.BySide;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.round.Rules;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.record.verify.Verification;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.plan.Scoreboard;
import dev.truce.tournament.plan.Stage;
import dev.truce.tournament.plan.TournamentPlan;
import dev.truce.tournament.row.CallRow;
import dev.truce.tournament.row.ClauseRow;
import dev.truce.tournament.row.ColumnRow;
import dev.truce.tournament.row.ForecastRow;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.row.MoveRow;
import dev.truce.tournament.row.OfferRow;
import dev.truce.tournament.row.PrivateRow;
import dev.truce.tournament.row.RatingRow;
import dev.truce.tournament.row.RefusalRow;
import dev.truce.tournament.row.RoundRow;
import dev.truce.tournament.row.StatementRow;
import dev.truce.tournament.run.PairPlayer.PlayedPair;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.stats.ScoredPair;
import dev.truce.tournament.table.CsvText;
import dev.truce.tournament.table.FilledTable;
import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.RowText;
import dev.truce.tournament.table.TableForm;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out a folder of results again: plays every record, makes every row and every table from it, and compares byte by byte. How
 * bots behaved (endings, refused orders, crashes) is in no record and is taken from the rows.
 */
public final class Verifier implements Closeable {
    private final Path folder;
    private final RunCard card;
    private final Rules rules;
    /** By table, its forms; of those that are kept by column only if there is no other. */
    private final List<List<TableLines>> files = new ArrayList<>();

    /** Tables with as many rows in each round. */
    private static final Map<ResultTable<?>, Integer> EACH_ROUND =
            Map.of(RoundRow.TABLE, 1, MoveRow.TABLE, 2, PrivateRow.TABLE, 2);

    private final List<ResultTable<?>> grown;
    private final List<TableForm> forms;
    private long rows;
    private final Scoreboard board;
    private final KeptRecords records;
    private final PairText text;
    private int replayed;

    /**
     * What was compared.
     *
     * @param pairs pairs
     * @param records records that were played again
     * @param rows rows of all files
     */
    public record Verified(int pairs, int records, long rows) {}

    private Verifier(Path folder, RunCard card, Rules rules) throws IOException {
        this.folder = folder;
        this.card = card;
        this.rules = rules;
        this.board = new Scoreboard(card.bots().size());
        this.records = KeptRecords.open(folder, card.settings());
        this.text = new PairText(rules, card.names(), card.settings().with(RecordChoice.NONE));
        this.grown = PairFiles.tables(card.settings());
        TableChoice kept = card.settings().tables();
        this.forms = kept.isParquetAlone() ? List.of(TableForm.PARQUET) : kept.grown();
    }

    /**
     * Verifies a folder.
     *
     * @param rules the rules of its scenario
     * @throws ResultException if something differs; names the first file and row
     * @throws IOException if a file cannot be read
     */
    public static Verified verify(Path folder, RunCard card, Rules rules) throws IOException, ResultException {
        try (Verifier verifier = new Verifier(folder, card, rules)) {
            return verifier.verify();
        } catch (NoSuchFileException missing) {
            throw new ResultException(String.valueOf(folder.relativize(Path.of(missing.getFile()))), 0, "missing");
        }
    }

    private Verified verify() throws IOException, ResultException {
        for (ResultTable<?> table : grown) {
            List<TableLines> lines = new ArrayList<>();
            files.add(lines);
            for (TableForm form : forms) {
                lines.add(TableLines.open(folder, table, form));
                rows += form == TableForm.CSV ? 1 : 0;
            }
        }
        int pairs = card.settings().firstPair();
        int firstPair = pairs;
        TournamentPlan plan = card.settings().plan();
        int number = 0;
        boolean isOver = false;
        for (Optional<Stage> stage = plan.stage(0, 0, board);
                stage.isPresent() && !isOver;
                stage = plan.stage(++number, pairs, board)) {
            while (pairs < stage.get().end() && !isOver) {
                isOver = !pair(stage.get().pairSpec(pairs, card.settings().seed()));
                pairs += isOver ? 0 : 1;
            }
        }
        for (List<TableLines> table : files) {
            for (TableLines lines : table) {
                if (lines.next() != null) {
                    throw differs(lines, "further");
                }
            }
        }
        records.requireEnd();
        int played = pairs - firstPair;
        if (played != card.played()) {
            throw new ResultException(RunCard.FILE, 0, "pairs", card.played(), played);
        }
        return new Verified(played, replayed, tables());
    }

    /** Compares a pair; false if there is none. */
    private boolean pair(PairSpec pairSpec) throws IOException, ResultException {
        TableLines matches = files.get(0).get(0);
        String first = matches.next();
        if (first == null) {
            return false;
        }
        MatchRow one;
        MatchRow two;
        ScoredPair scored;
        List<String> lines;
        try {
            one = MatchReader.row(matches.cells(first));
            String second = matches.next();
            lines = List.of(first, second == null ? "" : second);
            two = MatchReader.row(matches.cells(lines.get(1)));
            scored = MatchReader.scored(one, two, card.names());
        } catch (IllegalArgumentException wrong) {
            throw differs(matches, String.valueOf(wrong.getMessage()));
        }
        if (scored.isVoid() || card.settings().records() != RecordChoice.NONE) {
            replayed(pairSpec, scored, one, two, lines);
        } else {
            twins(pairSpec, one, two, lines);
        }
        refusals(pairSpec.index(), one, two);
        if (card.settings().hasModel()) {
            copies(files.get(grown.indexOf(CallRow.TABLE)), pairSpec.index());
            copies(files.get(grown.indexOf(ForecastRow.TABLE)), pairSpec.index());
        }
        Reckoning.add(board, scored);
        return true;
    }

    /** No record has what was refused: that both forms agree can be checked, and that the rounds are as many as the matches say. */
    private void refusals(int pair, MatchRow one, MatchRow two) throws IOException, ResultException {
        List<TableLines> table = files.get(grown.indexOf(RefusalRow.TABLE));
        Set<List<String>> rounds = new HashSet<>();
        for (String line : copies(table, pair)) {
            rounds.add(table.get(0).cells(line).subList(1, 4));
        }
        int told = 0;
        for (MatchRow row : List.of(one, two)) {
            told += row.conduct().us().illegal() + row.conduct().cn().illegal();
        }
        if (rounds.size() != told) {
            throw differs(table.get(0), rounds.size() < told ? "fewer" : "further");
        }
    }

    /** Checks that all forms of a table say the same of a pair; returns its rows in the first. */
    private List<String> copies(List<TableLines> table, int pair) throws IOException, ResultException {
        List<String> lines = new ArrayList<>();
        while (table.get(0).isNextOf(pair)) {
            lines.add(next(table));
        }
        return lines;
    }

    /** Makes all rows of a pair from its records and compares. */
    private void replayed(PairSpec pairSpec, ScoredPair scored, MatchRow one, MatchRow two, List<String> lines)
            throws IOException, ResultException {
        List<PlayedMatch> matches =
                scored.isVoid() ? List.of() : List.of(replay(pairSpec, 1, one), replay(pairSpec, 2, two));
        PairFiles expected = text.write(new PlayedPair(pairSpec, matches, ""), PairAsked.NOTHING);
        for (int i = 0; i < expected.parts().size(); i++) {
            TableLines file = files.get(i / forms.size()).get(i % forms.size());
            int number = 0;
            for (String line : new String(expected.parts().get(i), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (i == 0) {
                    same(file, file.row() - 1 + number, line, lines.get(number));
                    number++;
                } else {
                    same(file, line, file.next());
                }
            }
        }
    }

    /** Without records only the pairing can be worked out again, and whether all forms of the files agree. */
    private void twins(PairSpec pairSpec, MatchRow one, MatchRow two, List<String> lines)
            throws IOException, ResultException {
        RowText<MatchRow> text = new RowText<>(MatchRow.TABLE);
        String first = card.names().get(pairSpec.first());
        String other = card.names().get(pairSpec.second());
        text.add(one.as(pairSpec, 1, new BySide<>(first, other)));
        same(text, files.get(0), lines.get(0));
        text.add(two.as(pairSpec, 2, new BySide<>(other, first)));
        same(text, files.get(0), lines.get(1));
        int rounds = one.known().rounds() + two.known().rounds();
        for (ResultTable<?> table : grown) {
            List<TableLines> forms = files.get(grown.indexOf(table));
            if (List.of(OfferRow.TABLE, StatementRow.TABLE, ClauseRow.TABLE).contains(table)) {
                copies(forms, pairSpec.index());
            } else if (EACH_ROUND.containsKey(table)) {
                for (int i = 0; i < rounds * EACH_ROUND.get(table); i++) {
                    next(forms);
                }
            }
        }
    }

    /** Compares the next row of all forms of a table; returns it in the first. */
    private String next(List<TableLines> table) throws IOException, ResultException {
        TableLines file = table.get(0);
        String line = file.next();
        if (line == null) {
            throw differs(file, "fewer");
        }
        RowText<?> text = new RowText<>(grown.get(files.indexOf(table)));
        text.copy(file.cells(line));
        same(text, table, line);
        return line;
    }

    /** Compares all forms of a row with what they should be; that of the first has been read. */
    private void same(RowText<?> text, List<TableLines> table, String line) throws IOException, ResultException {
        String csv = new String(text.takeCsv(), StandardCharsets.UTF_8).stripTrailing();
        String json = new String(text.takeJson(), StandardCharsets.UTF_8).stripTrailing();
        for (int i = 0; i < table.size(); i++) {
            TableLines file = table.get(i);
            same(file, file.form() == TableForm.JSONL ? json : csv, i == 0 ? line : file.next());
        }
    }

    private PlayedMatch replay(PairSpec pairSpec, int number, MatchRow row) throws IOException, ResultException {
        String name = records.name(pairSpec.index(), number);
        RecordReading reading = RecordReader.read(
                records.read(pairSpec.index(), number),
                named -> named.scenario().equals(rules.scenario().id())
                        ? Optional.of(rules.scenario())
                        : Optional.empty());
        if (reading instanceof RecordReading.Unreadable unreadable) {
            throw new ResultException(
                    name, unreadable.fault().line(), unreadable.fault().why());
        }
        MatchRecord record = ((RecordReading.Read) reading).match();
        RecordReplay replay = RecordReplay.of(record, rules);
        if (replay.verification() instanceof Verification.Differs differs) {
            Refusal why = differs.why();
            throw why != null
                    ? new ResultException(name, 0, why)
                    : new ResultException(
                            name, 0, "differs", differs.round(), differs.what(), differs.expected(), differs.found());
        }
        boolean isOfPair = record.setup().equals(rules.setup(pairSpec.seed()));
        if (!isOfPair) {
            throw new ResultException(name, 0, "seed", pairSpec.seed());
        }
        replayed++;
        return PlayedMatch.replayed(
                pairSpec,
                number,
                rules,
                record,
                replay,
                row.conduct().us(),
                row.conduct().cn());
    }

    private long tables() throws IOException, ResultException {
        long all = rows;
        if (card.state() != RunCard.State.FINISHED || !card.settings().part().isWhole()) {
            return all;
        }
        TournamentTables tables =
                Reckoning.of(folder, card.names(), card.settings()).tables();
        boolean isFirst = lines(RatingRow.TABLE.file())[0].equals(
                RatingRow.TABLE.first().header().stripTrailing());
        for (FilledTable<?> table : isFirst ? tables.filesOfFirst() : tables.files()) {
            String name = table.table().file();
            String[] expected = table.csv().split("\n", -1);
            String[] found = lines(name);
            for (int i = 0; i < Math.max(expected.length, found.length); i++) {
                if (i >= expected.length) {
                    throw new ResultException(name, i, "row-more", found[i]);
                } else if (i >= found.length) {
                    throw new ResultException(name, i, "row-missing", expected[i]);
                }
                String wanted = expected[i];
                String there = found[i];
                boolean isSame = table.table() == ColumnRow.TABLE ? isSameColumn(wanted, there) : wanted.equals(there);
                if (!isSame) {
                    throw new ResultException(name, i, "row", wanted, there);
                }
            }
            all += expected.length - 2;
        }
        return all;
    }

    private String[] lines(String file) throws IOException {
        return Files.readString(folder.resolve(file)).split("\n", -1);
    }

    /** Returns whether two rows of the dictionary are about the same column; its meaning may be told in better words now. */
    private static boolean isSameColumn(String wanted, String found) {
        int told = ColumnRow.TABLE.index("meaning");
        try {
            return wanted.equals(found)
                    || CsvText.read(ColumnRow.TABLE, wanted)
                            .subList(0, told)
                            .equals(CsvText.read(ColumnRow.TABLE, found).subList(0, told));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private void same(TableLines file, String expected, @Nullable String found) throws ResultException {
        same(file, file.row(), expected, found);
    }

    private void same(TableLines file, long row, String expected, @Nullable String found) throws ResultException {
        if (found == null) {
            throw new ResultException(file.file(), row, "row-missing", expected);
        } else if (!expected.equals(found)) {
            throw new ResultException(file.file(), row, "row", expected, found);
        }
        rows++;
    }

    private static ResultException differs(TableLines file, String sentence, Object... named) {
        return new ResultException(file.file(), file.row(), sentence, named);
    }

    @Override
    public void close() throws IOException {
        for (List<TableLines> table : files) {
            for (TableLines file : table) {
                file.close();
            }
        }
        records.close();
    }
}
