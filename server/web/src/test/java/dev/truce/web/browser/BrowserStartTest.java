package dev.truce.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A browser's driver that finds its port taken is started again, and says why if it never starts. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the driver is a shell script")
class BrowserStartTest {
    @Test
    void aDriverWhosePortWasTakenIsStartedAgain(@TempDir Path folder) throws Exception {
        String script = "if mkdir " + folder.resolve("first")
                + "; then echo port not available; exit 1; fi; echo listens on 42";

        Browser.Started started = Browser.start(List.of("sh", "-c", script), "listens on (\\d+)");

        assertEquals("42", started.said());
    }

    @Test
    void aDriverThatNeverStartsSaysWhy() {
        IllegalStateException failed = assertThrows(
                IllegalStateException.class,
                () -> Browser.start(List.of("sh", "-c", "echo port not available; exit 3"), "listens on (\\d+)"));

        assertTrue(failed.getMessage().contains("port not available\nended with 3"), failed.getMessage());
    }
}
