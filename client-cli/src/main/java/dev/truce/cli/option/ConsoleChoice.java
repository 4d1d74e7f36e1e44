package dev.truce.cli.option;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.seat.Console;
import dev.truce.cli.terminal.EditingConsole;
import dev.truce.cli.terminal.PlainConsole;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens what a session is read from: a script, a line editor, or lines as they come. */
public final class ConsoleChoice {
    /** A line for each step of the longest match, many times over. */
    private static final int MAX_SCRIPT = 1 << 20;

    private ConsoleChoice() {}

    /**
     * Opens a console for a person, or one for a program.
     *
     * @param json whether all is told as objects, one a line
     */
    public static Console open(Settings settings, Printer printer, @Nullable Path script, boolean json)
            throws FaultException {
        return json ? PlainConsole.json(lines(script), printer) : open(settings, printer, script, settings.folder());
    }

    private static BufferedReader lines(@Nullable Path script) throws FaultException {
        return script == null
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : new BufferedReader(new StringReader(InputFile.text(script, MAX_SCRIPT, "--script FILE")));
    }

    /**
     * Opens a console.
     *
     * @param script file of lines to type, or null
     * @param folder folder of settings, for the history of typed lines
     */
    public static Console open(Settings settings, Printer printer, @Nullable Path script, Path folder)
            throws FaultException {
        if (script != null) {
            return new PlainConsole(lines(script), printer, false);
        }
        if (settings.surroundings().canEdit() && !settings.plain()) {
            try {
                return new EditingConsole(printer, Files.isDirectory(folder) ? folder.resolve("history") : null);
            } catch (IOException noEditor) {
                printer.notes(List.of(Texts.of("session.no-editor")));
            }
        }
        return new PlainConsole(lines(null), printer, settings.surroundings().terminal());
    }
}
