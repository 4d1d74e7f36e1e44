package dev.truce.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.bundles.Bundles;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Matches against bots stay on the device: after a reload they go on, with the draft. */
@Tag("browser")
class KeptMatchTest {
    private static final String MATCH = "#/play/busan-2025,US,tft,s7";
    private static final String CHOSEN = "String(truce.match().levers.find((one) => one.word === 'PORT').chosen)";
    private static final String KEPT = "Object.keys(localStorage).filter((name) => / match\\d+ /.test(name))";

    private static final String SAYS_SO = Bundles.inEnglish("web.kept.none");
    private static final String LOST = Bundles.inEnglish("web.kept.lost");
    private static final String SAYS_LOST = "document.querySelector('[role=alert]').textContent === '" + LOST + "'";
    private static final String ELSEWHERE = Bundles.inEnglish("web.kept.elsewhere");
    private static final String MOVED = Bundles.inEnglish("web.kept.moved");
    /** The least that is kept of a match that is over. */
    private static final String SMALL =
            "{\"at\":1,\"scenario\":\"a\",\"side\":\"US\",\"bot\":\"b\",\"round\":1,\"over\":true,\"chain\":\""
                    + "0".repeat(64) + "\",\"asked\":[\"play \"]}";

    @TempDir
    Path data;

    /** What each open offer would bring, beside the draft. */
    private static final String OFFERED = "JSON.stringify(truce.match().what_if.offers)";

    private static void moves(Browser browser, String lever, int step) throws Exception {
        browser.run("{ const lever = document.querySelector('#lever-" + lever + "'); lever.value = '" + step + "';"
                + " lever.dispatchEvent(new Event('input', { bubbles: true })); return ''; }");
    }

    private static void ends(Browser browser, int round) throws Exception {
        browser.run("{ document.querySelector('#ready').click(); return ''; }");
        browser.await("truce.match().round === " + (round + 1));
        browser.goOn();
    }

    /** Plays until a round is open; offers that are open are asked about first. */
    private static void playsTo(Browser browser, int round) throws Exception {
        while (!browser.run("String(truce.match().round)").equals(Integer.toString(round))) {
            browser.run("{ document.querySelector('#on, #ready').click(); return ''; }");
        }
        browser.goOn();
    }

    /** Waits until a tab sees what another one kept. */
    private static void awaitKept(Browser browser, int round) throws Exception {
        browser.await("JSON.parse(localStorage.getItem(" + KEPT + "[0])).round === " + round);
    }

    private static String alert(Browser browser) throws Exception {
        return browser.run("document.querySelector('[role=alert]').textContent");
    }

    /** Changes what is kept of the only match. */
    private static void changes(Browser browser, String change) throws Exception {
        browser.run("{ const [name] = " + KEPT + "; const one = JSON.parse(localStorage.getItem(name)); " + change
                + "; localStorage.setItem(name, JSON.stringify(one)); return ''; }");
    }

    private static String only(Browser browser) throws Exception {
        return browser.run("localStorage.getItem(" + KEPT + "[0])");
    }

    private static void finishes(Browser browser) throws Exception {
        while (browser.run("String(truce.match().over)").equals("false")) {
            browser.run("{ document.querySelector('#on, #ready').click(); return ''; }");
        }
        browser.goOn();
    }

    /** Leaves no room in the storage of the browser. */
    private static void fills(Browser browser) throws Exception {
        browser.run("{ let text = localStorage.getItem('filler') ?? ''; for (let more = 2 ** 22; more >= 1;) {"
                + " try { localStorage.setItem('filler', text + 'x'.repeat(more)); text += 'x'.repeat(more); }"
                + " catch { more /= 2; } } return ''; }");
    }

    private static String seeds(Browser browser) throws Exception {
        return browser.run(KEPT + ".map((name) => name.split(',s')[1]).sort().join(' ')");
    }

    private static String text(Browser browser) throws Exception {
        return browser.run("document.querySelector('main').textContent");
    }

    private static void clicks(Browser browser, String of, int button) throws Exception {
        browser.run("{ document.querySelectorAll('" + of + " button')[" + button + "].click(); return ''; }");
    }

