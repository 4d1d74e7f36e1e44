package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.match.record.verify.Verification;
import dev.truce.scenario.Scenarios;
import dev.truce.web.browser.Browser;
import dev.truce.web.browser.RealServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program stops in the middle of something; a person goes on where he was. */
@Tag("browser")
class TrapTest {
    /**
     * The program has no hook for this. A request is answered by an array that no browser has room for, so that the program stops as it would
     * by a fault of its own or of the browser.
     */
    private static final String TRAP =
            "{ const instantiate = WebAssembly.instantiate; WebAssembly.instantiate = async (...given) => {"
                    + " const made = await instantiate.apply(WebAssembly, given); const { exports } = made;"
                    + " return exports?.answer ? { exports: { ...exports, answer: () => { if (!globalThis.trap) return exports.answer();"
                    + " globalThis.trap = false; exports.message(2147483647); return 1; } } } : made; }; }";

    @TempDir
    Path data;

    private static void stops(Browser browser) throws Exception {
        browser.run("{ globalThis.trap = true; document.querySelector('#ready').click(); return ''; }");
        browser.await("document.querySelector('#fault') !== null");
    }

    private static void replays(String record) {
        assertThat(Verification.verify(
                        record.getBytes(StandardCharsets.UTF_8), it -> Optional.of(Scenarios.named(it.scenario()))))
                .isInstanceOf(Verification.Verified.class);
    }

    @Test
    void aPersonGoesOnAfterTheProgramHasStopped() throws Exception {
        try (RealServer server = RealServer.start(data, 0, "--room", "--cn", "hold", "--rounds", "3");
                Browser browser = new Browser()) {
            browser.prepare(TRAP);
            String page = server.page();
            String code = server.code();

            browser.visit(page + "#/play/busan-2025,US,tft,s7");
            lever(browser, "FENT", 3);
            browser.click("#seal");
            browser.click("#ready");
            browser.await("truce.match().round === 2");
            browser.goOn();
            lever(browser, "RECIP", 2);
            stops(browser);
            assertThat(browser.run("document.querySelector('#fault pre').textContent"))
                    .containsPattern("truce [0-9a-f]{16}\n#/play/busan-2025,US,tft,s7\nRound 2 .*\n.+");
            assertThat(browser.run("document.activeElement.id")).isEqualTo("go-on");
            browser.run("{ const make = URL.createObjectURL;"
                    + " URL.createObjectURL = (blob) => { globalThis.saved = blob; return make(blob); };"
                    + " document.querySelector('#so-far').click(); return ''; }");
            browser.await("globalThis.saved");
            String soFar = browser.run("globalThis.saved.text()");
            assertThat(soFar).contains("1. US FENT=");
            replays(soFar);
            browser.click("#go-on");
            browser.await("truce.match().round === 2");
            assertThat(browser.run("document.querySelector('#lever-RECIP').value"))
                    .isEqualTo("2");
            while (browser.run("String(truce.match().over)").equals("false")) {
                browser.goOn();
                browser.run("{ document.querySelector('#seal')?.click(); return ''; }");
                browser.click("#ready");
            }
            String record = browser.run("truce.match().record");
            assertThat(record).contains("1. US FENT=").containsPattern("2\\. US .*RECIP=");
            replays(record);

            browser.visit(page + "#/join/" + code);
            browser.run("{ document.querySelector('#name').value = 'Lee'; return ''; }");
            browser.click("#join");
            browser.await("truce.match().round === 1");
            stops(browser);
            assertThat(browser.run("String(document.querySelector('#so-far'))")).isEqualTo("null");
            browser.click("#go-on");
            browser.await("truce.match().round === 1");
            browser.click("#ready");
            browser.await("truce.match().round === 2");
        }
    }

    private static void lever(Browser browser, String word, int level) throws Exception {
        browser.run("{ const lever = document.querySelector('#lever-" + word + "'); lever.value = '" + level
                + "'; lever.dispatchEvent(new Event('input', { bubbles: true })); return ''; }");
    }
}
