package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.cli.debrief.BotClass;
import dev.truce.cli.text.Texts;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.text.RecordText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grades and exports of a class of bots from the command line. */
class ClassFilesTest {
    private static final String HOSTILE = "=HYPERLINK(\"\"http://x\"\")";

    @TempDir
    private static Path folder = Path.of("");

    private static final List<String> FILES = new ArrayList<>();
    private static Path list = Path.of("");

    @BeforeAll
    static void played() throws IOException {
        FILES.clear();
        StringBuilder lines = new StringBuilder("name,sis_user_id,table,seat\r\n");
        for (MatchRecord match : BotClass.played()) {
            int table = FILES.size() + 1;
            FILES.add(Files.writeString(
                            folder.resolve("0" + table + ".twg"), RecordText.write(match, BotClass.BUSAN.scenario()))
                    .toString());
            lines.append("Ada Lovelace ").append(table).append(",s1").append(table);
            lines.append(',').append(table).append(",US.head\r\n");
            lines.append(table == 2 ? "\"" + HOSTILE + "\"" : "Grace Hopper " + table)
                    .append(",s2")
                    .append(table);
            lines.append(',').append(table).append(",cn.HEAD\r\n");
        }
        list = Files.writeString(folder.resolve("list.csv"), lines);
    }

    private static Typed line(List<String> begin, String... more) {
        List<String> line = new ArrayList<>(begin);
        line.addAll(FILES);
        line.addAll(List.of(more));
        return Typed.line(line.toArray(String[]::new));
    }

    private static Typed grades(String... more) {
        Typed typed = line(List.of("grades", "--list", list.toString()), more);
        assertThat(typed.exit()).as(typed.err()).isZero();
        return typed;
    }

    @Test
    void gradesArePlacesWithinTheSeatOrPointsAgainstItsMean() {
        List<String> ranks = grades().lines();
        assertThat(ranks.get(0))
                .isEqualTo("Student,ID,SIS User ID,SIS Login ID,Section,truce performance,truce participation,"
                        + "truce to par,truce luck,truce absent");
        // The scores of the US are 101.9, 0.8, 114.5 and 2.1.
        assertThat(ranks.subList(2, 10).stream().map(ClassFilesTest::withoutPar))
                .contains(
                        "Ada Lovelace 1,,s11,,,66.7,100.0",
                        "Ada Lovelace 2,,s12,,,0.0,100.0",
                        "Ada Lovelace 3,,s13,,,100.0,100.0",
                        "Ada Lovelace 4,,s14,,,33.3,100.0");
        List<String> points = grades("--linear", "100", "--points", "10").lines();
        assertThat(withoutPar(points.get(2))).isEqualTo("Ada Lovelace 1,,s11,,,7.4,10.0");
        assertThat(toPar(ranks, "Ada Lovelace 2") - toPar(ranks, "Ada Lovelace 1"))
                .as("the hands are alike, so to par differs as the scores do")
                .isCloseTo(0.8 - 101.9, within(.11));
        assertThat(grades("--bom").out()).startsWith("\uFEFFStudent,");
        assertThat(ranks.get(2)).as("luck in points, and no round missed").matches(".*,[0-9]+\\.[0-9],0");
    }

    @Test
    void performanceAndParticipationHaveWeightsOfTheirOwn() {
        List<String> points = grades("--points", "60", "--participation", "40", "--absent", "zero")
                .lines();
        assertThat(points.get(1)).endsWith(",60,40,0,0,0");
        assertThat(points.stream().skip(2).map(ClassFilesTest::withoutPar)).contains("Ada Lovelace 3,,s13,,,60.0,40.0");
        Map<String, String> codes = Map.of("--absent", "WRONG_USAGE", "--participation", "OUT_OF_RANGE");
        codes.forEach((option, code) -> {
            Typed typed = line(List.of("grades", "--list", list.toString()), option, "-1");
            assertThat(typed.exit()).isEqualTo(2);
            assertThat(typed.err()).contains(code, option);
        });
    }

    private static String withoutPar(String line) {
        return line.replaceFirst("(,[^,]*){3}$", "");
    }

