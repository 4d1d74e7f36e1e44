package dev.truce.tournament.result;

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
import dev.truce.tournament.row.ColumnRow;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.row.RatingRow;
import dev.truce.tournament.row.RefusalRow;
import dev.truce.tournament.run.PairPlayer.PlayedPair;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.stats.ScoredPair;
import dev.truce.tournament.table.CsvText;
import dev.truce.tournament.table.FilledTable;
import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.RowText;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    private final List<BufferedReader> files = new ArrayList<>();
    /** Place of the table of what was refused in {@link PairFiles#NAMES}. */
    private static final int REFUSALS = 2 * PairFiles.TABLES.indexOf(RefusalRow.TABLE);

    /** More characters than a row of it can have. */
    private static final int MAX_ROW = 1 << 16;

    /** Place of the table of calls, if there is one. */
    private static final int CALLS = 2 * PairFiles.TABLES.size();

    private final List<ResultTable<?>> grown;
    private final List<String> names;
    private final long[] rows;
    private final Scoreboard board;
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

    private Verifier(Path folder, RunCard card, Rules rules) {
        this.folder = folder;
        this.card = card;
        this.rules = rules;
        this.board = new Scoreboard(card.bots().size());
        this.text = new PairText(rules, card.names(), false, false);
        this.grown = PairFiles.tables(card.settings());
        this.names = PairFiles.names(grown);
        this.rows = new long[names.size()];
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
        for (int i = 0; i < names.size(); i++) {
            files.add(Files.newBufferedReader(folder.resolve(names.get(i)), StandardCharsets.UTF_8));
            if (i % 2 == 0) {
                String header = grown.get(i / 2).header();
                same(i, header.substring(0, header.length() - 1), files.get(i).readLine());
            }
        }
        int pairs = 0;
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
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).readLine() != null) {
                throw differs(i, "further");
            }
        }
        if (pairs != card.played()) {
            throw new ResultException(RunCard.FILE, 0, "pairs", card.played(), pairs);
        }
        return new Verified(pairs, replayed, tables());
    }

    /** Compares a pair; false if there is none. */
    private boolean pair(PairSpec pairSpec) throws IOException, ResultException {
        String first = files.get(0).readLine();
        if (first == null) {
            return false;
        }
        String second = files.get(0).readLine();
        List<String> lines = List.of(first, second == null ? "" : second);
        MatchRow one;
        MatchRow two;
        ScoredPair scored;
        try {
            one = MatchReader.row(CsvText.read(MatchRow.TABLE, lines.get(0)));
            two = MatchReader.row(CsvText.read(MatchRow.TABLE, lines.get(1)));
            scored = MatchReader.scored(one, two, card.names());
        } catch (IllegalArgumentException wrong) {
            throw differs(0, String.valueOf(wrong.getMessage()));
        }
        if (scored.isVoid() || card.settings().records()) {
            replayed(pairSpec, scored, one, two, lines);
        } else {
            twins(pairSpec, one, two, lines);
        }
        refusals(pairSpec.index(), one, two);
        if (names.size() > CALLS) {
            copies(CALLS, pairSpec.index());
        }
        Reckoning.add(board, scored);
        return true;
    }

    /** No record has what was refused: that both forms agree can be checked, and that the rounds are as many as the matches say. */
    private void refusals(int pair, MatchRow one, MatchRow two) throws IOException, ResultException {
        Set<List<String>> rounds = new HashSet<>();
        for (String line : copies(REFUSALS, pair)) {
            rounds.add(List.of(line.split(",", -1)).subList(1, 4));
        }
        int told = 0;
        for (MatchRow row : List.of(one, two)) {
            told += row.conduct().us().illegal() + row.conduct().cn().illegal();
        }
        if (rounds.size() != told) {
            throw differs(REFUSALS, rounds.size() < told ? "fewer" : "further");
        }
    }

    /** Checks that both forms of a table say the same of a pair; returns its rows. */
    private List<String> copies(int place, int pair) throws IOException, ResultException {
        BufferedReader file = files.get(place);
        List<String> lines = new ArrayList<>();
        file.mark(MAX_ROW);
        for (String line = file.readLine(); line != null && line.startsWith(pair + ","); line = file.readLine()) {
            file.reset();
            lines.add(line);
            next(place);
            file.mark(MAX_ROW);
        }
        file.reset();
        return lines;
    }

    /** Makes all rows of a pair from its records and compares. */
    private void replayed(PairSpec pairSpec, ScoredPair scored, MatchRow one, MatchRow two, List<String> lines)
            throws IOException, ResultException {
        List<PlayedMatch> matches =
                scored.isVoid() ? List.of() : List.of(replay(pairSpec, 1, one), replay(pairSpec, 2, two));
        PairFiles expected = text.write(new PlayedPair(pairSpec, matches, ""), List.of());
        for (int i = 0; i < expected.parts().size(); i++) {
            int number = 0;
            for (String line : new String(expected.parts().get(i), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                same(i, line, i == 0 ? lines.get(number++) : files.get(i).readLine());
            }
        }
    }

    /** Without records only the pairing can be worked out again, and whether both forms of the files agree. */
    private void twins(PairSpec pairSpec, MatchRow one, MatchRow two, List<String> lines)
            throws IOException, ResultException {
        RowText<MatchRow> text = new RowText<>(MatchRow.TABLE);
        String first = card.names().get(pairSpec.first());
        String other = card.names().get(pairSpec.second());
        text.add(one.as(pairSpec, 1, new BySide<>(first, other)));
        same(text, 0, lines.get(0));
        text.add(two.as(pairSpec, 2, new BySide<>(other, first)));
        same(text, 0, lines.get(1));
        int rounds = one.known().rounds() + two.known().rounds();
        for (int i = 0; i < rounds; i++) {
            next(2);
            next(4);
            next(4);
        }
    }

    private void next(int file) throws IOException, ResultException {
        String line = files.get(file).readLine();
        if (line == null) {
            throw differs(file, "fewer");
        }
        ResultTable<?> table = grown.get(file / 2);
        RowText<?> text = new RowText<>(table);
        try {
            text.copy(CsvText.read(table, line));
        } catch (IllegalArgumentException wrong) {
            throw differs(file, "no-row", String.valueOf(wrong.getMessage()));
        }
        same(text, file, line);
    }

    /** Compares both forms of a row with what they should be. */
    private void same(RowText<?> text, int file, String line) throws IOException, ResultException {
        same(file, new String(text.takeCsv(), StandardCharsets.UTF_8).stripTrailing(), line);
        same(
                file + 1,
                new String(text.takeJson(), StandardCharsets.UTF_8).stripTrailing(),
                files.get(file + 1).readLine());
    }

    private PlayedMatch replay(PairSpec pairSpec, int number, MatchRow row) throws IOException, ResultException {
        Path file = ResultFolder.record(folder, pairSpec.index(), number);
        String name = folder.relativize(file).toString();
        if (Files.size(file) > RecordReader.MAX_BYTES) {
            throw new ResultException(name, 0, "large-record");
        }
        RecordReading reading = RecordReader.read(
                Files.readAllBytes(file),
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
        long all = 0;
        for (long count : rows) {
            all += count;
        }
        if (card.state() != RunCard.State.FINISHED) {
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

    private void same(int file, String expected, @Nullable String found) throws ResultException {
        if (!expected.equals(found)) {
            throw found == null ? differs(file, "row-missing", expected) : differs(file, "row", expected, found);
        }
        rows[file]++;
    }

    private ResultException differs(int file, String sentence, Object... named) {
        // The header of a CSV file is no row.
        return new ResultException(names.get(file), rows[file] + (file % 2 == 0 ? 0 : 1), sentence, named);
    }

    @Override
    public void close() throws IOException {
        for (BufferedReader file : files) {
            file.close();
        }
    }
}
