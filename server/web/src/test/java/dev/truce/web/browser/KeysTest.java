package dev.truce.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.bundles.Bundles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each letter presses what the list of keys says and only what is to be seen, and nothing is signed by one press. */
@Tag("browser")
class KeysTest {
    private static final int MOST_ROUNDS = 16;
    private static final String ESCAPE = "\uE00C";
    private static final String SIGN = "(document.querySelector('#sign')?.textContent.trim() ?? '')";
    private static final String SIGNED = "String(truce.match().what_if.offers.filter((one) => one.signed).length)";
    private static final String OURS = "String(truce.match().what_if.offers.filter((one) => one.ours).length)";
    private static final String CHOICE =
            "String([...document.querySelectorAll('.choices > *')].findIndex((one) => one.ariaPressed === 'true'))";

    @TempDir
    Path data;

    private static void moves(Browser browser, String lever, int step) throws Exception {
        browser.run("{ const lever = document.querySelector('#lever-" + lever + "'); lever.value = '" + step + "';"
                + " lever.dispatchEvent(new Event('input', { bubbles: true })); return ''; }");
    }

    @Test
    void nothingIsSignedByOnePressOrByAQuestionThatHasChanged() throws Exception {
        try (PlayedMatch match = PlayedMatch.begin(data, "US,negotiator,s7")) {
            Browser browser = match.browser();
            String sign = browser.run(SIGN);
            assertThat(sign).isEqualTo("Sign");
            browser.press("s");
            assertThat(browser.run(SIGN)).startsWith(Bundles.inEnglish("web.sign.again") + ": ");
            assertThat(browser.run(SIGNED)).isEqualTo("0");
            // What signing would bring is another with other orders.
            moves(browser, "FENT", 3);
            assertThat(browser.run(SIGN)).isEqualTo(sign);
            // Nor is it asked still when the orders are as before.
            browser.press("u");
            assertThat(browser.run(SIGN)).isEqualTo(sign);
            browser.press("s");
            assertThat(browser.run(SIGN)).isNotEqualTo(sign);
            assertThat(browser.run(SIGNED)).isEqualTo("0");
            // The second half of a double click, and a key that stays down, press nothing.
            browser.run(
                    "{ document.querySelector('#sign').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));"
                            + " return ''; }");
            assertThat(
                            browser.run(
                                    "{ const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true,"
                                            + " cancelable: true }); document.querySelector('#sign').dispatchEvent(held); return String(held.defaultPrevented); }"))
                    .isEqualTo("true");
            browser.run("{ dispatchEvent(new KeyboardEvent('keydown', { key: 's', repeat: true })); return ''; }");
            assertThat(browser.run(SIGNED)).isEqualTo("0");
            int again = 0;
            for (int round = 1; round < MOST_ROUNDS && again == 0; round++) {
                match.closes(round);
                again += browser.run(SIGN).isEmpty() ? 0 : 1;
            }
            assertThat(again).as("another round with an offer").isEqualTo(1);
            assertThat(browser.run(SIGN)).isEqualTo(sign);
            browser.press("s");
            assertThat(browser.run(SIGNED)).isEqualTo("0");
            browser.press("s");
            assertThat(browser.run(SIGNED)).isEqualTo("1");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void eachLetterPressesWhatIsToBeSeen() throws Exception {
        try (PlayedMatch match = PlayedMatch.begin(data, "US,negotiator,s7")) {
            Browser browser = match.browser();
            // Behind the list of keys, and beside another tab, nothing is signed.
            browser.press("?ss");
            assertThat(browser.run("String(document.querySelector('#keys').open)"))
                    .isEqualTo("true");
            browser.run("{ document.querySelector('#keys').close(); return ''; }");
            browser.press("tss");
            assertThat(browser.run(SIGN + " + " + SIGNED)).isEqualTo("Sign0");
            browser.press("t");
            assertThat(browser.run("String(document.querySelector('#decision').checkVisibility())"))
                    .isEqualTo("true");
            browser.press("o");
            assertThat(browser.run("String(document.querySelectorAll('dialog[open]').length)"))
                    .isEqualTo("1");
            browser.run("{ document.querySelector('dialog[open]').close(); return ''; }");
            // The table of terms is opened, left and used without a Tab.
            browser.press("d");
            assertThat(browser.run("String(truce.match().deal !== undefined)")).isEqualTo("true");
            browser.press(ESCAPE);
            assertThat(browser.run("String(truce.match().deal !== undefined)")).isEqualTo("false");
            browser.press("du");
            assertThat(browser.run("String(truce.match().deal !== undefined)")).isEqualTo("false");
            browser.press("b");
            String announced = browser.run("String(truce.match().deal.announced)");
            browser.press("a");
            assertThat(browser.run("String(truce.match().deal.announced)")).isNotEqualTo(announced);
            browser.press("d");
            assertThat(browser.run(OURS)).isEqualTo("1");
            // Orders that are chosen are taken back, sealed, and taken back again.
            moves(browser, "FENT", 3);
            browser.press("u");
            assertThat(browser.run("String(document.querySelector('#draft li'))"))
                    .isEqualTo("null");
            moves(browser, "FENT", 3);
            browser.press("e");
            assertThat(browser.run("String(truce.match().sealed)")).isEqualTo("true");
            browser.press("u");
            assertThat(browser.run("String(truce.match().sealed)")).isEqualTo("false");
            assertThat(browser.console()).isEmpty();
        }
    }

    /** The box in the list of keys has the focus when the list is closed, until the browser draws. */
    @Test
    void lettersAreHeardAsSoonAsTheListOfKeysIsClosed() throws Exception {
        try (PlayedMatch match = PlayedMatch.begin(data, "US,negotiator,s7")) {
            Browser browser = match.browser();
            browser.press("?");
            browser.run("{ document.querySelector('#keys').close(); document.activeElement.dispatchEvent("
                    + "new KeyboardEvent('keydown', { key: 't', bubbles: true })); return ''; }");
            assertThat(browser.run("String(document.querySelector('#talk').checkVisibility())"))
                    .isEqualTo("true");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void lettersDecideOnAnAccusation() throws Exception {
        try (PlayedMatch match = PlayedMatch.begin(data, "US,opport,s1")) {
            Browser browser = match.browser();
            for (int round = 1; round < MOST_ROUNDS && browser.run(CHOICE).equals("-1"); round++) {
                match.closes(round);
            }
            for (String choice : new String[] {"l0", "i1", "p2", "l0"}) {
                browser.press(choice.substring(0, 1));
                assertThat(browser.run(CHOICE)).as(choice).isEqualTo(choice.substring(1));
            }
            assertThat(browser.console()).isEmpty();
        }
    }

    /** Returns the letters that the script of the page knows, sorted. */
    private static String pressed() throws Exception {
        Matcher table = Pattern.compile("const LETTERS = \\{(.*)\\};")
                .matcher(Files.readString(Path.of("src/main/page/screens.js")));
        assertThat(table.find()).isTrue();
        return Pattern.compile("(?:^|, ) *([a-z]): \"")
                .matcher(table.group(1))
                .results()
                .map(found -> found.group(1).toUpperCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining());
    }

    /** The list names no letter that does nothing, and no letter is left out. */
    @Test
    void theListOfKeysNamesEachLetter() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.visit(server.page());
            String list = browser.run("document.querySelector('#keys ul').textContent");
            Matcher named = Pattern.compile("\\b[A-Z]\\b").matcher(list);
            StringBuilder letters = new StringBuilder();
            named.results().map(found -> found.group()).distinct().sorted().forEach(letters::append);
            assertThat(letters).hasToString(pressed());
        }
    }
}
