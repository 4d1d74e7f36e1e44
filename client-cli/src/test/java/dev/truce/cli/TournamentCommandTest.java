package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bots.policy.Policy;
import dev.truce.cli.text.Golden;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.result.ColumnFiles;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tournaments from the command line. */
class TournamentCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Typed tournament(String out, String... more) {
        String[] line = new String[more.length + 3];
        line[0] = "tournament";
        line[1] = "--out";
        line[2] = file(out);
        System.arraycopy(more, 0, line, 3, more.length);
        return Typed.line(line);
    }

    @Test
    void theTableHasAllBotsAndReportShowsItAgain() {
        Typed played = tournament("a", "--bot", "tft", "--bot", "hawk", "--bot", "random", "--pairs", "7");
        assertThat(played.exit()).as(played.err()).isZero();
        assertThat(played.out()).contains("tft", "hawk", "random", "42 matches", "truce report");
        Typed report = Typed.line("report", file("a"));
        assertThat(report.exit()).isZero();
        String table = played.out().substring(0, played.out().indexOf("42 matches"));
        assertThat(report.out()).contains(table).contains("Cross table: ");
        assertThat(report.lines().stream().filter(line -> TextWidth.width(line) > 80))
                .isEmpty();
        assertThat(report.hasCodes()).isFalse();
    }

    @Test
    void compareWarnsAfterASequentialTestHasEndedTheTournamentEarly() {
        Typed played = tournament(
                "sprt",
                "--bot",
                "tft",
                "--bot",
                "hawk",
                "--pairs",
                "2000",
                "--sprt",
                "d0=0,d1=20,alpha=.2,beta=.2",
                "--records",
                "none",
                "--tables",
                "csv,jsonl");
        assertThat(played.exit()).as(played.err()).isZero();
        assertThat(played.out()).contains("4000");
        Typed compared = Typed.line("compare", file("sprt"), "tft", "hawk");
        assertThat(compared.exit()).isZero();
        assertThat(compared.err().replaceAll("\\s+", " "))
                .contains("warning: the sequential test ended this tournament early");
        tournament("whole", "--bot", "tft", "--bot", "hawk", "--pairs", "6", "--records", "none");
        assertThat(Typed.line("compare", file("whole"), "tft", "hawk").err()).isEmpty();
    }

    /** Where no bot makes a mistake the clean score is the score, and so is its interval. */
    @Test
    void theIntervalOfTheCleanScoreIsOverBlocksOfPairs() throws IOException {
        tournament("blocks", "--bot", "tft", "--bot", "hawk", "--bot", "random", "--pairs", "8", "--records", "none");
        List<String> rows = Files.readAllLines(folder.resolve("blocks").resolve("standings.csv"));
        List<String> heads = List.of(rows.get(0).split(",", -1));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            assertThat(cells[heads.indexOf("clean_pairs")]).isEqualTo("16");
            for (String[] alike :
                    new String[][] {{"clean_score", "score"}, {"clean_score_low", "low"}, {"clean_score_high", "high"}
                    }) {
                assertThat(cells[heads.indexOf(alike[0])]).as(alike[0]).isEqualTo(cells[heads.indexOf(alike[1])]);
            }
        }
    }

    @Test
    void aGauntletCorrectsForTheComparisonsOfItsBotAndSaysNothingOfTheOthers() throws IOException {
        String[] others = {"hawk", "dove", "gtft"};
        Typed played = tournament(
                "gauntlet",
                "--format",
                "gauntlet",
                "--bot",
                "tft",
                "--bot",
                others[0],
                "--bot",
                others[1],
                "--bot",
                others[2],
                "--pairs",
                "7",
                "--records",
                "none");
        assertThat(played.exit()).as(played.err()).isZero();
        List<String> rows = Files.readAllLines(folder.resolve("gauntlet").resolve("comparisons.csv"));
        assertThat(rows).hasSize(1 + others.length);
        assertThat(rows.subList(1, rows.size())).allMatch(row -> row.startsWith("tft,"));
        // With six comparisons seven pairs are too few to tell any two apart, with three they are enough.
        assertThat(played.err()).doesNotContain("no two bots can be told apart");
        String report = Typed.line("report", file("gauntlet")).out().replaceAll("\\s+", " ");
        for (String other : others) {
            assertThat(report)
                    .doesNotContain(
                            other + " is separable from", other + " is not separable from", other + " scores most");
        }
        assertThat(report).contains("tft is ");
    }

    @Test
    void theReportOfTheSampleRunIsTheGoldenOne() {
        tournament(
                "sample",
                "--bot",
                "tft",
                "--bot",
                "hawk",
                "--bot",
                "random",
                "--bot",
                "gtft",
                "--pairs",
                "8",
                "--self",
                "--seed",
                "7",
                "--scenario",
                "class-8",
                "--records",
                "none");
        Typed report = Typed.line("report", file("sample"));
        assertThat(report.exit()).as(report.err()).isZero();
        List<String> lines = report.lines().stream()
                .filter(line -> !line.startsWith("Page and pictures:") && !line.contains("report.html"))
                .toList();
        Golden.check(TournamentCommandTest.class, "sample-report", lines);
        assertThat(report.err()).isEmpty();
    }

    @Test
    void aFinishedTournamentHasItsPageAndReportWritesTheSameAgain() throws IOException {
        tournament("page", "--bot", "tft", "--bot", "hawk", "--pairs", "2", "--concurrency", "2");
        Path page = folder.resolve("page").resolve("report.html");
        String first = Files.readString(page);
        assertThat(first).contains("<svg ");
        assertThat(folder.resolve("page").resolve("pictures")).doesNotExist();
        Files.delete(page);
        Typed report = Typed.line("report", file("page"));
        assertThat(report.exit()).isZero();
        assertThat(report.lines().get(report.lines().size() - 1)).endsWith("report.html");
        assertThat(Files.readString(page)).isEqualTo(first);
    }

    @Test
    void jsonHasEveryRowOfTheTablesAsAnObjectOfALine() throws IOException {
        tournament("json", "--bot", "tft", "--bot", "hawk", "--pairs", "2", "--scenario", "class-8");
        Typed report = Typed.line("report", "--json", file("json"));
        assertThat(report.exit()).as(report.err()).isZero();
        int rows = 0;
        for (String table : List.of("standings", "crosstable", "comparisons", "payoffs", "ratings")) {
            List<String> file = Files.readAllLines(folder.resolve("json").resolve(table + ".csv"));
            rows += file.size() - 1;
            assertThat(report.lines().stream().filter(line -> line.startsWith("{\"type\":\"" + table + "\",")))
                    .hasSize(file.size() - 1)
                    .allMatch(line -> line.endsWith("}"));
        }
        assertThat(report.lines()).hasSize(rows);
        PublishedSchema.named("report-output").assertFits(report.lines());
        // Two pairs have no interval.
        assertThat(report.lines().get(0)).contains("\"place\":1,\"bot\":\"", "\"low\":null,");
    }

    /** A stale schema is renewed with {@code -Dtest=TournamentCommandTest -Dtest.jvm=-Dgolden=write}. */
    @Test
    void theSchemaOfReportsIsWhatTheTablesSay() throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PublishedSchema.page("report-output"), ReportSchema.text());
        }
        assertThat(PublishedSchema.page("report-output")).hasContent(ReportSchema.text());
    }

    @Test
    void whereTheResultsComeFromFitsItsSchemaWhichHasNoOptionalField() throws IOException {
        PublishedSchema schema = PublishedSchema.named("tournament-run");
        tournament("card", "--bot", "tft", "--bot", "tft", "--pairs", "2");
        String card = Files.readString(folder.resolve("card").resolve("run.json"));
        schema.assertFits(card);
        assertThat(card).contains("\"tft-2\"", "\"state\" : \"finished\"");
        for (String line : card.split("\n")) {
            if (line.matches("  \"\\w+\" : [^\\[{]*")) {
                String without = card.replace(line + "\n", "");
                schema.assertRefuses(without.replaceAll(",\\s*}", "}"));
            }
        }
    }

    @Test
    void twoPairsAreTooFewForAnyIntervalAndNoFileSaysInfOrNan() throws IOException {
        Typed played = tournament("few", "--bot", "tft", "--bot", "hawk", "--pairs", "2");
        assertThat(played.exit()).isZero();
        assertThat(played.out()).contains("There are too few pairs to rank the bots.", "too few");
        assertThat(played.err()).contains("warning: fewer than 6 pairs give no interval.");
        for (String name : new String[] {"standings.csv", "crosstable.csv", "comparisons.csv"}) {
            assertThat(Files.readString(folder.resolve("few").resolve(name)))
                    .doesNotContainIgnoringCase("nan,")
                    .doesNotContainIgnoringCase("infinity");
        }
    }

    @Test
    void strictTurnsWarningsIntoAFailure() {
        assertThat(tournament("strict", "--bot", "tft", "--bot", "hawk", "--pairs", "2", "--strict")
                        .exit())
                .isEqualTo(1);
        assertThat(tournament("fine", "--bot", "tft", "--bot", "hawk", "--pairs", "6", "--strict")
                        .exit())
                .isZero();
    }

    @Test
    void aTournamentThatIsDoneCanBeResumedAndStaysAsItIs() throws IOException {
        tournament("done", "--bot", "tft", "--bot", "random", "--pairs", "6", "--scenario", "class-8");
        String before = Files.readString(folder.resolve("done").resolve("standings.csv"));
        Typed again = Typed.line("tournament", "--resume", file("done"));
        assertThat(again.exit()).isZero();
        assertThat(Files.readString(folder.resolve("done").resolve("standings.csv")))
                .isEqualTo(before);
        assertThat(Files.readString(folder.resolve("done").resolve("run.json"))).contains("\"resumed\" : 1");
    }

    @Test
    void aTournamentGoesOnWithTheBotsThatBeganIt() throws IOException {
        Path script = Files.createDirectories(folder.resolve("bots")).resolve("bot.sh");
        Files.writeString(script, "exit 7");
        Path policy = Files.createDirectories(folder.resolve("policies")).resolve("mine.policy");
        Files.writeString(policy, Policy.ofMatch().text());
        String[] bots = {"--bot", "sh " + script, "--bot", "learner:" + policy, "--pairs", "2"};
        assertThat(tournament("same", bots).exit()).isZero();
        assertThat(Typed.line("tournament", "--resume", file("same")).exit()).isZero();
        String card = Files.readString(folder.resolve("same").resolve("run.json"));

        Files.writeString(script, "exit 8");
        Typed changed = Typed.line("tournament", "--resume", file("same"));
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err().replaceAll("\\s+", " "))
                .contains("error BOT_CHANGED: ", "sh-bot-sh", Texts.of("fault.next.same-bot"))
                .doesNotContain("own-policy");
        Files.writeString(script, "exit 7");
        Files.writeString(policy, Policy.ofMatch().text() + "\n");
        assertThat(Typed.line("tournament", "--resume", file("same")).err()).contains("BOT_CHANGED", "own-policy");
        assertThat(folder.resolve("same").resolve("run.json")).hasContent(card);

        Files.writeString(policy, Policy.ofMatch().text());
        Typed again = Typed.line("tournament", "--resume", file("same"));
        assertThat(again.exit()).as(again.err()).isZero();
    }

    @Test
    void aTournamentGoesOnWithTheVersionThatBeganIt() throws IOException {
        tournament("version", "--bot", "tft", "--bot", "hawk", "--pairs", "2", "--scenario", "class-8");
        Path file = folder.resolve("version").resolve("run.json");
        String card = Files.readString(file);
        Files.writeString(file, card.replaceFirst("\"version\" : \"[^\"]*\"", "\"version\" : \"0.0.7\""));
        Typed other = Typed.line("tournament", "--resume", file("version"));
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err().replaceAll("\\s+", " ")).contains("error OTHER_PROGRAM: ", "version 0.0.7");

        String jar = "0123456789abcdef".repeat(4);
        Files.writeString(file, card.replaceFirst("\"jar_sha256\" : \"[^\"]*\"", "\"jar_sha256\" : \"" + jar + "\""));
        Typed rebuilt = Typed.line("tournament", "--resume", file("version"));
        assertThat(rebuilt.exit()).as(rebuilt.err()).isZero();
        assertThat(rebuilt.err()).contains("warning: another jar", jar);
        assertThat(Typed.line("tournament", "--resume", file("version")).err()).doesNotContain("another jar");
    }

    @Test
    void aScenarioOfOnesOwnIsCopiedSoThatTheFolderCanGoOn() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), """
            base: busan-2025
            id: mine
            titles: {en: "Mine", zh: "\u6211\u7684"}
            horizon: {fixed: {rounds: 3}}
            knobs: {false_alarm: 0.2}
            anchors: computed
            """);
        assertThat(tournament("own", "--bot", "tft", "--bot", "random", "--pairs", "6", "--scenario", file("mine.yaml"))
                        .exit())
                .isZero();
        Files.delete(folder.resolve("mine.yaml"));
        assertThat(Typed.line("tournament", "--resume", file("own")).exit()).isZero();
    }

    @Test
    void aTouchedRowIsFoundByVerifyWithExitCodeThree() throws IOException {
        tournament("v", "--bot", "tft", "--bot", "random", "--pairs", "2");
        Typed good = Typed.line("tournament", "--verify", file("v"));
        assertThat(good.exit()).as(good.err()).isZero();
        assertThat(good.out()).contains("Verified: 4 matches, 4 records replayed");
        Path matches = folder.resolve("v").resolve("matches.csv");
        Files.writeString(matches, Files.readString(matches).replaceFirst("\n0,1,0,", "\n0,1,1,"));
        Typed touched = Typed.line("tournament", "--verify", file("v"));
        assertThat(touched.exit()).isEqualTo(3);
        assertThat(touched.err()).contains("error RESULTS_DIFFER: matches.csv row");
    }

    /** Types a line as a program without the jar of the lab reads it. */
    private static Typed withoutTheLab(String... words) {
        Thread thread = Thread.currentThread();
        ClassLoader whole = thread.getContextClassLoader();
        thread.setContextClassLoader(new ClassLoader(whole) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.endsWith(ColumnFiles.class.getName())
                        ? Collections.emptyEnumeration()
                        : super.getResources(name);
            }
        });
        try {
            return Typed.line(words);
        } finally {
            thread.setContextClassLoader(whole);
        }
    }

    @Test
    void withoutTheJarOfTheLabParquetIsLeftOutAndRefusedWhereItIsAskedFor() throws IOException {
        String[] plain = {"tournament", "--bot", "tft", "--bot", "random", "--pairs", "2", "--out"};
        Typed played = withoutTheLab(with(plain, file("plain")));
        assertThat(played.exit()).as(played.err()).isZero();
        assertThat(Files.readString(folder.resolve("plain").resolve("run.json")))
                .contains("\"tables\" : [ \"csv\", \"jsonl\" ]");
        assertThat(withoutTheLab("tournament", "--verify", file("plain")).exit())
                .isZero();
        assertThat(Typed.line(with(plain, file("columns"), "--records", "none")).exit())
                .isZero();
        for (String[] asked : List.of(
                with(plain, file("none"), "--tables", "csv,jsonl,parquet"),
                with(plain, file("none"), "--tables", "csv", "--records", "packed"),
                new String[] {"tournament", "--verify", file("columns")},
                new String[] {"tournament", "--resume", file("columns")})) {
            Typed refused = withoutTheLab(asked);
            assertThat(refused.exit()).as(refused.err()).isEqualTo(2);
            assertThat(refused.err().replaceAll("\\s+", " "))
                    .contains(
                            "error LAB_ABSENT: ",
                            "next: put truce-lab.jar of the same version into the folder of truce.jar");
            assertThat(refused.out()).isEmpty();
        }
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void theLargeFilesAreWrittenAsParquetTooUnlessNobodyWantsThem() throws IOException {
        Typed played = tournament("columns", "--bot", "tft", "--bot", "random", "--pairs", "2");
        assertThat(played.exit()).as(played.err()).isZero();
        for (String name : new String[] {"matches", "rounds", "moves"}) {
            Path file = folder.resolve("columns").resolve(name + ".parquet");
            assertThat(Files.readAllBytes(file)).startsWith('P', 'A', 'R', '1').endsWith('P', 'A', 'R', '1');
        }
        assertThat(Typed.line("tournament", "--verify", file("columns")).exit()).isZero();
        Path touched = folder.resolve("columns").resolve("rounds.parquet");
        byte[] bytes = Files.readAllBytes(touched);
        bytes[bytes.length / 2] ^= 1;
        Files.write(touched, bytes);
        Typed found = Typed.line("tournament", "--verify", file("columns"));
        assertThat(found.exit()).isEqualTo(3);
        assertThat(found.err()).contains("error RESULTS_DIFFER: rounds.parquet");

        tournament("rows", "--bot", "tft", "--bot", "random", "--pairs", "2", "--tables", "csv,jsonl");
        assertThat(folder.resolve("rows").resolve("matches.parquet")).doesNotExist();
        assertThat(folder.resolve("rows").resolve("matches.csv"))
                .hasSameBinaryContentAs(folder.resolve("columns").resolve("matches.csv"));
        assertThat(Files.readString(folder.resolve("rows").resolve("run.json")))
                .contains("\"tables\" : [ \"csv\", \"jsonl\" ]");
        assertThat(Typed.line("tournament", "--verify", file("rows")).exit()).isZero();
    }

    @Test
    void compareSaysTheSameFromBothEndsAndInWords() {
        tournament("c", "--bot", "tft", "--bot", "hawk", "--bot", "grim", "--pairs", "8");
        Typed one = Typed.line("compare", file("c"), "tft", "hawk");
        Typed other = Typed.line("compare", file("c"), "hawk", "tft");
        assertThat(one.exit()).as(one.err()).isZero();
        assertThat(one.out())
                .contains("Against the same field tft scores +")
                .contains("In their own matches tft scores ");
        assertThat(other.out()).contains("Against the same field hawk scores -");
        assertThat(Typed.line("compare", file("c"), "tft", "grim").out()).contains("not separable");
        assertThat(Typed.line("compare", file("c"), "tft", "hwk").err()).contains("UNKNOWN_BOT", "next: hawk");
    }

    @Test
    void whatIsNotFinishedIsNeitherReportedNorCompared() throws IOException {
        tournament("early", "--bot", "tft", "--bot", "hawk", "--pairs", "6");
        Path card = folder.resolve("early").resolve("run.json");
        Files.writeString(card, Files.readString(card).replace("\"finished\"", "\"stopped\""));
        for (Typed early :
                List.of(Typed.line("report", file("early")), Typed.line("compare", file("early"), "tft", "hawk"))) {
            assertThat(early.exit()).isEqualTo(1);
            assertThat(early.out()).isEmpty();
            assertThat(early.err().replaceAll("\\s+", " "))
                    .contains("error UNFINISHED", "before its end would be invalid", "truce tournament --resume");
        }
    }

    @Test
    void aSequentialTestNeedsTwoBots() {
        assertThat(tournament(
                                "s",
                                "--bot",
                                "tft",
                                "--bot",
                                "random",
                                "--bot",
                                "hawk",
                                "--sprt",
                                "d0=0,d1=2,alpha=.05,beta=.05")
                        .err())
                .contains("WRONG_USAGE", "two bots");
        assertThat(tournament("s", "--bot", "tft", "--bot", "random", "--sprt", "yes")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void aCommandThatIsNoBotCrashesItsMatchesAndNobodyElses() throws IOException {
        Typed played = tournament(
                "hostile", "--bot", "tft", "--bot", "random", "--bot", "sh -c 'exit 7'", "--pairs", "2", "--seed", "1");
        assertThat(played.exit()).isZero();
        assertThat(played.err()).contains("warning: sh-c-exit-7 had matches with", "crashes (8)");
        tournament("honest", "--bot", "tft", "--bot", "random", "--pairs", "2");
        String honest = Files.readAllLines(folder.resolve("honest").resolve("matches.csv"))
                .get(1);
        assertThat(Files.readAllLines(folder.resolve("hostile").resolve("matches.csv")))
                .contains(honest);
        String card = Files.readString(folder.resolve("hostile").resolve("run.json"));
        assertThat(card).contains("\"kind\" : \"command\"", "\"given\" : \"sh -c 'exit 7'\"");
    }

    @Test
    void overTheWireTheFilesAreTheSame() throws IOException {
        String[] more = {"--bot", "dealer", "--bot", "negotiator", "--pairs", "2", "--scenario", "class-8"};
        assertThat(tournament("here", more).exit()).isZero();
        String[] wire = Arrays.copyOf(more, more.length + 4);
        System.arraycopy(new String[] {"--over", "wire", "--concurrency", "2"}, 0, wire, more.length, 4);
        Typed played = tournament("wire", wire);
        assertThat(played.exit()).as(played.err()).isZero();
        for (String file :
                List.of("matches.csv", "rounds.csv", "moves.jsonl", "standings.csv", "records/00000/00000001-2.twg")) {
            assertThat(folder.resolve("wire").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("here").resolve(file));
        }
        assertThat(Files.readString(folder.resolve("wire").resolve("run.json"))).contains("\"runner\" : \"wire\"");
        assertThat(Typed.line("tournament", "--verify", file("wire")).exit()).isZero();
    }

    /** A bot that says in each round what its option was set to. */
    private String toll() throws IOException {
        Path script = folder.resolve("toll.sh");
        Files.writeString(script, """
            fee=80
            while read -r line; do
              set -- $line
              case $line in
                twi*) echo "option name fee type int default 80 min 0 max 80"; echo "option name mood type text default calm"; echo twiok ;;
                "setoption name fee value"*) fee=$5 ;;
                isready) echo readyok ;;
                "go offers"*) echo "offers $3" ;;
                "go round"*) echo "orders $3 PORT=$fee" ;;
                quit) exit 0 ;;
              esac
            done
            """);
        return "sh " + script;
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void optionsOfACommandStandBeforeItAndAreSet() throws IOException {
        String bot = toll();
        Typed played =
                tournament("set", "--bot", "fee=0 " + bot, "--bot", bot, "--pairs", "1", "--scenario", "class-8");
        assertThat(played.exit()).as(played.err()).isZero();
        Path out = folder.resolve("set");
        List<String> moves = Files.readAllLines(out.resolve("moves.csv"));
        assertThat(moves).filteredOn(line -> line.contains(",sh-toll-sh,")).allMatch(line -> line.contains("PORT=0"));
        assertThat(moves)
                .filteredOn(line -> line.contains(",sh-toll-sh-2,"))
                .anyMatch(line -> line.contains("PORT=80"));
        assertThat(Files.readString(out.resolve("run.json"))).contains("\"given\" : \"fee=0 " + bot + "\"");
        assertThat(Typed.line("tournament", "--verify", out.toString()).exit()).isZero();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whoeverVerifiesNeedsNoBot() throws IOException {
        Path program = folder.resolve("bot");
        Files.writeString(program, "#!/bin/sh\nexec " + toll() + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(tournament(
                                "gone",
                                "--bot",
                                program.toString(),
                                "--bot",
                                "tft",
                                "--pairs",
                                "1",
                                "--scenario",
                                "class-8")
                        .exit())
                .isZero();
        Files.delete(program);
        assertThat(Typed.line("tournament", "--verify", file("gone")).exit()).isZero();
    }

    @ParameterizedTest
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @CsvSource(delimiter = '|', textBlock = """
        fee=81 BOT         | BAD_VALUE      | '81' is not a value of the option 'fee'   | 0 to 80
        fee=much BOT       | BAD_VALUE      | 'much' is not a value of the option 'fee'  | 0 to 80
        fees=8 BOT         | UNKNOWN_OPTION | the bot has no option 'fees'            | fee, mood
        fee=8 sh -c 'exit' | NO_GREETING    | ended with exit code 0                  | truce check-bot
        fee=8 tft          | UNKNOWN_BOT    | bots of the roster take none            | tft
        fee=8 fee=9 BOT    | UNKNOWN_BOT    | fee=8 fee=9                             | tft
        """)
    void whatCannotBeSetIsToldBeforeAnyMatch(String bot, String code, String part, String right) throws IOException {
        Typed typed = tournament("unset", "--bot", "tft", "--bot", bot.replace("BOT", toll()));
        assertThat(typed.err().replaceAll("\\s+", " ")).contains("error " + code + ": ", part, right);
        assertThat(typed.exit()).isEqualTo(2);
        assertThat(folder.resolve("unset")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tournament --bot tft                                     | 2 | WRONG_USAGE   | at least two bots
        tournament --bot tft --bot trf                           | 2 | UNKNOWN_BOT   | next: --bot tft
        tournament --bot tft --bot hawk --pairs 0                | 2 | OUT_OF_RANGE  | next: --pairs 30
        tournament --bot tft --bot hawk --format cup             | 2 | WRONG_USAGE   | truce tournament --help
        tournament --bot tft --bot hawk --concurrency 0          | 2 | OUT_OF_RANGE  | --concurrency
        tournament --bot tft --bot hawk --spark local[2]         | 2 | SPARK_ABSENT  | next: ./truce tournament --bot tft --bot hawk --spark 'local[2]'
        tournament --bot tft --bot hawk --spark local --concurrency 2 | 2 | WRONG_USAGE | --concurrency sets the threads
        tournament --bot tft --bot hawk --scenario nowhere       | 2 | UNKNOWN_SCENARIO | truce scenario list
        tournament --bot tft --bot hawk --steps -1               | 2 | OUT_OF_RANGE  | --steps cannot be -1
        tournament --bots nobots.txt                             | 1 | FILE_UNREADABLE | --bots FILE
        tournament --bot tft --bot hawk --over wire --spark x     | 2 | WRONG_USAGE   | --over wire
        tournament --bot tft --bot hawk --over pigeon            | 2 | WRONG_USAGE   | truce tournament --help
        tournament --resume nothing-here                         | 1 | NO_TOURNAMENT | truce tournament --bot
        report nothing-here                                      | 1 | NO_TOURNAMENT | nothing-here
        """)
    void whatIsAskedWronglyNamesTheWrongThing(String line, int exit, String code, String part) {
        Typed typed = Typed.line(line.split(" "));
        assertThat(typed.err().replaceAll("\\s+", " "))
                .contains("error " + code + ": ")
                .contains(part);
        assertThat(typed.exit()).isEqualTo(exit);
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void aFolderThatIsInUseIsNotTouched() throws IOException {
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine").resolve("thesis.txt"), "all I have");
        Typed typed = tournament("mine", "--bot", "tft", "--bot", "hawk");
        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.err()).contains("FOLDER_IN_USE");
        assertThat(folder.resolve("mine").toFile().list()).containsExactly("thesis.txt");
    }
}
