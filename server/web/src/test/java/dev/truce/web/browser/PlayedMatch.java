package dev.truce.web.browser;

import java.nio.file.Path;

/** A match against a bot on the page of a real server, in a window of 1280 x 800. */
final class PlayedMatch implements AutoCloseable {
    private final RealServer server;
    private final Browser browser;

    private PlayedMatch(RealServer server, Browser browser) {
        this.server = server;
        this.browser = browser;
    }

    /**
     * Begins one.
     *
     * @param data folder of the server
     * @param match side, bot and seed as in an address
     */
    static PlayedMatch begin(Path data, String match) throws Exception {
        RealServer server = RealServer.start(data, 0);
        try {
            return begin(server, new Browser(), match);
        } catch (Exception | AssertionError failed) {
            server.close();
            throw failed;
        }
    }

    private static PlayedMatch begin(RealServer server, Browser browser, String match) throws Exception {
        try {
            browser.size(1280, 800);
            browser.visit(server.page() + "#/play/busan-2025," + match);
            return new PlayedMatch(server, browser);
        } catch (Exception | AssertionError failed) {
            browser.close();
            throw failed;
        }
    }

    Browser browser() {
        return browser;
    }

    /** Lets a round close, and goes on from what is told of it. */
    void closes(int round) throws Exception {
        browser.press("r\uE007");
        browser.await("truce.match().round === " + (round + 1) + " && !truce.match().reveal");
    }

    @Override
    public void close() throws Exception {
        try (RealServer ended = server) {
            browser.close();
        }
    }
}
