package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.match.record.verify.Verification;
import dev.truce.scenario.Scenarios;
import dev.truce.web.browser.Axe;
import dev.truce.web.browser.Browser;
import dev.truce.web.browser.OpenedClass;
import dev.truce.web.browser.PathProxy;
import dev.truce.web.browser.RealServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person plays in a room of a real server, which is killed meanwhile. */
@Tag("browser")
class RoomPlayTest {
    @TempDir
    Path data;

    /** The head of the one side sits at the page, that of the other at a terminal, with a bot as minister. */
    @Test
    void aSeatIsTakenByItsCodeAndOutlivesTheServerAndThePage() throws Exception {
        Path script = Files.write(
                data.resolve("script.txt"), List.of("ready", "close", "ready", "close", "ready", "close", "quit"));
        CompletableFuture<String> terminal;
        int port;
        try (Browser browser = new Browser()) {
            browser.size(360, 780);
            String address;
            try (RealServer server =
                    RealServer.start(data, 0, "--room", "--seats", "CN:2", "--bots", "CN.1=hawk", "--rounds", "3")) {
                port = server.port();
                String code = server.code();
                String host = "127.0.0.1:" + port;
                terminal = RealServer.running(
                        "join",
                        host,
                        code,
                        "--name",
                        "Mei",
                        "--side",
                        "cn",
                        "--seat",
                        "head",
                        "--script",
                        script.toString());
                address = "http://" + host + "/#/join/" + code.toLowerCase(Locale.ROOT);
                browser.open(address);
                browser.await("document.querySelector('#name') !== null");
                browser.run("{ document.querySelector('#name').value = 'Lee';"
                        + " document.querySelector('[name=seat]').value = 'US.0'; return ''; }");
                browser.click("#join");
                browser.await("truce.match().round === 1");
                assertThat(browser.run("truce.match().link")).isEmpty();
                browser.run("{ const lever = document.querySelector('#lever-FENT'); lever.value = '3';"
                        + " lever.dispatchEvent(new Event('input', { bubbles: true })); return ''; }");
                browser.click("#seal");
                browser.await("truce.match().sealed && truce.match().said.startsWith('Sealed')");
                assertThat(Integer.parseInt(browser.run("String(document.documentElement.scrollWidth)")))
                        .isLessThanOrEqualTo(360);
                browser.picture(Path.of("target/pictures/room-360-en.png"));
                server.kill();
            }
            browser.await("truce.match().link !== ''");
            try (RealServer server = RealServer.start(data, port)) {
                assertThat(server.port()).isEqualTo(port);
                browser.await("truce.match().link === '' && truce.match().sealed");
                browser.click("#ready");
                browser.await("truce.match().round === 2");
                // Another visit of the same tab finds its seat.
                browser.open("about:blank");
                browser.open(address);
                browser.await("truce.match().round === 2");
                browser.goOn();
                browser.click("#ready");
                browser.await("truce.match().round === 3");
                browser.goOn();
                browser.click("#ready");
                browser.await("truce.match().over");
                String record = browser.run("truce.match().record");
                assertThat(record).contains("[US \"Lee\"]", "[China \"Mei\"]", "1. US FENT=");
                assertThat(terminal.get(60, TimeUnit.SECONDS)).contains("== Final report == 3 rounds");
                assertThat(Verification.verify(
                                record.getBytes(StandardCharsets.UTF_8),
                                it -> Optional.of(Scenarios.named(it.scenario()))))
                        .isInstanceOf(Verification.Verified.class);
            }
        }
    }

    @Test
    void whoGoesToTheStartPageAndJoinsAgainComesBackToTheSameSeat() throws Exception {
        try (Browser browser = new Browser();
                RealServer server = RealServer.start(data, 0, "--room", "--rounds", "1")) {
            String site = "http://127.0.0.1:" + server.port() + "/#/join/";
            String code = server.code();
            browser.open(site + code);
            joins(browser, "Lee");
            browser.await("truce.match().text.startsWith('You have a seat')");
            browser.click("main button");
            browser.await("truce.match().kind === 'start'");
            browser.run("{ document.querySelector('#code').value = '" + code + "'; return ''; }");
            browser.click("#enter");
            browser.await("truce.match().text.startsWith('You have a seat')");
            browser.anotherTab();
            browser.open(site + code);
            joins(browser, "Mei");
            browser.await("truce.match().round === 1");
        }
    }

    /** A web server in front may give truce a path of its own: the page speaks to what is under it. */
    @Test
    void aSeatIsTakenUnderAPathOfAnotherServer() throws Exception {
        try (Browser browser = new Browser();
                PathProxy proxy = new PathProxy();
                RealServer server =
                        RealServer.start(data, 0, "--room", "--rounds", "1", "--allow-origin", proxy.origin())) {
            proxy.leadsTo(server.port());
            browser.open(proxy.page() + "#/join/" + server.code());
            joins(browser, "Lee");
            browser.await("truce.match().text.startsWith('You have a seat')");
            assertThat(browser.console()).isEmpty();
        }
    }

