package dev.truce.cli.terminal;

import dev.truce.cli.frame.Frame;
import dev.truce.cli.frame.Scene;
import dev.truce.cli.seat.Completer;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import java.io.IOError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A line editor with completion and history. Once there is a scene it takes the whole screen, which shows the scene and what was shown
 * last; on a screen that is too small, text that arrives while a line is being typed is printed above it. The typed line stays.
 */
public final class EditingConsole implements Console {
    /** How long the editor may take to leave the terminal when no further line is wanted. */
    private static final long STOP_MILLIS = 2_000;

    /** Lines that one paste may hold. */
    private static final int MAX_PASTED = 500;

    /** The clock of the scene shows seconds. */
    private static final long TICK_MILLIS = 1_000;

    private static final String DIGIT = "[1-9]";

    private final Terminal terminal;
    private final FullScreen screen;
    private final ScreenReader reader;
    private final Thread restoring;
    /** Lines of a paste that have not had their turn; only the keyboard's thread touches it. */
    private final Deque<String> pasted = new ArrayDeque<>();

    private final Printer printer;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "keyboard");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Completer completions;
    private volatile boolean stopped;
    private volatile boolean questioned;
    private boolean toldTooSmall;

    /**
     * Opens the terminal.
     *
     * @param printer adds colour, and prints once the terminal is closed
     * @param history file of typed lines, or null for none
     * @throws IOException if there is no terminal after all
     */
    public EditingConsole(Printer printer, @Nullable Path history) throws IOException {
        this(TerminalBuilder.builder().system(true).dumb(true).build(), printer, history);
    }

    /** Opens a line editor on a terminal, which is closed with it. */
    EditingConsole(Terminal terminal, Printer printer, @Nullable Path history) throws IOException {
        this.terminal = terminal;
        this.printer = printer;
        screen = new FullScreen(terminal, printer);
        reader = new ScreenReader(terminal, screen);
        DefaultParser words = new DefaultParser();
        words.setEscapeChars(new char[0]);
        words.setQuoteChars(new char[0]);
        reader.setParser(words);
        reader.setCompleter((line, parsed, candidates) -> complete(parsed, candidates));
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(LineReader.Option.AUTO_LIST, true);
        reader.option(LineReader.Option.AUTO_MENU, false);
        reader.variable(LineReader.HISTORY_SIZE, 500);
        reader.variable(LineReader.BELL_STYLE, "none");
        if (history != null) {
            reader.variable(LineReader.HISTORY_FILE, history);
        }
        restoring = new Thread(reader::restore, "terminal");
        Runtime.getRuntime().addShutdownHook(restoring);
    }

    @Override
    public void stay(Supplier<Scene> scene) {
        if (stopped) {
            return;
        }
        Scene newest = scene.get();
        reader.change(() -> screen.stay(newest));
        if (!toldTooSmall && screen.isTooSmall()) {
            toldTooSmall = true;
            fault(UsageFault.of(
                    "TERMINAL_TOO_SMALL",
                    Texts.of(
                            "fault.too-small",
                            terminal.getWidth(),
                            terminal.getHeight(),
                            Frame.LEAST_COLUMNS,
                            Frame.LEAST_ROWS),
                    Texts.of("fault.unchanged.everything"),
                    Texts.of("fault.next.widen")));
        }
    }

    @Override
    public boolean board() {
        if (screen.isOn()) {
            reader.change(screen::board);
        }
        return screen.isOn();
    }

    @Override
    public void asksAQuestion(boolean open) {
        questioned = open;
    }

    @Override
    public void walkWith(String earlier, String later) {
        reader.walkWith(earlier, later);
    }

    @Override
    public long tickMillis() {
        return TICK_MILLIS;
    }

    @Override
    public void completeWith(Completer newest) {
        completions = newest;
    }

    private void complete(ParsedLine parsed, List<Candidate> candidates) {
        Completer known = completions;
        if (known == null) {
            return;
        }
        String typed = parsed.word().substring(0, parsed.wordCursor());
        List<String> before = parsed.words().subList(0, parsed.wordIndex());
        int order = 0;
        List<String> words = known.candidates(before, typed);
        for (String word : words.subList(0, Math.min(words.size(), room(words)))) {
            boolean done = !word.endsWith("=");
            candidates.add(new Candidate(word, word, null, null, null, null, done, order++));
        }
    }

    /** How many words fit below the line, as the editor would ask about more. */
    private int room(List<String> words) {
        int widest = words.stream().mapToInt(String::length).max().orElse(0) + 2;
        return Math.max(1, terminal.getWidth() / widest) * Math.max(1, terminal.getHeight() / 3);
    }

    @Override
    public void show(List<String> lines) {
        reader.change(() -> {
            screen.add(lines, !reader.isReading());
            if (!screen.isOn()) {
                lines.forEach(line -> above(printer.tinted(line)));
            }
        });
    }

    @Override
    public void fault(UsageFault fault) {
        show(fault.lines());
    }

    private void above(String line) {
        if (reader.isReading()) {
            reader.printAbove(line);
        } else {
            terminal.writer().println(line);
            terminal.flush();
        }
    }

    @Override
    public void ask(String prompt, SessionQueue mailbox) {
        if (stopped) {
            return;
        }
        reading.execute(() -> {
            String next = pasted.poll();
            if (next != null) {
                echo(prompt, next);
            }
            Happening happening = next == null ? read(prompt) : new Happening.Line(next);
            if (!stopped) {
                mailbox.post(happening);
            }
        });
    }

    /** Shows a line that the editor does not leave on the screen by itself. */
    private void echo(String prompt, String line) {
        reader.change(() -> {
            screen.typed(prompt, line);
            if (!screen.isOn()) {
                above(prompt + line);
            }
        });
    }

    private Happening read(String prompt) {
        try {
            while (true) {
                String typed = reader.readLine(prompt);
                String keyed = reader.keyed();
                if (keyed != null) {
                    reader.change(() -> screen.typed(prompt, keyed));
                    return new Happening.Line(keyed);
                }
                if (questioned && screen.isAway() && typed.isBlank()) {
                    // To leave what was shown in full answers no question.
                    reader.change(() -> screen.typed(prompt, ""));
                    continue;
                }
                if (screen.isOn() && typed.strip().matches(DIGIT)) {
                    reader.change(() -> screen.show(Integer.parseInt(typed.strip())));
                    continue;
                }
                // Several lines at once were pasted: each is a line of its own.
                List<String> lines = typed.lines().limit(MAX_PASTED).toList();
                pasted.addAll(lines.subList(Math.min(1, lines.size()), lines.size()));
                String first = lines.isEmpty() ? "" : lines.get(0);
                reader.change(() -> screen.typed(prompt, first));
                return new Happening.Line(first);
            }
        } catch (UserInterruptException interrupted) {
            return new Happening.Interrupt(interrupted.getPartialLine().isBlank());
        } catch (EndOfFileException end) {
            return new Happening.End();
        } catch (IllegalStateException | IOError gone) {
            // The terminal was closed under the editor, by this program or by its window.
            return new Happening.End();
        }
    }

    @Override
    public int rows() {
        return Math.max(USUAL_ROWS, terminal.getHeight());
    }

    @Override
    public void stopAsking() {
        stopped = true;
        reading.shutdownNow();
        try {
            // The editor puts the terminal back as it was, which it can do only as long as that is open.
            boolean unused = reading.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        // What is shown from now on stays on the terminal.
        reader.change(screen::end);
    }

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public void close() {
        stopAsking();
        try {
            reader.getHistory().save();
            terminal.close();
        } catch (IOException unimportant) {
            // The match is saved on the server; a lost history of typed lines is no reason to fail.
        }
        try {
            Runtime.getRuntime().removeShutdownHook(restoring);
        } catch (IllegalStateException ending) {
            // The program is being ended, and puts the terminal back itself.
        }
    }
}
