package dev.truce.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every screen, narrow and wide, light and dark, in both languages: nothing sticks out, and everybody can use it. */
@Tag("browser")
class LookTest {
    @TempDir
    Path data;

    @Test
    void everyScreenFitsAndCanBeUsedByEverybody() throws Exception {
        try (RealServer server = RealServer.start(data, 0, "--room", "--rounds", "3");
                Browser browser = new Browser()) {
            String page = server.page();
            String code = server.code();
            Looks looks = new Looks(browser);
            browser.visit(page);
            looks.at("start", 0);
            browser.visit(page + "#/play/busan-2025,US,negotiator,s7");
            browser.run("{ const lever = document.querySelector('#lever-FENT'); lever.value = '3';"
                    + " lever.dispatchEvent(new Event('input', { bubbles: true })); return ''; }");
            browser.await("document.querySelector('#draft li') !== null");
            looks.at("seat", 5);
            browser.run("{ document.querySelector('#deal').click(); return ''; }");
            browser.run("{ document.querySelector('#more-CN-SOY').click(); return ''; }");
            looks.at("deal", 0);
            browser.run("{ document.querySelector('#leave').click(); return ''; }");
            // The order that is chosen and not sealed is asked about once.
            browser.run("{ for (let i = 0; i < 2; i++) document.querySelector('#ready').click(); return ''; }");
            browser.await("document.querySelector('#headline') !== null");
            looks.at("reveal", 0);
            while (browser.run("String(truce.match().over)").equals("false")) {
                browser.run("{ document.querySelector('#on, #ready').click(); return ''; }");
            }
            browser.goOn();
            looks.at("end", 0);
            browser.run("{ document.querySelector('#walk').click(); return ''; }");
            browser.await("truce.match().kind === 'record'");
            looks.at("record", 0);
            browser.visit(page);
            assertThat(browser.run("document.querySelector('#kept').textContent"))
                    .contains("finished");
            looks.at("kept", 0);
            browser.size(360, 740);
            browser.visit(page + "#/join/" + code);
            // The way into the room stands there alone, and is begun with.
            assertThat(
                            browser.run(
                                    "document.querySelectorAll('form').length + ' ' + document.activeElement.id + ' ' + scrollY"))
                    .isEqualTo("1 name 0");
            looks.at("join", 0);
            browser.run(
                    "{ document.querySelector('#name').value = 'Lee'; document.querySelector('#join').click(); return ''; }");
            browser.await("truce.match().kind === 'waiting'");
            looks.at("waiting", 0);
            assertThat(browser.console()).isEmpty();
            looks.insist();
        }
    }
}
