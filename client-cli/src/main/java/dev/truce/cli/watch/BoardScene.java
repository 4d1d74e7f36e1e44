package dev.truce.cli.watch;

import dev.truce.cli.frame.Frame;
import dev.truce.cli.frame.Scene;
import dev.truce.cli.frame.Scene.Pane;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.PublicRound;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.board.BoardCard;
import dev.truce.story.desk.BoardWords;
import dev.truce.story.desk.ClassPicture;
import dev.truce.story.page.Page;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.print.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * The board of a class, for a screen that a whole room sees: what everybody may know of all tables. It shows no person, no covert level,
 * no terms and no score.
 *
 * @param known what the server told
 * @param joins what students type to enter
 * @param linkOk whether the link is up
 * @param nowUnixMillis now
 * @param look which characters are used
 */
record BoardScene(ClassPicture.Known known, String joins, boolean linkOk, long nowUnixMillis, Look look)
        implements Scene {
    /** A room reads twenty rows in that time. */
    private static final long TURN_MILLIS = 12_000;

    private static final int MAX_CODE = 40;
    private static final int NUMBER = 4;
    private static final int ROUND = 5;
    private static final int TARIFF = 4;

    @Override
    public List<String> top(int columns) {
        ClassNews.Watched watched = known.watched();
        ClassNews.Changed state = known.state();
        if (watched == null || state == null) {
            return List.of(Texts.of("board.opening"));
        }
        StringJoiner head = new StringJoiner(" | ");
        if (columns >= Frame.BOARD) {
            head.add(words().title(known));
        }
        head.add(SafeText.line(watched.classCode(), MAX_CODE));
        head.add(words().phase(known, nowUnixMillis));
        if (!linkOk) {
            head.add(Texts.of("session.link.lost"));
        }
        String doors = words().doors(state);
        return List.of(head.toString(), Texts.of("board.join", joins, doors));
    }

    private BoardWords words() {
        return new BoardWords(Texts.phrases(), SafeText::line);
    }

    /** Returns the page of the newest round that all tables have resolved. */
    Page page() {
        return words().page(known);
    }

    @Override
    public List<String> board(int rows) {
        if (known.tables().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        if (known.revealed() == 0) {
            lines.addAll(before());
        } else {
            lines.addAll(turning(rows - now().size()));
        }
        lines.addAll(now());
        return filled(lines, rows);
    }

    /** The tables that have room; where not all have, some after the others. */
    private List<String> turning(int rows) {
        List<BoardCard> cards = known.cards();
        List<String> whole = lines(cards, cards);
        if (whole.size() <= rows) {
            return whole;
        }
        List<Integer> from = turns(cards, rows);
        int turn = (int) (nowUnixMillis / TURN_MILLIS % (from.size() - 1));
        return lines(cards, cards.subList(from.get(turn), from.get(turn + 1)));
    }

    private List<String> lines(List<BoardCard> all, List<BoardCard> shown) {
        return new ColumnsPrinter(look, Frame.BOARD).lines(words().page(known, all, shown));
    }

    /** Returns with which table each turn begins, and the end of the last. */
    private List<Integer> turns(List<BoardCard> cards, int rows) {
        int around = lines(cards, List.of()).size();
        List<Integer> from = new ArrayList<>(List.of(0));
        int used = around;
        for (int i = 0; i < cards.size(); i++) {
            // A long sentence takes two rows.
            int height = lines(cards, cards.subList(i, i + 1)).size() - around;
            if (used > around && used + height > rows) {
                from.add(i);
                used = around;
            }
            used += height;
        }
        from.add(cards.size());
        return from;
    }

    /** A board that takes all rows leaves none for what was shown last, which is of no use to who watches. */
    static List<String> filled(List<String> lines, int rows) {
        List<String> filled = new ArrayList<>(lines.subList(0, Math.min(lines.size(), rows)));
        while (filled.size() < rows) {
            filled.add("");
        }
        return filled;
    }

    /** What a room reads before the first round is revealed. */
    private List<String> before() {
        ClassNews.Changed state = known.state();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("    " + words().title(known));
        lines.add("");
        lines.add("    " + Texts.of(known.isByList() ? "board.type.list" : "board.type"));
        lines.add("");
        lines.add("        " + joins);
        lines.add("");
        if (state != null) {
            lines.add("    " + words().here(state, known.tables().size()));
            lines.add("");
        }
        return lines;
    }

    /** How far the open round is, and what was announced last. */
    private List<String> now() {
        List<String> lines = new ArrayList<>();
        words().now(known).forEach(line -> lines.addAll(TextWidth.wrap("", line)));
        return lines;
    }

    @Override
    public List<Pane> panes(int columns) {
        if (known.tables().isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        if (known.revealed() == 0) {
            all.addAll(before());
        } else {
            all.addAll(new ColumnsPrinter(look, columns).lines(page()));
        }
        all.addAll(now());
        return List.of(Pane.of(Texts.of("board.pane.class"), Texts.of("board.title.class"), all), tablesPane(columns));
    }

    private Pane tablesPane(int columns) {
        List<String> lines = new ArrayList<>();
        for (TableChanged table : known.tables()) {
            StringBuilder line = new StringBuilder(TextWidth.padLeft(Integer.toString(table.table()), NUMBER))
                    .append("  ")
                    .append(TextWidth.pad(String.format(Locale.ROOT, "r%d", table.round()), ROUND));
            for (PublicRound round : table.rounds()) {
                if (round.round() <= known.revealed()) {
                    line.append(TextWidth.padLeft(Integer.toString(round.tariff()), TARIFF))
                            .append(round.broke().isEmpty() ? ' ' : '!');
                }
            }
            line.append("  ").append(Texts.of("board.phase." + table.phase()));
            lines.add(TextWidth.trimmed(TextWidth.cut(line.toString(), columns)));
        }
        return Pane.of(Texts.of("board.pane.tables"), Texts.of("board.title.tables"), lines);
    }

    @Override
    public List<Pane> beside(int columns) {
        return known.tables().isEmpty() ? List.of() : List.of(tablesPane(columns));
    }
}
