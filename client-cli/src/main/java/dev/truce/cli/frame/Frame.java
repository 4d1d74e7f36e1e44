package dev.truce.cli.frame;

import dev.truce.cli.frame.Scene.Pane;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a screen: what stays at the top, the board or what a person looks at instead, and what was shown last. A pure function of these
 * and the size. Three forms: one pane at a time, the board, and the board with a column beside it.
 */
public final class Frame {
    /** Columns of a board. */
    public static final int BOARD = TextWidth.SCREEN;

    /** The smallest screen that is drawn. */
    public static final int LEAST_COLUMNS = 40;

    public static final int LEAST_ROWS = 15;

    /** Rows of the screen that it is made for. */
    public static final int BOARD_ROWS = 24;

    private static final int WIDE_COLUMNS = 120;
    private static final int WIDE_ROWS = 30;
    private static final int WIDEST_COLUMN = 60;
    private static final String BESIDE = " | ";

    /** Rows of what was shown last that stand below a board without hiding it. */
    private static final int STRIP = 4;

    private static final int SMALL_STRIP = 3;

    /** Rows of a pane beside the board that stay. */
    private static final int LEAST_PART = 4;

    private final Scene scene;
    private final List<String> log;
    private final int columns;
    private final int rows;
    private final Form form;

    private enum Form {
        SMALL,
        BOARD,
        WIDE
    }

    /**
     * @param scene what there is to show
     * @param log what was shown so far, line by line
     * @param columns of the screen, at least {@link #LEAST_COLUMNS}
     * @param rows of the screen, at least {@link #LEAST_ROWS}
     * @param taken rows of it that are taken by what is typed
     */
    public Frame(Scene scene, List<String> log, int columns, int rows, int taken) {
        this.scene = scene;
        this.log = log;
        this.columns = columns;
        this.rows = rows - taken;
        this.form = columns < BOARD || rows < BOARD_ROWS
                ? Form.SMALL
                : columns < WIDE_COLUMNS || rows < WIDE_ROWS ? Form.BOARD : Form.WIDE;
    }

    /** Returns whether a screen is large enough. */
    public static boolean fits(int columns, int rows) {
        return columns >= LEAST_COLUMNS && rows >= LEAST_ROWS;
    }

    /** Returns at most as many lines as there are rows for it, none wider than the screen. */
    public List<String> lines(Glance at) {
        List<String> lines = new ArrayList<>(cut(scene.top(columns), Math.min(2, rows - 1)));
        int room = rows - lines.size();
        if (at.pane() == Glance.LOG) {
            lines.addAll(log(at, room));
        } else if (at.pane() > 0 || !hasBoard()) {
            lines.addAll(pane(at, room));
        } else {
            lines.addAll(board(at, room));
        }
        return cut(form == Form.WIDE ? beside(lines) : lines, rows).stream()
                .map(line -> TextWidth.cut(line, columns))
                .toList();
    }

    /** Returns whether the whole board has room; else there are only its pieces. */
    public boolean hasBoard() {
        return form != Form.SMALL;
    }

    private int main() {
        return form == Form.WIDE ? BOARD : columns;
    }

    private static List<String> cut(List<String> lines, int rows) {
        return lines.size() <= rows ? lines : lines.subList(0, Math.max(0, rows));
    }

    // ---- the board ----

    private List<String> board(Glance at, int room) {
        List<String> whole = scene.board(room);
        if (whole.isEmpty()) {
            return tail(log.size(), room);
        }
        List<String> strip = strip(at, room - whole.size(), STRIP);
        List<String> lines = new ArrayList<>(cut(scene.board(room - strip.size()), room - strip.size()));
        int free = room - lines.size();
        if (free > STRIP) {
            lines.add(rule(Texts.of("frame.log"), Texts.of("frame.keys.log")));
            lines.addAll(tail(log.size(), free - 1));
        } else {
            lines.addAll(strip);
        }
        return lines;
    }

