package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.bundles.Bundles;
import dev.truce.web.browser.Browser;
import dev.truce.web.browser.RealServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record travels in a link, and the page that opens it plays it again. */
@Tag("browser")
class RecordLinkTest {
    @TempDir
    Path data;

    private static final Path MATCH = Path.of("../match/src/test/resources/dev/truce/match/record/golden/match.twg");
    private static final String RIGHT = "\ue014";

    static String link(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            out.write(text);
        }
        return "#/record/1." + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    /** Opens a link and returns what the page says of it. */
    private static String opened(Browser browser, String address, String element) throws Exception {
        browser.open("about:blank");
        browser.open(address);
        return browser.run("{ const end = Date.now() + 120000; let found;"
                + " while (!(found = document.querySelector('" + element + "'))?.textContent && Date.now() < end)"
                + " await new Promise((next) => setTimeout(next, 20)); return found?.textContent ?? ''; }");
    }

    @Test
    void aRecordInALinkIsVerifiedWalkedAndPassedOn() throws Exception {
        String text = Files.readString(MATCH);
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            browser.size(360, 780);
            String link = link(text.getBytes(StandardCharsets.UTF_8));
            assertThat(link.length()).isLessThan(2_000);
            assertThat(opened(browser, page + link, "main.record .good"))
                    .isEqualTo(Bundles.inEnglish("web.record.agrees", 12));
            assertThat(browser.run("document.querySelector('details:has(.good) p').textContent"))
                    .startsWith("Verified: all 12 rounds replay, hash aef7da8a937e9660");
            assertThat(browser.run(
                            "String(document.querySelector('#outcome').getBoundingClientRect().bottom < innerHeight)"))
                    .as("it opens at what happened")
                    .isEqualTo("true");
            assertThat(browser.run("document.querySelector('#round').value")).isEqualTo("1");
            browser.run(
                    "{ for (let at = 1; at < 11; at++) document.querySelector('#later').click(); document.querySelector('#round').focus(); return ''; }");
            assertThat(browser.run("document.querySelector('#round').value")).isEqualTo("11");
            browser.press(RIGHT);
            assertThat(browser.run("document.querySelector('#round').value")).isEqualTo("12");
            assertThat(Integer.parseInt(browser.run("String(document.documentElement.scrollWidth)")))
                    .isLessThanOrEqualTo(360);
            browser.picture(Path.of("target/pictures/record-360-en.png"));
            browser.run("{ history.replaceState(null, '', '#/'); document.querySelector('#share').click();"
                    + " const end = Date.now() + 20000; while (location.hash === '#/' && Date.now() < end)"
                    + " await new Promise((next) => setTimeout(next, 20)); return ''; }");
            String shared = browser.run("location.hash");
            assertThat(shared).startsWith("#/record/1.").hasSizeLessThan(2_000);
            assertThat(opened(browser, page + shared, "main.record .good")).startsWith("Verified: all 12");
            browser.run("{ for (let at = 1; at < 11; at++) document.querySelector('#later').click();"
                    + " document.querySelector('#branch button').click(); return ''; }");
            assertThat(browser.run("truce.match().kind + truce.match().round + truce.match().side"))
                    .isEqualTo("seat11US");
            assertThat(browser.run(
                            "{ while (!truce.match().over) document.querySelector('#on, #ready').click(); document.querySelector('#on').click();"
                                    + " return document.querySelector('.end').textContent; }"))
                    .contains(Bundles.inEnglish("lines.head", 11));
            assertThat(browser.console()).isEmpty();
        }
    }

    /** The bot that thinks ahead needs a program that may not come: the record is still there. */
    @Test
    void aRecordStaysWhereItsBotDoesNotCome() throws Exception {
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.prepare("{ const real = globalThis.fetch; globalThis.fetch = (address, options) =>"
                    + " String(address).includes('whole') ? Promise.reject(new TypeError('no network'))"
                    + " : real(address, options); }");
            String address = server.page() + link(Files.readAllBytes(MATCH));
            opened(browser, address, "main.record .good");
            browser.run("{ for (let at = 1; at < 11; at++) document.querySelector('#later').click(); return ''; }");
            browser.run("{ document.querySelector('#branch select[name=bot]').value = 'search'; return ''; }");
            browser.click("#branch button");
            browser.await("document.querySelector('footer [role=status]').textContent" + " === '"
                    + Bundles.inEnglish("web.program.unfetched") + "'");
            assertThat(browser.run("truce.match().kind + truce.match().round + location.href"))
                    .isEqualTo("record11" + address);
            browser.run("{ document.querySelector('#branch select[name=bot]').value = 'hold'; return ''; }");
            browser.click("#branch button");
            browser.await("truce.match().kind === 'seat'");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void aLinkThatWasChangedSaysWhatIsWrong() throws Exception {
        String text = Files.readString(MATCH);
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            String page = server.page();
            String changed = text.replace("3. US PORT=0", "3. US PORT=50");
            assertThat(opened(browser, page + link(changed.getBytes(StandardCharsets.UTF_8)), ".bad"))
                    .startsWith("Round 3 does not replay: ");
            assertThat(opened(browser, page + link("hello\n".getBytes(StandardCharsets.UTF_8)), "main [role=alert]"))
                    .startsWith(Bundles.inEnglish("web.record.unreadable", 1, ""));
            assertThat(opened(browser, page + "#/record/1.%%%", "main [role=alert]"))
                    .isEqualTo(Bundles.inEnglish("web.record.bad-link"));
            // A few kilobytes that unpack to many megabytes are left alone.
            byte[] bomb = new byte[4 << 20];
            assertThat(opened(browser, page + link(bomb), "main [role=alert]"))
                    .isEqualTo(Bundles.inEnglish("web.record.bad-link"));
        }
    }
}
