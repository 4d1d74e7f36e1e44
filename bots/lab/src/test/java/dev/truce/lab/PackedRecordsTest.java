package dev.truce.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.result.ColumnFiles;
import dev.truce.tournament.result.LocalPairPlayers;
import dev.truce.tournament.result.PackedRecord;
import dev.truce.tournament.result.PairFiles;
import dev.truce.tournament.result.PairMaker;
import dev.truce.tournament.result.PairPlayers;
import dev.truce.tournament.result.PlayedParts;
import dev.truce.tournament.result.RecordChoice;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.ResultFolder;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TableChoice;
import dev.truce.tournament.result.TableLines;
import dev.truce.tournament.result.TournamentRun;
import dev.truce.tournament.result.TournamentSettings;
import dev.truce.tournament.result.Verifier;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.stats.ScoredPair;
import dev.truce.tournament.table.Column;
import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.RowText;
import dev.truce.tournament.table.TableForm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that share a file are those that have one each, and are found, verified, merged and cut into shards. */
class PackedRecordsTest {
    private static final Rules RULES = Rules.of(Scenarios.named("class-8"));
    private static final List<String> BOTS = List.of("tft", "random", "negotiator");

    private final ParquetFiles files = new ParquetFiles();

    @TempDir
    private Path folder = Path.of("");

    private static TournamentSettings settings(RecordChoice records, TournamentPart part, TableForm... forms) {
        return new TournamentSettings(
                BOTS, Format.RR, 2, true, 7, "class-8", 10_000, records, TableChoice.of(forms), 0, "", false, part);
    }

    private static TournamentSettings packed() {
        return settings(RecordChoice.PACKED, TournamentPart.WHOLE, TableForm.PARQUET);
    }

    private static List<Contestant> bots() {
        return Contestant.of(
                BOTS.stream().map(name -> Roster.find(name).orElseThrow()).toList());
    }

    private static TournamentRun run(TournamentSettings settings, int threads) {
        PairPlayers players = new LocalPairPlayers(
                threads, Duration.ofMinutes(5), settings.seed(), () -> new PairMaker(RULES, settings, bots()));
        return new TournamentRun(settings, BOTS, players);
    }

    private Path play(String name, TournamentSettings settings, int threads) throws Exception {
        Path out = folder.resolve(name);
        assertThat(run(settings, threads).play(out, (played, board) -> {})).isTrue();
        return out;
    }

    private static RunCard card(TournamentSettings settings) {
        return new RunCard(
                settings,
                BOTS.stream()
                        .map(name -> new RunCard.Entrant(name, name, "roster", "unknown"))
                        .toList(),
                new RunCard.Edition("r", "s", "0".repeat(64), "d"),
                new RunCard.Program("v", "unknown", "unknown", "unknown"),
                new RunCard.Machine("j", "v", "s", "a", "c", 2),
                List.of(),
                2,
                RunCard.THREADS,
                RunCard.State.FINISHED,
                12,
                12,
                0,
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:00:01Z");
    }

    private static Map<String, byte[]> bytes(Path out) throws Exception {
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!out.relativize(file).startsWith("logs")) {
                    found.put(out.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return found;
    }

    private static void same(Path one, Path other) throws Exception {
        Map<String, byte[]> expected = bytes(other);
        Map<String, byte[]> found = bytes(one);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, each) -> assertThat(found.get(name)).as(name).isEqualTo(each));
    }

    @Test
    void theyAreThoseThatHaveAFileEachAndVerify() throws Exception {
        Path one = play("all", settings(RecordChoice.ALL, TournamentPart.WHOLE, TableForm.CSV), 2);
        Path out = play("packed", packed(), 1);
        for (int threads : new int[] {2, 8}) {
            same(play("of" + threads, packed(), threads), out);
        }
        Path file = PackedRecord.file(out, 0);
        for (int pair = 0; pair < 12; pair++) {
            for (int match = 1; match <= 2; match++) {
                assertThat(files.record(file, pair, match).orElseThrow())
                        .isEqualTo(Files.readAllBytes(ResultFolder.record(one, pair, match)));
            }
        }
        assertThat(files.record(file, 12, 1)).isEmpty();
        assertThat(Verifier.verify(out, card(packed()), RULES).records()).isEqualTo(24);
        files.verify(out, packed(), 12);
    }

