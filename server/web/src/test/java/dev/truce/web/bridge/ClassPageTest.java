package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truce.story.bundles.Bundles;
import dev.truce.web.browser.Browser;
import dev.truce.web.browser.Looks;
import dev.truce.web.browser.OpenedClass;
import dev.truce.web.browser.RealServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class of a real server: its desk and its board in one browser, a student in another, and a server that is killed meanwhile. */
@Tag("browser")
class ClassPageTest {
    @TempDir
    Path data;

    private String code = "";

    private static void says(Browser browser, String text) throws Exception {
        browser.await("truce.match().said.join(' ').includes('" + text + "')");
    }

    /** Types a line at the desk, as people do: the line is folded away until it is asked for. */
    static void types(Browser browser, String line) throws Exception {
        browser.await("document.querySelector('#line') !== null");
        browser.run("{ const line = document.querySelector('#line'); line.closest('details').open = true;"
                + " line.focus(); return ''; }");
        browser.press(line + "\uE007");
    }

    @Test
    void anInstructorHoldsAClassFromThePage() throws Exception {
        try (Browser desk = new Browser();
                Browser student = new Browser()) {
            int port;
            String site;
            try (RealServer server = RealServer.start(data, 0)) {
                port = server.port();
                site = "http://127.0.0.1:" + port;
                OpenedClass opened = OpenedClass.of(
                        port,
                        data,
                        "title: Seminar\nscenario: busan-2025\nrounds: 3\nminutes: 5\nbot: hold\n",
                        "Name,Student number\nAnn Archer,s1\n");
                code = opened.code();
                String secret = Files.readString(opened.deskKey()).strip();
                desk.open(site + "/#/desk/" + code + "/" + secret);
                desk.await("truce.match().kind === 'desk' && truce.match().title === 'Seminar'");
                assertThat(desk.run("location.href + JSON.stringify(localStorage)"))
                        .doesNotContain(secret);
                assertThat(desk.run("JSON.stringify(sessionStorage)")).doesNotContain(secret);
                // From the notation's menu: the doors.
                browserPicks(desk, "DOORS");
                desk.click("#menu button");
                says(desk, "DOORS OPEN");

                student.size(360, 780);
                student.open(opened.joins());
                student.await("document.querySelector('#key') !== null");
                student.run("{ document.querySelector('#name').value = 's1'; document.querySelector('#key').value = '"
                        + opened.key() + "'; return ''; }");
                student.click("#join");
                desk.await("truce.match().counts.includes('online 1 of 1')");
                desk.click("#act-START");
                types(desk, "fill-gaps hold");
                student.await("truce.match().round === 1");
                seals(student);
                desk.await("truce.match().tables[0].seats[0].state === 'SEALED'");
                desk.click("#act-PAUSE");
                desk.await("truce.match().tables[0].paused");
                // In a pause too.
                student.run("{ truce.ask('ask Do we lose it?'); return ''; }");
                desk.await(
                        "truce.match().calls.length === 1 && truce.match().calls[0].text.includes('Do we lose it?')");
                desk.run("{ document.querySelector('.call input').value = 'You do not'; return ''; }");
                desk.click(".call button");
                says(desk, "MESSAGE US");
                desk.await("truce.match().calls.length === 0");
                student.await("document.querySelector('#page').textContent.includes('You do not')");
                desk.await("truce.match().waiting[0].cells[2].startsWith('delivered')");
                server.kill();
            }
            desk.await("truce.match().link !== ''");
            try (RealServer server = RealServer.start(data, port)) {
                assertThat(server.port()).isEqualTo(port);
                desk.await("truce.match().link === '' && truce.match().tables[0].paused");
                desk.click("#act-RESUME");
                desk.await("!truce.match().tables[0].paused");
                types(desk, "1: extend 9:00");
                says(desk, "EXTEND r1 9:00");
                desk.await("parseInt(truce.match().tables[0].left) >= 10");
                desk.click("#act-UNDO");
                says(desk, "UNDO");
                desk.await("parseInt(truce.match().tables[0].left) < 6");
                student.await("truce.match().link === '' && truce.match().sealed");
                Looks looks = new Looks(desk);
                looks.at("desk", 0);
                looks.insist();
                desk.click("#act-ADVANCE");
                says(desk, Bundles.inEnglish("desk.preview.sealed"));
                assertThat(desk.run("truce.match().said.join(' ')")).doesNotContain("FENT");
                desk.click("#again");
                student.await("truce.match().round === 2");
                student.goOn();
                String secretTexts = student.run("JSON.stringify(truce.match().levers.filter((one) => one.covert)"
                        + ".flatMap((one) => [...one.steps.map((step) => step.title)]))");
                board(desk, site, secretTexts);
                // Another visit of the same tab finds its desk.
                desk.open("about:blank");
                desk.open(site + "/#/desk/" + code);
                desk.await("truce.match().kind === 'desk' && truce.match().tables.length === 1");
                plays(desk, student);
                debriefs(desk, student);
                assertThat(desk.console()).isEmpty();
            }
        }
    }

