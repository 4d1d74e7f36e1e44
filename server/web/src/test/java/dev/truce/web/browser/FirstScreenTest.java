package dev.truce.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first screen: one press begins a match, and every other way stands below. */
@Tag("browser")
class FirstScreenTest {
    private static final String FETCHED =
            "performance.getEntriesByType('resource').map((one) => /(\\w+)\\.\\w+\\.wasm/.exec(one.name)?.[1])"
                    + ".filter((one) => one).join(' ')";

    /** Presses play against the bot that thinks ahead. */
    private static final String SEARCH = "{ document.querySelector('#more select[name=bot]').value = 'search';"
            + " document.querySelector('#more button').click(); return ''; }";

    @TempDir
    Path data;

    private static void clicks(Browser browser, String button) throws Exception {
        browser.run("{ document.querySelector('" + button + "').click(); return ''; }");
        browser.await("truce.match().kind === 'seat'");
    }

    @Test
    void onePressBeginsAMatchAgainstTheNegotiator() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.visit(server.page());
            clicks(browser, "#now");
            assertThat(browser.run("location.hash")).matches("#/play/busan-2025,US,negotiator,s\\d+");
            assertThat(browser.run("String(truce.match().round)")).isEqualTo("1");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void theMatchOfADayIsTheSameForEverybody() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser();
                Browser other = new Browser()) {
            String page = server.page();
            for (Browser each : new Browser[] {browser, other}) {
                each.prepare("{ const RealDate = Date; globalThis.Date = class extends RealDate {"
                        + " constructor(...given) { given.length ? super(...given) : super('2025-11-0"
                        + (each == browser ? "4T00:00:01Z" : "4T23:59:59Z") + "'); } }; }");
                each.visit(page);
                assertThat(each.run("document.querySelector('.ways li').textContent"))
                        .contains("November 4", "The same luck for all players");
                clicks(each, "#today");
            }
            assertThat(browser.run("location.hash")).endsWith(",s20251104").isEqualTo(other.run("location.hash"));
        }
    }

    @Test
    void eachOpponentOfTheListIsPlayed() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            browser.visit(page);
            for (String bot : browser.run("truce.match().opponents.map((one) => one.bot).join(' ')")
                    .split(" ")) {
                browser.visit(page + "#/");
                clicks(browser, "#against-" + bot);
                assertThat(browser.run("location.hash")).startsWith("#/play/busan-2025,US," + bot + ",s");
            }
            assertThat(browser.console()).isEmpty();
        }
    }

    /** The bot that thinks ahead is not in the program of a first visit: that which has it comes when it is chosen, from the form or by an address. */
    @Test
    void theBotThatThinksAheadComesWhenItIsChosen() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            browser.visit(page);
            assertThat(browser.run(FETCHED)).isEqualTo("truce");
            browser.run(SEARCH);
            browser.await("truce.match().kind === 'seat'");
            assertThat(browser.run("location.hash")).startsWith("#/play/busan-2025,US,search,s");
            assertThat(browser.run(FETCHED)).isEqualTo("truce whole");
            browser.run("{ document.querySelector('#ready').click(); return ''; }");
            browser.await("truce.match().round === 2");
            browser.visit(browser.run("location.href"));
            browser.await("truce.match().round === 2");
            assertThat(browser.console()).isEmpty();
        }
    }

    /** While its program comes nothing else is pressed, and one that does not come stops nothing. */
    @Test
    void aProgramThatIsSlowOrDoesNotComeStopsNothing() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.prepare("{ const real = globalThis.fetch; globalThis.fetch = (address, options) =>"
                    + " String(address).includes('whole') ? new Promise((comes, fails) => { globalThis.held ="
                    + " (good) => good ? comes(real(address, options)) : fails(new TypeError('no network')); })"
                    + " : real(address, options); }");
            browser.visit(server.page());
            browser.run(SEARCH);
            browser.await("globalThis.held !== undefined");
            browser.run("{ document.querySelector('#now').click(); held(false); return ''; }");
            browser.await("document.querySelector('#page').ariaBusy === 'false'");
            assertThat(browser.run("truce.match().kind + document.querySelector('#page').textContent"))
                    .startsWith("start")
                    .contains("needs a program that the page could not fetch");
            browser.run("{ globalThis.held = undefined; return ''; }");
            browser.run(SEARCH);
            browser.await("globalThis.held !== undefined");
            browser.run(SEARCH);
            browser.run("{ held(true); return ''; }");
            browser.await("truce.match().kind === 'seat'");
            assertThat(browser.run("location.hash")).startsWith("#/play/busan-2025,US,search,s");
            assertThat(browser.run("String(Object.keys(localStorage).filter((one) => one.includes('search')).length)"))
                    .as("one match is kept")
                    .isEqualTo("1");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void aCodeLeadsToTheWayIntoItsRoom() throws Exception {
        try (RealServer server = RealServer.start(data, 0, "--room", "--rounds", "1");
                Browser browser = new Browser()) {
            browser.visit(server.page());
            String code = server.code();
            browser.run("{ document.querySelector('#code').value = '" + code
                    + "'; document.querySelector('#enter').click(); return ''; }");
            browser.await("document.querySelector('#name') !== null");
            assertThat(browser.run("location.hash + ' ' + document.querySelector('#code').value"))
                    .isEqualTo("#/join/" + code + " " + code);
            assertThat(browser.console()).isEmpty();
        }
    }

    /** On a phone the first press and what it begins are in sight, and nothing goes sideways. */
    @ParameterizedTest(name = "{0} x {1}, {2}")
    @CsvSource({"1280, 800, en", "1280, 800, zh", "360, 740, en", "360, 740, zh"})
    void thePressThatBeginsIsInSight(int width, int height, String language) throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.size(width, height);
            browser.visit(server.page());
            if (language.equals("zh")) {
                browser.run("{ document.querySelector('.tools [lang=zh-Hans]').click(); return ''; }");
                browser.await("document.documentElement.lang === 'zh-Hans'");
            }
            assertThat(Double.parseDouble(
                            browser.run("String(document.querySelector('.acts').getBoundingClientRect().bottom)")))
                    .isLessThan(height);
            assertThat(browser.run("String(document.documentElement.scrollWidth <= innerWidth)"))
                    .isEqualTo("true");
            if (width > height) {
                assertThat(browser.run("String(document.documentElement.scrollHeight <= innerHeight)"))
                        .as("one screen")
                        .isEqualTo("true");
            }
            String pictures = System.getProperty("truce.pictures");
            if (pictures != null) {
                browser.picture(Path.of(pictures, "start-" + width + "-" + language + ".png"));
            }
        }
    }
}
