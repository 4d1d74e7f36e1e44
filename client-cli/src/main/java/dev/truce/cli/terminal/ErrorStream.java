package dev.truce.cli.terminal;

import java.io.IOException;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** Standard error, which may be a terminal when standard output is a file, and the other way round. */
public final class ErrorStream {
    private static final String NATIVE = "jni";

    private ErrorStream() {}

    /** Returns whether standard error is a terminal; false where nobody can tell. */
    public static boolean isTerminal() {
        try {
            return TerminalProvider.load(NATIVE).isSystemStream(SystemStream.Error);
        } catch (IOException | LinkageError unknown) {
            return false;
        }
    }
}