    /** Two students call, and the first call ends while the answer to the second is being typed. */
    @Test
    void anAnswerReachesTheStudentForWhomItWasTyped() throws Exception {
        try (Browser desk = new Browser();
                Browser ann = new Browser();
                Browser bo = new Browser();
                RealServer server = RealServer.start(data, 0)) {
            int port = server.port();
            OpenedClass opened = OpenedClass.of(
                    port,
                    data,
                    "title: Seminar\nscenario: busan-2025\nrounds: 1\nminutes: 0\nbot: hold\nentry: list\n",
                    "Name\nAnn Archer\nBo Brook\n");
            desk.open("http://127.0.0.1:" + port + "/#/desk/" + opened.code() + "/"
                    + Files.readString(opened.deskKey()).strip());
            desk.click("#doors");
            says(desk, "DOORS OPEN");
            desk.await("document.querySelector('#doors') === null");
            joins(ann, opened, "Ann Archer");
            joins(bo, opened, "Bo Brook");
            desk.await("truce.match().counts.includes('online 2 of 2')");
            desk.click("#act-START");
            ann.await("truce.match().round === 1");
            bo.await("truce.match().round === 1");
            ann.run("{ truce.ask('ask Am I first?'); return ''; }");
            desk.await("truce.match().calls.length === 1");
            bo.run("{ truce.ask('ask Am I second?'); return ''; }");
            desk.await("truce.match().calls.length === 2");
            desk.await("document.querySelectorAll('.call input').length === 2");
            desk.run("{ document.querySelectorAll('.call input')[1].focus(); return ''; }");
            desk.press("You are sec");
            desk.run("{ truce.ask('type 1: MESSAGE US You are first'); return ''; }");
            desk.await("truce.match().calls.length === 1 && document.querySelectorAll('.call input').length === 1");
            desk.press("ond\uE007");
            bo.await("document.querySelector('#page').textContent.includes('You are second')");
            assertThat(ann.run("document.querySelector('#page').textContent"))
                    .contains("You are first")
                    .doesNotContain("second");
        }
    }

    /** Fills a field of the desk's form in, as people do who type. */
    private static void fills(Browser desk, String field, String text) throws Exception {
        desk.await("document.querySelector('[name=f-" + field + "]') !== null");
        desk.run("{ const field = document.querySelector('[name=f-" + field + "]'); field.value = ''; field.focus();"
                + " return ''; }");
        desk.press(text);
    }

    /** What is typed for one act is not meant for another, and what is typed for the other is. */
    @Test
    void theFormOfAnActIsEmptyAfterThatOfAnother() throws Exception {
        try (Browser desk = new Browser();
                RealServer server = RealServer.start(data, 0)) {
            opensDesk(desk, server, "Name\nAnn Archer\nBo Brook\nCy Coe\n");
            browserPicks(desk, "MESSAGE");
            fills(desk, "TEXT", "Only for you");
            browserPicks(desk, "ADD");
            assertThat(desk.run("[...document.querySelectorAll('#menu input')].map((one) => one.value).join('|')"))
                    .isEqualTo("|");
            fills(desk, "STUDENT", "Di Doe");
            browserPicks(desk, "MOVE");
            assertThat(desk.run("[...document.querySelectorAll('#menu input')].map((one) => one.value).join('|')"))
                    .isEmpty();
            assertThat(desk.run("[...document.querySelectorAll('#menu select')].length + ''"))
                    .isEqualTo("3");
            browserPicks(desk, "RENAME");
            assertThat(desk.run("document.querySelector('[name=f-NAME]').value"))
                    .isEmpty();
            assertThat(desk.console()).isEmpty();
        }
    }

