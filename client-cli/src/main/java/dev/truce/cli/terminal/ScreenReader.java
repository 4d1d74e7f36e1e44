package dev.truce.cli.terminal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * A line editor that draws its line as the last of a full screen while there is one, and as line editors do otherwise. Its lock guards the
 * screen.
 */
final class ScreenReader extends LineReaderImpl {
    private static final long LOCK_MILLIS = 500;

    private final FullScreen screen;
    private final Attributes before;
    /** What an arrow typed on an empty line, until it is read. */
    private volatile @Nullable String keyed;

    /**
     * @param screen what is drawn
     * @throws IOException if the terminal cannot be used
     */
    ScreenReader(Terminal terminal, FullScreen screen) throws IOException {
        super(terminal, "truce", new HashMap<>());
        this.screen = screen;
        this.before = terminal.getAttributes();
        widgets.put(CLEAR_SCREEN, () -> {
            screen.redrawn();
            return screen.isOn() || builtin(CLEAR_SCREEN);
        });
        bind("truce-page-up", Capability.key_ppage, "\u001b[5~", () -> page(true));
        bind("truce-page-down", Capability.key_npage, "\u001b[6~", () -> page(false));
        terminal.handle(Signal.WINCH, signal -> change(screen::settle));
        terminal.handle(Signal.CONT, signal -> change(this::back));
        terminal.handle(Signal.TSTP, signal -> suspend());
    }

    private void bind(String name, Capability key, String usual, Widget widget) {
        widgets.put(name, widget);
        KeyMap<Binding> keys = Objects.requireNonNull(getKeyMaps().get(MAIN), "keys of the editor");
        String sent = KeyMap.key(terminal, key);
        keys.bind(new Reference(name), usual);
        if (sent != null) {
            keys.bind(new Reference(name), sent);
        }
    }

    private boolean builtin(String name) {
        return Objects.requireNonNull(builtinWidgets.get(name), "a widget of the editor")
                .apply();
    }

    /** Binds the arrows to the left and right: on an empty line they are commands. */
    void walkWith(String earlier, String later) {
        bind("truce-left", Capability.key_left, "\u001b[D", () -> arrow(earlier, BACKWARD_CHAR));
        bind("truce-right", Capability.key_right, "\u001b[C", () -> arrow(later, FORWARD_CHAR));
    }

    private boolean arrow(String command, String otherwise) {
        if (buf.length() > 0) {
            return builtin(otherwise);
        }
        keyed = command;
        return builtin(ACCEPT_LINE);
    }

    /** Returns the command that ended the line without being typed, once. */
    @Nullable
    String keyed() {
        String command = keyed;
        keyed = null;
        return command;
    }

    private boolean page(boolean back) {
        if (screen.isOn()) {
            screen.page(back);
        }
        return screen.isOn();
    }

    /** Changes the screen and draws it. */
    void change(Runnable how) {
        lock.lock();
        try {
            boolean was = screen.isOn();
            how.run();
            if (screen.isOn()) {
                redisplay(true);
            } else if (was && reading) {
                redrawLine();
                redisplay(true);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected void redisplay(boolean flush) {
        lock.lock();
        try {
            if (!screen.isOn()) {
                super.redisplay(flush);
                return;
            }
            skipRedisplay = false;
            String begin = prompt == null ? "" : prompt.toString();
            Supplier<AttributedString> after = reading ? post : null;
            AttributedString below = after == null ? null : after.get();
            screen.draw(
                    reading ? begin + buf : begin,
                    reading ? begin.length() + buf.upToCursor().length() : begin.length(),
                    below == null ? List.of() : below.toString().lines().toList());
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected void doCleanup(boolean newLine) {
        super.doCleanup(newLine && !screen.isOn());
    }

    @Override
    protected synchronized void handleSignal(Signal signal) {
        super.handleSignal(signal);
        change(signal == Signal.CONT ? this::back : screen::settle);
    }

    // ---- being stopped and going on ----

    private void suspend() {
        lock.lock();
        try {
            screen.leave();
            terminal.setAttributes(before);
            terminal.flush();
        } finally {
            lock.unlock();
        }
        try {
            // The default of the signal, which a handler cannot ask for.
            new ProcessBuilder(
                            "kill",
                            "-STOP",
                            Long.toString(ProcessHandle.current().pid()))
                    .start();
        } catch (IOException cannot) {
            change(this::back);
        }
    }

    private void back() {
        screen.settle();
        screen.redrawn();
    }

    /** Puts the terminal back as it was, from a program that is being ended. */
    void restore() {
        boolean locked = false;
        try {
            // Somebody may hold the lock who waits for the end of the program.
            locked = lock.tryLock(LOCK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        try {
            screen.end();
            terminal.setAttributes(before);
            terminal.puts(Capability.keypad_local);
            terminal.flush();
        } catch (IllegalStateException closed) {
            // Its own library was quicker, and has put back all but the screen.
            screen.abandon();
        } finally {
            if (locked) {
                lock.unlock();
            }
        }
    }
}
