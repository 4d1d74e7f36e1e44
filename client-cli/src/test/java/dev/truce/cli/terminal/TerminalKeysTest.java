package dev.truce.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jline.terminal.Attributes;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Single keys of a terminal. */
@Timeout(60)
class TerminalKeysTest {
    private static final byte CTRL_C = 3;
    private static final long LONG = 50_000;

    /** A terminal that tells when Ctrl-C has become a key like others. */
    private static final class WatchedTerminal extends LineDisciplineTerminal {
        private final CountDownLatch listening = new CountDownLatch(1);

        WatchedTerminal() throws IOException {
            super("test", "ansi", new ByteArrayOutputStream(), StandardCharsets.UTF_8);
        }

        @Override
        public void setAttributes(Attributes attributes) {
            super.setAttributes(attributes);
            if (listening != null && !attributes.getLocalFlag(Attributes.LocalFlag.ISIG)) {
                listening.countDown();
            }
        }
    }

    private static Keys.Key typed(byte key) throws Exception {
        WatchedTerminal terminal = new WatchedTerminal();
        Attributes before = terminal.getAttributes();
        try (TerminalKeys keys = new TerminalKeys(terminal)) {
            CompletableFuture<Keys.Key> found = CompletableFuture.supplyAsync(() -> keys.await(LONG));
            terminal.listening.await();
            terminal.processInputBytes(new byte[] {key});
            Keys.Key heard = found.get();
            assertThat(terminal.getAttributes().getLocalFlags())
                    .as("the terminal is as it was")
                    .isEqualTo(before.getLocalFlags());
            return heard;
        }
    }

    @Test
    void aKeyNeedsNoEnter() throws Exception {
        assertThat(typed((byte) ' ')).isEqualTo(Keys.Key.ANY);
    }

    @Test
    void controlCIsAWishToLeave() throws Exception {
        assertThat(typed(CTRL_C)).isEqualTo(Keys.Key.LEAVE);
    }

    @Test
    void nobodyTypes() throws IOException {
        try (TerminalKeys keys = new TerminalKeys(new WatchedTerminal())) {
            assertThat(keys.await(1)).isEqualTo(Keys.Key.NONE);
        }
    }
}