    /** What was shown since a line was typed; its end, if that is too long. */
    private List<String> strip(Glance at, int free, int least) {
        List<String> unread = narrowed(log.subList(Math.min(at.unread(), log.size()), log.size()));
        int most = Math.max(free, least);
        if (unread.size() <= most) {
            return unread;
        }
        List<String> strip = new ArrayList<>();
        strip.add(Texts.of("frame.more", unread.size() - most + 1));
        strip.addAll(unread.subList(unread.size() - most + 1, unread.size()));
        return strip;
    }

    /** Returns whether the lines that were shown since a line was typed can be read without leaving the board. */
    public boolean hasRoom(Glance at) {
        int room = rows - Math.min(2, scene.top(columns).size());
        int free = hasBoard() ? room - scene.board(room).size() : 0;
        int least = hasBoard() ? STRIP : SMALL_STRIP;
        int unread = narrowed(log.subList(Math.min(at.unread(), log.size()), log.size()))
                .size();
        return unread <= Math.max(free - 1, least);
    }

    // ---- one pane ----

    private List<String> pane(Glance at, int room) {
        List<Pane> panes = scene.panes(main());
        if (panes.isEmpty()) {
            return tail(log.size(), room);
        }
        int number = Math.max(1, Math.min(at.pane(), panes.size()));
        Pane pane = panes.get(number - 1);
        List<String> strip = strip(at, 0, SMALL_STRIP);
        List<String> all = narrowed(pane.lines());
        int height = Math.max(1, room - strip.size() - 2);
        int first = Math.max(0, Math.min(at.first(), all.size() - height));
        int hidden = all.size() - first - height;
        List<String> lines = new ArrayList<>();
        lines.add(rule(pane.title(), hidden > 0 ? Texts.of("frame.below", hidden) : ""));
        lines.addAll(all.subList(first, Math.min(all.size(), first + height)));
        while (lines.size() < height + 1) {
            lines.add("");
        }
        lines.addAll(strip);
        lines.add(tabs(panes, number));
        return lines;
    }

    /** The words of all panes with the digits that show them; the one that is shown in capitals, or in brackets without such. */
    private String tabs(List<Pane> panes, int shown) {
        StringBuilder tabs = new StringBuilder();
        for (int number = 1; number <= panes.size(); number++) {
            String word = panes.get(number - 1).word();
            String loud = word.toUpperCase(Texts.language().locale());
            tabs.append(number)
                    .append(number != shown ? word : loud.equals(word) ? "[" + word + "]" : loud)
                    .append(' ');
        }
        String all = tabs.append(panes.size() + 1) + Texts.of("frame.tab.log");
        return TextWidth.width(all) <= main() ? all : all.replace(" ", "");
    }

    /** Returns the pane that a digit shows, if it shows one. */
    public static int pane(Scene scene, int digit) {
        int panes = scene.panes(BOARD).size();
        return digit == panes + 1 ? Glance.LOG : digit <= panes ? digit : Glance.BOARD;
    }

    // ---- the log ----

    private List<String> log(Glance at, int room) {
        List<String> lines = new ArrayList<>();
        int height = room - 1;
        int next = at.first();
        while (next < log.size()) {
            List<String> more = TextWidth.narrowed(log.get(next), main());
            if (!lines.isEmpty() && lines.size() + more.size() > height) {
                break;
            }
            lines.addAll(more);
            next++;
        }
        List<String> shown = new ArrayList<>(cut(lines, height));
        while (shown.size() < height) {
            shown.add("");
        }
        String left = next < log.size() ? Texts.of("frame.below", log.size() - next) : Texts.of("frame.end");
        shown.add(rule(left, Texts.of(hasBoard() ? "frame.keys" : "frame.keys.small")));
        return shown;
    }

    /** Returns the first line of the log on the page after the one that begins with a line. */
    public int pageDown(int first) {
        int height = rows - scene.top(columns).size() - 1;
        int used = 0;
        int next = first;
        while (next < log.size()
                && used + TextWidth.narrowed(log.get(next), main()).size() <= height) {
            used += TextWidth.narrowed(log.get(next), main()).size();
            next++;
        }
        return next < log.size() ? Math.max(first + 1, next - 1) : first;
    }