    private OpenedClass opensDesk(Browser desk, RealServer server, String list) throws Exception {
        int port = server.port();
        OpenedClass opened = OpenedClass.of(
                port, data, "title: Seminar\nscenario: busan-2025\nrounds: 2\nminutes: 0\nbot: hold\n", list);
        desk.open("http://127.0.0.1:" + port + "/#/desk/" + opened.code() + "/"
                + Files.readString(opened.deskKey()).strip());
        desk.await("truce.match().kind === 'desk' && truce.match().members.length > 0");
        return opened;
    }

    /** A student who is not on the list comes in the middle of a lesson: the desk adds him, shows his slip, and the slip opens his seat. */
    @Test
    void aStudentWhoComesLateIsAddedAtTheDeskAndPlaysByHisSlip() throws Exception {
        try (Browser desk = new Browser();
                Browser late = new Browser();
                RealServer server = RealServer.start(data, 0)) {
            desk.size(390, 780);
            opensDesk(desk, server, "Name,Student number\nAnn Archer,s1\nBo Brook,s2\nCy Coe,s3\n");
            assertThat(desk.run("document.querySelector('#page').textContent"))
                    .as("names are shown only to who asks for them")
                    .doesNotContain("Archer", "Brook");
            types(desk, "doors open");
            says(desk, "DOORS OPEN");
            desk.click("#act-START");
            says(desk, "START");
            desk.await("truce.match().tables.length === 2");
            browserPicks(desk, "ADD");
            fills(desk, "STUDENT", "Di \"D\" Doe");
            fills(desk, "STUDENT_ID", "s9");
            desk.click("#menu button");
            desk.await("document.querySelector('#slip .code svg') !== null");
            assertThat(desk.run("document.querySelector('#slip').textContent")).contains("Di ", "s9", "#/join/");
            Looks looks = new Looks(desk);
            looks.at("desk-slip", 0);
            looks.insist();
            String link = desk.run("document.querySelector('#slip figcaption').textContent");
            late.open(link);
            late.await("truce.match().round === 1");
            desk.await("truce.match().counts.includes('online 1 of 4')");
            // The class is full now: the next one has no seat until he is exchanged for one who does not come.
            browserPicks(desk, "ADD");
            fills(desk, "STUDENT", "Ed Eel");
            desk.click("#menu button");
            says(desk, "Added as number 5");
            browserPicks(desk, "MOVE");
            desk.await("document.querySelector('#menu button').disabled");
            browserPicks(desk, "SWAP");
            desk.run("{ document.querySelector('#named').click(); return ''; }");
            desk.await("document.querySelector('[name=f-MEMBER]').textContent.includes('Ed Eel')");
            desk.run("{ document.querySelector('[name=f-MEMBER]').value = '5';"
                    + " document.querySelector('[name=f-OTHER]').value = '1'; return ''; }");
            desk.click("#menu button");
            says(desk, "SWAP 5 1");
            desk.await("truce.match().members[4][1] !== '--' && truce.match().members[0][1] === '--'");
            losesTheSeat(desk, late);
            assertThat(desk.console()).isEmpty();
        }
    }

    /** The desk gives the seat of a student to another, gives it back, and takes the student out. His page follows by itself, and after a reload. */
    private static void losesTheSeat(Browser desk, Browser late) throws Exception {
        types(desk, "swap 1 4");
        late.await("truce.match().kind === 'waiting' && truce.match().text.startsWith('You have no seat yet')");
        assertThat(late.run("document.querySelectorAll('form, [role=alert]:not(:empty)').length + ''"))
                .isEqualTo("0");
        types(desk, "swap 4 1");
        late.await("truce.match().kind === 'seat' && truce.match().round === 1");
        late.await(
                "document.querySelector('#newest').textContent.startsWith('Your instructor has given you this seat')");
        String link = late.run("location.href");
        late.open("about:blank");
        types(desk, "swap 1 4");
        desk.await("truce.match().members[3][1] === '--'");
        late.open(link);
        late.await("truce.match().kind === 'waiting' && truce.match().text.startsWith('You have no seat yet')");
        types(desk, "swap 4 1");
        late.await("truce.match().kind === 'seat' && truce.match().round === 1");
        types(desk, "sure remove 4");
        late.await("truce.match().refused === '" + Bundles.inEnglish("refused.unknown_member.removed") + "'");
        assertThat(late.run("document.querySelectorAll('form').length + ''")).isEqualTo("0");
    }

