package dev.truce.cli.command;

import dev.truce.cli.session.Console;
import dev.truce.cli.terminal.EditingConsole;
import dev.truce.cli.terminal.PlainConsole;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens what a session is read from: a script, a line editor, or lines as they come. */
final class ConsoleChoice {
    private ConsoleChoice() {}

    /**
     * Opens a console.
     *
     * @param script file of lines to type, or null
     * @param folder folder of settings, for the history of typed lines
     */
    static Console open(Settings settings, Printer printer, @Nullable Path script, Path folder) throws FaultException {
        if (script != null) {
            try {
                return new PlainConsole(Files.newBufferedReader(script, StandardCharsets.UTF_8), printer, false);
            } catch (IOException unreadable) {
                throw new FaultException(
                        UsageFault.of(
                                "FILE_UNREADABLE",
                                Texts.of("fault.file", script, Texts.of("fault.file.unreadable")),
                                Texts.of("fault.unchanged.nothing-started"),
                                "--script FILE"),
                        ExitCodes.FAILED,
                        unreadable);
            }
        }
        if (settings.surroundings().canEdit() && !settings.plain()) {
            try {
                return new EditingConsole(printer, Files.isDirectory(folder) ? folder.resolve("history") : null);
            } catch (IOException noEditor) {
                printer.notes(List.of(Texts.of("session.no-editor")));
            }
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return new PlainConsole(lines, printer, settings.surroundings().terminal());
    }
}