    /** Whoever began on the first screen comes back to it as on any page, and forward to the match. */
    @Test
    void theBackButtonLeadsFromAMatchToTheFirstScreen() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.size(360, 740);
            browser.visit(server.page());
            browser.run("{ document.querySelector('#now').click(); return ''; }");
            browser.await("truce.match().kind === 'seat'");
            String match = browser.run("location.hash");
            ends(browser, 1);
            browser.run("{ history.back(); return ''; }");
            browser.await("document.querySelector('#kept-0') !== null");
            assertThat(text(browser)).contains(Bundles.inEnglish("web.kept"), "round 2");
            browser.run("{ history.forward(); return ''; }");
            browser.await("truce.match().kind === 'seat'");
            assertThat(browser.run("location.hash + ' ' + truce.match().round")).isEqualTo(match + " 2");
            browser.run("{ history.back(); return ''; }");
            browser.await("document.querySelector('#kept-0') !== null");
            clicks(browser, "#kept-0", 0);
            browser.await("truce.match().kind === 'seat'");
            browser.run("{ history.back(); return ''; }");
            browser.await("document.querySelector('#kept-0') !== null");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void aMatchGoesOnAfterAReloadWithItsDraft() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            browser.size(1280, 800);
            browser.visit(page + MATCH);
            ends(browser, 1);
            ends(browser, 2);
            for (int step = 0; step < 40; step++) {
                moves(browser, "PORT", step % 3);
            }
            moves(browser, "PORT", 2);
            String offers = browser.run(OFFERED);
            browser.visit(page + MATCH);
            assertThat(browser.run("String(truce.match().round)")).isEqualTo("3");
            assertThat(browser.run(CHOSEN)).isEqualTo("2");
            assertThat(browser.run(OFFERED)).isEqualTo(offers);
            // Of the moves of a slider the last one is kept.
            assertThat(browser.run("String(JSON.parse(localStorage.getItem(" + KEPT + "[0])).asked.length)"))
                    .isEqualTo("6");

            browser.visit(page);
            assertThat(text(browser)).contains(Bundles.inEnglish("web.kept"), "against Tit for Tat, round 3");
            browser.run("{ document.querySelector('.tools [lang^=zh]').click(); return ''; }");
            browser.await("document.documentElement.lang.startsWith('zh')");
            assertThat(text(browser)).contains("本设备上的对局", "第3轮");
            clicks(browser, "#kept-0", 0);
            browser.await("truce.match().round === 3");
            assertThat(browser.run("location.hash")).isEqualTo(MATCH);
            // China's offer is open, so the program asks once more before the round ends.
            browser.run("{ document.querySelector('#ready').click(); return ''; }");
            ends(browser, 3);

