package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.web.browser.Browser;
import dev.truce.web.browser.RealServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The picture of the README shows the seat of a match that anybody can begin. Fonts differ between machines, so what is compared is what can be
 * read on it, which stands beside it. {@code -Dgolden=write} makes both again.
 */
@Tag("browser")
class ReadmePictureTest {
    private static final Path PICTURE = Path.of("../../docs/learn/page.png");
    private static final Path TEXT = Path.of("../../docs/learn/page.txt");
    private static final int MOST_BYTES = 200_000;

    @TempDir
    Path data;

    @Test
    void theReadmeShowsThePage() throws Exception {
        try (RealServer server = RealServer.start(data.resolve("server"), 0);
                Browser browser = new Browser()) {
            browser.size(1280, 800);
            browser.taste("light");
            browser.visit(server.page() + "#/play/busan-2025,US,negotiator,s7");
            browser.await("truce.match().round === 1");
            String text = browser.run("document.querySelector('#page').innerText") + "\n";
            Path made = Path.of("target/pictures/page.png");
            browser.picture(made);
            if ("write".equals(System.getProperty("golden"))) {
                Files.copy(made, PICTURE, StandardCopyOption.REPLACE_EXISTING);
                Files.writeString(TEXT, text);
            }
            assertThat(text).isEqualTo(Files.readString(TEXT));
            assertThat(Files.size(PICTURE)).isBetween(10_000L, (long) MOST_BYTES);
            assertThat(Files.readString(Path.of("../../README.md"))).contains("docs/learn/page.png");
        }
    }
}
