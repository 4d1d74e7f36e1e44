package dev.truce.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A line editor that is closed while somebody types. */
@Timeout(60)
class EditingConsoleTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final LinkedBlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();
    private final SessionQueue mailbox = new SessionQueue();
    private final Printer printer = new Printer(
            new PrintStream(screen, true, StandardCharsets.UTF_8),
            new PrintStream(screen, true, StandardCharsets.UTF_8),
            new Tint(Tint.Ground.NONE),
            false);
    private Thread.UncaughtExceptionHandler before;

    /** A terminal whose reader is slow to put it back as it was, so that it may be closed meanwhile. */
    private static final class SlowTerminal extends LineDisciplineTerminal {
        private final CountDownLatch raw = new CountDownLatch(1);
        private final CountDownLatch closing = new CountDownLatch(1);

        SlowTerminal(ByteArrayOutputStream screen) throws IOException {
            super("test", "ansi", screen, StandardCharsets.UTF_8);
        }

        @Override
        public void setAttributes(Attributes attributes) {
            if (closing != null && raw != null && raw.getCount() == 0) {
                boolean interrupted = Thread.interrupted();
                try {
                    boolean unused = closing.await(300, TimeUnit.MILLISECONDS);
                } catch (InterruptedException again) {
                    interrupted = true;
                }
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
            super.setAttributes(attributes);
            if (raw != null) {
                raw.countDown();
            }
        }

        @Override
        protected void doClose() throws IOException {
            super.doClose();
            closing.countDown();
        }
    }

    @BeforeEach
    void watchThreads() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> uncaught.add(fault));
    }

    @AfterEach
    void watchNoMore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    private static Thread keyboard() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("keyboard"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void closingItWhileALineIsTypedEndsTheKeyboardWithoutAWord() throws Exception {
        SlowTerminal terminal = new SlowTerminal(screen);
        EditingConsole console = new EditingConsole(terminal, printer, null);
        console.ask("us> ", mailbox);
        terminal.raw.await();
        terminal.processInputBytes("offer tru".getBytes(StandardCharsets.UTF_8));
        Thread keyboard = keyboard();
        console.close();
        keyboard.join();
        assertThat(uncaught).isEmpty();
        assertThat(screen.toString(StandardCharsets.UTF_8)).doesNotContain("Exception");
    }

    @Test
    void whatIsShownAfterTheLastLineStandsBelowIt() throws Exception {
        SlowTerminal terminal = new SlowTerminal(screen);
        EditingConsole console = new EditingConsole(terminal, printer, null);
        console.ask("us> ", mailbox);
        terminal.raw.await();
        console.stopAsking();
        console.show(List.of("Goodbye."));
        console.close();
        assertThat(uncaught).isEmpty();
        assertThat(mailbox.poll(0)).as("nobody has typed anything").isNull();
        String shown = Tint.removed(screen.toString(StandardCharsets.UTF_8));
        assertThat(shown.strip()).endsWith("Goodbye.");
    }

    @Test
    void aSeatThatIsTakenOverAsksForNothingMore() throws Exception {
        SlowTerminal terminal = new SlowTerminal(screen);
        EditingConsole console = new EditingConsole(terminal, printer, null);
        console.ask("us> ", mailbox);
        terminal.raw.await();
        console.stopAsking();
        console.ask("us> ", mailbox);
        console.show(List.of("Your seat was taken over."));
        console.close();
        console.close();
        assertThat(uncaught).isEmpty();
        assertThat(mailbox.poll(0)).isNull();
    }

    @Test
    void eachLineOfAPasteIsALine() throws Exception {
        LineDisciplineTerminal terminal = new LineDisciplineTerminal("test", "xterm", screen, StandardCharsets.UTF_8);
        EditingConsole console = new EditingConsole(terminal, printer, null);
        String begin = "\u001b[200~";
        String end = "\u001b[201~";
        terminal.processInputBytes((begin + "FENT=5\nRECIP=5\ncommit" + end + "\r").getBytes(StandardCharsets.UTF_8));
        for (String line : List.of("FENT=5", "RECIP=5", "commit")) {
            console.ask("us> ", mailbox);
            assertThat(mailbox.poll(10_000)).isEqualTo(new Happening.Line(line));
        }
        console.close();
        assertThat(uncaught).isEmpty();
    }

    @Test
    void theLineAtTheBottomChangesWhileALineIsTyped() throws Exception {
        LineDisciplineTerminal terminal = new LineDisciplineTerminal("test", "xterm", screen, StandardCharsets.UTF_8);
        terminal.setSize(new Size(80, 24));
        EditingConsole console = new EditingConsole(terminal, printer, null);
        console.status("before any line is asked for");
        console.ask("us> ", mailbox);
        terminal.processInputBytes("FEN".getBytes(StandardCharsets.UTF_8));
        AtomicInteger seconds = new AtomicInteger(10_000);
        await().untilAsserted(() -> {
            console.status(seconds.decrementAndGet() + " seconds left");
            assertThat(screen.toString(StandardCharsets.UTF_8)).contains("seconds left");
        });
        terminal.processInputBytes("T=5\r".getBytes(StandardCharsets.UTF_8));
        assertThat(mailbox.poll(10_000)).isEqualTo(new Happening.Line("FENT=5"));
        console.close();
        assertThat(uncaught).isEmpty();
    }

    @Test
    void aTerminalThatGoesAwayIsTheEndOfTheLines() throws Exception {
        SlowTerminal terminal = new SlowTerminal(screen);
        EditingConsole console = new EditingConsole(terminal, printer, null);
        console.ask("us> ", mailbox);
        terminal.raw.await();
        terminal.close();
        assertThat(mailbox.poll(10_000)).isEqualTo(new Happening.End());
        console.close();
        assertThat(uncaught).isEmpty();
    }
}