            browser.visit(page);
            clicks(browser, "#kept-0", 1);
            assertThat(browser.run("String(document.querySelector('#kept'))")).isEqualTo("null");
            browser.visit(page + MATCH);
            assertThat(browser.run("String(truce.match().round)")).isEqualTo("1");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void aMatchThatWasTakenUpFromARecordGoesOnToo() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.visit(server.page() + MATCH);
            finishes(browser);
            browser.run("{ document.querySelector('#walk').click(); return ''; }");
            browser.await("truce.match().kind === 'record'");
            for (int back = 0; back < 4; back++) {
                browser.run("{ document.querySelector('main.record').dispatchEvent(new KeyboardEvent('keydown',"
                        + " { key: 'PageUp', bubbles: true })); return ''; }");
            }
            browser.run("{ document.querySelector('#branch button').click(); return ''; }");
            browser.await("truce.match().kind === 'seat'");
            int round = Integer.parseInt(browser.run("String(truce.match().round)"));
            ends(browser, round);
            String address = browser.run("location.href");
            assertThat(address).contains("#/kept/branch-");
            browser.visit(address);
            assertThat(browser.run("String(truce.match().round)")).isEqualTo(Integer.toString(round + 1));
        }
    }

    @Test
    void theOldestThatIsOverGivesWayAndWhatCannotBeReadIsSaid() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            browser.visit(page + MATCH);
            browser.run("{ const [name] = " + KEPT + "; const one = JSON.parse(localStorage.getItem(name));"
                    + " for (let i = 0; i < 24; i++) localStorage.setItem(name.replace('s7', `s${100 + i}`),"
                    + " JSON.stringify({ ...one, at: i, over: i % 2 === 1 })); return ''; }");
            ends(browser, 1);
            assertThat(browser.run(KEPT + ".length.toString()")).isEqualTo("20");
            assertThat(browser.run(KEPT + ".map((name) => name.split(',s')[1]).sort().join(' ')"))
                    .doesNotContain("101", "103", "105", "107", "109")
                    .contains("100", "102", "111", "123", "7");

            browser.run("{ const [name] = " + KEPT + "; localStorage.setItem(name, '{'); return ''; }");
            browser.visit(page);
            assertThat(browser.run("document.querySelector('[role=alert]').textContent"))
                    .isEqualTo(LOST);
            assertThat(browser.run("document.querySelectorAll('#kept li').length.toString()"))
                    .isEqualTo("19");
            browser.visit(page);
            assertThat(browser.run("document.querySelector('[role=alert]').textContent"))
                    .isEmpty();
        }
    }

    @Test
    void aBrowserThatKeepsNothingSaysSoAndPlays() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.prepare("{ Storage.prototype.setItem = () => { throw new Error('no room'); }; }");
            browser.visit(server.page() + MATCH);
            assertThat(browser.run("document.querySelector('#unkept').textContent"))
                    .isEqualTo(SAYS_SO);
            ends(browser, 1);
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void whatIsOverStaysIfItsRoomDoesNotHelp() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            browser.visit(page + "#/play/busan-2025,US,tft,s8");
            finishes(browser);
            browser.visit(page + "#/play/busan-2025,US,tft,s9");
            browser.run("{ globalThis.real = Storage.prototype.setItem;"
                    + " Storage.prototype.setItem = () => { throw new Error('no room'); }; return ''; }");
            ends(browser, 1);
            assertThat(browser.run("document.querySelector('#unkept').textContent"))
                    .isEqualTo(SAYS_SO);
            browser.run("{ Storage.prototype.setItem = globalThis.real; return ''; }");
            assertThat(seeds(browser)).isEqualTo("8 9");

            browser.run("{ " + KEPT + ".forEach((name) => localStorage.removeItem(name)); localStorage.setItem('truce '"
                    + " + location.pathname + ' match2 a', '" + SMALL + "'); return ''; }");
            fills(browser);
            browser.visit(page + "#/play/busan-2025,US,tft,s10");
            assertThat(browser.run("document.querySelector('#unkept').textContent"))
                    .isEqualTo(SAYS_SO);
            assertThat(browser.run(KEPT + ".map((name) => localStorage.getItem(name)).join()"))
                    .isEqualTo(SMALL);
        }
    }

    @Test
    void whatIsOverGivesWayToWhatGoesOnWhereStorageIsFull() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            for (String seed : new String[] {"3", "4"}) {
                browser.visit(page + "#/play/busan-2025,US,tft,s" + seed);
                finishes(browser);
            }
            browser.visit(page + "#/play/busan-2025,US,tft,s5");
            fills(browser);
            ends(browser, 1);
            assertThat(seeds(browser)).isEqualTo("4 5");
            assertThat(browser.run("String(document.querySelector('#unkept'))")).isEqualTo("null");
            browser.visit(page + "#/play/busan-2025,US,tft,s5");
            assertThat(browser.run("String(truce.match().round)")).isEqualTo("2");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void anAddressWhoseMatchCannotBeReadSaysSo() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            browser.visit(page + MATCH);
            browser.run("{ localStorage.setItem(" + KEPT + "[0], '{'); return ''; }");
            for (String address : new String[] {MATCH, "#/kept/branch-1-2"}) {
                browser.visit(page + address);
                assertThat(browser.run("document.querySelector('[role=alert]').textContent"))
                        .isEqualTo(LOST);
                assertThat(browser.run("location.hash")).isEqualTo("#/");
            }
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void aMatchThatAnotherTabPlaysOnLosesNoRound() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            browser.visit(page + MATCH);
            playsTo(browser, 3);
            browser.visit(page);
            assertThat(text(browser)).contains("against Tit for Tat, round 3");

            String list = browser.anotherTab();
            browser.visit(page + MATCH);
            playsTo(browser, 5);
            browser.goTo(list);
            awaitKept(browser, 5);
            clicks(browser, "#kept-0", 0);
            browser.await("truce.match().kind === 'seat'");
            assertThat(browser.run("String(truce.match().round)")).isEqualTo("5");
            moves(browser, "PORT", 2);
            assertThat(browser.run("String(document.querySelector('#unkept'))")).isEqualTo("null");

            // Each tab has the match open now, and the first one has gone on.
            playsTo(browser, 6);
            String kept = only(browser);
            browser.anotherTab();
            browser.visit(page + MATCH);
            playsTo(browser, 7);
            String newest = only(browser);
            assertThat(newest).isNotEqualTo(kept);
            browser.goTo(list);
            awaitKept(browser, 7);
            moves(browser, "PORT", 1);
            assertThat(browser.run("document.querySelector('#unkept').textContent"))
                    .isEqualTo(ELSEWHERE);
            playsTo(browser, 8);
            assertThat(only(browser)).isEqualTo(newest);
            browser.run("{ document.querySelector('.tools [lang^=zh]').click(); return ''; }");
            browser.await("document.documentElement.lang.startsWith('zh')");
            assertThat(browser.run("document.querySelector('#unkept').textContent"))
                    .isEqualTo("这场对局已在另一个标签页中继续，你在此处的操作不会保存。刷新本页即可从那里继续。");

            browser.visit(page + MATCH);
            assertThat(browser.run("String(truce.match().round)")).isEqualTo("7");
            moves(browser, "PORT", 2);
            assertThat(browser.run("String(document.querySelector('#unkept'))")).isEqualTo("null");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void aListThatIsOutOfDateDeletesNothingUnseen() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            browser.visit(page + MATCH);
            browser.visit(page);
            String list = browser.anotherTab();
            browser.visit(page + MATCH);
            playsTo(browser, 2);
            String playing = browser.anotherTab();
            browser.visit(page);

            browser.goTo(list);
            awaitKept(browser, 2);
            clicks(browser, "#kept-0", 1);
            assertThat(alert(browser)).isEqualTo(MOVED);
            assertThat(text(browser)).contains("against Tit for Tat, round 2");
            assertThat(browser.run(KEPT + ".length.toString()")).isEqualTo("1");
            browser.anotherTab();
            browser.visit(page);
            clicks(browser, "#kept-0", 1);

            browser.goTo(list);
            browser.await(KEPT + ".length === 0");
            clicks(browser, "#kept-0", 0);
            assertThat(alert(browser)).isEqualTo(LOST);
            assertThat(browser.run("String(document.querySelector('#kept'))")).isEqualTo("null");

            // Where it is played it is kept again: nothing stands there that could get lost.
            browser.goTo(playing);
            playsTo(browser, 3);
            awaitKept(browser, 3);
            assertThat(browser.run("String(document.querySelector('#unkept'))")).isEqualTo("null");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void aMatchThatGoesAnotherWayInThisVersionIsNotGoneOnWith() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            browser.visit(page + MATCH);
            playsTo(browser, 3);
            String good = only(browser);
            for (String change : new String[] {
                "one.chain = one.chain.replace(/./g, (digit) => (digit === '0' ? '1' : '0'))",
                // As if a bot did something else in the first round: all that is compared but for the chain is as
                // before.
                "one.asked.splice(1, 0, 'choose PORT 2', 'seal')"
            }) {
                changes(browser, change);
                String changed = only(browser);
                browser.visit(page + MATCH);
                browser.await(SAYS_LOST);
                assertThat(browser.run("location.hash")).isEqualTo("#/");
                browser.visit(page);
                clicks(browser, "#kept-0", 0);
                browser.await(SAYS_LOST);
                assertThat(browser.run("truce.match().kind")).isEqualTo("start");
                assertThat(only(browser)).as("nothing is deleted unasked").isEqualTo(changed);
                browser.run("{ localStorage.setItem(" + KEPT + "[0], " + quoted(good) + "); return ''; }");
            }
            browser.visit(page + MATCH);
            assertThat(browser.run("String(truce.match().round)")).isEqualTo("3");
            assertThat(browser.console()).isEmpty();
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @Test
    void whatCouldNotBeKeptOfOneMatchIsNotSaidOfAnother() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            browser.visit(page + "#/play/busan-2025,US,tft,s8");
            browser.run("{ globalThis.real = Storage.prototype.setItem;"
                    + " Storage.prototype.setItem = () => { throw new Error('no room'); };"
                    + " location.hash = '" + MATCH + "'; return ''; }");
            browser.await("document.querySelector('#unkept').textContent === '" + SAYS_SO + "'");
            browser.run("{ Storage.prototype.setItem = globalThis.real;"
                    + " location.hash = '#/play/busan-2025,US,tft,s8'; return ''; }");
            browser.await("document.querySelector('#unkept') === null");
            assertThat(browser.run("truce.match().kind")).isEqualTo("seat");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void whateverIsKeptOfARoundTheFirstScreenIsShown() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            for (String round : new String[] {"3000000000", "1e300", "65", "0", "-1", "1.5", "null", "'1'", "[]"}) {
                browser.visit(page + MATCH);
                changes(browser, "one.round = " + round);
                browser.visit(page);
                assertThat(browser.run("truce.match()?.kind")).as(round).isEqualTo("start");
                assertThat(alert(browser)).as(round).isEqualTo(LOST);
                assertThat(browser.run("String(document.querySelector('#kept'))"))
                        .as(round)
                        .isEqualTo("null");
            }
            browser.visit(page + MATCH);
            changes(browser, "one.round = 64");
            browser.visit(page);
            assertThat(text(browser)).contains("against Tit for Tat, round 64");
            assertThat(browser.console()).isEmpty();
        }
    }
}
