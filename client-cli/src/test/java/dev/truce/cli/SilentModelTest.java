package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A tournament with a bot whose model does not answer: silence is no diplomacy, whatever holding scores. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(300)
class SilentModelTest {
    @TempDir
    private Path folder = Path.of("");

    private Path results() {
        return folder.resolve("results");
    }

    /** A bot that holds, and says in the rounds for which a command of the shell succeeds that its model has not answered. */
    private String model(String isSilent) throws IOException {
        Path script = Files.writeString(
                Files.createDirectories(folder.resolve("bot")).resolve("model.sh"),
                "while read -r line; do set -- $line; n=$3\ncase $line in twi*) echo twiok;; isready) echo readyok;;\n"
                        + "'go offers '*) if " + isSilent
                        + "; then echo info no-answer HTTP 500; fi; echo offers $n;;\n"
                        + "'go round '*) echo orders $n;; quit) exit 0;; esac; done\n");
        return "model=sh " + script;
    }

    private Typed tournament(String bot) {
        return tournamentOf(bot, "tft", "dove");
    }

    private Typed tournamentOf(String... bots) {
        List<String> words = new ArrayList<>(List.of("tournament"));
        for (String bot : bots) {
            words.addAll(List.of("--bot", bot));
        }
        words.addAll(List.of("--pairs", "6", "--seed", "5", "--tables", "csv,jsonl", "--concurrency", "2"));
        words.addAll(List.of("--out", results().toString()));
        return Typed.line(words.toArray(String[]::new));
    }