    /** A browser may forbid all storage: the seat lasts as long as the page. */
    @Test
    void aSeatIsTakenWhereNothingCanBeKept() throws Exception {
        try (Browser browser = new Browser();
                RealServer server = RealServer.start(data, 0, "--room", "--rounds", "1")) {
            browser.prepare(
                    "{ for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
                            + " { get() { throw new DOMException('denied', 'SecurityError'); } }); }");
            String site = "http://127.0.0.1:" + server.port() + "/#/join/";
            String code = server.code();
            browser.open(site + code);
            joins(browser, "Lee");
            browser.await("truce.match().text.startsWith('You have a seat')");
            // It is one seat, not two: a second one would begin the match.
            browser.click("main button");
            browser.await("truce.match().kind === 'start'");
            browser.run("{ document.querySelector('#code').value = '" + code + "'; return ''; }");
            browser.click("#enter");
            browser.await("truce.match().kind === 'waiting' && truce.match().text.startsWith('You have a seat')");
        }
    }

    /** What opened a seat that is no more does not stand in the way of another one. */
    @Test
    void whatOpensNothingAnyMoreIsForgotten() throws Exception {
        try (Browser browser = new Browser();
                RealServer server = RealServer.start(data, 0, "--room", "--rounds", "1")) {
            String address = "http://127.0.0.1:" + server.port() + "/#/join/" + server.code();
            browser.open(address);
            joins(browser, "Lee");
            browser.await("truce.match().text.startsWith('You have a seat')");
            // The tab keeps the wish for the seat too, which begins with a word.
            browser.run("{ const [name, token] = Object.entries(sessionStorage)"
                    + ".find(([, text]) => !text.startsWith('join '));"
                    + " sessionStorage.setItem(name, [...token].reverse().join('')); return ''; }");
            browser.open("about:blank");
            browser.open(address);
            browser.await("truce.match().refused !== '' && sessionStorage.length === 0");
        }
    }

    @Test
    void aStudentTakesTheSeatOfAClassWithNumberAndKey() throws Exception {
        try (Browser browser = new Browser();
                RealServer server = RealServer.start(data, 0)) {
            OpenedClass opened = OpenedClass.of(
                    server.port(),
                    data,
                    "title: Seminar\nscenario: busan-2025\nrounds: 2\nminutes: 0\nbot: hold\n",
                    "Name,Student number\nAnn Archer,s1\n");
            opened.does("doors open");
            browser.open(opened.joins());
            browser.await("document.querySelector('#key') !== null");
            browser.run("{ document.querySelector('#name').value = 's1'; document.querySelector('#key').value = '"
                    + opened.key() + "'; return ''; }");
            browser.click("#join");
            browser.await("truce.match().text.startsWith('You have a seat')");
            // Another tab finds no seat; with the key it takes the seat over, and the first tab says so.
            String first = browser.anotherTab();
            browser.open(opened.joins());
            browser.await("truce.match().kind === 'start' && document.querySelector('#key') !== null");
            browser.run("{ document.querySelector('#name').value = 's1'; document.querySelector('#key').value = '"
                    + opened.key() + "'; return ''; }");
            browser.click("#join");
            browser.await("truce.match().text.startsWith('You have a seat')");
            String second = browser.anotherTab();
            browser.goTo(first);
            browser.await("truce.match().link.startsWith('This seat was opened on another device')");
            browser.goTo(second);
            opened.does("start", "fill-gaps hold");
            for (int round = 1; round <= 2; round++) {
                browser.await("truce.match().round === " + round + " && !truce.match().over");
                browser.goOn();
                browser.click("#ready");
            }
            browser.await("truce.match().over");
            assertThat(browser.run("truce.match().record")).doesNotContain("Archer");
            // The policy of the real server lets the page do all that it does.
            assertThat(browser.console()).isEmpty();
        }
    }

