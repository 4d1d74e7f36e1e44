package dev.truce.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.cli.frame.Scene;
import dev.truce.cli.frame.Scene.Pane;
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
import java.util.stream.IntStream;
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
    private static final String ENTER = "\u001b[?1049h";
    private static final String EXIT = "\u001b[?1049l";

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

    /** A scene with two panes and a board of one line. */
    private static final Scene SCENE = new Scene() {
        @Override
        public List<String> top(int columns) {
            return List.of("the top");
        }

        @Override
        public List<String> board(int rows) {
            return List.of("the board");
        }

        @Override
        public List<Pane> panes(int columns) {
            return List.of(pane("first"), pane("second"));
        }

        @Override
        public List<Pane> beside(int columns) {
            return List.of();
        }

        private static Pane pane(String word) {
            return new Pane(word, word, List.of("the pane " + word), false);
        }
    };

    private EditingConsole onAScreen(LineDisciplineTerminal terminal, int columns, int rows) throws IOException {
        terminal.setSize(new Size(columns, rows));
        EditingConsole console = new EditingConsole(terminal, printer, null);
        console.show(List.of("before the screen"));
        console.stay(() -> SCENE);
        return console;
    }

    private LineDisciplineTerminal xterm() throws IOException {
        return new LineDisciplineTerminal("test", "xterm", screen, StandardCharsets.UTF_8);
    }

    private String shown() {
        return Tint.removed(screen.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aSceneStaysOnTheScreenAndTheTerminalIsGivenBackWithAllThatWasShown() throws Exception {
        LineDisciplineTerminal terminal = xterm();
        Attributes before = terminal.getAttributes();
        EditingConsole console = onAScreen(terminal, 80, 24);
        console.ask("us> ", mailbox);
        terminal.processInputBytes("FENT=5\r".getBytes(StandardCharsets.UTF_8));
        assertThat(mailbox.poll(10_000)).isEqualTo(new Happening.Line("FENT=5"));
        console.show(List.of("the answer"));
        console.stay(() -> SCENE);
        assertThat(shown())
                .contains(ENTER, "the top", "the board", "the answer")
                .doesNotContain(EXIT);
        console.stopAsking();
        assertThat(terminal.getAttributes().toString()).isEqualTo(before.toString());
        console.close();
        String after = shown().substring(shown().indexOf(EXIT));
        assertThat(after).containsSubsequence("us> FENT=5", "the answer");
        assertThat(after).as("it was printed when it was shown").doesNotContain("before the screen");
        assertThat(uncaught).isEmpty();
    }

    @Test
    void aDigitShowsAPaneAndIsNoLine() throws Exception {
        LineDisciplineTerminal terminal = xterm();
        EditingConsole console = onAScreen(terminal, 40, 15);
        console.ask("us> ", mailbox);
        terminal.processInputBytes("2\r".getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(() -> assertThat(shown()).contains("SECOND"));
        terminal.processInputBytes("why\r".getBytes(StandardCharsets.UTF_8));
        assertThat(mailbox.poll(10_000)).isEqualTo(new Happening.Line("why"));
        console.close();
        assertThat(uncaught).isEmpty();
    }

    /** Enter below a long answer goes back to the board; it is no line where one would answer the question that was asked. */
    @Test
    void enterBelowALongAnswerGoesBackAndAnswersNoQuestion() throws Exception {
        LineDisciplineTerminal terminal = xterm();
        EditingConsole console = onAScreen(terminal, 80, 24);
        console.asksAQuestion(true);
        console.show(IntStream.range(0, 60).mapToObj(i -> "answer " + i).toList());
        console.ask("us> ", mailbox);
        terminal.processInputBytes("\rclose\r".getBytes(StandardCharsets.UTF_8));
        assertThat(mailbox.poll(10_000)).isEqualTo(new Happening.Line("close"));
        console.ask("us> ", mailbox);
        terminal.processInputBytes("\r".getBytes(StandardCharsets.UTF_8));
        assertThat(mailbox.poll(10_000)).as("on the board it is one").isEqualTo(new Happening.Line(""));
        console.close();
        assertThat(uncaught).isEmpty();
    }

    /** A session goes back to what is now by an empty line, wherever it was. */
    @Test
    void enterBelowALongAnswerIsALineWhereNothingWasAsked() throws Exception {
        LineDisciplineTerminal terminal = xterm();
        EditingConsole console = onAScreen(terminal, 80, 24);
        for (int asked = 0; asked < 2; asked++) {
            console.asksAQuestion(asked > 0);
            console.asksAQuestion(false);
            console.show(IntStream.range(0, 60).mapToObj(i -> "answer " + i).toList());
            console.ask("us> ", mailbox);
            terminal.processInputBytes("\r".getBytes(StandardCharsets.UTF_8));
            assertThat(mailbox.poll(10_000)).isEqualTo(new Happening.Line(""));
        }
        console.close();
        assertThat(uncaught).isEmpty();
    }

    @Test
    void theArrowsWalkOnlyOnAnEmptyLine() throws Exception {
        LineDisciplineTerminal terminal = xterm();
        EditingConsole console = onAScreen(terminal, 80, 24);
        console.walkWith("back", "on");
        String left = "\u001b[D";
        String right = "\u001b[C";
        for (String[] typed : new String[][] {{left, "back"}, {right, "on"}, {"ab" + left + "c\r", "acb"}}) {
            console.ask("us> ", mailbox);
            terminal.processInputBytes(typed[0].getBytes(StandardCharsets.UTF_8));
            assertThat(mailbox.poll(10_000)).isEqualTo(new Happening.Line(typed[1]));
        }
        console.close();
        assertThat(uncaught).isEmpty();
    }

    @Test
    void aSmallTerminalIsToldOnceAndGoesOnLineByLine() throws Exception {
        LineDisciplineTerminal terminal = xterm();
        EditingConsole console = onAScreen(terminal, 34, 10);
        console.stay(() -> SCENE);
        assertThat(shown())
                .containsOnlyOnce("TERMINAL_TOO_SMALL")
                .contains("34")
                .doesNotContain(ENTER, "the top");
        terminal.setSize(new Size(80, 24));
        console.stay(() -> SCENE);
        assertThat(shown()).contains(ENTER, "the top");
        terminal.setSize(new Size(30, 24));
        console.stay(() -> SCENE);
        assertThat(shown()).contains(EXIT);
        console.close();
        assertThat(uncaught).isEmpty();
    }

    @Test
    void aProgramThatIsEndedGivesTheScreenBack() throws Exception {
        LineDisciplineTerminal terminal = xterm();
        terminal.setSize(new Size(80, 24));
        FullScreen full = new FullScreen(terminal, printer);
        ScreenReader reader = new ScreenReader(terminal, full);
        reader.change(() -> {
            full.stay(SCENE);
            full.add(List.of("the last word"), true);
        });
        terminal.close();
        reader.restore();
        assertThat(shown().substring(shown().indexOf(EXIT))).contains("the last word");
        assertThat(full.isOn()).isFalse();
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
