package dev.truce.cli.terminal;

import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jline.utils.NonBlockingReader;

/** The keyboard of a terminal. While it is waited for, each key is given at once and not shown, and Ctrl-C ends no program. */
public final class TerminalKeys implements Keys {
    private static final int CTRL_C = 3;
    private static final int ESCAPE = 27;
    private static final long REST_OF_KEY = 50;

    private final Terminal terminal;

    /**
     * Opens the terminal.
     *
     * @throws IOException if there is none after all
     */
    public static TerminalKeys open() throws IOException {
        return new TerminalKeys(TerminalBuilder.builder().system(true).build());
    }

    /** Reads a terminal, which is closed with it. */
    TerminalKeys(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Key await(long millis) {
        Attributes before = terminal.enterRawMode();
        try {
            Attributes raw = terminal.getAttributes();
            raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
            terminal.setAttributes(raw);
            return key(terminal.reader().read(millis));
        } catch (IOException gone) {
            return Key.LEAVE;
        } finally {
            terminal.setAttributes(before);
        }
    }

    private Key key(int typed) throws IOException {
        return switch (typed) {
            case NonBlockingReader.READ_EXPIRED -> Key.NONE;
            case NonBlockingReader.EOF, CTRL_C -> Key.LEAVE;
            case ' ' -> Key.SPACE;
            case 'i', 'I' -> Key.I;
            case 'l', 'L' -> Key.L;
            case ESCAPE -> arrow();
            default -> Key.ANY;
        };
    }

    /** An arrow comes as several characters at once; the escape key alone as one. */
    private Key arrow() throws IOException {
        int next = terminal.reader().read(REST_OF_KEY);
        int last = next == '[' || next == 'O' ? terminal.reader().read(REST_OF_KEY) : next;
        return last == 'D' ? Key.LEFT : Key.ANY;
    }

    @Override
    public void clear() {
        terminal.puts(InfoCmp.Capability.clear_screen);
        terminal.flush();
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException unimportant) {
            // What there was to show was shown; the shell puts its terminal in order by itself.
        }
    }
}
