package dev.truce.cli.terminal;

import dev.truce.cli.seat.Completer;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.TextWidth;
import java.io.IOError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Status;
import org.jspecify.annotations.Nullable;

/**
 * A line editor with completion and history. Text that arrives while a line is being typed is printed above it; the typed
 * line stays.
 */
public final class EditingConsole implements Console {
    /** How long the editor may take to leave the terminal when no further line is wanted. */
    private static final long STOP_MILLIS = 2_000;

    /** Lines that one paste may hold. */
    private static final int MAX_PASTED = 500;

    /** The clock of the line at the bottom shows seconds. */
    private static final long TICK_MILLIS = 1_000;

    private static final String STATUS = "truce-status";
    private static final int STATUS_ROWS = 1;

    private final Terminal terminal;
    private final LineReader reader;
    /** Lines of a paste that have not had their turn; only the keyboard's thread touches it. */
    private final Deque<String> pasted = new ArrayDeque<>();

    private final Printer printer;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "keyboard");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Completer completions;
    private volatile String status = "";
    private volatile boolean stopped;

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
    EditingConsole(Terminal terminal, Printer printer, @Nullable Path history) {
        this.terminal = terminal;
        this.printer = printer;
        DefaultParser words = new DefaultParser();
        words.setEscapeChars(new char[0]);
        words.setQuoteChars(new char[0]);
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("truce")
                .parser(words)
                .completer((line, parsed, candidates) -> complete(parsed, candidates))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.AUTO_LIST, true)
                .option(LineReader.Option.AUTO_MENU, false)
                .variable(LineReader.HISTORY_SIZE, 500)
                .variable(LineReader.BELL_STYLE, "none");
        if (history != null) {
            builder.variable(LineReader.HISTORY_FILE, history);
        }
        reader = builder.build();
        // The editor runs its widgets under its own lock, so that nothing else moves the cursor meanwhile.
        reader.getWidgets().put(STATUS, () -> {
            Status bottom = Status.getStatus(terminal);
            if (bottom != null) {
                bottom.update(List.of(new AttributedString(TextWidth.cut(status, terminal.getWidth() - 1))));
            }
            return true;
        });
    }

    /** One line at the bottom of the screen, below what scrolls. */
    @Override
    public void status(String line) {
        if (line.equals(status) || stopped) {
            return;
        }
        status = line;
        try {
            reader.callWidget(STATUS);
        } catch (IllegalStateException notTyping) {
            // It is shown with the next change, once a line is asked for.
            status = "";
        }
    }

    @Override
    public long statusMillis() {
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
        for (String word : known.candidates(before, typed)) {
            boolean done = !word.endsWith("=");
            candidates.add(new Candidate(word, word, null, null, null, null, done, order++));
        }
    }

    @Override
    public void show(List<String> lines) {
        for (String line : lines) {
            above(printer.tinted(line));
        }
    }

    @Override
    public void fault(UsageFault fault) {
        for (String line : fault.lines()) {
            above(printer.tinted(line));
        }
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
                above(prompt + next);
            }
            Happening happening = next == null ? read(prompt) : new Happening.Line(next);
            if (!stopped) {
                mailbox.post(happening);
            }
        });
    }

    private Happening read(String prompt) {
        try {
            // Several lines at once were pasted: each is a line of its own.
            List<String> lines =
                    reader.readLine(prompt).lines().limit(MAX_PASTED).toList();
            pasted.addAll(lines.subList(Math.min(1, lines.size()), lines.size()));
            return new Happening.Line(lines.isEmpty() ? "" : lines.get(0));
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
        return Math.max(USUAL_ROWS, terminal.getHeight()) - STATUS_ROWS;
    }

    @Override
    public void stopAsking() {
        stopped = true;
        reading.shutdownNow();
        Status.getExistingStatus(terminal).ifPresent(Status::hide);
        try {
            // The editor puts the terminal back as it was, which it can do only as long as that is open.
            boolean unused = reading.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
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
    }
}
