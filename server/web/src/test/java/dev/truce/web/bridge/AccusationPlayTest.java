package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.truce.web.browser.Browser;
import dev.truce.web.browser.Looks;
import dev.truce.web.browser.RealServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person decides on an accusation in the page: once something is found, once nothing. */
@Tag("browser")
class AccusationPlayTest {
    private static final String ENTER = "\ue007";
    private static final String TAB = "\ue004";
    private static final String PRESSED =
            "[...document.querySelectorAll('#accusation button')].findIndex((one) => one.ariaPressed === 'true')";
    private static final String LAST = "document.querySelector('#panel-last').textContent";

    @TempDir
    Path data;

    private record Found(String bot, int seed, int round, String outcome) {}

    /** Looks for an accusation that a choice answers in a way. */
    private static Found found(AccusedMatches matches, String bot, int choice, String outcome) throws Exception {
        for (int from = 1; ; from = matches.seed() + 1) {
            JsonNode screen = matches.accusing(bot, from);
            int round = screen.path("round").asInt();
            matches.told("type "
                    + screen.path("accusation")
                            .path("choices")
                            .path(choice)
                            .path("line")
                            .asText());
            if (matches.closes().path("panels").toString().contains(outcome)) {
                return new Found(bot, matches.seed(), round, outcome);
            }
        }
    }

    @Test
    void anInspectionFindsAndAWrongSuspensionDoesNot() throws Exception {
        AccusedMatches matches = new AccusedMatches();
        Found guilty = found(matches, "opport", 1, "Inspectors found CN short on ");
        Found innocent = found(matches, "dove", 2, "Inspectors found nothing against CN on ");
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.size(1280, 800);
            opens(browser, server, matches, guilty);
            Looks looks = new Looks(browser);
            looks.at("accusation", 4);
            browser.size(360, 740);
            browser.run("{ document.querySelector('.tabs button').click(); scrollTo(0, 0); return ''; }");
            browser.picture(Path.of("target/pictures/accusation-phone.png"));
            browser.size(1280, 800);
            presses(browser, 1);
            decides(browser, guilty, 1);

            opens(browser, server, matches, innocent);
            presses(browser, 2);
            decides(browser, innocent, 2);
            assertThat(browser.run("String(truce.match().over)")).isEqualTo("false");
            assertThat(browser.console()).isEmpty();
            looks.insist();
        }
    }

    /** Opens a match and plays to the round of its accusation. */
    private static void opens(Browser browser, RealServer server, AccusedMatches matches, Found found)
            throws Exception {
        browser.visit(server.page() + "#/play/" + matches.scenario() + ",US," + found.bot() + ",s" + found.seed());
        while (!browser.run("String(truce.match().round)").equals(Integer.toString(found.round()))) {
            browser.run("{ document.querySelector('#ready').click(); return ''; }");
        }
        assertThat(browser.run("document.querySelector('#h-accusation').textContent"))
                .startsWith("You accuse China: ");
        assertThat(browser.run("String(" + PRESSED + ")")).isEqualTo("0");
    }

    /** Goes to a choice by the tab key and presses it. */
    private static void presses(Browser browser, int choice) throws Exception {
        for (int presses = 0; presses < 20; presses++) {
            if (browser.run("String(document.activeElement === document.querySelectorAll('#accusation button')["
                            + choice + "])")
                    .equals("true")) {
                browser.press(ENTER);
                return;
            }
            browser.press(TAB);
        }
        throw new AssertionError("the tab key does not lead to the choice");
    }

    /** What was pressed stands after a reload, and the round answers it. */
    private static void decides(Browser browser, Found found, int choice) throws Exception {
        browser.await(PRESSED + " === " + choice);
        String address = browser.run("location.href");
        browser.visit(address);
        browser.await(PRESSED + " === " + choice);
        assertThat(browser.run("document.querySelector('#accusation').textContent"))
                .contains("Decided: ");
        for (int presses = 0; presses < 2; presses++) {
            browser.run("{ if (truce.match().round === " + found.round()
                    + ") document.querySelector('#ready').click(); return ''; }");
        }
        browser.await("truce.match().round === " + (found.round() + 1));
        assertThat(browser.run(LAST)).contains(found.outcome());
    }
}
