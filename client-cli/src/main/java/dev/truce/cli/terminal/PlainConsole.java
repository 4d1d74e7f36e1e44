package dev.truce.cli.terminal;

import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.text.UsageFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines as they come, from a pipe, a script, a dumb terminal or a screen reader; only appends. Lines that nobody
 * sees being typed are shown after the prompt, so that the output reads as a dialogue.
 */
public final class PlainConsole implements Console {
    private static final int MAX_LINE_CHARS = 4_096;

    private final BufferedReader lines;
    private final Printer printer;
    private final boolean interactive;
    /** The prompt after which the cursor stands, or null. */
    private volatile @Nullable String prompted;

    private final ExecutorService reading = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "keyboard");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param lines where lines come from
     * @param printer where they go
     * @param interactive whether a person types them at a terminal, which then shows them by itself
     */
    public PlainConsole(BufferedReader lines, Printer printer, boolean interactive) {
        this.lines = lines;
        this.printer = printer;
        this.interactive = interactive;
    }

    @Override
    public void show(List<String> shown) {
        if (!shown.isEmpty()) {
            belowPrompt(() -> printer.lines(shown));
        }
    }

    @Override
    public void fault(UsageFault fault) {
        belowPrompt(() -> printer.fault(fault));
    }

    /** Prints on a line of its own; then the prompt comes again, as it is still its turn. */
    private void belowPrompt(Runnable print) {
        String prompt = prompted;
        if (prompt != null) {
            printer.raw("");
        }
        print.run();
        if (prompt != null) {
            printer.prompt(prompt);
        }
    }

    @Override
    public void ask(String prompt, SessionQueue mailbox) {
        if (interactive) {
            printer.prompt(prompt);
            prompted = prompt;
        }
        reading.execute(() -> {
            String line = next();
            prompted = null;
            if (line == null) {
                mailbox.post(new Happening.End());
                return;
            }
            if (!interactive) {
                printer.raw((prompt + line).stripTrailing());
            }
            mailbox.post(new Happening.Line(line));
        });
    }

    private @Nullable String next() {
        try {
            String line = lines.readLine();
            return line == null || line.length() <= MAX_LINE_CHARS ? line : line.substring(0, MAX_LINE_CHARS);
        } catch (IOException gone) {
            return null;
        }
    }

    @Override
    public boolean isInteractive() {
        return interactive;
    }

    @Override
    public void stopAsking() {
        if (prompted != null) {
            prompted = null;
            printer.raw("");
        }
    }

    @Override
    public void close() {
        reading.shutdownNow();
    }
}
