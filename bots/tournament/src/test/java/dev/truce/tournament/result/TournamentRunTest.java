package dev.truce.tournament.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.verify.Verification;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.plan.Seeds;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.MatchPlayer;
import dev.truce.tournament.run.PairPlayer;
import dev.truce.tournament.table.ResultTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TournamentRunTest {
    @TempDir
    private Path folder = Path.of("");

    private Path play(String name, Format format, int pairs, int threads, String... bots) throws Exception {
        List<Contestant> contestants = Fairs.bots(bots);
        Path out = folder.resolve(name);
        boolean done = Fairs.run(Fairs.settings(format, pairs, contestants), contestants, threads)
                .play(out, (played, board) -> {});
        assertThat(done).isTrue();
        return out;
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theNumberOfThreadsChangesNoFile(Format format) throws Exception {
        Map<String, String> one = Fairs.files(play("one", format, 3, 1, "tft", "random", "hawk", "match", "pavlov"));
        for (int threads : new int[] {2, 8}) {
            assertThat(Fairs.files(
                            play("of" + threads, format, 3, threads, "tft", "random", "hawk", "match", "pavlov")))
                    .isEqualTo(one);
        }
    }

    @Test
    void pairsCanTravelBetweenMachines() throws Exception {
        List<Contestant> contestants = Fairs.bots("tft", "crasher");
        TournamentSettings settings = Fairs.settings(Format.RR, 1, contestants);
        PairSpec pairSpec = new PairSpec(0, 0, 0, 1, Seeds.ofPair(settings.seed(), 0));
        PairFiles pair = new PairMaker(Fairs.RULES, settings, contestants).make(copy(pairSpec));
        PairFiles arrived = copy(pair);
        assertThat(arrived.pair()).isEqualTo(pair.pair());
        assertThat(arrived.scored()).isEqualTo(pair.scored());
        assertThat(arrived.parts()).hasSameSizeAs(PairFiles.names(settings)).containsExactlyElementsOf(pair.parts());
        assertThat(arrived.records()).hasSize(2).containsExactlyElementsOf(pair.records());
    }

    @SuppressWarnings("unchecked") // what is read is what was written
    private static <T> T copy(T thing) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thing);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    @Test
    void eachSeedOccursInTwoMatchesWithSidesSwapped() throws Exception {
        Path out = play("swap", Format.RR, 4, 2, "tft", "random", "hawk");
        Map<String, List<CSVRecord>> bySeed = new HashMap<>();
        for (CSVRecord row : rows(out, "matches.csv")) {
            bySeed.computeIfAbsent(row.get("seed"), seed -> new ArrayList<>()).add(row);
        }
        assertThat(bySeed).hasSize(12);
        for (List<CSVRecord> pair : bySeed.values()) {
            assertThat(pair).hasSize(2);
            assertThat(pair.get(0).get("us_bot")).isEqualTo(pair.get(1).get("cn_bot"));
            assertThat(pair.get(0).get("cn_bot")).isEqualTo(pair.get(1).get("us_bot"));
        }
    }

    @Test
    void everyRecordVerifiesAndHasTheChainOfItsRow() throws Exception {
        Path out = play("records", Format.RR, 2, 2, "dealer", "random", "match");
        for (CSVRecord row : rows(out, "matches.csv")) {
            Path file = ResultFolder.record(out, Integer.parseInt(row.get("pair")), Integer.parseInt(row.get("match")));
            byte[] bytes = Files.readAllBytes(file);
            Verification verification = Verification.verify(bytes, it -> Optional.of(Scenarios.named(it.scenario())));
            assertThat(verification)
                    .isEqualTo(new Verification.Verified(Integer.parseInt(row.get("rounds")), row.get("chain")));
            RecordReading.Read read =
                    (RecordReading.Read) RecordReader.read(bytes, it -> Optional.of(Scenarios.named(it.scenario())));
            assertThat(Long.toString(read.match().setup().seed())).isEqualTo(row.get("seed"));
            assertThat(read.match().recordTitle().usName()).isEqualTo(row.get("us_bot"));
        }
    }

    @Test
    void thereIsOneRowForEachRoundAndForEachSeatInIt() throws Exception {
        Path out = play("rows", Format.RR, 2, 1, "dealer", "random");
        int rounds = 0;
        for (CSVRecord row : rows(out, "matches.csv")) {
            rounds += Integer.parseInt(row.get("rounds"));
        }
        assertThat(rows(out, "rounds.csv")).hasSize(rounds);
        assertThat(rows(out, "moves.csv")).hasSize(2 * rounds);
        for (String name : List.of("matches", "rounds", "moves")) {
            assertThat(Files.readAllLines(out.resolve(name + ".jsonl"))).hasSameSizeAs(rows(out, name + ".csv"));
        }
    }

    @Test
    void noColumnIsWithoutAnEntryInTheDictionary() throws Exception {
        Path out = play("columns", Format.MORAN, 2, 1, "dealer", "random");
        List<String> known = new ArrayList<>();
        for (CSVRecord row : rows(out, "columns.csv")) {
            known.add(row.get("file") + "." + row.get("column"));
            assertThat(row.get("meaning")).isNotBlank();
        }
        int files = 0;
        for (String file : Fairs.files(out).keySet()) {
            if (file.endsWith(".csv")) {
                files++;
                String[] names = Files.readAllLines(out.resolve(file)).get(0).split(",", -1);
                for (String column : names) {
                    assertThat(known).contains(file.replace(".csv", "") + "." + column);
                }
            }
        }
        assertThat(files).isGreaterThanOrEqualTo(7);
    }

    @Test
    void endingsAreToldAPart() throws Exception {
        Path out = play("endings", Format.RR, 1, 2, "crasher", "cheat", "tft");
        for (CSVRecord row : rows(out, "matches.csv")) {
            for (String side : List.of("us", "cn")) {
                String expected = switch (row.get(side + "_bot")) {
                    case "crasher" -> "crash";
                    case "cheat" -> "illegal";
                    default -> "normal";
                };
                assertThat(row.get(side + "_ending")).isEqualTo(expected);
                assertThat(row.get(side + "_crashes")).isEqualTo(expected.equals("crash") ? row.get("rounds") : "0");
                assertThat(row.get(side + "_illegal")).isEqualTo(expected.equals("illegal") ? row.get("rounds") : "0");
            }
        }
        List<CSVRecord> standings = rows(out, "standings.csv");
        for (CSVRecord row : standings) {
            assertThat(row.get("basis")).isEqualTo("too-few");
            assertThat(row.get("low")).isEmpty();
            if (row.get("bot").equals("tft")) {
                assertThat(row.get("normal")).isEqualTo("4");
                assertThat(row.get("clean_pairs")).isEqualTo("0");
                assertThat(row.get("clean_score")).isEmpty();
            }
        }
    }

    /** A pair against itself is one pair, and its score the mean of both seats. */
    @Test
    void scoresOverSelfPlayLieInTheMiddleOfBothSeats() throws Exception {
        Path out = play("selves", Format.REPLICATOR, 6, 2, "tft", "random", "hawk");
        for (CSVRecord row : rows(out, "standings.csv")) {
            double seats = (Double.parseDouble(row.get("as_us")) + Double.parseDouble(row.get("as_cn"))) / 2;
            assertThat(Double.parseDouble(row.get("score"))).isCloseTo(seats, within(1e-3));
            assertThat(Double.parseDouble(row.get("score")))
                    .isBetween(Double.parseDouble(row.get("low")), Double.parseDouble(row.get("high")));
            assertThat(row.get("clean_score")).isEqualTo(row.get("score"));
            assertThat(row.get("pairs")).isEqualTo("18");
            assertThat(row.get("clean_pairs")).isEqualTo("18");
        }
    }

    /** The same tournament, in which the program fails in both matches of some pairs however often it tries. */
    @Test
    void aPairInWhichTheProgramFailsIsVoidAndCountsForNobody() throws Exception {
        List<Contestant> contestants = Fairs.bots("tft", "random", "hawk");
        TournamentSettings settings = Fairs.settings(Format.RR, 3, contestants);
        MatchPlayer fails = (pairSpec, number, us, cn) -> {
            throw new IllegalStateException("the program is broken");
        };
        // Pairs 0 to 2 are the first of each of the three fixtures.
        Path out = folder.resolve("void");
        assertThat(Fairs.run(settings, contestants, 2, watched -> {
                            PairPlayer works = new PairPlayer(Fairs.RULES, watched, settings.steps());
                            PairPlayer broken = new PairPlayer(watched, () -> fails);
                            return pairSpec -> (pairSpec.index() < 3 ? broken : works).play(pairSpec);
                        })
                        .play(out, (played, board) -> {}))
                .isTrue();
        Path whole = play("whole", Format.RR, 3, 2, "tft", "random", "hawk");
        List<CSVRecord> rows = rows(out, "matches.csv");
        List<CSVRecord> expected = rows(whole, "matches.csv");
        for (int i = 0; i < rows.size(); i++) {
            if (i < 6) {
                assertThat(rows.get(i).get("us_ending")).isEqualTo("server-fault");
                assertThat(rows.get(i).get("cn_ending")).isEqualTo("server-fault");
                assertThat(rows.get(i).get("us_crashes")).isIn("", "0");
            } else {
                assertThat(rows.get(i).toList()).isEqualTo(expected.get(i).toList());
            }
        }
        for (CSVRecord row : rows(out, "standings.csv")) {
            assertThat(row.get("pairs")).isEqualTo("4");
            assertThat(row.get("normal")).isEqualTo("8");
            assertThat(row.get("server_fault")).isEqualTo("4");
        }
        for (CSVRecord row : rows(out, "crosstable.csv")) {
            assertThat(row.get("pairs")).isEqualTo("2");
        }
        assertThat(Fairs.files(out)).doesNotContainKey("records/00000/00000000-1.twg");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whoStopsAnywhereAndGoesOnGetsTheSameFiles(Format format) throws Exception {
        List<Contestant> contestants = Fairs.bots("tft", "random", "hawk", "match", "grim");
        TournamentSettings settings = Fairs.settings(format, 2, contestants);
        Map<String, String> undisturbed =
                Fairs.files(play("whole", format, 2, 2, "tft", "random", "hawk", "match", "grim"));
        Path out = folder.resolve("stopped");
        int stops = 0;
        boolean done = false;
        while (!done) {
            TournamentRun run = Fairs.run(settings, contestants, 2);
            AtomicInteger heard = new AtomicInteger();
            done = run.play(out, (played, board) -> {
                if (heard.getAndIncrement() == 3) {
                    run.stop();
                }
            });
            stops++;
        }
        assertThat(stops).isGreaterThan(1);
        assertThat(Fairs.files(out)).isEqualTo(undisturbed);
    }

    /** A kill at any moment leaves files of any length behind the last line of progress, and that line perhaps torn. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void tornTailsAreCutAndPlayedAgain(long seed) throws Exception {
        List<Contestant> contestants = Fairs.bots("tft", "random", "dealer");
        TournamentSettings settings = Fairs.settings(Format.RR, 3, contestants);
        Map<String, String> undisturbed = Fairs.files(play("whole", Format.RR, 3, 2, "tft", "random", "dealer"));
        Path out = folder.resolve("torn");
        TournamentRun run = Fairs.run(settings, contestants, 1);
        run.play(out, (played, board) -> {
            if (played == 4) {
                run.stop();
            }
        });
        Random random = new Random(seed);
        for (String name : PairFiles.names(settings)) {
            byte[] rest = "9,1,torn".repeat(1 + random.nextInt(50)).getBytes(StandardCharsets.UTF_8);
            Files.write(out.resolve(name), rest, StandardOpenOption.APPEND);
        }
        Path progress = out.resolve("logs").resolve("progress");
        String known = Files.readString(progress);
        if (seed % 2 == 0) {
            Files.writeString(progress, known + "5 100 200 3");
        } else if (seed % 3 == 0) {
            Files.writeString(progress, known.substring(0, known.length() - 3));
        }
        assertThat(Fairs.run(settings, contestants, 2).play(out, (played, board) -> {}))
                .isTrue();
        assertThat(Fairs.files(out)).isEqualTo(undisturbed);
    }

    @Test
    void oneProgramAtATimeWritesAFolder() throws Exception {
        Path out = folder.resolve("locked");
        TournamentSettings settings = Fairs.settings(Format.RR, 1, Fairs.bots("tft", "hawk"));
        try (ResultFolder first = ResultFolder.open(out, settings)) {
            assertThat(first.pairs()).isZero();
            assertThatThrownBy(() -> ResultFolder.open(out, settings)).isInstanceOf(IOException.class);
        }
    }

    private static List<CSVRecord> rows(Path out, String file) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                Files.newBufferedReader(out.resolve(file)),
                ResultTable.CSV.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return parser.getRecords();
        }
    }
}
