package dev.truce.tournament.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.story.words.Language;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.table.TableRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TournamentReportTest {
    private static final String HOSTILE = "<script>alert('x')</script>&\"";

    private static final Words WORDS = Words.in(Language.EN);

    /** Three words on end, but for those of commands. */
    private static final Pattern ENGLISH = Pattern.compile("(?<![\\w.-])[A-Za-z]?[a-z]+(?: [a-z]+){2,}(?![\\w.-])");

    @TempDir
    private Path folder = Path.of("");

    private String page(Results results) throws IOException {
        return page(results, Language.EN);
    }

    private String page(Results results, Language language) throws IOException {
        TournamentReport.write(folder, results, language);
        return Files.readString(folder.resolve(TournamentReport.PAGE));
    }

    private static Document parsed(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document page, String element) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = page.getElementsByTagName(element);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /** {@code -Dtest.jvm=-Dgolden=write} writes the file anew. */
    @Test
    void theSampleRunHasTheGoldenPage() throws Exception {
        String page = page(SampleRun.play(folder, Format.RR, true, 8, "tft", "hawk", "random", "gtft"));
        Path golden = Path.of("src/test/resources/dev/truce/tournament/report/sample-report.html");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, page);
            return;
        }
        try (InputStream in = TournamentReportTest.class.getResourceAsStream("sample-report.html")) {
            assertThat(in).isNotNull();
            assertThat(page).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theChinesePageHasTheSameShapeAndNoEnglish(Format format) throws Exception {
        Results results = SampleRun.play(folder, format, true, 3, "tft", "hawk", "random", "gtft");
        Document english = parsed(page(results));
        Document chinese = parsed(page(results, Language.ZH));
        for (String element : List.of("section", "table", "th", "td", "svg", "li", "p", "details")) {
            assertThat(all(chinese, element)).as(element).hasSameSizeAs(all(english, element));
        }
        assertThat(all(chinese, "html").get(0).getAttribute("lang")).isEqualTo("zh-CN");
        for (String element : List.of("h1", "h2", "p", "li", "caption", "th", "figcaption", "summary", "text")) {
            for (Element told : all(chinese, element)) {
                String text = told.getTextContent().replaceAll("truce [a-z]+", "");
                assertThat(ENGLISH.matcher(text).find()).as(text).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyFormatHasAPageThatIsWellFormedAndSaysWhatItsPicturesShow(Format format) throws Exception {
        Document page = parsed(page(SampleRun.play(folder, format, false, 2, "tft", "hawk", "random", "gtft", "dove")));
        boolean hasField = format.needsSelf();
        assertThat(all(page, "svg")).hasSize(hasField ? 5 : 4);
        for (Element svg : all(page, "svg")) {
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getAttribute("aria-label")).contains(" ").doesNotContain("%s", "%d", "%%");
        }
        assertThat(all(page, "table")).hasSizeGreaterThan(10);
        assertThat(all(page, "caption")).hasSameSizeAs(all(page, "table"));
        for (Element head : all(page, "th")) {
            assertThat(head.getAttribute("scope")).isIn("col", "row");
        }
        for (Element row : all(page, "tr")) {
            Element table = (Element) row.getParentNode().getParentNode();
            int columns = table.getElementsByTagName("thead")
                    .item(0)
                    .getFirstChild()
                    .getNextSibling()
                    .getChildNodes()
                    .getLength();
            assertThat(row.getChildNodes().getLength()).isEqualTo(columns);
        }
        Set<String> labels = new TreeSet<>();
        for (Element frame : all(page, "div")) {
            assertThat(frame.getAttribute("tabindex")).isEqualTo("0");
            assertThat(labels.add(frame.getAttribute("aria-label"))).isTrue();
        }
        assertThat(all(page, "html").get(0).getAttribute("lang")).isEqualTo("en");
        assertThat(all(page, "h1")).hasSize(1);
    }

    @Test
    void thePageLoadsNothingAndEveryLinkLeadsIntoIt() throws Exception {
        String text = page(SampleRun.play(folder, Format.RR, false, 2, "tft", "hawk"));
        assertThat(text)
                .contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"")
                .doesNotContain(
                        "<script", "<link", "<img", "<iframe", "src=", "@import", "url(", "http:", "https:", "//");
        Document page = parsed(text);
        Set<String> ids = new TreeSet<>();
        for (Element section : all(page, "section")) {
            assertThat(ids.add(section.getAttribute("id"))).isTrue();
        }
        assertThat(all(page, "a")).hasSize(ids.size() + 1);
        for (Element link : all(page, "a")) {
            assertThat(ids).contains(link.getAttribute("href").substring(1));
        }
    }

    @Test
    void aBotCannotWriteIntoThePage() throws Exception {
        String text = page(SampleRun.play(folder, Format.RR, true, 1, "tft", HOSTILE));
        assertThat(text)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;");
        assertThat(all(parsed(text), "script")).isEmpty();
    }

    @Test
    void theSameFolderGivesTheSamePageAndNoPicturesBeside() throws Exception {
        Results results = SampleRun.play(folder, Format.REPLICATOR, true, 6, "tft", "hawk", "random");
        String before = page(results);
        assertThat(page(Results.read(folder, results.card()))).isEqualTo(before);
        assertThat(folder.resolve("pictures")).doesNotExist();
    }

    @Test
    void aTournamentOfVoidPairsHasAPageThatSaysSo() throws Exception {
        Results results =
                SampleRun.play(folder, SampleRun.settings(Format.REPLICATOR, true, 2, 0, "", "tft", "hawk"), true);
        Document page = parsed(page(results));
        assertThat(all(page, "svg")).hasSize(3);
        assertThat(page.getDocumentElement().getTextContent())
                .contains("12 matches are void", WORDS.of("picture.crosstable.empty"), "0 matches.")
                .doesNotContain("Infinity", "NaN");
    }

    @Test
    void moreBotsThanAPictureCanShowHaveTheirTablesOnly() throws Exception {
        String[] bots = new String[Pictures.MAX_BOTS + 1];
        Arrays.fill(bots, "truce");
        Document page = parsed(page(SampleRun.play(folder, Format.KNOCKOUT, false, 1, bots)));
        assertThat(all(page, "svg")).isEmpty();
        assertThat(all(page, "table")).hasSizeGreaterThan(8);
    }

    @Test
    void theCourseOfAFieldEndsAtTheSharesOfTheMetagame() throws Exception {
        Results results = SampleRun.play(folder, Format.MORAN, true, 3, "tft", "hawk", "random", "gtft");
        double[] end = results.course().at(Integer.MAX_VALUE);
        for (TableRow row : results.metagame()) {
            int bot = results.card().names().indexOf(row.text("bot"));
            assertThat(row.shown("replicator", 4)).isEqualTo(Measure.number(end[bot], 4));
            assertThat(results.course().at(0)[bot]).isEqualTo(.25);
        }
    }

    @Test
    void aMatchWithAWordForANumberIsNamedWithItsRow() throws Exception {
        Results results = SampleRun.play(folder, Format.RR, false, 2, "tft", "hawk");
        Path table = folder.resolve("matches.csv");
        String good = Files.readString(table);
        Files.writeString(table, good.replaceFirst("\n0,2,0,", "\n0,two,0,"));
        assertThatThrownBy(() -> Results.read(folder, results.card()))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("matches.csv row 2: refused.result.no-row")
                .hasMessageContaining("match is 'two', expected a number");
        Files.writeString(table, good.replaceFirst(",hawk,tft,", ",dove,tft,"));
        assertThatThrownBy(() -> Results.read(folder, results.card()))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("the bots of the pair have not swapped sides");
    }

    /** Whatever else lies in the folder, the page is made from the matches. */
    @Test
    void thePageFollowsFromTheMatches() throws Exception {
        Results results = SampleRun.play(folder, Format.RR, false, 2, "tft", "hawk");
        String before = page(results);
        Files.writeString(folder.resolve("standings.csv"), "torn");
        assertThat(page(Results.read(folder, results.card()))).isEqualTo(before);
    }

    @Test
    void findingsSayInWordsWhatCannotBeToldApart() throws Exception {
        Results few = SampleRun.play(folder.resolve("few"), Format.RR, false, 2, "tft", "hawk");
        assertThat(Findings.of(few, WORDS)).anyMatch(line -> line.contains("too few for an interval"));
        Results many = SampleRun.play(
                folder.resolve("many"), Format.RR, false, 6, "tft", "hawk", "random", "gtft", "dove", "grim");
        assertThat(Findings.of(many, WORDS)).anyMatch(line -> line.contains("no two bots could have been told apart"));
        Results clear = SampleRun.play(folder.resolve("clear"), Format.RR, false, 8, "tft", "hawk", "truce");
        assertThat(Findings.of(clear, WORDS))
                .noneMatch(line -> line.contains("no two bots could have been told apart"))
                .contains(WORDS.of("finding.clean"));
        Results wrong = SampleRun.play(folder.resolve("wrong"), Format.RR, false, 2, "tft", "cheat");
        assertThat(Findings.of(wrong, WORDS)).anyMatch(line -> line.equals(WORDS.of("finding.faults", "cheat")));
    }

    @Test
    void aSequentialTestAndAClockAreToldOfWithTheirVerdict() throws Exception {
        String test = "d0=0,d1=50,alpha=.05,beta=.05";
        String alone = "Only this verdict has the error rates of the test.";
        // A hawk leads a dove by far more than 50 points, and its like by none.
        for (String other : List.of("dove", "hawk")) {
            Results decided = SampleRun.play(
                    folder.resolve(other), SampleRun.settings(Format.RR, false, 60, 0, test, "hawk", other), false);
            String verdict = other.equals("dove") ? "more than 0.00 points." : "less than 50.00 points.";
            assertThat(Findings.of(decided, WORDS))
                    .anyMatch(line -> line.startsWith("The sequential test " + test) && line.endsWith(verdict))
                    .anyMatch(line -> line.startsWith(alone));
        }
        Results open = SampleRun.play(
                folder.resolve("few"), SampleRun.settings(Format.RR, false, 3, 90, test, "tft", "gtft"), false);
        assertThat(Findings.of(open, WORDS))
                .contains(WORDS.of("finding.sprt.go-on", test, 3))
                .noneMatch(line -> line.startsWith(alone))
                .contains(WORDS.of("finding.movetime"));
        assertThat(Origin.command(open.card().settings())).contains(" --movetime 90 --sprt " + test);
        assertThat(Origin.rows(open.card(), WORDS)).contains(List.of("budget", WORDS.of("origin.movetime", 90)));
    }

    @Test
    void theCommandThatPlaysItAgainIsQuotedForAShell() throws Exception {
        Results results = SampleRun.play(folder, Format.RR, true, 1, "tft", "it's");
        assertThat(Origin.command(results.card().settings()))
                .isEqualTo("truce tournament --bot tft --bot 'it'\\''s' --format rr --pairs 1 --self --seed 7"
                        + " --scenario class-8 --steps 10000 --records none --out again");
    }
}
