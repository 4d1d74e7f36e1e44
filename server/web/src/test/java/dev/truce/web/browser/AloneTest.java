package dev.truce.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page without its server: after a first visit, and from a folder that any web server can give. */
@Tag("browser")
class AloneTest {
    private static final String MATCH = "#/play/busan-2025,US,tft,s7";

    /** Addresses that lead somewhere only where a server of truce is. */
    private static final List<String> AT_A_SERVER = List.of(
            "#/teach",
            "#/teach/abcdefghijklmnopqrstuvwx",
            "#/join/ABCD-EFGH",
            "#/join/ABCD-EFGH/1/key",
            "#/desk/ABCD-EFGH",
            "#/desk/ABCD-EFGH/secret",
            "#/board/ABCD-EFGH");

    private static final String SAYS_NOTHING_IS_THERE =
            "document.querySelector('[role=alert]').textContent === truce.match().bad_address";

    @TempDir
    Path data;

    private static void plays(int round, Browser browser) throws Exception {
        browser.await("truce.match().round === " + round);
        browser.run("{ document.querySelector('#ready').click(); return ''; }");
        browser.await("truce.match().round === " + (round + 1));
        browser.goOn();
    }

    /** Waits until the script that keeps the page has all of it. */
    private static void isKept(Browser browser) throws Exception {
        browser.run("{ await navigator.serviceWorker.ready; return ''; }");
    }

    @Test
    void whatNeedsAServerIsToldToBeNowhere() throws Exception {
        Path folder = data.resolve("folder");
        RealServer.run("page", "--out", folder.toString());
        try (FolderServer server = new FolderServer(folder, "/courses/trade/");
                Browser browser = new Browser()) {
            for (String address : AT_A_SERVER) {
                browser.visit(server.address() + address);
                browser.await(SAYS_NOTHING_IS_THERE);
                browser.visit(server.address());
                browser.run("{ location.hash = '" + address + "'; return ''; }");
                browser.await(SAYS_NOTHING_IS_THERE);
            }
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void thePageIsPlayedWithoutItsServer() throws Exception {
        try (Browser browser = new Browser()) {
            String page;
            try (RealServer server = RealServer.start(data.resolve("server"), 0)) {
                page = server.page();
                browser.visit(page);
                isKept(browser);
                assertThat(browser.run("(await (await fetch('/health')).json()).status"))
                        .isEqualTo("ok");
                assertThat(browser.console()).isEmpty();
            }
            browser.visit(page + MATCH);
            plays(1, browser);
            // What a server says of itself is not kept.
            assertThat(browser.run("await fetch('/health').then(() => 'kept', () => 'gone')"))
                    .isEqualTo("gone");

            Path folder = data.resolve("folder");
            assertThat(RealServer.run("page", "--out", folder.toString())).contains("files written");
            String alone;
            int before = browser.console().size();
            try (FolderServer server = new FolderServer(folder, "/courses/trade/")) {
                alone = server.address();
                browser.visit(alone);
                assertThat(browser.run("String(document.querySelector('#code'))"))
                        .isEqualTo("null");
                browser.visit(alone + MATCH);
                plays(1, browser);
                isKept(browser);
                assertThat(browser.console()).hasSize(before);
            }
            browser.visit(alone + MATCH);
            // The match was kept.
            plays(2, browser);
        }
    }
}
