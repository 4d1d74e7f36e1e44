package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truce.match.record.verify.Verification;
import dev.truce.scenario.Scenarios;
import dev.truce.web.browser.Browser;
import dev.truce.web.browser.RealServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person plays in a room of a real server, which is killed meanwhile. */
@Tag("browser")
class RoomPlayTest {
    @TempDir
    Path data;

    /** Waits until a condition of the page holds; returns whether it does. */
    private static String await(Browser browser, String condition) throws Exception {
        return browser.run("{ const end = Date.now() + 60000; const holds = () => { try { return " + condition
                + "; } catch { return false; } };"
                + " while (!holds() && Date.now() < end) await new Promise((next) => setTimeout(next, 20));"
                + " return String(holds()); }");
    }

    private static void isTrue(Browser browser, String condition) throws Exception {
        if (!await(browser, condition).equals("true")) {
            throw new AssertionError(condition + ": " + browser.run("document.querySelector('#page').textContent"));
        }
    }

    private static void clicks(Browser browser, String element) throws Exception {
        browser.run("{ document.querySelector('" + element + "').click(); return ''; }");
    }

    @Test
    void aSeatIsTakenByItsCodeAndOutlivesTheServerAndThePage() throws Exception {
        int port;
        try (Browser browser = new Browser()) {
            browser.size(360, 780);
            String address;
            try (RealServer server = RealServer.start(data, 0, "--room", "--cn", "hold", "--rounds", "3")) {
                port = server.port();
                address =
                        "http://127.0.0.1:" + port + "/#/join/" + server.code().toLowerCase(Locale.ROOT);
                browser.open(address);
                isTrue(browser, "document.querySelector('#name') !== null");
                browser.run("{ document.querySelector('#name').value = 'Lee'; return ''; }");
                clicks(browser, "#join");
                isTrue(browser, "truce.match().round === 1");
                assertThat(browser.run("truce.match().link")).isEmpty();
                browser.run("{ const lever = document.querySelector('#lever-FENT'); lever.value = '3';"
                        + " lever.dispatchEvent(new Event('input', { bubbles: true })); return ''; }");
                clicks(browser, "#seal");
                isTrue(browser, "truce.match().sealed && truce.match().said.startsWith('Sealed')");
                assertThat(Integer.parseInt(browser.run("String(document.documentElement.scrollWidth)")))
                        .isLessThanOrEqualTo(360);
                browser.picture(Path.of("target/pictures/room-360-en.png"));
                server.kill();
            }
            isTrue(browser, "truce.match().link !== ''");
            try (RealServer server = RealServer.start(data, port)) {
                assertThat(server.port()).isEqualTo(port);
                isTrue(browser, "truce.match().link === '' && truce.match().sealed");
                clicks(browser, "#ready");
                isTrue(browser, "truce.match().round === 2");
                // Another visit of the same tab finds its seat.
                browser.open("about:blank");
                browser.open(address);
                isTrue(browser, "truce.match().round === 2");
                clicks(browser, "#ready");
                isTrue(browser, "truce.match().round === 3");
                clicks(browser, "#ready");
                isTrue(browser, "truce.match().over");
                String record = browser.run("truce.match().record");
                assertThat(record).contains("[US \"Lee\"]", "1. US FENT=");
                assertThat(Verification.verify(
                                record.getBytes(StandardCharsets.UTF_8), id -> Optional.of(Scenarios.named(id))))
                        .isInstanceOf(Verification.Verified.class);
            }
        }
    }

    @Test
    void aStudentTakesTheSeatOfAClassWithNumberAndKey() throws Exception {
        Path template = Files.writeString(
                data.resolve("class.yaml"), "title: Seminar\nscenario: busan-2025\nrounds: 2\nminutes: 0\nbot: hold\n");
        Path list = Files.writeString(data.resolve("list.csv"), "Name,Student number\nAnn Archer,s1\n");
        Path doors = Files.writeString(data.resolve("doors.txt"), "doors open\n");
        Path start = Files.writeString(data.resolve("start.txt"), "start\nfill-gaps hold\n");
        Path folder = Files.createDirectory(data.resolve("server"));
        try (Browser browser = new Browser();
                RealServer server = RealServer.start(folder, 0)) {
            String at = "127.0.0.1:" + server.port();
            String deskKey = folder.resolve("desk.key").toString();
            JsonNode opened = new ObjectMapper()
                    .readTree(RealServer.run(
                            "class",
                            "open",
                            template.toString(),
                            "--list",
                            list.toString(),
                            "--server",
                            at,
                            "--desk-key",
                            deskKey,
                            "--json"));
            String code = opened.path("class_code").asText();
            RealServer.run("desk", code, "--server", at, "--desk-key", deskKey, "--script", doors.toString());
            browser.open("http://" + at + "/#/join/" + code);
            isTrue(browser, "document.querySelector('#key') !== null");
            browser.run("{ document.querySelector('#name').value = 's1'; document.querySelector('#key').value = '"
                    + opened.at("/students/0/key").asText() + "'; return ''; }");
            clicks(browser, "#join");
            isTrue(browser, "truce.match().text.startsWith('You have a seat')");
            RealServer.run("desk", code, "--server", at, "--desk-key", deskKey, "--script", start.toString());
            for (int round = 1; round <= 2; round++) {
                isTrue(browser, "truce.match().round === " + round + " && !truce.match().over");
                clicks(browser, "#ready");
            }
            isTrue(browser, "truce.match().over");
            assertThat(browser.run("truce.match().record")).doesNotContain("Archer");
            // The policy of the real server lets the page do all that it does.
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void whatCannotBeJoinedSaysWhy() throws Exception {
        try (Browser browser = new Browser();
                RealServer server = RealServer.start(data, 0)) {
            browser.open("http://127.0.0.1:" + server.port() + "/#/join/ZZZZ2222");
            isTrue(browser, "document.querySelector('#name') !== null");
            browser.run("{ document.querySelector('#name').value = 'Lee'; return ''; }");
            clicks(browser, "#join");
            isTrue(
                    browser,
                    "truce.match().kind === 'waiting' && truce.match().refused.startsWith('no room has this code')");
        }
    }
}
