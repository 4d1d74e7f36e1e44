package dev.truce.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.bundles.Bundles;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong while a class is opened: keys that are shown once, lists that change, names like patterns, answers that are late or none. */
@Tag("browser")
class TeachTroubleTest {
    private static final String STUDENTS = "name,id\\nAnn Archer,1\\nBo Brook,2\\n";
    private static final String ALERT = "document.querySelector('[role=alert]').textContent";
    private static final String AGREED = "String(document.querySelector('#agree').checked)";
    private static final String LEAVES = "{ const leaves = new Event('beforeunload', { cancelable: true });"
            + " dispatchEvent(leaves); return String(!leaves.defaultPrevented); }";

    /** Lets a test answer in place of the server: {@code instead} is given the address, and what asks the server. */
    private static final String ASKED = "{ const real = globalThis.fetch; globalThis.fetch = (address, options) => {"
            + " const asks = () => real(address, options);"
            + " return globalThis.instead?.(String(address), asks) ?? asks(); }; }";

    /** Holds the lists that are read until they are let go by {@code held}, each with its answer or with another. */
    private static final String HOLDS = "{ globalThis.held = []; globalThis.instead = (address, asks) =>"
            + " address.includes('/list') ? new Promise((answers) => held.push(async (other) => {"
            + " const real = await asks(); const told = await real.json();"
            + " answers(other ?? { ok: true, status: 200, json: async () => told });"
            + " await new Promise((next) => setTimeout(next)); })) : null; return ''; }";

    @TempDir
    Path data;

    private RealServer server;
    private Browser teacher;

    @BeforeEach
    void entersWithTheLink() throws Exception {
        server = RealServer.start(data, 0);
        teacher = new Browser();
        teacher.prepare(ASKED);
        teacher.visit(server.teach());
        teacher.click("#lesson-45-minutes");
    }

    @AfterEach
    void closes() throws Exception {
        try (RealServer ended = server) {
            teacher.close();
        }
    }

