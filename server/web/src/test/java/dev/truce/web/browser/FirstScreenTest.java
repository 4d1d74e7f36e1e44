package dev.truce.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.bundles.Bundles;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first screen: one press begins a match, and every other way stands below. */
@Tag("browser")
class FirstScreenTest {
    private static final String FETCHED =
            "performance.getEntriesByType('resource').map((one) => /(\\w+)\\.\\w+\\.wasm/.exec(one.name)?.[1])"
                    + ".filter((one) => one).join(' ')";

    /** Presses play against the bot that thinks ahead. */
    private static final String SEARCH = "{ document.querySelector('#more select[name=bot]').value = 'search';"
            + " document.querySelector('#more button').click(); return ''; }";

    /** Holds the program that can speak to a server until it is let go by {@code held}: it comes, or does not. */
    private static final String HOLDS = "{ globalThis.held = []; const real = globalThis.fetch;"
            + " globalThis.fetch = (address, options) => String(address).includes('whole')"
            + " ? new Promise((comes, fails) => held.push((good) => good ? comes(real(address, options))"
            + " : fails(new TypeError('no network')))) : real(address, options); }";

    private static final String FETCHING = "document.querySelector('#fetching[role=status]').textContent";
    private static final String COMES = "document.querySelector('#page').ariaBusy === 'false'";
    private static final String KEPT =
            "String(Object.keys(localStorage).filter((one) => one.includes(' match')).length)";

    @TempDir
    Path data;

    /** Presses a button by a key, as only a person can who may give it the focus. */
    private static void presses(Browser browser, String button) throws Exception {
        browser.run("{ document.querySelector('details:has(#more)').open = true; document.querySelector('" + button
                + "').focus(); return ''; }");
        browser.press("\uE007");
    }

    private static void begins(Browser browser, String button) throws Exception {
        browser.click(button);
        browser.await("truce.match().kind === 'seat'");
    }

    @Test
    void onePressBeginsAMatchAgainstTheNegotiator() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.visit(server.page());
            begins(browser, "#now");
            assertThat(browser.run("location.hash")).matches("#/play/busan-2025,US,negotiator,s\\d+");
            assertThat(browser.run("String(truce.match().round)")).isEqualTo("1");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void theLanguageThatWasChosenStays() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            browser.visit(page);
            browser.click(".tools [lang=zh-Hans]");
            browser.await("document.documentElement.lang === 'zh-Hans'");
            for (String address : new String[] {page, page + "#/teach", page + "#/nowhere"}) {
                browser.visit(address);
                assertThat(browser.run("document.documentElement.lang"))
                        .as(address)
                        .isEqualTo("zh-Hans");
            }
            browser.click(".tools [lang=en]");
            browser.await("document.documentElement.lang === 'en'");
            browser.visit(page);
            assertThat(browser.run("document.documentElement.lang")).isEqualTo("en");
            assertThat(
                            browser.run(
                                    "new Promise((told) => { const icon = new Image(); icon.onload = () => told('drawn');"
                                            + " icon.onerror = () => told('none'); icon.src = document.querySelector('link[rel=icon]').href; })"))
                    .isEqualTo("drawn");
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
                begins(each, "#today");
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
                begins(browser, "#against-" + bot);
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

    /** While its program comes a person presses nothing else, and one that does not come stops nothing. */
    @Test
    void aProgramThatIsSlowOrDoesNotComeStopsNothing() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.prepare(HOLDS);
            browser.visit(server.page());
            browser.run(SEARCH);
            browser.await("held.length === 1");
            assertThat(browser.run(FETCHING)).isEqualTo(Bundles.inEnglish("web.program.fetching"));
            presses(browser, "#now");
            assertThat(browser.run("truce.match().kind")).isEqualTo("start");
            assertThat(browser.run("{ const keys = ['F5', 'Tab', 'r', '?'].map((key) =>"
                            + " new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));"
                            + " keys.forEach((key) => document.body.dispatchEvent(key));"
                            + " return keys.filter((key) => key.defaultPrevented).length + ' '"
                            + " + document.querySelectorAll('dialog[open]').length; }"))
                    .as("the browser has its keys, and the page hears none")
                    .isEqualTo("0 0");
            browser.run(
                    "{ const data = new DataTransfer(); data.items.add(new File(['no record'], 'match.twg'));"
                            + " document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true })); return ''; }");
            browser.run("{ held.shift()(false); return ''; }");
            browser.await(COMES);
            assertThat(browser.run("truce.match().kind + document.querySelector('#page').textContent"))
                    .startsWith("start")
                    .contains("needs a program that the page could not fetch");
            assertThat(browser.run(KEPT)).as("nothing was pressed").isEqualTo("0");
            browser.run(SEARCH);
            browser.await("held.length === 1");
            presses(browser, "#more button");
            assertThat(browser.run("String(held.length)")).as("fetched once").isEqualTo("1");
            browser.run("{ held.shift()(true); return ''; }");
            browser.await("truce.match().kind === 'seat'");
            assertThat(browser.run("location.hash")).startsWith("#/play/busan-2025,US,search,s");
            assertThat(browser.run(FETCHING)).isEmpty();
            assertThat(browser.run(KEPT)).as("one match is kept").isEqualTo("1");
            assertThat(browser.console()).isEmpty();
        }
    }

    /** An address that is wanted while a program comes takes the place of what was wanted before. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWantedLastIsShown(boolean comes) throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.prepare(HOLDS);
            browser.visit(server.page());
            browser.run(SEARCH);
            browser.await("held.length === 1");
            browser.run("{ location.hash = '#/play/busan-2025,US,hold,s7';"
                    + " await new Promise((next) => addEventListener('hashchange', () => setTimeout(next)));"
                    + " held.shift()(" + comes + "); return ''; }");
            browser.await("truce.match().kind === 'seat' && " + COMES);
            assertThat(browser.run("location.hash")).isEqualTo("#/play/busan-2025,US,hold,s7");
            assertThat(browser.run(KEPT)).isEqualTo("1");
            assertThat(browser.console()).isEmpty();
        }
    }

    /** From a first visit without its server one comes to the way into a room, which says what is missing, and into it once the server is there. */
    @Test
    void aRoomIsEnteredOnceItsProgramComes() throws Exception {
        try (RealServer server = RealServer.start(data, 0, "--room", "--cn", "hold", "--rounds", "1");
                Browser browser = new Browser()) {
            browser.prepare(HOLDS);
            browser.visit(server.page());
            String code = server.code();
            browser.run("{ location.hash = '#/join/" + code + "'; return ''; }");
            for (int missing = 0; missing < 2; missing++) {
                browser.await("held.length === 1");
                browser.run("{ held.shift()(false); return ''; }");
                browser.await(
                        "document.querySelector('main [role=alert]').textContent.startsWith('This needs a program')");
                assertThat(browser.run("location.hash + ' ' + document.querySelector('#code').value"))
                        .isEqualTo("#/join/" + code + " " + code);
                browser.run("{ document.querySelector('#name').value = 'Lee'; return ''; }");
                browser.click("#join");
            }
            browser.await("held.length === 1");
            browser.run("{ held.shift()(true); return ''; }");
            browser.await("truce.match().kind === 'seat'");
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
