package dev.truce.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OracleCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void whatItFindsIsWrittenToldAndPlayedByATournament() throws IOException {
        String[] oracle = {"oracle", "--against", "tft:3,match", "--seat", "cn", "--budget", "90", "--out", file("one")
        };
        Typed found = Typed.line(oracle);
        assertThat(found.err()).contains(Texts.of("oracle.progress", 100));
        assertThat(found.exit()).isZero();
        assertThat(found.out())
                .contains("As China, the response scores ", " against tft, which", Texts.of("oracle.mixture"))
                .contains("Response " + file("one"));
        String rows = Files.readString(folder.resolve("one/oracle.csv"));
        assertThat(rows.lines()).hasSize(4);
        Path policy = folder.resolve("one/response.policy");
        assertThat(policy)
                .content()
                .startsWith("truce-response 1\n")
                .contains("found-by: truce oracle --against tft:3,match --seat cn --by table --budget 90 --seed 1\n");
        assertThat(Typed.line(oracle).err()).contains("error FOLDER_IN_USE: ");

        oracle[oracle.length - 1] = file("two");
        Typed json = Typed.line(Stream.concat(Arrays.stream(oracle), Stream.of("--json", "--threads", "3"))
                .toArray(String[]::new));
        assertThat(json.out()).contains("{\"type\":\"oracle\",\"against\":\"mixture\",");
        assertThat(folder.resolve("two/oracle.csv")).hasContent(rows);
        assertThat(folder.resolve("two/response.policy")).hasSameTextualContentAs(policy);

        Typed played = Typed.line(
                "tournament", "--bot", "policy:" + policy, "--bot", "tft", "--pairs", "1", "--out", file("played"));
        assertThat(played.out()).contains("oracle-cn-tft");
        assertThat(played.exit()).isZero();
        assertThat(Typed.line("tournament", "--verify", file("played")).exit()).isZero();
        Typed report = Typed.line("report", file("played"), "--oracle", file("one"), "--oracle", single());
        assertThat(report.exit()).isZero();
        assertThat(report.lines()).anyMatch(line -> line.matches("US +tft +[0-9.]+ +-?[0-9.]+ .* table 1"));
        assertThat(Typed.line("report", file("played"), "--oracle", single(), "--json")
                        .out())
                .contains("{\"type\":\"oracle\",\"against\":\"tft\",");
        Files.writeString(folder.resolve("single/oracle.csv"), "nonsense\n");
        assertThat(Typed.line("report", file("played"), "--oracle", file("single"))
                        .err())
                .contains("error RESULTS_DIFFER: oracle.csv");
        Files.delete(folder.resolve("single/response.policy"));
        Files.copy(folder.resolve("one/oracle.csv"), folder.resolve("single/oracle.csv"), REPLACE_EXISTING);
        Files.writeString(folder.resolve("single/response.policy"), "truce-response 1\nseat us\nseat cn\n");
        assertThat(Typed.line("report", file("played"), "--oracle", file("single"))
                        .err())
                .contains("error OTHER_SCENARIO: ");
    }

    /** Returns the folder of a search against one bot. */
    private String single() throws IOException {
        if (!Files.exists(folder.resolve("single"))) {
            Typed.line("oracle", "--against", "tft", "--seat", "us", "--budget", "1", "--out", file("single"));
        }
        return file("single");
    }

    @Test
    void rolesAddResponsesAndEveryFileIsWorkedOutAgain() throws IOException {
        Typed run = Typed.line(
                "psro", "--roster", "tft,step", "--rounds", "0", "--budget", "1", "--pairs", "6", "--out", file("p"));
        assertThat(run.err()).contains(Texts.of("psro.progress", 0, 0));
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("the US: the meta-strategy scores ", "China plays ", file("p"));
        Typed resumed = Typed.line("psro", "--resume", file("p"), "--json");
        assertThat(resumed.lines()).hasSize(6);
        assertThat(resumed.out()).contains("{\"type\":\"psro\",\"iteration\":0,\"role\":\"US\",\"policy\":\"tft\",");
        assertThat(Typed.line("psro", "--verify", file("p"), "--threads", "2").out())
                .contains(Texts.of("psro.verified", file("p")));
        Path table = folder.resolve("p/psro.csv");
        String text = Files.readString(table);
        Files.writeString(table, text.replace("0,US,meta,1.000000,", "0,US,meta,1.000000,1"));
        Typed differs = Typed.line("psro", "--verify", file("p"));
        assertThat(differs.err()).contains("error RESULTS_DIFFER: psro.csv ");
        assertThat(differs.exit()).isEqualTo(3);
        Files.writeString(folder.resolve("p/psro.run"), "--rooster\nhen\n");
        assertThat(Typed.line("psro", "--verify", file("p")).err()).contains("error RESULTS_DIFFER: psro.run");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        oracle --against tft --seat us --by ppo --out none       | PPO_ELSEWHERE | bots/python/ppo.py
        oracle --against nobody --seat us --out none             | UNKNOWN_BOT   | nobody
        oracle --against tft:0 --seat us --out none              | WRONG_USAGE   | the weight of tft is 0
        oracle --against tft,tft --seat us --out none            | WRONG_USAGE   | different bots
        oracle --against tft --seat us --seed -1 --out none      | OUT_OF_RANGE  | --seed cannot be -1
        oracle --against tft --seat eu --out none                | WRONG_USAGE   | --seat
        oracle --against tft                                     | WRONG_USAGE   | --seat
        oracle --against policy:none --seat us --out none        | FILE_UNREADABLE | none
        psro --resume none                                       | NO_RUN        | none has no psro.run
        psro --verify none                                       | NO_RUN        | none has no psro.run
        psro --roster tft,nobody --out none                      | UNKNOWN_BOT   | nobody
        psro --roster tft,tft --out none                         | WRONG_USAGE   | different bots
        psro --rounds 101 --out none                             | OUT_OF_RANGE  | --rounds cannot be 101
        """)
    void whatIsAskedWronglyNamesTheWrongThing(String line, String code, String part) {
        Typed typed = Typed.line(line.split(" "));
        assertThat(typed.err()).contains("error " + code + ": ", part, "\n  unchanged: ", "\n  next: ");
        assertThat(typed.exit()).isBetween(1, 2);
        assertThat(Files.exists(Path.of("none"))).isFalse();
    }
}