    /** A head and a minister, each on a page of his own: names picked from the list, a draft, a pause and a message of the instructor. */
    @Test
    void aDelegationPlaysOnTwoPagesOfAClassByList() throws Exception {
        try (Browser head = new Browser();
                Browser minister = new Browser();
                RealServer server = RealServer.start(data, 0)) {
            OpenedClass opened = OpenedClass.of(
                    server.port(),
                    data,
                    "title: Seminar\nscenario: busan-2025\nrounds: 1\nminutes: 5\nbot: hold\nus_seats: 2\nentry: list\n",
                    "Name\nAnn Archer\nBen Brook\nCho Chen\n");
            opened.does("doors open");
            joins(head, opened, "Ann Archer");
            head.await("truce.match().text.startsWith('You have a seat')");
            minister.size(360, 780);
            // Her seat is open on another device, so this one waits for the desk, and picks the right name instead.
            joins(minister, opened, "Ann Archer");
            minister.await("truce.match().kind === 'waiting' && truce.match().text.includes('1')");
            minister.click("main button");
            minister.open("about:blank");
            joins(minister, opened, "Somebody");
            minister.await("truce.match().names.length === 3");
            minister.run("{ document.querySelector('#names select').value = 'Cho Chen'; return ''; }");
            minister.click("#names button");
            minister.await("truce.match().text.startsWith('You have a seat')");
            opened.does("start", "fill-gaps hold");

            minister.await("truce.match().counsel.advises && truce.match().left > 0");
            head.await("truce.match().counsel.title !== '' && !truce.match().counsel.advises");
            minister.run("{ const lever = document.querySelector('#lever-FENT'); lever.value = '3';"
                    + " lever.dispatchEvent(new Event('input', { bubbles: true })); return ''; }");
            minister.click("#seal");
            minister.await("truce.match().said.startsWith('Your draft is before your delegation')");
            head.await("truce.match().counsel.drafts.length === 1");
            head.await("document.querySelector('#newest').textContent.includes('drafts: FENT')");
            head.click("#counsel article button[aria-pressed]");
            head.await("truce.match().counsel.drafts[0].yes");
            head.click("#counsel article button:not([aria-pressed])");
            head.await("truce.match().levers.find((lever) => lever.word === 'FENT').chosen === 3");
            head.click("#seal");
            head.await("truce.match().sealed && truce.match().inaction.includes('(saved)')");
            minister.await("truce.match().counsel.drafts[0].text.includes('for: ')");

            minister.run("{ document.querySelector('#say select').value = 'DELEGATION';"
                    + " document.querySelector('#say input').value = 'Hold on'; return ''; }");
            minister.click("#say button");
            head.await("document.querySelector('#panel-talk').textContent.includes('Hold on')");
            minister.run("{ document.querySelector('#help input').value = 'Do we lose A1?'; return ''; }");
            minister.click("#help button");
            minister.await("truce.match().said.startsWith('Your instructor sees')");
            opened.does("pause", "1: message US.1 Read clause one");
            minister.await("document.querySelector('#stands').textContent.startsWith('PAUSED 4:')");
            minister.await("document.querySelector('#newest').textContent.includes('Read clause one')");
            head.await("truce.match().notices[0].startsWith('PAUSED')");
            assertThat(head.run("JSON.stringify(truce.match())")).doesNotContain("Read clause one");
            Axe axe = new Axe();
            for (String language : List.of("zh-Hans", "en")) {
                minister.click(".tools button[lang=" + language + "]");
                minister.await("document.documentElement.lang === '" + language + "'");
                for (String tab : List.of("1", "2", "3", "4", "5")) {
                    minister.click(".tabs button:nth-child(" + tab + ")");
                    assertThat(Integer.parseInt(minister.run("String(document.documentElement.scrollWidth)")))
                            .isLessThanOrEqualTo(360);
                    assertThat(axe.broken(minister, false)).isEmpty();
                    minister.picture(Path.of("target/pictures/delegation-360-" + language + "-" + tab + ".png"));
                }
            }
            head.size(1280, 900);
            head.picture(Path.of("target/pictures/delegation-1280.png"));
            opened.does("resume");
            minister.await("truce.match().stands === '' && truce.match().left > 0");
            minister.click("#ready");
            head.click("#ready");
            head.await("truce.match().over");
            minister.await("truce.match().over && truce.match().record.includes('1. US FENT=')");
            assertThat(head.console()).isEmpty();
            assertThat(minister.console()).isEmpty();
        }
    }

    private static void joins(Browser browser, OpenedClass opened, String name) throws Exception {
        browser.open(opened.joins());
        joins(browser, name);
    }

    private static void joins(Browser browser, String name) throws Exception {
        browser.await("document.querySelector('#name') !== null");
        browser.run("{ document.querySelector('#name').value = '" + name + "'; return ''; }");
        browser.click("#join");
    }

    @Test
    void whatCannotBeJoinedSaysWhy() throws Exception {
        try (Browser browser = new Browser();
                RealServer server = RealServer.start(data, 0)) {
            browser.open("http://127.0.0.1:" + server.port() + "/#/join/ZZZZ2222");
            browser.await("document.querySelector('#name') !== null");
            browser.run("{ document.querySelector('#name').value = 'Lee'; return ''; }");
            browser.click("#join");
            browser.await(
                    "truce.match().kind === 'waiting' && truce.match().refused.startsWith('no room has this code')");
        }
    }
}
