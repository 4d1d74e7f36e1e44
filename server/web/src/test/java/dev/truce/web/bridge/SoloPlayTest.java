package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truce.web.browser.Browser;
import dev.truce.web.browser.FaceFigures;
import dev.truce.web.browser.Jumps;
import dev.truce.web.browser.RealServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person plays against a bot in the page. */
@Tag("browser")
class SoloPlayTest {
    @TempDir
    Path data;

    private static final String MATCH = "#/play/busan-2025,US,negotiator,s7";
    private static final String TAB = "\ue004";
    private static final String ENTER = "\ue007";
    /** To the hard end of a ladder. */
    private static final String LEFT = "\ue012";

    private static final String SEALS = "String(document.querySelector('#seal') !== null)";

    /** Moves a slider 100 times, a frame apart, and takes the order back. */
    private static final String MOVES = """
            {
              const slider = () => document.querySelector("#lever-RECIP");
              const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
              const took = [];
              for (let i = 0; i < 100; i++) {
                await frame();
                const began = performance.now();
                slider().value = String((i + 1) % 6);
                slider().dispatchEvent(new Event("input"));
                document.body.getBoundingClientRect();
                took.push(performance.now() - began);
              }
              truce.ask("choose RECIP -1");
              took.sort((one, other) => one - other);
              return JSON.stringify({
                p50: took[50].toFixed(1),
                p95: took[95].toFixed(1),
                ready: document.documentElement.dataset.ready,
                heap: (performance.memory.usedJSHeapSize / 1e6).toFixed(1),
              });
            }
            """;

    @Test
    void aMatchByKeyboardAloneHasTheRecordThatItHasInJava() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.size(1280, 800);
            String page = server.page();
            browser.visit(page + MATCH);
            Jumps.measure(browser);
            browser.visit(page + MATCH);
            measured(browser);
            int rounds = 0;
            while (browser.run("String(truce.match().over)").equals("false")) {
                tabTo(browser, "lever-FENT");
                browser.press(LEFT);
                // At the end of its ladder it orders nothing.
                if (browser.run(SEALS).equals("true")) {
                    tabTo(browser, "seal");
                    browser.press(ENTER);
                    assertThat(browser.run("String(truce.match().sealed)")).isEqualTo("true");
                }
                tabTo(browser, "ready");
                browser.press(ENTER);
                assertThat(++rounds)
                        .as("a round closes when the person is ready")
                        .isLessThan(64);
                headlined(browser, rounds, browser.run("String(truce.match().over)"));
            }
            FaceFigures.keep(
                    "07",
                    "the headline has the focus and is in sight in " + rounds + " of " + rounds + " rounds",
                    true);
            browser.picture(Path.of("target/pictures/end.png"));
            assertThat(browser.run("truce.match().record")).isEqualTo(inJava());
            assertThat(browser.console()).isEmpty();
        }
    }

    /** What happened is read first: its headline has the focus and is in sight, and the key that leads on ends no further round. */
    private static void headlined(Browser browser, int rounds, String over) throws Exception {
        for (int[] size : new int[][] {{360, 740}, {1280, 800}}) {
            browser.size(size[0], size[1]);
            assertThat(browser.run("{ const one = document.activeElement; const box = one.getBoundingClientRect();"
                            + " return [one.localName, one.id, box.top >= 0 && box.bottom <= innerHeight && box.left >= 0"
                            + " && box.right <= innerWidth, one.textContent === truce.match().reveal.headline,"
                            + " document.documentElement.scrollWidth <= innerWidth].join(' '); }"))
                    .isEqualTo("h1 headline true true true");
            browser.picture(Path.of("target/pictures/reveal-" + rounds + "-" + size[0] + ".png"));
        }
        browser.press(ENTER.repeat(20));
        int open = over.equals("true") ? rounds : rounds + 1;
        assertThat(browser.run("String(truce.match().round)")).isEqualTo(Integer.toString(open));
        assertThat(browser.run("document.activeElement.localName + ' ' + scrollY"))
                .isEqualTo("main 0");
    }

    /** Writes how long a move of a slider takes until all charts are laid out, and what the page needs. */
    private static void measured(Browser browser) throws Exception {
        JsonNode figures = new ObjectMapper().readTree(browser.run(MOVES));
        String text = "slider to drawn, ms: p50 %s, p95 %s; first interaction after %s ms; heap of the page %s MB%n"
                .formatted(
                        figures.path("p50").asText(),
                        figures.path("p95").asText(),
                        figures.path("ready").asText(),
                        figures.path("heap").asText());
        Files.writeString(Path.of("target/page-figures.txt"), text);
        System.out.print(text);
        double slow = figures.path("p95").asDouble();
        double ready = figures.path("ready").asDouble();
        FaceFigures.keep(
                "14-speed", "p95 %.1f ms; first use after %.0f ms".formatted(slow, ready), slow <= 50 && ready <= 3400);
    }

    /** Does the same without a browser: the slider stops at the last step. */
    private static String inJava() throws Exception {
        PageProgram program = PageProgram.quick();
        program.answer("texts " + HandedTexts.of("en"));
        ObjectMapper json = new ObjectMapper();
        JsonNode screen = json.readTree(program.answer("play busan-2025 US negotiator 7"));
        while (!screen.path("over").asBoolean()) {
            JsonNode lever = screen.path("levers").get(0);
            assertThat(lever.path("word").asText()).isEqualTo("FENT");
            int most = lever.path("steps").size() - 1;
            if (lever.path("level").asInt() < most) {
                program.answer("choose FENT " + (lever.path("level").asInt() + 1));
                program.answer("seal");
            }
            screen = json.readTree(program.answer("ready"));
            // The reveal of the round is read first, also of the last one.
            assertThat(screen.has("reveal") && !screen.has("levers") && !screen.has("end_all"))
                    .isTrue();
            screen = json.readTree(program.answer("on"));
            assertThat(screen.has("end_all")).isEqualTo(screen.path("over").asBoolean());
        }
        return screen.path("record").asText();
    }

    /** Presses the tab key until something has the focus. */
    private static void tabTo(Browser browser, String id) throws Exception {
        for (int presses = 0; presses < 80; presses++) {
            if (browser.run("document.activeElement.id").equals(id)) {
                return;
            }
            browser.press(TAB);
        }
        throw new AssertionError("the tab key does not lead to " + id);
    }
}