    @Test
    void keysThatAreShownOnceAreNotLeftByALink() throws Exception {
        TeachForm.choose(teacher, "title", "Seminar");
        assertThat(teacher.run("document.querySelector('#read').role + document.querySelector('#read').textContent"))
                .as("what is said later is in what is there already")
                .isEqualTo("status");
        TeachForm.drop(teacher, STUDENTS);
        assertThat(teacher.run(LEAVES)).isEqualTo("true");
        teacher.click("#open");
        teacher.await("document.querySelectorAll('.slip .key').length === 2");
        assertThat(teacher.run("[...document.querySelectorAll('#page a')].filter((one) => one.target !== '_blank'"
                        + " || one.rel !== 'noopener').map((one) => one.href).join(' ')"))
                .isEmpty();
        assertThat(teacher.run(LEAVES)).isEqualTo("false");
        teacher.run("{ globalThis.confirm = (text) => { globalThis.question = text; return false; }; return ''; }");
        teacher.click("#another");
        assertThat(teacher.run("question")).startsWith("Only this page has the keys of the students");
        assertThat(teacher.run("String(document.querySelectorAll('.slip .key').length)"))
                .as("they stay")
                .isEqualTo("2");
        assertThat(teacher.console()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dispatchEvent(new Event('afterprint'))", "document.querySelector('#save').click()"})
    void keysThatWerePrintedOrSavedAreLeftWithoutAQuestion(String carries) throws Exception {
        TeachForm.choose(teacher, "title", "Seminar");
        TeachForm.drop(teacher, STUDENTS);
        teacher.click("#open");
        teacher.await("document.querySelectorAll('.slip .key').length === 2");
        teacher.run("{ globalThis.confirm = () => false; " + carries + "; return ''; }");
        assertThat(teacher.run(LEAVES)).isEqualTo("true");
        teacher.click("#another");
        teacher.await("document.querySelector('#drop') !== null");
        TeachForm.choose(teacher, "title", "Seminar two");
        TeachForm.drop(teacher, STUDENTS);
        teacher.click("#open");
        teacher.await("document.querySelectorAll('.slip .key').length === 2");
        assertThat(teacher.run(LEAVES)).as("these are others").isEqualTo("false");
        assertThat(teacher.console()).isEmpty();
    }

    /** The first plan and another language are asked for in two questions: of one answer alone nothing is taken. */
    @Test
    void aPlanWhoseAnswersAreLostIsAskedForAgain() throws Exception {
        String loses = "{ globalThis.instead = (address) => address.includes('/classes')"
                + " ? Promise.reject(new TypeError('no network')) : null; }";
        teacher.run("{ (() => " + loses + ")(); return ''; }");
        teacher.click("[lang=zh]");
        teacher.await(ALERT + " !== ''");
        assertThat(teacher.run("document.querySelector('#h-lesson').textContent"))
                .isEqualTo("Choose a lesson");
        teacher.prepare(loses);
        teacher.run("{ localStorage.clear(); return ''; }");
        teacher.visit(teacher.run("location.origin") + "/#/teach");
        assertThat(teacher.run(ALERT)).isEqualTo(Bundles.inEnglish("teach.silent"));
        teacher.click("[lang=zh]");
        teacher.await("document.documentElement.lang === 'zh-Hans' && " + ALERT + " !== ''");
        teacher.run("{ globalThis.instead = null; return ''; }");
        teacher.click("#enter");
        teacher.await("document.querySelector('#lesson-45-minutes') !== null");
        assertThat(teacher.console()).isEmpty();
    }

    /** A file is chosen again, once a person has mended it or the server is there again. */
    @Test
    void aFileThatWasNotReadCanBeChosenAgain() throws Exception {
        teacher.run("{ globalThis.instead = (address) => address.includes('/list')"
                + " ? Promise.reject(new TypeError('no network')) : null; return ''; }");
        chooses();
        teacher.await(ALERT + " !== ''");
        assertThat(teacher.run("document.querySelector('#file').value"))
                .as("another choice is a change")
                .isEmpty();
        teacher.run("{ globalThis.instead = null; return ''; }");
        chooses();
        teacher.await("document.querySelector('#seats') !== null && " + ALERT + " === ''");
        assertThat(teacher.console()).isEmpty();
    }

    private void chooses() throws Exception {
        teacher.run("{ const data = new DataTransfer(); data.items.add(new File([`" + STUDENTS + "`], 'grades.csv'));"
                + " const file = document.querySelector('#file'); file.files = data.files;"
                + " file.dispatchEvent(new Event('change', { bubbles: true })); return ''; }");
    }

    @Test
    void anAgreementIsToTheLinesThatAreShown() throws Exception {
        TeachForm.choose(teacher, "title", "Seminar");
        TeachForm.drop(teacher, "Wer;Matr.;Nr.\\nAnn Archer;1;7\\nBo Brook;1;8\\nCy Cole;3;8\\n");
        teacher.await("document.querySelector('#columns') !== null");
        TeachForm.choose(teacher, "number-column", "2");
        teacher.click("#pick");
        teacher.await("document.querySelector('#left-out').textContent.includes('Bo Brook')");
        teacher.click("#agree");
        assertThat(teacher.run(AGREED)).isEqualTo("true");
        // The same lines in another language.
        teacher.click("[lang=zh]");
        teacher.await(
                "document.documentElement.lang === 'zh-Hans' && document.querySelector('#open').disabled === false");
        assertThat(teacher.run(AGREED)).isEqualTo("true");
        TeachForm.choose(teacher, "number-column", "3");
        teacher.click("#pick");
        teacher.await("document.querySelector('#left-out').textContent.includes('Cy Cole')");
        assertThat(teacher.run(AGREED + " + document.querySelector('#open').disabled"))
                .isEqualTo("falsetrue");
        assertThat(teacher.console()).isEmpty();
    }

    @Test
    void namesAreToldAsTheyAre() throws Exception {
        String name = "A $& %s %1$s $1";
        TeachForm.choose(teacher, "title", name);
        TeachForm.drop(teacher, STUDENTS + name + ",2\\n");
        teacher.await("document.querySelector('#left-out') !== null");
        assertThat(teacher.run("document.querySelector('#left-out li').textContent"))
                .startsWith("Line 4 " + name + ":");
        teacher.click("#agree");
        teacher.click("#open");
        teacher.await("document.querySelector('#code') !== null");
        assertThat(teacher.run("document.querySelector('h2').textContent")).startsWith(name + " is open.");
        assertThat(teacher.console()).isEmpty();
    }

    /** A server that is stopped, and what stands before it and answers in its place. */
    @Test
    void anAnswerThatIsNotTheServersIsNone() throws Exception {
        String silent = Bundles.inEnglish("teach.silent");
        for (String answer : new String[] {
            "Promise.reject(new TypeError('no network'))",
            "Promise.resolve(new Response('<html>Bad gateway</html>', { status: 502 }))",
            "Promise.resolve(new Response('<html>Hello</html>'))",
            "Promise.resolve(new Response(''))",
            "Promise.resolve(new Response('{}', { status: 500 }))",
            "Promise.resolve(new Response('null', { status: 500 }))"
        }) {
            teacher.run("{ globalThis.instead = (address) => address.includes('/list') ? " + answer
                    + " : null; return ''; }");
            TeachForm.drop(teacher, STUDENTS);
            teacher.await(ALERT + " !== ''");
            assertThat(teacher.run(ALERT)).as(answer).isEqualTo(silent);
            assertThat(teacher.run("String(document.querySelector('#open').disabled)"))
                    .as("what was read before is not opened")
                    .isEqualTo("true");
            teacher.run("{ globalThis.instead = null; return ''; }");
            TeachForm.drop(teacher, STUDENTS);
            teacher.await("document.querySelector('#seats') !== null && " + ALERT + " === ''");
        }
    }

    @Test
    void nothingIsOpenedWhileAListIsRead() throws Exception {
        TeachForm.choose(teacher, "title", "Seminar");
        TeachForm.drop(teacher, STUDENTS);
        teacher.await("document.querySelector('#open').disabled === false");
        teacher.run(HOLDS);
        String reading = "String(document.querySelector('#open').disabled)";
        teacher.click("#lesson-90-minutes");
        teacher.click("#lesson-a-week");
        teacher.run("{ await held.shift()(); return ''; }");
        assertThat(teacher.run(reading)).as("the later list is still read").isEqualTo("true");
        teacher.run("{ await held.shift()(); return ''; }");
        assertThat(teacher.run(reading)).isEqualTo("false");
        // What became of a list that is no longer asked for is not told.
        teacher.click("#lesson-90-minutes");
        teacher.click("#lesson-a-week");
        teacher.run("{ await held.pop()(); return ''; }");
        teacher.run("{ await held.pop()(new Response('', { status: 502 })); return ''; }");
        teacher.await("document.querySelector('#open').disabled === false");
        assertThat(teacher.run(ALERT)).isEmpty();
        assertThat(teacher.console()).isEmpty();
    }

    @Test
    void aListThatComesAfterAnotherClassWasBegunIsNotItsList() throws Exception {
        TeachForm.choose(teacher, "title", "Seminar");
        TeachForm.drop(teacher, STUDENTS);
        teacher.await("document.querySelector('#open').disabled === false");
        teacher.run(HOLDS);
        teacher.click("#lesson-90-minutes");
        teacher.run("{ document.querySelector('#open').disabled = false; return ''; }");
        teacher.click("#open");
        teacher.await("document.querySelector('#another') !== null");
        teacher.run("{ globalThis.confirm = () => true; return ''; }");
        teacher.click("#another");
        teacher.await("document.querySelector('#drop') !== null");
        teacher.run("{ for (const let_go of held) { await let_go(); } return ''; }");
        teacher.await("document.querySelector('#read').textContent === ''");
        assertThat(teacher.run(ALERT)).isEmpty();
        assertThat(teacher.console()).isEmpty();
    }
}
