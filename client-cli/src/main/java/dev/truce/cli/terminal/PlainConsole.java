package dev.truce.cli.terminal;

import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.text.UsageFault;
import dev.truce.story.print.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
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
    /** Whether a program reads: an object a line. */
    private final boolean json;

    private String about = "";
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
        this(lines, printer, interactive, false);
    }

    private PlainConsole(BufferedReader lines, Printer printer, boolean interactive, boolean json) {
        this.lines = lines;
        this.printer = printer;
        this.interactive = interactive;
        this.json = json;
    }

    /** For a program: what happens, what is typed and each answer is an object a line. */
    public static PlainConsole json(BufferedReader lines, Printer printer) {
        return new PlainConsole(lines, printer, false, true);
    }

    @Override
    public void show(List<String> shown) {
        if (json && !shown.isEmpty()) {
            Map<String, Object> text = typed("text");
            text.put("about", about);
            text.put("lines", shown);
            printer.raw(Json.write(text));
        } else if (!shown.isEmpty()) {
            belowPrompt(() -> printer.lines(shown));
        }
    }

    private static Map<String, Object> typed(String type) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        return object;
    }

    @Override
    public boolean data(Supplier<String> object) {
        if (json) {
            printer.raw(object.get());
        }
        return json;
    }

    @Override
    public void about(String event) {
        about = event;
    }

    @Override
    public void fault(UsageFault fault) {
        if (json) {
            // An answer among others, so it keeps its place among them.
            printer.raw(Json.write(Printer.object(fault)));
            return;
        }
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
            if (json) {
                Map<String, Object> typed = typed("line");
                typed.put("text", line);
                printer.raw(Json.write(typed));
            } else if (!interactive) {
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
