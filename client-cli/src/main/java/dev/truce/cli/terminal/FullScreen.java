package dev.truce.cli.terminal;

import dev.truce.cli.frame.Frame;
import dev.truce.cli.frame.Glance;
import dev.truce.cli.frame.Scene;
import dev.truce.engine.text.TextWidth;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Curses;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * A terminal of which the whole screen is drawn: a scene, what was shown last, and the line that is typed. All methods are called under
 * one lock, that of the {@link ScreenReader}. What was shown meanwhile is printed when the screen is given back, so nothing is lost.
 */
final class FullScreen {
    /** Lines that can be looked back at; the oldest are dropped, so many at a time. */
    private static final int MAX_LOG = 5_000;

    private static final int DROPPED = 1_000;

    /** Rows of a long line that is typed. */
    private static final int MAX_TYPED = 5;

    private final Terminal terminal;
    private final Printer printer;
    private final List<String> log = new ArrayList<>();
    private @Nullable Scene scene;
    private volatile @Nullable Display display;
    private Glance at = Glance.BEGIN;
    /** What an empty line goes back to. */
    private int home = Glance.BOARD;
    /** The first line of the log that the terminal does not hold by itself. */
    private int unprinted;

    private boolean ended;
    /** What gives the screen back, where the terminal cannot be asked any more. */
    private final String exit;

    FullScreen(Terminal terminal, Printer printer) {
        this.terminal = terminal;
        this.printer = printer;
        String known = terminal.getStringCapability(Capability.exit_ca_mode);
        this.exit = known == null ? "" : Curses.tputs(known);
    }

    boolean isOn() {
        return display != null;
    }

    /** Returns whether there is something that could stay, and a terminal that can move its cursor, but too little room. */
    boolean isTooSmall() {
        return scene != null && isAble() && !fits();
    }

    private boolean isAble() {
        return terminal.getStringCapability(Capability.enter_ca_mode) != null
                && terminal.getStringCapability(Capability.cursor_address) != null;
    }

    private boolean fits() {
        Size size = terminal.getSize();
        return Frame.fits(size.getColumns(), size.getRows());
    }

    /** Takes the screen if there is something to show and room for it, else gives it back. */
    void settle() {
        boolean wanted = scene != null && !ended && isAble() && fits();
        if (wanted && !isOn()) {
            terminal.puts(Capability.enter_ca_mode);
            display = new Display(terminal, true);
            redrawn();
            if (at.pane() == home && !frame(1).hasRoom(at)) {
                at = at.atLog(at.unread());
            }
        } else if (!wanted && isOn()) {
            leave();
            for (String line : log.subList(unprinted, log.size())) {
                terminal.writer().println(printer.tinted(line));
            }
            unprinted = log.size();
            terminal.flush();
        }
    }

    /** Gives the terminal back as it was, without a word. */
    void leave() {
        if (isOn()) {
            terminal.puts(Capability.exit_ca_mode);
            display = null;
            terminal.puts(Capability.carriage_return);
            terminal.puts(Capability.clr_eos);
            terminal.flush();
        }
    }

    /** Gives the screen back and takes it no more. */
    void end() {
        ended = true;
        settle();
    }

    /** Gives the screen back on a terminal that was closed under it. */
    void abandon() {
        display = null;
        printer.prompt(exit);
        printer.lines(log.subList(unprinted, log.size()));
        unprinted = log.size();
    }

    /** Draws all of it again with the next change, whatever the terminal shows. */
    void redrawn() {
        Display drawn = display;
        if (drawn != null) {
            drawn.clear();
        }
    }

    void stay(Scene newest) {
        scene = newest;
        settle();
    }