    private static double toPar(List<String> lines, String name) {
        String line = lines.stream()
                .filter(each -> each.startsWith(name + ","))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(List.of(line.split(",")).get(7));
    }

    @Test
    void noCellOfAnExportIsAFormula() {
        assertThat(grades().lines()).noneMatch(cells -> cells.startsWith("=") || cells.startsWith("\"="));
    }

    @Test
    void aSeatOfTooFewHasNoPerformanceAndSaysSo() throws IOException {
        List<String> some = Files.readAllLines(list).subList(0, 5);
        Path few = Files.writeString(folder.resolve("few.csv"), String.join("\n", some) + "\n");
        Typed typed = line(List.of("grades", "--list", few.toString()));
        assertThat(typed.exit()).isZero();
        assertThat(typed.out()).contains("Ada Lovelace 1,,s11,,,,100.0");
        assertThat(typed.err()).contains("No performance for US.head and CN.head: a mean needs 4 people");
    }

    @Test
    void aListThatDoesNotFitTheRecordsIsRefused() throws IOException {
        assertRefused("BAD_SEAT", "Bob,s2,1,CN.head\nAda,s1,1,US.9");
        assertRefused("SEAT_MISSING", "Ada,s1,1,");
        assertRefused("TABLE_NOT_PLAYED", "Ada,s1,9,US.head");
        assertRefused("SEAT_NOT_PLAYED", "Ada,s1,1,US.1");
        assertRefused("SEAT_TWICE", "Ada,s1,1,US.head\nBob,s2,1,US.head");
    }