    /** Returns the cells of a column. */
    private List<String> column(String file, String name) throws IOException {
        List<String> lines = Files.readAllLines(results().resolve(file));
        int at = List.of(lines.get(0).split(",", -1)).indexOf(name);
        assertThat(at).as(name).isNotNegative();
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.split(",", -1)[at])
                .toList();
    }

    @Test
    void tenRoundsInARowWithoutAnAnswerEndTheRunAndItGoesOnWhenTheModelDoes() throws Exception {
        Path healed = folder.resolve("healed");
        Typed dead = tournament(model("[ ! -e " + healed + " ]"));
        assertThat(dead.exit()).isEqualTo(1);
        assertThat(dead.err().replaceAll("\\s+", " "))
                .contains("ENDPOINT_DEAD", "model has given no usable answer for 10 rounds in a row")
                .contains("truce tournament --resume " + results());
        assertThat(Files.readString(results().resolve("run.json"))).contains("\"stopped\"");
        Files.createFile(healed);
        Typed resumed = Typed.line("tournament", "--resume", results().toString());
        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(column("matches.csv", "us_no_answers")).hasSize(36).containsOnly("0");
        assertThat(column("standings.csv", "place")).containsExactly("1", "2", "3");
    }

    @Test
    void moreThanThreeOfAHundredRoundsWithoutAnAnswerAreFaultsAndLeaveNoPlace() throws Exception {
        Typed played = tournament(model("[ $n = 2 ]"));
        assertThat(played.exit()).as(played.err()).isZero();
        assertThat(column("standings.csv", "bot")).endsWith("model");
        assertThat(column("standings.csv", "place")).containsExactly("1", "2", "");
        assertThat(column("standings.csv", "no_answer")).containsExactly("0", "0", "24");
        assertThat(column("matches.csv", "us_ending")).contains("no-answer");
        assertThat(column("matches.csv", "us_no_answers")).contains("1");
        assertThat(played.err().replaceAll("\\s+", " "))
                .contains("model has no place: its model gave no usable answer in ")
                .contains("no usable answer from its model (24)");
        assertThat(column("comparisons.csv", "verdict")).startsWith("no-place", "no-place");
        assertThat(column("standings.csv", "level_with").subList(0, 2)).noneMatch(level -> level.contains("model"));
        Typed report = Typed.line("report", results().toString());
        assertThat(report.exit()).as(report.err()).isZero();
        assertThat(report.out()).contains("model has no place").doesNotContainPattern("model is (not )?separable");
        Typed compared = Typed.line("compare", results().toString(), "model", "tft");
        assertThat(compared.exit()).as(compared.err()).isZero();
        assertThat(compared.out().replaceAll("\\s+", " ")).contains("Nothing follows from that");
        assertThat(Typed.line("tournament", "--verify", results().toString()).exit())
                .isZero();
    }

    @Test
    void whereNoComparisonHasAPlaceTheReportSaysSoAndNotThatPairsAreTooFew() throws Exception {
        Typed played = tournamentOf(model("[ $n = 2 ]"), "tft");
        assertThat(played.exit()).as(played.err()).isZero();
        assertThat(column("comparisons.csv", "verdict")).containsExactly("no-place");
        for (String language : List.of("en", "zh")) {
            Typed report = Typed.line("report", results().toString(), "--lang", language);
            assertThat(report.exit()).as(report.err()).isZero();
            assertThat(report.out().replaceAll("\\s+", " "))
                    .contains(language.equals("en") ? "of each two bots one has no place" : "任何两个机器人中都有一个没有名次")
                    .doesNotContain("too few pairs", "at least 6 pairs", "0 are separable", "对数太少", "至少需要", "0组可区分")
                    .doesNotContain("is separable", "not separable", "可与", "无法与");
            String page = Files.readString(results().resolve("report.html"));
            assertThat(page)
                    .contains(language.equals("en") ? "of each two bots one has no place" : "任何两个机器人中都有一个没有名次")
                    .doesNotContain("No two bots can be compared: an interval", "无法比较任何两个机器人：区间");
        }
    }

    @Test
    void aFewRoundsWithoutAnAnswerAreFaultsAndLeaveTheBotItsPlace() throws Exception {
        // One round of some two hundred and eighty: the second of the first match that makes the folder.
        Path once = folder.resolve("once");
        Typed played = tournament(model("[ $n = 2 ] && mkdir " + once + " 2> /dev/null"));
        assertThat(played.exit()).as(played.err()).isZero();
        assertThat(column("standings.csv", "place")).containsExactly("1", "2", "3");
        assertThat(column("standings.csv", "no_answer")).containsOnlyOnce("1");
        assertThat(played.err()).doesNotContain("no place");
    }

    @Test
    void whatIsRefusedOfABotStandsInATableWithCodeAndItemAndInItsLog() throws Exception {
        Path script = Files.writeString(
                Files.createDirectories(folder.resolve("bot")).resolve("wrong.sh"),
                "while read -r line; do set -- $line; n=$3\ncase $line in twi*) echo twiok;; isready) echo readyok;;\n"
                        + "'go offers '*) echo offers $n;; 'go round 1 '*) echo \"orders $n RECIP=31; MOON=1\";;\n"
                        + "'go round '*) echo orders $n;; quit) exit 0;; esac; done\n");
        Typed played = tournament("wrong=sh " + script);
        assertThat(played.exit()).as(played.err()).isZero();
        List<String> rows = Files.readAllLines(results().resolve("refusals.csv"));
        assertThat(rows.get(0)).isEqualTo("pair,match,round,side,code,item");
        assertThat(rows).hasSize(1 + 2 * 24).contains("0,1,1,US,LEVEL_NOT_ON_LADDER,RECIP=31");
        assertThat(rows.subList(1, rows.size())).allMatch(row -> row.split(",", -1)[2].equals("1"));
        assertThat(rows).anyMatch(row -> row.equals("0,1,1,US,UNKNOWN_INSTRUMENT,MOON=1"));
        assertThat(Files.readString(results().resolve("logs").resolve("bot-1.log")))
                .contains("error LEVEL_NOT_ON_LADDER 'RECIP=31'");
        assertThat(Typed.line("tournament", "--verify", results().toString()).exit())
                .isZero();
        Files.write(results().resolve("refusals.csv"), rows.subList(0, rows.size() - 1));
        assertThat(Typed.line("tournament", "--verify", results().toString()).exit())
                .isEqualTo(3);
    }
}
