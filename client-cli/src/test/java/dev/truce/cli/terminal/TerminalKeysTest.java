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
    private static final int CTRL_C = 3;
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

    private static Keys.Key typed(int... bytes) throws Exception {
        WatchedTerminal terminal = new WatchedTerminal();
        Attributes before = terminal.getAttributes();
        try (TerminalKeys keys = new TerminalKeys(terminal)) {
            CompletableFuture<Keys.Key> found = CompletableFuture.supplyAsync(() -> keys.await(LONG));
            terminal.listening.await();
            byte[] all = new byte[bytes.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = (byte) bytes[i];
            }
            terminal.processInputBytes(all);
            Keys.Key heard = found.get();
            assertThat(terminal.getAttributes().getLocalFlags())
                    .as("the terminal is as it was")
                    .isEqualTo(before.getLocalFlags());
            return heard;
        }
    }

    @Test
    void aKeyNeedsNoEnter() throws Exception {
        assertThat(typed(' ')).isEqualTo(Keys.Key.SPACE);
        assertThat(typed('I')).isEqualTo(Keys.Key.I);
        assertThat(typed('l')).isEqualTo(Keys.Key.L);
        assertThat(typed('x')).isEqualTo(Keys.Key.ANY);
    }

    @Test
    void arrowsAreOneKey() throws Exception {
        assertThat(typed(27, '[', 'D')).isEqualTo(Keys.Key.LEFT);
        assertThat(typed(27, 'O', 'D')).isEqualTo(Keys.Key.LEFT);
        assertThat(typed(27, '[', 'C')).isEqualTo(Keys.Key.ANY);
        assertThat(typed(27)).isEqualTo(Keys.Key.ANY);
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