    private static void assertRefused(String code, String lines) throws IOException {
        Path wrong = folder.resolve("wrong.csv");
        Files.writeString(wrong, "name,sis_user_id,table,seat\n" + lines + "\n");
        Typed typed = line(List.of("grades", "--list", wrong.toString()));
        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).startsWith("error " + code + ": ");
    }

    @Test
    void aFileIsTheTableOfItsNumberWhateverOthersThereAre() throws IOException {
        String lines = "name,sis_user_id,table,seat\nAda,s1,4,US.head\n";
        Path ofFour = Files.writeString(folder.resolve("four.csv"), lines);
        List<String> gap = List.of(FILES.get(0), FILES.get(3));
        assertThat(grades(gap, ofFour).exit()).isZero();
        Path again = Files.copy(Path.of(FILES.get(2)), folder.resolve("03 (1).twg"));
        Typed twice = grades(List.of(FILES.get(2), again.toString(), FILES.get(3)), ofFour);
        assertThat(twice.exit()).isEqualTo(1);
        assertThat(twice.err()).startsWith("error TABLE_TWICE: 3: there are two records");
        Path other = Files.copy(Path.of(FILES.get(2)), folder.resolve("quito.twg"));
        Typed mixed = grades(List.of(FILES.get(0), other.toString(), FILES.get(3)), ofFour);
        assertThat(mixed.exit()).isEqualTo(1);
        assertThat(mixed.err())
                .startsWith("error TABLE_WITHOUT_NUMBER: the name of 01 begins with")
                .contains("the name of quito does not");
    }

    @Test
    void filesWithoutNumbersAreTablesInTheirOrder() throws IOException {
        List<String> files = new ArrayList<>();
        for (String file : FILES) {
            Path copy = folder.resolve("table-" + files.size() + ".twg");
            files.add(Files.copy(Path.of(file), copy).toString());
        }
        Typed typed = grades(files, list);
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out()).isEqualTo(grades().out());
    }

    private static Typed grades(List<String> files, Path students) {
        List<String> line = new ArrayList<>(List.of("grades", "--list", students.toString()));
        line.addAll(files);
        return Typed.line(line.toArray(String[]::new));
    }

    @Test
    void aFolderThatIsNoServersIsRefusedAndSoAreNoRecords() {
        Typed none = Typed.line("debrief", "--data", folder.toString(), "--class", "7QKM-2XPA");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).startsWith("error NO_JOURNAL: ");
        Typed empty = Typed.line("debrief");
        assertThat(empty.exit()).isEqualTo(1);
        assertThat(empty.err()).startsWith("error NO_TABLES: " + Texts.of("refused.no_tables"));
        assertThat(line(List.of("grades")).err()).startsWith("error NO_STUDENTS: ");
    }

    @Test
    void anExportHasAllOfTheClassAndNoNames() throws Exception {
        Path out = folder.resolve("export");
        Typed typed =
                line(List.of("class", "export", "--futures", "6", "--list", list.toString(), "--out", out.toString()));
        assertThat(typed.exit()).as(typed.err()).isZero();
        for (String sum : Files.readAllLines(out.resolve("SHA256SUMS"))) {
            byte[] bytes = Files.readAllBytes(out.resolve(sum.substring(66)));
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertThat(sum).startsWith(hash);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("Lovelace", "Hopper", "s11");
        }
        assertThat(Files.readAllBytes(out.resolve("tables/03.twg")))
                .isEqualTo(Files.readAllBytes(Path.of(FILES.get(2))));
        assertThat(Typed.line("verify", out.resolve("tables/03.twg").toString()).exit())
                .isZero();
        // Four tables of two seats and sixteen rounds, and a header.
        assertThat(Files.readAllLines(out.resolve("rounds.csv"))).hasSize(1 + 4 * 2 * 16);
        assertThat(Files.readAllLines(out.resolve("participation.csv"))).hasSize(2 + 4 * 2);
        assertThat(Files.readString(out.resolve("debrief.html"))).contains("Otter");
        Typed again = line(List.of("class", "export", "--out", out.toString()));
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).startsWith("error FOLDER_NOT_EMPTY: ");
    }

    @Test
    void namesAreInAnExportOnRequest() throws IOException {
        Path out = folder.resolve("named");
        assertThat(line(List.of(
                                "class",
                                "export",
                                "--futures",
                                "0",
                                "--list",
                                list.toString(),
                                "--names",
                                "--out",
                                out.toString()))
                        .exit())
                .isZero();
        assertThat(Files.readString(out.resolve("class.json"))).contains("Ada Lovelace 4");
        assertThat(Files.readString(out.resolve("participation.csv"))).contains("Ada Lovelace 4");
    }

    @Test
    void oneStudentGetsWhatIsHisAndNothingOfOtherTables() throws IOException {
        Path out = folder.resolve("student");
        Typed typed = line(
                List.of("class", "export", "--list", list.toString(), "--student", "s13", "--out", out.toString()));
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(Files.readAllLines(out.resolve("rounds.csv")))
                .hasSize(1 + 16)
                .allMatch(row -> row.startsWith("table,") || row.startsWith("3,US.head,"));
        assertThat(Files.readAllLines(out.resolve("participation.csv"))).hasSize(3);
        assertThat(out.resolve("texts.csv")).exists();
        assertThat(out.resolve("tables/03.twg")).exists();
        assertThat(out.resolve("tables/01.twg")).doesNotExist();
        assertThat(Files.readString(out.resolve("grade.html")))
                .contains(Texts.of("grade.title.plain", 3, "US.head"), "<html")
                .doesNotContain("Ada", "Grace");
        assertThat(Files.readString(out.resolve("SHA256SUMS"))).contains("  grade.html");
    }

    @Test
    void onePageHasTheFiguresOfAGrade() throws IOException {
        List<String> cells = grades().lines().stream()
                .filter(each -> each.startsWith("Ada Lovelace 4,"))
                .map(each -> List.of(each.split(",", -1)))
                .findFirst()
                .orElseThrow();
        Path out = folder.resolve("explained");
        Typed typed = line(
                List.of("class", "export", "--names", "--list", list.toString(), "--student", "s14"),
                "--out",
                out.toString());
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(Files.readString(out.resolve("grade.html")))
                .contains(Texts.of("grade.title", "Ada Lovelace 4"), "0.333", " " + cells.get(8) + " points")
                .contains(cells.get(7) + " to par")
                .doesNotContain("Grace", "Ada Lovelace 1");
    }

    @Test
    void aDebriefTellsRealNamesByTheList() {
        Typed typed = line(List.of("debrief", "--futures", "0", "--names", list.toString()));
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out())
                .contains("Ada Lovelace 1", "not for the projector")
                .doesNotContain("Otter");
    }
}
