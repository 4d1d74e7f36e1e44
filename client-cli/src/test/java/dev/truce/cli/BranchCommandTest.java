package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.branch.SessionBranch;
import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import dev.truce.scenario.Scenarios;
import dev.truce.story.print.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Branches of records from the command line. */
class BranchCommandTest {
    @TempDir
    private static Path folder = Path.of("");

    private static Path record = Path.of("");

    @BeforeAll
    static void recorded() {
        Path results = folder.resolve("t");
        Typed played = Typed.line(
                "tournament", "--bot", "tft", "--bot", "random", "--pairs", "1", "--out", results.toString());
        assertThat(played.exit()).as(played.err()).isZero();
        record = results.resolve("records").resolve("00000").resolve("00000000-1.twg");
    }

    private static Typed branch(Path file, String... more) {
        List<String> line = new ArrayList<>(List.of("branch", file.toString()));
        line.addAll(List.of(more));
        return Typed.line(line.toArray(String[]::new));
    }

    /** A record whose occupants have the names of people. */
    private static Path ofPeople() throws IOException {
        Path file = folder.resolve("people.twg");
        return Files.writeString(
                file,
                Files.readString(record)
                        .replace("[US \"tft\"]", "[US \"Group A\"]")
                        .replace("[China \"random\"]", "[China \"Group B\"]"));
    }

    @Test
    void aSessionBranchesFromItsReportAsTheCommandDoes() throws Exception {
        SessionBranch session = new SessionBranch(Scenarios.busan2025(), Look.PLAIN);
        String text = Files.readString(record);
        assertThat(session.lastRound(text)).isGreaterThanOrEqualTo(8);
        assertThat(session.bots()).contains(session.usual(), "hawk");
        List<String> lines = session.lines(text, Side.US, 3, "hawk");
        assertThat(lines)
                .isEqualTo(branch(record, "--round", "3", "--us", "hawk", "--futures", "40")
                        .lines());
        assertThat(session.lastRound("no record")).isZero();
    }

