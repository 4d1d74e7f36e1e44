package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.web.browser.Browser;
import dev.truce.web.browser.RealServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person decides on an accusation in the page, on a phone and on a wide screen, and the record has it. */
@Tag("browser")
class AccusationPlayTest {
    /** A match in which the US accuses China of its licence pace in the second round, whatever it does in the first. */
    private static final String MATCH = "#/play/busan-2025,US,opport,s1";

    private static final int ROUND = 2;
    private static final int MAX_PRESSES = 64;
    private static final List<String> CHOICES = List.of("rest", "inspect", "suspend");
    private static final String CARD = "document.querySelector('#accusation')";
    private static final String BUTTONS = "[...document.querySelectorAll('#accusation button')]";

    @TempDir
    Path data;

    private static void clicks(Browser browser, int choice) throws Exception {
        browser.run("{ " + BUTTONS + "[" + choice + "].click(); return ''; }");
        browser.await(BUTTONS + ".findIndex((one) => one.ariaPressed === 'true') === " + choice);
    }

    /** Presses until a condition holds; a match has less rounds than this has presses. */
    private static void readyUntil(Browser browser, String condition) throws Exception {
        for (int press = 0; press < MAX_PRESSES; press++) {
            if (browser.run("String(" + condition + ")").equals("true")) {
                browser.goOn();
                return;
            }
            browser.run("{ document.querySelector('#on, #ready').click(); return ''; }");
        }
        throw new AssertionError(condition + " after " + MAX_PRESSES + " presses");
    }

    @Test
    void eachChoiceOfTheCardArrivesInTheRecord() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            for (int[] size : new int[][] {{360, 740}, {1280, 800}}) {
                browser.size(size[0], size[1]);
                for (int choice = 0; choice < CHOICES.size(); choice++) {
                    browser.visit(page);
                    // Else the match goes on where it was kept.
                    browser.run("{ localStorage.clear(); return ''; }");
                    browser.visit(page + MATCH);
                    readyUntil(browser, "truce.match().round === " + ROUND);
                    shows(browser, size[0]);
                    browser.picture(Path.of("target/pictures/accusation-" + size[0] + "-" + choice + ".png"));
                    // Another choice before it, since to let it rest is what stands there at first.
                    clicks(browser, (choice + 1) % CHOICES.size());
                    clicks(browser, choice);
                    readyUntil(browser, "truce.match().over");
                    String judged = "US JUDGE CN.PACE " + CHOICES.get(choice);
                    List<String> told = browser.run("truce.match().record")
                            .lines()
                            .filter(line -> line.contains("US JUDGE CN.PACE"))
                            .map(String::strip)
                            .toList();
                    assertThat(told).isEqualTo(choice == 0 ? List.of() : List.of("- " + judged));
                }
            }
            assertThat(browser.console()).isEmpty();
        }
    }

    /** The card: who is accused of what, how likely that is, and what each choice costs and brings. */
    private static void shows(Browser browser, int width) throws Exception {
        assertThat(browser.run("document.querySelector('#h-accusation').textContent"))
                .isEqualTo("You accuse China: China licence pace");
        assertThat(browser.run(CARD + ".querySelector('.tens').textContent")).matches("▲{8}○{2}");
        assertThat(browser.run(CARD + ".textContent")).contains("about 8 in 10 that it is true");
        assertThat(browser.run(BUTTONS + ".map((one) => one.querySelector('.choice').textContent).join('|')"))
                .isEqualTo("let it rest|inspect|suspend");
        assertThat(browser.run(BUTTONS + ".map((one) => one.querySelector('.text').textContent).join('|')"))
                .matches(
                        "closes it and costs nothing\\.\\|costs 2 points; .*\\|.* It costs 8 points if nothing is found .*");
        assertThat(browser.run(BUTTONS + ".map((one) => one.querySelector('.worth b').textContent).join('|')"))
                .matches("0\\.0\\|\\+\\d\\.\\d\\|\\+\\d\\.\\d");
        assertThat(browser.run(BUTTONS + ".every((one) => one.checkVisibility() && !one.disabled"
                        + " && one.getBoundingClientRect().right <= " + width + ")"))
                .isEqualTo("true");
    }
}
