package dev.truce.cli.terminal;

import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** How large the terminal is. */
public record TerminalSize(int columns, int rows) {
    /** Returns the size of the terminal of this process; empty if there is none, or it does not say. */
    public static Optional<TerminalSize> of(Surroundings surroundings) {
        if (!surroundings.canEdit()) {
            return Optional.empty();
        }
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            Size size = terminal.getSize();
            return size.getColumns() > 0 && size.getRows() > 0
                    ? Optional.of(new TerminalSize(size.getColumns(), size.getRows()))
                    : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
