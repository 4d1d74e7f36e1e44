package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tournaments that are played in parts, and records that share a file, by the command line. */
class TournamentPartsTest {
    @TempDir
    private Path folder = Path.of("");

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Typed play(String out, String... more) {
        List<String> words = new ArrayList<>(List.of("tournament", "--bot", "tft", "--bot", "random", "--bot", "hawk"));
        words.addAll(List.of("--pairs", "3", "--scenario", "class-8", "--concurrency", "2"));
        words.addAll(List.of(more));
        if (!words.contains("--seed")) {
            words.addAll(List.of("--seed", "5"));
        }
        words.addAll(List.of("--out", file(out)));
        return Typed.line(words.toArray(String[]::new));
    }

    private static Map<String, byte[]> files(Path out) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(file).toString();
                if (!name.startsWith("logs") && !name.equals("run.json")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        all    | csv,jsonl,parquet
        packed | parquet
        none   | jsonl
        """)
    void partsAreMergedIntoTheFilesOfAWhole(String records, String tables) throws IOException {
        String[] kept = {"--records", records, "--tables", tables};
        Typed whole = play("whole", kept);
        assertThat(whole.exit()).as(whole.err()).isZero();
        for (String part : List.of("1", "2", "3", "4")) {
            Typed played = play("part" + part, with(kept, "--part", part + "/4"));
            assertThat(played.exit()).as(played.err()).isZero();
            assertThat(played.out().replaceAll("\\s+", " ")).contains("Part " + part + "/4 is played");
            assertThat(Typed.line("tournament", "--verify", file("part" + part)).exit())
                    .isZero();
        }
        Typed merged = Typed.line(
                "tournament", "merge", file("part3"), file("part1"), file("part4"), file("part2"), "--out", file("m"));
        assertThat(merged.exit()).as(merged.err()).isZero();
        Map<String, byte[]> expected = files(folder.resolve("whole"));
        Map<String, byte[]> found = files(folder.resolve("m"));
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));
        assertThat(Typed.line("tournament", "--verify", file("m")).exit()).isZero();
        assertThat(Typed.line("report", file("m")).exit()).isZero();
        Typed alone = Typed.line("report", file("part2"));
        assertThat(alone.exit()).isEqualTo(1);
        assertThat(alone.err()).contains("error PART_ALONE");
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    private Typed merge(String out, String... parts) {
        List<String> words = new ArrayList<>(List.of("tournament", "merge"));
        Stream.of(parts).map(this::file).forEach(words::add);
        words.addAll(List.of("--out", file(out)));
        return Typed.line(words.toArray(String[]::new));
    }

    private void unfit(String what, String... parts) {
        Typed refused = merge("m", parts);
        assertThat(refused.exit()).as(refused.err()).isEqualTo(2);
        assertThat(refused.err().replaceAll("\\s+", " "))
                .contains("error PARTS_UNFIT: ")
                .contains(what);
        assertThat(folder.resolve("m")).doesNotExist();
    }

    @Test
    void partsThatDoNotFitAreRefusedByName() {
        String[] kept = {"--records", "none", "--tables", "csv"};
        for (String part : List.of("1", "2", "3")) {
            play("p" + part, with(kept, "--part", part + "/3"));
        }
        play("half", with(kept, "--part", "1/2"));
        play("seed", with(kept, "--part", "3/3", "--seed", "6"));
        play("whole", kept);
        unfit("part 2/3", "p1", "p3");
        unfit("both part 1/3", "p1", "p2", "p1");
        unfit("different numbers of parts", "p1", "p2", "half");
        unfit(file("seed"), "p1", "p2", "seed");
        unfit("different settings", "p1", "p2", "seed");
        unfit("is a whole tournament", "p1", "whole");
        Typed none = merge("m", "p1", "nowhere");
        assertThat(none.err()).contains("NO_TOURNAMENT").contains("nowhere");
        Typed used = merge("whole", "p1", "p2", "p3");
        assertThat(used.err()).contains("FOLDER_IN_USE");
    }

    @Test
    void whatHasNoPartsIsRefusedBeforeAnythingIsPlayed() {
        for (String[] words : new String[][] {
            {"--part", "1/2", "--format", "swiss"},
            {"--part", "1/10"},
            {"--part", "3/2"},
            {"--part", "2"},
        }) {
            Typed refused = play("none", words);
            assertThat(refused.exit()).as(refused.err()).isEqualTo(2);
            assertThat(refused.err()).contains("--part");
        }
        Typed drawn = Typed.line(
                "tournament", "--bot", "python3 none.py", "--bot", "tft", "--part", "1/2", "--out", file("none"));
        assertThat(drawn.err()).contains("--seed");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aRecordAmongManyIsVerifiedReplayedAndBranched() throws IOException {
        play("one", "--records", "all", "--tables", "csv");
        play("many", "--records", "packed", "--tables", "csv");
        String packed = folder.resolve("many").resolve("records").resolve("00000.parquet") + "#4-2";
        Path alone = folder.resolve("one/records/00000/00000004-2.twg");
        Typed verified = Typed.line("verify", packed);
        assertThat(verified.exit()).as(verified.err()).isZero();
        assertThat(Typed.line("replay", packed, "--round", "2").out())
                .isEqualTo(
                        Typed.line("replay", alone.toString(), "--round", "2").out());
        Typed branched = Typed.line("branch", packed, "--round", "3", "--us", "dove", "--futures", "4", "--json");
        assertThat(branched.exit()).as(branched.err()).isZero();
        assertThat(branched.out())
                .isEqualTo(Typed.line(
                                "branch", alone.toString(), "--round", "3", "--us", "dove", "--futures", "4", "--json")
                        .out());
        Typed absent = Typed.line("verify", packed.replace("#4-2", "#9-1"));
        assertThat(absent.exit()).isEqualTo(2);
        assertThat(absent.err().replaceAll("\\s+", " "))
                .contains("RECORD_ABSENT")
                .contains("pair 9, match 1");
        Typed unnamed = Typed.line("replay", packed.replace("#4-2", ""));
        assertThat(unnamed.err()).contains("RECORDS_PACKED").contains("00000.parquet#0-1");
    }
}
