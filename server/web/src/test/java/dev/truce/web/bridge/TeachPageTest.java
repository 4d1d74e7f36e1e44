package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.web.browser.Axe;
import dev.truce.web.browser.Browser;
import dev.truce.web.browser.Looks;
import dev.truce.web.browser.RealServer;
import dev.truce.web.browser.TeachForm;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An instructor without a terminal: from the link of a server to a class that plays, at a desk and on a phone; the server is killed meanwhile. */
@Tag("browser")
class TeachPageTest {
    private static final Path PICTURES = Path.of("target/pictures");

    private static final String LIST = "Student,ID,SIS User ID,Section\\n,,,Manual Posting\\n    Points Possible,,,\\n"
            + "\"Archer, Ann\",11,s1,A\\n\"Brook, Bo\",12,s2,A\\n\"Cole, Cy\",13,s3,A\\n\"Dent, Di\",14,s3,A\\n";

    @TempDir
    Path data;

    private int width;

    private void picture(Browser browser, String screen) throws Exception {
        browser.size(width, width < 500 ? 740 : 800);
        browser.picture(PICTURES.resolve("teach-" + screen + "-" + width + "-held.png"));
        assertThat(Integer.parseInt(browser.run("String(document.documentElement.scrollWidth)")))
                .as(screen)
                .isLessThanOrEqualTo(width);
        assertThat(new Axe().broken(browser, false)).as(screen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void anInstructorOpensAClassAndItPlaysOnAfterAKill(int wide) throws Exception {
        width = wide;
        try (Browser teacher = new Browser();
                Browser student = new Browser()) {
            teacher.size(wide, 844);
            student.size(390, 844);
            int port;
            String desk;
            try (RealServer server = RealServer.start(data, 0)) {
                port = server.port();
                String link = server.teach();
                teacher.open(link);
                teacher.await("document.querySelector('#lesson-45-minutes') !== null");
                assertThat(teacher.run("location.hash")).isEqualTo("#/teach");
                // The link has been used.
                student.open(link);
                student.await("document.querySelector('[role=alert]').textContent !== ''");
                plans(teacher);
                if (wide > 500) {
                    Looks looks = new Looks(teacher);
                    looks.at("teach-plan", 0);
                    looks.insist();
                    teacher.size(wide, 844);
                }
                teacher.click("#open");
                teacher.await("document.querySelectorAll('.slip').length === 3");
                picture(teacher, "slips");
                desk = teacher.run("document.querySelector('#desk').href");
                String slip = teacher.run("document.querySelector('.slip a').href");
                teacher.open("about:blank");
                teacher.open(desk);
                ClassPageTest.types(teacher, "doors open");
                teacher.await("truce.match().said.join(' ').includes('DOORS OPEN')");
                moves(teacher);
                student.open("about:blank");
                student.open(slip);
                teacher.await("truce.match().counts.includes('online 1 of 3')");
                assertThat(student.run("location.href")).doesNotContain("s1");
                teacher.click("#act-START");
                ClassPageTest.types(teacher, "fill-gaps hold");
                student.await("truce.match().round === 1");
                picture(teacher, "desk");
                server.kill();
            }
            try (RealServer server = RealServer.start(data, port)) {
                assertThat(server.port()).isEqualTo(port);
                teacher.await("truce.match().link === '' && truce.match().tables.length === 2");
                student.await("truce.match().link === ''");
                assertThat(teacher.console()).isEmpty();
            }
        }
    }

    /** Chooses a lesson, drops a gradebook with a line that cannot be used, and agrees to go on without it. */
    private void plans(Browser teacher) throws Exception {
        teacher.click("#lesson-45-minutes");
        TeachForm.choose(teacher, "title", "Seminar");
        TeachForm.choose(teacher, "rounds", "3");
        TeachForm.drop(teacher, "Wer;Matr.\\nAnn Archer;1\\nBo Brook;2\\n");
        teacher.await("document.querySelector('#columns') !== null");
        picture(teacher, "columns");
        TeachForm.choose(teacher, "number-column", "2");
        teacher.click("#pick");
        teacher.await("document.querySelector('#seats').textContent.includes('Bo Brook')");
        TeachForm.drop(teacher, LIST);
        teacher.await("document.querySelector('#left-out') !== null");
        assertThat(teacher.run("String(document.querySelector('#open').disabled)"))
                .isEqualTo("true");
        assertThat(teacher.run("document.querySelector('#drop').textContent"))
                .contains("Archer, Ann", "Brook, Bo", "Students: 3. Tables: 2.", "Dent, Di", "Manual Posting");
        teacher.click("#agree");
        teacher.await("document.querySelector('#open').disabled === false");
        picture(teacher, "plan");
    }

    /** A student is moved by name to a seat that is free. */
    private static void moves(Browser teacher) throws Exception {
        teacher.run("{ const menu = document.querySelector('#act'); menu.value = 'MOVE';"
                + " menu.dispatchEvent(new Event('change', { bubbles: true })); return ''; }");
        teacher.await("document.querySelector('#menu select[name=f-MEMBER]').textContent.includes('3: table 1, ')");
        assertThat(teacher.run("document.querySelector('#page').textContent")).doesNotContain("Cole");
        teacher.click("#named");
        teacher.await(
                "document.querySelector('#menu select[name=f-MEMBER]').textContent.includes('Cole, Cy (s3, table 1, ')");
        teacher.run("{ document.querySelector('#menu select[name=f-MEMBER]').value = '3'; return ''; }");
        teacher.click("#menu button");
        teacher.await("truce.match().said.join(' ').includes('MOVE 3 2.CN')");
    }
}