    @Test
    void anotherPolicyIsComparedWithTheOneThatPlayed() {
        Typed typed = branch(record, "--round", "3", "--us", "hawk", "--futures", "40");
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out().replaceAll("\\s+", " "))
                .contains(
                        "From round 3 on, the US is played by hawk in the branch and by tft as it was; China is played by random")
                .contains("Mean over 40 futures")
                .contains("hawk scores less than tft would have for the US; chance does not explain it.")
                .contains("The unchanged arm matches the record to its end.");
        assertThat(typed.lines().stream().filter(line -> TextWidth.width(line) > 80))
                .isEmpty();
        assertThat(typed.hasCodes()).isFalse();
        Typed again = branch(record, "--round", "3", "--us", "hawk", "--futures", "40", "--concurrency", "3");
        assertThat(again.out()).isEqualTo(typed.out());
    }

    @Test
    void theSamePolicyMakesExactlyNoDifferenceAndThatIsSaid() {
        Typed typed = branch(record, "--round", "3", "--cn", "random", "--futures", "30");
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out().replaceAll("\\s+", " "))
                .contains("Both arms were exactly alike in all 30 futures: the difference is 0.")
                .contains("+0.00 exactly 1.0000 not separable");
    }

    @Test
    void theBranchWithTheChanceThatCameIsARecordOfItsOwn() throws IOException {
        Path written = folder.resolve("branch.twg");
        Typed typed = branch(record, "--round", "5", "--us", "dove", "--futures", "6", "--record", written.toString());
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(Typed.line("verify", written.toString()).exit()).isZero();
        String was = Files.readString(record);
        String branch = Files.readString(written);
        assertThat(branch).contains("[US \"dove\"]", "[China \"random\"]");
        assertThat(branch.substring(branch.indexOf("\n1. "), branch.indexOf("\n5. ")))
                .isEqualTo(was.substring(was.indexOf("\n1. "), was.indexOf("\n5. ")));
    }

    @Test
    void theJsonFitsItsSchema() throws IOException {
        PublishedSchema schema = PublishedSchema.named("branch-output");
        for (String futures : List.of("3", "10", "40")) {
            Typed typed = branch(record, "--round", "2", "--us", "grim", "--futures", futures, "--json");
            assertThat(typed.exit()).isZero();
            assertThat(typed.lines()).hasSize(1);
            schema.assertFits(typed.out());
        }
        Typed refused = branch(record, "--round", "99", "--us", "grim", "--json");
        assertThat(refused.err()).contains("\"code\":\"OUT_OF_RANGE\"", "\"legal\":\"1..12\"");
    }

    @Test
    void peopleGoOnAsRecordedAndTheOtherSideNeedsAName() throws IOException {
        Path people = ofPeople();
        Typed nobody = branch(people, "--round", "4", "--us", "tft");
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(nobody.err().replaceAll("\\s+", " "))
                .contains("error WHO_PLAYS: China was played by 'Group B', which is not a bot of the roster")
                .contains("next: --cn match, or --cn recorded");
        Typed typed = branch(people, "--round", "4", "--us", "tft", "--cn", "recorded", "--futures", "6");
        assertThat(typed.exit()).isZero();
        assertThat(typed.out().replaceAll("\\s+", " "))
                .contains("by tft in the branch and by recorded as it was; China is played by recorded in both")
                .contains("The unchanged arm matches the record to its end.");
        assertThat(typed.err().replaceAll("\\s+", " "))
                .contains(
                        "note: China repeats its recorded orders (in the branch) and does not react; in 4 of 55 rounds");
    }

    @ParameterizedTest
    @CsvSource({
        "--us dove --cn recorded, the US is played by dove",
        "--us recorded --cn dove, China is played by dove",
        "--us dove --cn match, the US is played by dove",
        "--us dove --cn match --seat cn, China is played by match",
        "--cn match, China is played by match"
    })
    void theSeatThatBranchesIsTheOneThatIsMeant(String options, String said) {
        List<String> line = new ArrayList<>(List.of("--round", "11", "--futures", "1"));
        line.addAll(List.of(options.split(" ")));
        Typed typed = branch(record, line.toArray(String[]::new));
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out().replaceAll("\\s+", " ")).contains(said);
    }

    @ParameterizedTest
    @CsvSource({
        "--round 0 --us tft, OUT_OF_RANGE, --round 12",
        "--round 13 --us tft, OUT_OF_RANGE, --round 12",
        "--round 3 --us tft --futures 0, OUT_OF_RANGE, --futures 200",
        "--round 3 --us tft --steps -1, OUT_OF_RANGE, --steps 10000",
        "--round 3 --us tft --concurrency 0, OUT_OF_RANGE, --concurrency",
        "--round 3 --us hwk, UNKNOWN_BOT, --us hawk",
        "--round 3 --us tft --was hwk, UNKNOWN_BOT, --was hawk",
        "--round 3 --us 'no/such program', UNKNOWN_BOT, --us",
        "--round 3, WHO_PLAYS, --us match",
        "--round 3 --us tft --seat cn, WHO_PLAYS, --cn match",
        "--us tft, WRONG_USAGE, --help"
    })
    void whatCannotBeAskedHasACodeAndSaysWhatCan(String options, String code, String next) {
        List<String> words = new ArrayList<>();
        for (String word : options.replace("no/such program", "no/such_program").split(" ")) {
            words.add(word.replace("_", " ").replace("'", ""));
        }
        Typed typed = branch(record, words.toArray(String[]::new));
        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err())
                .contains("error " + code + ": ")
                .contains("next: ")
                .contains(next);
    }

    @Test
    void aTouchedRecordDoesNotBranch() throws IOException {
        Path touched = folder.resolve("touched.twg");
        String text = Files.readString(record);
        Files.writeString(touched, text.replaceFirst("\\[Result \"US \\d", "[Result \"US 1"));
        Typed typed = branch(touched, "--round", "3", "--us", "hawk");
        assertThat(typed.exit()).isEqualTo(3);
        assertThat(typed.err()).contains("RECORD_DIFFERS");
        Files.writeString(touched, text.replace("[Ruleset \"busan-3.0.0\"]", "[Ruleset \"busan-9.0.0\"]"));
        Typed other = branch(touched, "--round", "3", "--us", "hawk");
        assertThat(other.exit()).isEqualTo(3);
        assertThat(other.err()).contains("RECORD_UNKNOWN_RULESET");
        Typed none = branch(folder.resolve("none.twg"), "--round", "3", "--us", "hawk");
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.err()).contains("FILE_UNREADABLE");
    }
}
