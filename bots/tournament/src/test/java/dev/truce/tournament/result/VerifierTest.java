package dev.truce.tournament.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.TableForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {
    private static final String[] BOTS = {"tft", "random", "dealer", "crasher"};

    @TempDir
    private Path folder = Path.of("");

    private RunCard play(TournamentSettings settings, String... names) throws Exception {
        List<Contestant> bots = Fairs.bots(names);
        AtomicInteger count = new AtomicInteger();
        assertThat(Fairs.run(settings, bots, 2).play(folder, (pairs, board) -> count.set(pairs)))
                .isTrue();
        return card(settings, bots, count.get());
    }

    /** Returns the card of a tournament that is over. */
    static RunCard card(TournamentSettings settings, List<Contestant> bots, int played) {
        List<RunCard.Entrant> entrants = new ArrayList<>();
        for (Contestant bot : bots) {
            entrants.add(new RunCard.Entrant(bot.name(), bot.name(), "roster", "unknown"));
        }
        return new RunCard(
                settings,
                entrants,
                new RunCard.Edition("r", "s", "0".repeat(64), "d"),
                new RunCard.Program("v", "unknown", "unknown", "unknown"),
                new RunCard.Machine("j", "v", "s", "a", "c", 2),
                List.of(),
                2,
                RunCard.THREADS,
                RunCard.State.FINISHED,
                settings.plan().pairsInAll(),
                played,
                0,
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:00:01Z");
    }

    private Verifier.Verified verify(RunCard card) throws IOException, ResultException {
        return Verifier.verify(folder, card, Fairs.RULES);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatWasWrittenVerifies(Format format) throws Exception {
        RunCard card = play(Fairs.settings(format, 2, Fairs.bots(BOTS)), BOTS);
        Verifier.Verified verified = verify(card);
        assertThat(verified.pairs()).isEqualTo(card.played());
        assertThat(verified.records()).isEqualTo(2 * card.played());
    }

    @Test
    void theCardComesBackAsItWas() throws Exception {
        RunCard card = play(Fairs.settings(Format.SWISS, 1, Fairs.bots(BOTS)), BOTS);
        assertThat(RunCard.read(card.json())).isEqualTo(card);
        assertThatThrownBy(() -> RunCard.read("{}")).isInstanceOf(ResultException.class);
        assertThatThrownBy(() -> RunCard.read("no json")).isInstanceOf(ResultException.class);
        assertThatThrownBy(() -> RunCard.read(card.json().replace("\"truce_run\" : 1", "\"truce_run\" : 2")))
                .hasMessageContaining("result.version");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        matches.csv      | 1 | ,random,tft,     | ,tft,random,     | matches.csv row 1
        matches.csv      | 2 | ,normal          | ,illegal         | matches.jsonl row 2
        matches.jsonl    | 2 | "us_bot"         | "us_bod"         | matches.jsonl row 2
        rounds.csv       | 4 | 0                | 1                | rounds.csv row 4
        rounds.jsonl     | 5 | 0                | 1                | rounds.jsonl row 5
        moves.csv        | 7 | CN               | US               | moves.csv row 7
        moves.jsonl      | 8 | UEL              | UEM              | moves.jsonl row 8
        offers.csv       | 1 | US               | CN               | offers.csv row 1
        private.csv      | 3 | .                | .1               | private.csv row 3
        private.jsonl    | 9 | side             | seat             | private.jsonl row 9
        standings.csv    | 1 | .                | .1               | standings.csv row 1
        crosstable.csv   | 2 | .                | .1               | crosstable.csv row 2
        comparisons.csv  | 2 | too-few          | first            | comparisons.csv row 2
        payoffs.csv      | 1 | .                | .1               | payoffs.csv row 1
        ratings.csv      | 1 | US               | CN               | ratings.csv row 1
        columns.csv      | 1 | matches          | Matches          | columns.csv row 1
        """)
    void aCellThatWasTouchedIsFoundInItsRow(String file, int row, String from, String to, String where)
            throws Exception {
        String[] bots = {"random", "tft", "dealer"};
        RunCard card = play(Fairs.settings(Format.RR, 2, Fairs.bots(bots)), bots);
        Path path = folder.resolve(file);
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        int index = file.endsWith(".csv") ? row : row - 1;
        String changed = lines.get(index).replaceFirst(Pattern.quote(from), to);
        assertThat(changed).isNotEqualTo(lines.get(index));
        lines.set(index, changed);
        Files.write(path, lines);
        assertThatThrownBy(() -> verify(card))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining(where);
    }

    /** Folders that were written before ratings and shares of fields had intervals, and before some words became better. */
    @Test
    void aFolderOfTheFirstEditionVerifiesAndIsCompared() throws Exception {
        String[] bots = {"random", "tft"};
        RunCard card = play(Fairs.settings(Format.REPLICATOR, 6, Fairs.bots(bots)), bots);
        for (String file : List.of("ratings", "metagame", "columns")) {
            Path path = folder.resolve(file + ".csv");
            List<String> lines = new ArrayList<>();
            List<CSVRecord> rows;
            try (CSVParser parser = CSVParser.parse(path, StandardCharsets.UTF_8, ResultTable.CSV)) {
                rows = parser.getRecords();
            }
            for (CSVRecord row : rows) {
                boolean isLater = List.of("ratings", "metagame").contains(row.get(0))
                        && row.get(1).matches(".*_(low|high)");
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    boolean isKept =
                            file.equals("columns") || !rows.get(0).get(i).matches(".*_(low|high)");
                    if (isKept) {
                        cells.add(row.get(i).contains(",") ? '"' + row.get(i) + '"' : row.get(i));
                    }
                }
                if (!isLater || !file.equals("columns")) {
                    lines.add(String.join(",", cells));
                }
            }
            lines.replaceAll(line -> line.replace("name of the bot", "how the bot is called"));
            Files.writeString(path, String.join("\n", lines) + "\n");
        }
        assertThat(Files.readAllLines(folder.resolve("ratings.csv")).get(0))
                .isEqualTo("bot,seat,wins,matches,strength,helped");
        verify(card);
        Path path = folder.resolve("metagame.csv");
        Files.writeString(path, Files.readString(path).replaceFirst("\\.", ".1"));
        assertThatThrownBy(() -> verify(card)).hasMessageContaining("metagame.csv row 1");
    }

    @Test
    void recordsThatWereTouchedOrExchangedAreFound() throws Exception {
        String[] bots = {"random", "tft"};
        RunCard card = play(Fairs.settings(Format.RR, 2, Fairs.bots(bots)), bots);
        Path first = ResultFolder.record(folder, 0, 1);
        String good = Files.readString(first);
        Files.writeString(first, good.replaceFirst("#[0-9a-f]", "#x"));
        assertThatThrownBy(() -> verify(card)).hasMessageContaining("00000000-1.twg");
        Files.writeString(first, Files.readString(ResultFolder.record(folder, 1, 1)));
        assertThatThrownBy(() -> verify(card)).hasMessageContaining("result.seed");
        Files.writeString(first, Files.readString(ResultFolder.record(folder, 0, 2)));
        assertThatThrownBy(() -> verify(card)).hasMessageContaining("matches.csv row 1");
        Files.delete(first);
        assertThatThrownBy(() -> verify(card)).hasMessageContaining("00000000-1.twg: refused.result.missing");
        Files.writeString(first, good);
        verify(card);
    }

    /** A folder that an older program began is written on as it began, and verifies. */
    @Test
    void aFolderWithoutAChoiceOfTablesVerifies() throws Exception {
        String[] bots = {"random", "negotiator"};
        TournamentSettings now = Fairs.settings(Format.RR, 2, Fairs.bots(bots));
        TournamentSettings first = new TournamentSettings(
                now.bots(),
                now.format(),
                now.pairs(),
                false,
                now.seed(),
                now.scenario(),
                now.steps(),
                now.records(),
                new TableChoice(now.tables().forms(), true),
                0,
                "",
                false,
                TournamentPart.WHOLE);
        RunCard card = play(first, bots);
        assertThat(folder.resolve("moves.csv")).exists();
        assertThat(folder.resolve("offers.csv")).doesNotExist();
        assertThat(card.json()).contains("\"parquet\" : \"none\"").doesNotContain("\"tables\"");
        assertThat(RunCard.read(card.json())).isEqualTo(card);
        verify(card);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl", "csv,jsonl"})
    void everyChoiceOfTablesVerifiesAndAWrongCellIsFound(String forms) throws Exception {
        String[] bots = {"random", "negotiator"};
        TournamentSettings both = Fairs.settings(Format.RR, 2, Fairs.bots(bots));
        TournamentSettings some = new TournamentSettings(
                both.bots(),
                both.format(),
                both.pairs(),
                false,
                both.seed(),
                both.scenario(),
                both.steps(),
                both.records(),
                TableChoice.of(List.of(forms.split(",", -1))),
                0,
                "",
                false,
                TournamentPart.WHOLE);
        RunCard card = play(some, bots);
        verify(card);
        Path path = folder.resolve("private." + forms.split(",", -1)[0]);
        String good = Files.readString(path);
        Files.writeString(path, good.replaceFirst("0\\.", "7."));
        assertThatThrownBy(() -> verify(card))
                .hasMessageContaining(path.getFileName().toString());
    }

    @Test
    void rowsTooFewOrTooManyAreFound() throws Exception {
        String[] bots = {"random", "tft"};
        RunCard card = play(Fairs.settings(Format.RR, 2, Fairs.bots(bots)), bots);
        Path path = folder.resolve("moves.csv");
        String good = Files.readString(path);
        Files.writeString(path, good + "1,2,3\n");
        assertThatThrownBy(() -> verify(card)).hasMessageContaining("moves.csv").hasMessageContaining("result.further");
        Files.writeString(path, good.substring(0, good.lastIndexOf('\n', good.length() - 2) + 1));
        assertThatThrownBy(() -> verify(card))
                .hasMessageContaining("moves.csv")
                .hasMessageContaining("result.row-missing");
    }

    @Test
    void withoutRecordsBothFormsAreComparedAndTablesWorkedOut() throws Exception {
        String[] bots = {"random", "tft"};
        TournamentSettings all = Fairs.settings(Format.RR, 3, Fairs.bots(bots));
        TournamentSettings none = new TournamentSettings(
                all.bots(),
                all.format(),
                all.pairs(),
                false,
                all.seed(),
                all.scenario(),
                all.steps(),
                RecordChoice.NONE,
                TableChoice.of(TableForm.CSV, TableForm.JSONL),
                0,
                "",
                false,
                TournamentPart.WHOLE);
        RunCard card = play(none, bots);
        assertThat(verify(card).records()).isZero();
        Path path = folder.resolve("rounds.jsonl");
        Files.writeString(path, Files.readString(path).replaceFirst("\"draws\":\\d+", "\"draws\":99"));
        assertThatThrownBy(() -> verify(card)).hasMessageContaining("rounds.jsonl row 1");
    }

    @Test
    void aSequentialTestEndsEarlyAtTheSamePairHoweverManyThreadsAndInterruptionsThereAre() throws Exception {
        List<Contestant> bots = Fairs.bots("tft", "random");
        TournamentSettings settings = new TournamentSettings(
                List.of("tft", "random"),
                Format.RR,
                500,
                false,
                3,
                "busan-2025",
                10_000,
                RecordChoice.ALL,
                TableChoice.of(TableForm.CSV, TableForm.JSONL),
                0,
                "d0=0,d1=3,alpha=.05,beta=.05",
                false,
                TournamentPart.WHOLE);
        RunCard card = play(settings, "tft", "random");
        assertThat(card.played()).isBetween(30, 400);
        verify(card);
        List<String> table = Files.readAllLines(folder.resolve("sprt.csv"));
        assertThat(table.get(1)).contains(",tft,random," + card.played() + ",").endsWith(",d1");
        Path other = folder.resolve("again");
        boolean done = false;
        for (int stop = 20; !done; stop += 20) {
            int until = stop;
            TournamentRun run = Fairs.run(settings, bots, 1);
            done = run.play(other, (pairs, board) -> {
                if (pairs == until) {
                    run.stop();
                }
            });
        }
        assertThat(Files.readString(other.resolve("matches.csv")))
                .isEqualTo(Files.readString(folder.resolve("matches.csv")));
        assertThat(Files.readAllLines(other.resolve("sprt.csv"))).isEqualTo(table);
    }
}