    private static void joins(Browser browser, OpenedClass opened, String name) throws Exception {
        browser.open(opened.joins());
        browser.await("document.querySelector('#name') !== null");
        browser.run("{ document.querySelector('#name').value = '" + name + "'; return ''; }");
        browser.click("#join");
        browser.await("truce.match().text.startsWith('You have a seat')");
    }

    /** Closes the rounds that are left, each as it was shown. */
    private static void plays(Browser desk, Browser student) throws Exception {
        for (int round = 2; round <= 3; round++) {
            desk.await("truce.match().tables[0].round === " + round);
            types(desk, "1: advance");
            desk.await("truce.match().again !== ''");
            desk.click("#again");
            student.await(round < 3 ? "truce.match().round === " + (round + 1) : "truce.match().over");
        }
    }

    /** The desk reads the debrief of the class, a student that of the own match. */
    private static void debriefs(Browser desk, Browser student) throws Exception {
        desk.await("truce.match().tables[0].phase === 'OVER'");
        desk.run("{ document.querySelector('#debrief select[name=document]').value = 'DEBRIEF_TEXT';"
                + " document.querySelector('#debrief button').click(); return ''; }");
        desk.await("truce.match().file === 'DEBRIEF_TEXT'");
        String told = desk.run("document.querySelector('#document').textContent");
        assertThat(told).contains("Debrief: Seminar").doesNotContain("Archer");
        desk.run("{ document.querySelector('#debrief select[name=document]').value = 'GRADES';"
                + " document.querySelector('#debrief button').click(); return ''; }");
        desk.await("document.querySelector('#keep')?.textContent.includes('grades.csv')");
        assertThat(desk.run("document.querySelector('#page').textContent"))
                .as("empty cells are explained")
                .contains("1 of 1 students have no performance: it takes 4 people");
        student.click("#on");
        student.click("#walk");
        student.click("#debrief button");
        student.await("truce.match().debrief.length > 5");
        // It is there after a reload too, also once the class has ended.
        String link = student.run("location.href");
        student.open("about:blank");
        student.open(link);
        student.await("truce.match().over");
        assertThat(Integer.parseInt(student.run("String(document.documentElement.scrollWidth)")))
                .isLessThanOrEqualTo(360);
    }

    private static void browserPicks(Browser desk, String act) throws Exception {
        desk.await("document.querySelector('#act') !== null");
        desk.run("{ const menu = document.querySelector('#act'); menu.value = '" + act
                + "'; menu.dispatchEvent(new Event('change', { bubbles: true })); return ''; }");
    }

    /** Moves a lever that everybody will see and one that nobody may, and seals both. */
    private static void seals(Browser student) throws Exception {
        student.run("{ const moves = (lever, level) => { lever.value = level;"
                + " lever.dispatchEvent(new Event('input', { bubbles: true })); };"
                + " moves(document.querySelector('#lever-FENT'), '3');"
                + " const hidden = truce.match().levers.find((one) => one.covert);"
                + " moves(document.querySelector('#lever-' + hidden.word), String(hidden.level + 1)); return ''; }");
        student.click("#seal");
        student.await("truce.match().sealed && truce.match().said.startsWith('Sealed')");
    }

    private void board(Browser browser, String site, String secretTexts) throws Exception {
        browser.open("about:blank");
        browser.open(site + "/#/board/" + code);
        browser.await("truce.match().kind === 'board' && truce.match().cards.length === 1");
        String shown = browser.run("document.querySelector('#page').textContent");
        assertThat(shown)
                .contains("round 2 of 3", Bundles.inEnglish("class-board.after", 1), code)
                .containsPattern("truce to round [0-9]+; US broke a promise");
        assertThat(browser.run("JSON.stringify(truce.match().cards[0].tariffs)"))
                .isEqualTo("[47,52]");
        for (JsonNode secret : new ObjectMapper().readTree(secretTexts)) {
            assertThat(shown).doesNotContain(secret.asText());
        }
        assertThat(browser.run("JSON.stringify(truce.match())")).doesNotContain("Archer", "s1");
        Looks looks = new Looks(browser);
        looks.at("board", 0);
        looks.insist();
    }
}
