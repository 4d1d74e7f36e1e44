package dev.truce.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.truce.scenario.Scenarios;
import dev.truce.web.browser.Browser;
import dev.truce.web.browser.RealServer;
import dev.truce.web.lab.Bouts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another engine of WebAssembly plays the same matches to the last bit, and a person plays in it, where it is installed. */
@Tag("browser")
class FirefoxTest {
    private static final int MATCHES = 40;

    @TempDir
    Path data;

    @Test
    void firefoxPlaysWhatJavaPlays() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(Browser.FIREFOX)), "Firefox is not installed");
        try (RealServer server = RealServer.start(data, 0, "--room", "--cn", "hold", "--rounds", "2");
                Browser browser = Browser.firefox()) {
            String page = server.page();
            String code = server.code();
            // An address that is served has the whole program, which can play bouts.
            browser.visit(page + "#/join/ABCDEFGH");
            for (String scenario : List.of("busan-2025", "geneva-2025", "history-2018")) {
                Bouts bouts = new Bouts(Scenarios.named(scenario));
                // From 1 on, since the bot that thinks ahead plays the match of number 0 and takes long.
                String[] played = browser.run("{ const played = []; for (let i = 1; i <= " + MATCHES
                                + "; i++) played.push(truce.ask(`bout " + scenario
                                + " ${i}`)); return played.join('\\n'); }")
                        .split("\n");
                for (int number = 1; number <= MATCHES; number++) {
                    assertThat(played[number - 1])
                            .as("%s, match %d", scenario, number)
                            .isEqualTo(bouts.play(number));
                }
            }
            browser.visit(page + "#/play/busan-2025,US,tft,s7");
            browser.await("truce.match().round === 1");
            while (browser.run("String(truce.match().over)").equals("false")) {
                browser.run("{ document.querySelector('#on, #ready').click(); return ''; }");
            }
            browser.goOn();
            browser.run("{ document.querySelector('#walk').click(); return ''; }");
            browser.await("document.querySelector('.good').textContent.startsWith('Verified: all ')");
            browser.visit(page + "#/join/" + code);
            browser.run(
                    "{ document.querySelector('#name').value = 'Lee'; document.querySelector('#join').click(); return ''; }");
            browser.await("truce.match().round === 1");
            browser.run("{ document.querySelector('#ready').click(); return ''; }");
            browser.await("truce.match().round === 2");
            assertThat(browser.console()).isEmpty();
        }
    }
}