    /**
     * Takes lines that were shown.
     *
     * @param answering whether they answer a line that was typed, rather than telling what happened meanwhile
     */
    void add(List<String> lines, boolean answering) {
        int before = log.size();
        log.addAll(lines);
        if (!isOn()) {
            unprinted = log.size();
            return;
        }
        Glance batch = answering ? at : at.read(before);
        if (at.pane() != Glance.LOG && !frame(1).hasRoom(batch)) {
            at = at.atLog(answering ? at.unread() - 1 : before);
        }
        forget();
    }

    private void forget() {
        if (log.size() > MAX_LOG) {
            log.subList(0, DROPPED).clear();
            unprinted = Math.max(0, unprinted - DROPPED);
            int first = at.pane() == Glance.LOG ? Math.max(0, at.first() - DROPPED) : at.first();
            at = new Glance(at.pane(), first, Math.max(0, at.unread() - DROPPED));
        }
    }

    /** Takes a line that was typed: what is shown next answers it. An empty one is nothing to look back at. */
    void typed(String prompt, String line) {
        if (!line.isBlank()) {
            log.add((prompt + line).stripTrailing());
        }
        if (!isOn()) {
            unprinted = log.size();
        }
        at = at.at(home).read(log.size());
    }

    /** Returns whether something else is shown than an empty line goes back to. */
    boolean isAway() {
        return isOn() && at.pane() != home;
    }

    /** Shows the pane of a digit. */
    void show(int digit) {
        Scene shown = scene;
        int pane = shown == null ? Glance.BOARD : Frame.pane(shown, digit);
        if (pane == Glance.LOG) {
            at = at.atLog(frame(1).pageUp(log.size()));
        } else {
            home = pane;
            at = at.at(pane).read(log.size());
        }
    }

    /** Shows the board; on a small screen the pane that was shown last. */
    void board() {
        if (isOn() && frame(1).hasBoard()) {
            home = Glance.BOARD;
        }
        at = at.at(home).read(log.size());
    }

    /** Goes back by a page in what was shown, or on; a pane that was asked for goes on too. */
    void page(boolean back) {
        Frame frame = frame(1);
        if (at.pane() == Glance.LOG) {
            at = at.atLog(back ? frame.pageUp(at.first()) : frame.pageDown(at.first()));
        } else if (at.pane() > 0) {
            int step = terminal.getHeight() / 2;
            at = new Glance(at.pane(), Math.max(0, at.first() + (back ? -step : step)), at.unread());
        } else if (back) {
            at = at.atLog(frame.pageUp(log.size()));
        }
    }

    private Frame frame(int taken) {
        Scene shown = scene;
        if (shown == null) {
            throw new IllegalStateException("no scene yet");
        }
        return new Frame(shown, log, terminal.getWidth(), terminal.getHeight(), taken);
    }

    /**
     * Draws the screen.
     *
     * @param line the prompt and what is typed after it
     * @param cursor before which character of it the cursor stands
     * @param below what stands below it for a moment, such as words that could be meant
     */
    void draw(String line, int cursor, List<String> below) {
        Display drawn = display;
        if (drawn == null) {
            return;
        }
        int columns = terminal.getWidth();
        int rows = terminal.getHeight();
        Typed typed = Typed.of(line, cursor, columns, MAX_TYPED);
        List<String> under = below.subList(0, Math.min(below.size(), rows / 2));
        int taken = typed.lines().size() + under.size();
        List<AttributedString> lines = new ArrayList<>();
        for (String shown : frame(taken).lines(at)) {
            lines.add(AttributedString.fromAnsi(printer.tinted(shown)));
        }
        while (lines.size() < rows - taken) {
            lines.add(AttributedString.EMPTY);
        }
        int row = lines.size() + typed.row();
        typed.lines().forEach(text -> lines.add(new AttributedString(text)));
        under.forEach(text -> lines.add(new AttributedString(TextWidth.cut(text, columns))));
        if (drawn.getColumns() != columns || drawn.getRows() != rows) {
            drawn.resize(new Size(columns, rows));
            drawn.clear();
        }
        drawn.update(lines, new Size(columns, rows).cursorPos(row, typed.column()));
    }
}