    /** Returns the first line of the log on the page before the one that begins with a line; of the last one for the end of the log. */
    public int pageUp(int first) {
        int height = rows - scene.top(columns).size() - 1;
        int used = 0;
        int next = Math.min(first, log.size());
        while (next > 0 && used + TextWidth.narrowed(log.get(next - 1), main()).size() <= height) {
            next--;
            used += TextWidth.narrowed(log.get(next), main()).size();
        }
        return next;
    }

    private List<String> tail(int end, int room) {
        List<String> tail = new ArrayList<>();
        for (int i = end - 1; i >= 0 && tail.size() < room; i--) {
            tail.addAll(0, TextWidth.narrowed(log.get(i), main()));
        }
        return tail.size() <= room ? tail : tail.subList(tail.size() - room, tail.size());
    }

    private List<String> narrowed(List<String> lines) {
        return lines.stream()
                .flatMap(line -> TextWidth.narrowed(line, main()).stream())
                .toList();
    }

    private String rule(String left, String right) {
        String begin = "-- " + TextWidth.cut(left, main() - 4) + " ";
        String end = right.isEmpty() ? "" : " " + right;
        int fill = main() - TextWidth.width(begin) - TextWidth.width(end);
        return fill < 0
                ? TextWidth.trimmed(begin + "-".repeat(Math.max(0, main() - TextWidth.width(begin))))
                : begin + "-".repeat(fill) + end;
    }

    // ---- what stands beside the board ----

    private List<String> beside(List<String> left) {
        int width = Math.min(WIDEST_COLUMN, columns - BOARD - BESIDE.length());
        List<String> right = column(scene.beside(width), width);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < Math.max(left.size(), right.size()); row++) {
            String begin = row < left.size() ? left.get(row) : "";
            String end = row < right.size() ? right.get(row) : "";
            lines.add(TextWidth.trimmed(TextWidth.pad(begin, BOARD) + (end.isEmpty() ? "" : BESIDE + end)));
        }
        return lines;
    }

    /** All panes below each other; where they are too long, the longest is shown from where its end can be seen. */
    private List<String> column(List<Pane> panes, int width) {
        List<List<String>> shown = new ArrayList<>();
        for (Pane pane : panes) {
            List<String> lines = new ArrayList<>();
            pane.lines().forEach(line -> lines.addAll(TextWidth.narrowed(line, width)));
            shown.add(lines);
        }
        boolean shorter = true;
        while (shorter && height(shown) > rows) {
            shorter = shorten(panes, shown);
        }
        List<String> column = new ArrayList<>();
        for (int i = 0; i < panes.size(); i++) {
            if (!shown.get(i).isEmpty()) {
                String begin = "-- " + panes.get(i).title() + " ";
                column.add(TextWidth.cut(begin + "-".repeat(width), width));
                column.addAll(shown.get(i));
            }
        }
        return cut(column, rows);
    }

    private static int height(List<List<String>> shown) {
        return shown.stream()
                .mapToInt(lines -> lines.isEmpty() ? 0 : lines.size() + 1)
                .sum();
    }

    /** Takes the first line from the longest pane of which a part may be shown, else a whole pane; returns whether there was one. */
    private static boolean shorten(List<Pane> panes, List<List<String>> shown) {
        int longest = -1;
        int whole = -1;
        for (int i = 0; i < panes.size(); i++) {
            int size = shown.get(i).size();
            if (panes.get(i).whole()) {
                whole = size > 0 ? i : whole;
            } else if (size > LEAST_PART
                    && (longest < 0 || size > shown.get(longest).size())) {
                longest = i;
            }
        }
        if (longest >= 0) {
            shown.get(longest).remove(0);
            return true;
        }
        if (whole >= 0) {
            shown.get(whole).clear();
            return true;
        }
        return false;
    }
}