    @Test
    void aRecordOfAnotherMatchIsFoundAndSoIsADamagedFile() throws Exception {
        Path out = play("packed", packed(), 2);
        Path file = PackedRecord.file(out, 0);
        byte[] good = Files.readAllBytes(file);
        List<PackedRecord> records = new ArrayList<>();
        try (PackedRecord.Pile source = files.records(out)) {
            for (PackedRecord each = source.next(); each != null; each = source.next()) {
                records.add(each);
            }
        }
        List<PackedRecord> exchanged = new ArrayList<>(records);
        exchanged.set(3, new PackedRecord(1, 2, records.get(2).text()));
        RecordShards.write(file, source(exchanged), 0);
        assertThatThrownBy(() -> Verifier.verify(out, card(packed()), RULES))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("matches.parquet row 4");
        RecordShards.write(file, source(records.subList(0, 23)), 0);
        assertThatThrownBy(() -> Verifier.verify(out, card(packed()), RULES))
                .hasMessageContaining("records/00000.parquet#11-2")
                .hasMessageContaining("missing");
        Files.write(file, Arrays.copyOf(good, good.length - 9));
        assertThatThrownBy(() -> Verifier.verify(out, card(packed()), RULES))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("parquet-damaged");
        assertThatThrownBy(() -> files.record(file, 0, 1)).hasMessageContaining("records/00000.parquet");
        Files.write(file, good);
        Verifier.verify(out, card(packed()), RULES);
    }

    private static PackedRecord.Pile source(List<PackedRecord> records) {
        var left = new ArrayList<>(records).iterator();
        return new PackedRecord.Pile() {
            @Override
            public @Nullable PackedRecord next() {
                return left.hasNext() ? left.next() : null;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void partsWithPackedRecordsAreTheWhole() throws Exception {
        List<Path> parts = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            TournamentSettings part = settings(RecordChoice.PACKED, new TournamentPart(number, 3), TableForm.PARQUET);
            parts.add(play("part" + number, part, number));
        }
        Path merged = folder.resolve("merged");
        assertThat(new TournamentRun(packed(), BOTS, new PlayedParts(packed(), BOTS, parts))
                        .play(merged, (played, board) -> {}))
                .isTrue();
        same(merged, play("whole", packed(), 2));
    }

    @Test
    void whoStopsAndGoesOnHasTheSameFiles() throws Exception {
        Path out = folder.resolve("stopped");
        boolean done = false;
        for (int stop = 1; !done; stop++) {
            int until = 3 * stop;
            TournamentRun run = run(packed(), 2);
            done = run.play(out, (played, board) -> {
                if (played == until) {
                    run.stop();
                }
            });
        }
        same(out, play("whole", packed(), 2));
    }

    /** Pairs without number but for a few cells: a shard has fifty thousand. */
    private static PairFiles pair(int pair, List<RowText<?>> texts) {
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            ResultTable<?> table = PairFiles.TABLES.get(i);
            for (int match = 1; table == MatchRow.TABLE && match <= 2; match++) {
                List<String> cells = new ArrayList<>();
                for (Column<?> column : table.columns()) {
                    cells.add(column.name().equals("pair") ? Integer.toString(pair) : "");
                }
                texts.get(i).copy(cells);
            }
            parts.add(texts.get(i).takeCsv());
        }
        byte[] text = ("record of " + pair).getBytes(StandardCharsets.UTF_8);
        ByteBuffer waiting = ByteBuffer.allocate(12 + text.length);
        parts.add(waiting.putInt(pair).putInt(1).putInt(text.length).put(text).array());
        return new PairFiles(pair, new ScoredPair(0, 0, 1, 0, 0, 0, 0, true, false), parts, List.of());
    }

    @Test
    void aShardIsCutAtItsEndWhoeverIsStoppedThere() throws Exception {
        TournamentSettings settings = packed();
        List<RowText<?>> texts = new ArrayList<>();
        PairFiles.TABLES.forEach(table -> texts.add(new RowText<>(table)));
        int end = ColumnFiles.PAIRS_A_SHARD + 3;
        for (int stop : new int[] {ColumnFiles.PAIRS_A_SHARD - 1, ColumnFiles.PAIRS_A_SHARD, end}) {
            try (ResultFolder out = ResultFolder.open(folder, settings)) {
                while (out.pairs() < stop) {
                    out.sealIfFull();
                    out.append(pair(out.pairs(), texts));
                }
                out.checkpoint();
                if (stop == end) {
                    out.finish();
                }
            }
        }
        assertThat(folder.resolve("matches.parquet")).exists();
        assertThat(folder.resolve("matches-00001.parquet")).exists();
        assertThat(files.record(PackedRecord.file(folder, 1), end - 1, 1).orElseThrow())
                .isEqualTo(("record of " + (end - 1)).getBytes(StandardCharsets.UTF_8));
        assertThat(files.record(PackedRecord.file(folder, 0), 31_234, 1).orElseThrow())
                .isEqualTo("record of 31234".getBytes(StandardCharsets.UTF_8));
        int rows = 0;
        try (TableLines lines = TableLines.open(folder, MatchRow.TABLE)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                assertThat(line).startsWith(rows / 2 + ",");
                rows++;
            }
        }
        assertThat(rows).isEqualTo(2 * end);
        files.verify(folder, settings, end);
        assertThatThrownBy(() -> files.verify(folder, settings, end + ColumnFiles.PAIRS_A_SHARD))
                .hasMessageContaining("missing");
    }
}
