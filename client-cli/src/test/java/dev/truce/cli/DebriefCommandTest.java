package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.debrief.BotClass;
import dev.truce.cli.text.Golden;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordTitle;
import dev.truce.match.record.text.RecordText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The debrief of a class of bots from the command line. */
class DebriefCommandTest {
    @TempDir
    private static Path folder = Path.of("");

    private static final List<String> FILES = new ArrayList<>();

    /** What command lines have said: the same one says the same, and plays many futures for it. */
    private static final Map<List<String>, Typed> SAID = new HashMap<>();

    @BeforeAll
    static void played() throws IOException {
        FILES.clear();
        SAID.clear();
        for (MatchRecord match : BotClass.played()) {
            Path file = folder.resolve("0" + (FILES.size() + 1) + ".twg");
            FILES.add(Files.writeString(file, RecordText.write(match, BotClass.BUSAN.scenario()))
                    .toString());
        }
    }

    private static Typed debrief(String... more) {
        List<String> line = new ArrayList<>(List.of("debrief"));
        line.addAll(FILES);
        line.addAll(List.of(more));
        Typed typed = SAID.computeIfAbsent(line, first -> Typed.line(first.toArray(String[]::new)));
        assertThat(typed.exit()).as(typed.err()).isZero();
        return typed;
    }

    /** {@code -Dtest.jvm=-Dgolden=write} writes the files again. */
    @Test
    void aClassReadsAsDesigned() {
        Golden.check(getClass(), "debrief/class", debrief().lines());
        Golden.check(getClass(), "debrief/class-zh", debrief("--lang", "zh").lines());
        Golden.check(getClass(), "debrief/class-md", debrief("--format", "md").lines());
        Golden.check(
                getClass(), "debrief/class-html", debrief("--format", "html").lines());
    }

    @Test
    void oneTableIsToldAgainstTheClass() {
        Golden.check(getClass(), "debrief/table", debrief("--table", "3").lines());
        Golden.check(
                getClass(),
                "debrief/table-zh",
                debrief("--table", "3", "--lang", "zh").lines());
        for (String format : List.of("text", "md", "html")) {
            assertThat(debrief("--table", "3", "--format", format, "--futures", "0")
                            .out())
                    .contains("Swift", "Heron", "place 2 of 4")
                    .doesNotContain("Otter", "Lynx", "table 1", "All tables, the");
        }
        List<String> line = new ArrayList<>(List.of("debrief", "--table", "9"));
        line.addAll(FILES);
        Typed refused = Typed.line(line.toArray(String[]::new));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("error NO_SUCH_TABLE: " + Texts.of("refused.no_such_table", "9", "1, 2, 3, 4"));
    }

    @Test
    void soFewFuturesThatTheyGiveNoIntervalAreRefused() {
        for (String few : List.of("1", "5")) {
            Typed refused = Typed.line("debrief", FILES.get(0), "--futures", few);
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err())
                    .startsWith("error OUT_OF_RANGE: --futures cannot be " + few + ": an interval needs")
                    .contains("--futures 40");
        }
        assertThat(Typed.line("debrief", FILES.get(0), "--futures", "6").exit()).isZero();
    }

    @Test
    void textFitsTheScreenInBothLanguages() {
        for (String language : List.of("en", "zh")) {
            assertThat(debrief("--lang", language).lines()).allMatch(line -> TextWidth.width(line) <= 80);
        }
        assertThat(debrief().out()).matches("[\\x20-\\x7e\\n]*");
    }

    @Test
    void thePageIsWellFormedLoadsNothingAndSaysWhatItsPicturesShow() throws Exception {
        Path page = folder.resolve("debrief.html");
        Typed typed = debrief("--format", "html", "--out", page.toString());
        assertThat(typed.out()).isEqualTo("Debrief: " + page + "\n");
        String html = Files.readString(page);
        assertThat(html).doesNotContain("<script", "<link", "<img", "src=", "url(", "http:", "https:");
        assertThat(html.length()).isLessThan(400 * 1024);
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)))
                .getDocumentElement();
        NodeList pictures = root.getElementsByTagName("svg");
        assertThat(pictures.getLength()).isEqualTo(2);
        for (int i = 0; i < pictures.getLength(); i++) {
            assertThat(((Element) pictures.item(i)).getAttribute("aria-label")).contains("table");
        }
        NodeList heads = root.getElementsByTagName("th");
        for (int i = 0; i < heads.getLength(); i++) {
            assertThat(((Element) heads.item(i)).getAttribute("scope")).isIn("col", "row");
        }
    }

    @Test
    void namesAreLeftOutOnRequest() {
        assertThat(debrief().out()).contains("Otter", "Lynx");
        assertThat(debrief("--names", "off").out()).doesNotContain("Otter", "Lynx");
        for (String format : List.of("md", "html")) {
            assertThat(debrief("--names", "off", "--futures", "0", "--format", format)
                            .out())
                    .doesNotContain("Otter", "Lynx");
        }
    }

    @Test
    void namesOfStrangersMeanNothingToAPage() throws IOException {
        String hostile = "<script>alert(1)</script> *x* |y| [z](http://w)";
        Path file = folder.resolve("hostile.twg");
        MatchRecord match = BotClass.played().get(0);
        RecordTitle title = new RecordTitle(hostile, "", hostile, "&amp; `c`");
        Files.writeString(file, RecordText.write(match.with(title), BotClass.BUSAN.scenario()));
        String html = Typed.line("debrief", file.toString(), "--futures", "0", "--format", "html")
                .out();
        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(1)", "&amp;amp; `c`");
        String markdown = Typed.line("debrief", file.toString(), "--futures", "0", "--format", "md")
                .out();
        assertThat(markdown).doesNotContain("<script", " *x*", "[z](").contains("&lt;script&gt;", "\\*x\\* \\|y\\|");
    }

    @Test
    void whatMayHoldNamesIsForItsOwnerAlone() throws IOException {
        Path page = folder.resolve("private.html");
        debrief("--futures", "0", "--out", page.toString());
        if (!Files.getFileStore(page).supportsFileAttributeView("posix")) {
            return;
        }
        assertThat(Files.getPosixFilePermissions(page))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void recordsOfTwoClassesAreRefusedInWords() {
        Path other = folder.resolve("02-other.twg");
        assertThat(Typed.line("demo", "--seed", "8", "--record", other.toString())
                        .exit())
                .isZero();
        Typed refused = Typed.line("debrief", FILES.get(0), other.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).startsWith("error OTHER_SEED: other had another seed than 1");
    }
}
