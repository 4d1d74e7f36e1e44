package dev.truce.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.bundles.Bundles;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger with a phone: addresses that open nothing, a refused seat, a reload with a draft, and room to read. */
@Tag("browser")
class PhoneTest {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 740;
    private static final String UNKNOWN_CODE = Bundles.inEnglish("refused.unknown_code");
    private static final String NOTHING = Bundles.inEnglish("web.bad-address");
    private static final String ALERT = "document.querySelector('[role=alert]').textContent";
    private static final String BAR = "(innerHeight - document.querySelector('footer').getBoundingClientRect().top)";

    /** A text of the bar that is taller than it is wide. */
    private static final String NARROW = "[...document.querySelectorAll('footer p')].filter((one) =>"
            + " one.offsetHeight > one.offsetWidth).map((one) => one.textContent).join('; ')";

    @TempDir
    Path data;

    private static String chosen(String lever) {
        return "truce.match().levers.find((one) => one.word === '" + lever + "').chosen";
    }

    private static void moves(Browser browser, String lever, int step) throws Exception {
        browser.run("{ const lever = document.querySelector('#lever-" + lever + "'); lever.value = '" + step + "';"
                + " lever.dispatchEvent(new Event('input', { bubbles: true })); return ''; }");
    }

    /** Fills in the way into a room and goes. */
    private static void joins(Browser browser, String name, String seat) throws Exception {
        browser.run("{ document.querySelector('#name').value = '" + name + "';"
                + " document.querySelector('[name=seat]').value = '" + seat + "'; return ''; }");
        browser.click("#join");
    }

    @Test
    void anAddressThatOpensNothingSaysSo() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            browser.size(WIDTH, HEIGHT);
            for (String code : new String[] {"x", "abc", "a-code-of-too-many-signs", "two words", "%zz"}) {
                browser.visit(page + "#/join/" + code);
                assertThat(browser.run(ALERT)).as(code).isEqualTo(UNKNOWN_CODE);
                assertThat(browser.run("document.activeElement.id + ' ' + document.activeElement.value"))
                        .as("what is to be put right")
                        .isEqualTo("code " + code);
            }
            for (String address : new String[] {"#/nowhere", "#/play/busan-2025", "#/board/x", "#/kept/A"}) {
                browser.visit(page + address);
                assertThat(browser.run(ALERT)).as(address).isEqualTo(NOTHING);
            }
            browser.visit(page + "#/");
            assertThat(browser.run(ALERT)).isEmpty();
            assertThat(browser.console()).isEmpty();
        }
    }

    /** What is no escape in an address is read as it stands there. */
    @Test
    void noAddressStopsThePage() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            for (String address : new String[] {
                "#/%",
                "#/join/%",
                "#/join/ABCD-EFGH/%/x",
                "#/join/ABCD-EFGH/1/%",
                "#/desk/ABCD-EFGH/%",
                "#/board/%",
                "#/record/%",
                "#/kept/%",
                "#/play/%"
            }) {
                browser.visit(page + address);
                browser.await(ALERT + " !== ''");
                assertThat(browser.run("String(document.querySelector('#fault'))"))
                        .as(address)
                        .isEqualTo("null");
            }
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void aRefusedSeatKeepsTheFormAsItWasFilledIn() throws Exception {
        try (RealServer server = RealServer.start(data, 0, "--room", "--rounds", "1");
                Browser browser = new Browser()) {
            String page = server.page();
            String code = server.code();
            browser.size(WIDTH, HEIGHT);
            browser.visit(page + "#/join/ABCDEFGH");
            joins(browser, "Lee", "CN.0");
            browser.await(ALERT + " === '" + UNKNOWN_CODE + "'");
            assertThat(browser.run("[...new FormData(document.querySelector('form.room')).values()].join('|')"))
                    .isEqualTo("ABCDEFGH|Lee||CN.0");
            browser.run("{ document.querySelector('#code').value = '" + code + "'; return ''; }");
            browser.click("#join");
            browser.await("truce.match().text.startsWith('You have a seat')");
            assertThat(browser.run("location.hash + document.querySelectorAll('form').length"))
                    .isEqualTo("#/join/" + code + "0");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void ordersThatAreNotSealedOutliveAReload() throws Exception {
        try (RealServer server = RealServer.start(data, 0, "--room", "--rounds", "2");
                Browser browser = new Browser()) {
            String address = server.page() + "#/join/" + server.code();
            browser.visit(address);
            joins(browser, "Lee", "US");
            browser.await("truce.match().text.startsWith('You have a seat')");
            String first = browser.anotherTab();
            browser.visit(address);
            joins(browser, "Mei", "CN");
            browser.await("truce.match().round === 1");
            browser.click("#ready");
            browser.goTo(first);
            browser.await("truce.match().round === 1");
            moves(browser, "FENT", 3);
            moves(browser, "PORT", 1);
            browser.click("#seal");
            browser.await("truce.match().sealed && truce.match().said.startsWith('Sealed')");
            moves(browser, "FENT", 4);
            browser.run("{ document.querySelector('#undo-PORT').click(); return ''; }");
            browser.visit(address);
            browser.await(chosen("FENT") + " === 4");
            assertThat(browser.run("String(" + chosen("PORT") + ")")).isEqualTo("-1");
            assertThat(browser.run("String(truce.match().sealed)")).isEqualTo("true");
            browser.click("#ready");
            browser.await("truce.match().said.startsWith('1 order is not sealed.')");
            assertThat(browser.run("truce.match().said"))
                    .contains("\"" + browser.run("document.querySelector('#ready').textContent") + "\"");
            browser.click("#ready");
            browser.await("truce.match().round === 2");
            browser.visit(address);
            browser.await("truce.match().round === 2");
            assertThat(browser.run("String(" + chosen("FENT") + ")"))
                    .as("a draft is for its round")
                    .isEqualTo("-1");
            assertThat(browser.console()).isEmpty();
        }
    }

    /** The bar is at its highest where a draft breaks an agreement and the last round has just been told. */
    @Test
    void theBarAtTheBottomLeavesAPhoneItsScreen() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.size(WIDTH, HEIGHT);
            browser.visit(server.page() + "#/play/busan-2025,US,opport,s2");
            browser.click("#ready");
            browser.await("truce.match().round === 2");
            browser.goOn();
            assertThat(Double.parseDouble(browser.run("String(" + BAR + ")"))).isBetween(1.0, HEIGHT * .28);
            moves(browser, "FENT", 3);
            browser.await("document.querySelector('#breach').textContent.startsWith('Careful: this breaks the truce')");
            assertThat(Double.parseDouble(browser.run("String(" + BAR + ")"))).isBetween(1.0, HEIGHT * .30);
            // What is said of a deed has the longest words there.
            for (String language : new String[] {"zh", "en"}) {
                browser.run("{ document.querySelector('.tools [lang^=" + language + "]')?.click(); return ''; }");
                browser.await("document.documentElement.lang.startsWith('" + language + "')");
                for (String pressed : new String[] {"#ready", "#seal"}) {
                    browser.click(pressed);
                    assertThat(Double.parseDouble(browser.run("String(" + BAR + ")")))
                            .as(language + " " + pressed)
                            .isBetween(1.0, HEIGHT * .30);
                    assertThat(browser.run(NARROW)).as(language + " " + pressed).isEmpty();
                }
                browser.click("#undo");
                moves(browser, "FENT", 4);
            }
            browser.size(HEIGHT, WIDTH);
            assertThat(browser.run("getComputedStyle(document.querySelector('footer')).position"))
                    .isEqualTo("static");
        }
    }
}
