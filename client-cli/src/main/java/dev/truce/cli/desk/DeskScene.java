package dev.truce.cli.desk;

import dev.truce.cli.frame.Frame;
import dev.truce.cli.frame.Scene;
import dev.truce.cli.frame.Scene.Pane;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ToldSeat.SeatState;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.desk.ClassPicture;
import dev.truce.story.desk.ClassPicture.Waiting;
import dev.truce.story.desk.DeskWords;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The desk of a class: a line for each table, and who is waited for. Real names stand in one pane only, which has to be asked for.
 *
 * @param entered the desk, or null before it is open
 * @param state the class, or null before it is told
 * @param tables by number
 * @param waiting seats that are waited for, in their order
 * @param members of the class list, if it was read
 * @param log what desks did, if it was read
 * @param linkOk whether the link is up
 * @param nowUnixMillis now
 * @param zone time zone of the person
 */
public record DeskScene(
        ClassNews.@Nullable DeskEntered entered,
        ClassNews.@Nullable Changed state,
        List<TableChanged> tables,
        List<Waiting> waiting,
        List<ClassNews.Member> members,
        List<ClassNews.LogLine> log,
        boolean linkOk,
        long nowUnixMillis,
        ZoneId zone)
        implements Scene {
    private static final int NUMBER = 3;
    private static final int SEATS = 6;
    private static final int ROUND = 4;
    private static final int TIME = 6;
    private static final int WHO = 13;
    private static final int PLACE = 11;
    private static final int STATE = 19;
    private static final int MAX_LOG = 3;
    private static final int MAX_CALLS = 2;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    public DeskScene {
        tables = List.copyOf(tables);
        waiting = List.copyOf(waiting);
        members = List.copyOf(members);
        log = List.copyOf(log);
    }

    /** Returns what a desk sees now. */
    public static DeskScene of(ClassPicture picture, boolean linkOk, long nowUnixMillis, ZoneId zone) {
        return new DeskScene(
                picture.entered(),
                picture.state(),
                picture.tables(),
                picture.waiting(),
                picture.members(),
                picture.log(),
                linkOk,
                nowUnixMillis,
                zone);
    }

    @Override
    public List<String> top(int columns) {
        if (entered == null || state == null) {
            return List.of(Texts.of("tables.opening"));
        }
        StringJoiner head = new StringJoiner(columns < Frame.BOARD ? "  " : " | ");
        if (columns >= Frame.BOARD) {
            head.add(SafeText.line(entered.title(), DeskWords.MAX_TITLE));
        }
        head.add(SafeText.line(entered.classCode(), DeskWords.MAX_NAME));
        round(head);
        head.add(Texts.of(linkOk ? "session.link.ok" : "session.link.lost"));
        if (columns >= Frame.BOARD) {
            head.add(Texts.of("tables.act", state.act()));
        }
        return List.of(
                head.toString(),
                columns < Frame.BOARD
                        ? Texts.of(
                                "tables.counts.small",
                                state.here(),
                                state.members(),
                                DeskWords.count(tables, SeatState.READY, nowUnixMillis),
                                DeskWords.gone(tables))
                        : words().counts(state, tables, nowUnixMillis));
    }

    /** The round of the tables and the longest time that is left, where they agree on the round. */
    private void round(StringJoiner head) {
        words().round(tables).ifPresent(head::add);
        words().left(tables, nowUnixMillis).ifPresent(head::add);
    }

    // ---- the board ----

    @Override
    public List<String> board(int rows) {
        if (tables.isEmpty()) {
            return List.of();
        }
        List<String> foot = foot();
        int room = rows - 1 - foot.size();
        List<String> lines = new ArrayList<>(List.of(head()));
        List<TableChanged> shown = urgent(room);
        shown.forEach(table -> lines.add(row(table, Frame.BOARD)));
        if (shown.size() < tables.size()) {
            lines.add(Texts.of("tables.more-tables", tables.size() - shown.size()));
        }
        lines.addAll(foot);
        for (int i = Math.max(0, log.size() - Math.min(MAX_LOG, rows - lines.size())); i < log.size(); i++) {
            lines.add(act(log.get(i)));
        }
        return lines;
    }

    /** All tables by number; where there are too many, those that are waited for most. */
    private List<TableChanged> urgent(int room) {
        if (tables.size() <= room) {
            return tables;
        }
        return tables.stream()
                .sorted(Comparator.comparingLong(this::waits).reversed())
                .limit(Math.max(0, room - 1))
                .sorted(Comparator.comparingInt(TableChanged::table))
                .toList();
    }

    private long waits(TableChanged table) {
        return waiting.stream()
                .filter(each -> each.place().table() == table.table())
                .mapToLong(each -> nowUnixMillis - each.since(nowUnixMillis) + 1)
                .max()
                .orElse(0);
    }

    /** Returns the width of the letters of a side: those of five seats, or more where somebody is ready and not here. */
    private int seats() {
        return tables.stream()
                .flatMap(table -> Stream.of(Side.values()).map(side -> DeskWords.letters(table, side, nowUnixMillis)))
                .mapToInt(letters -> letters.length() + 1)
                .reduce(SEATS, Math::max);
    }

    private String head() {
        return TextWidth.padLeft(Texts.of("tables.head.number"), NUMBER) + "  "
                + TextWidth.pad(Side.US.toString(), seats())
                + TextWidth.pad(Side.CN.toString(), seats())
                + TextWidth.pad(Texts.of("tables.head.round"), ROUND)
                + TextWidth.padLeft(Texts.of("tables.head.time"), TIME)
                + "  " + Texts.of("tables.head.waits");
    }

    private String row(TableChanged table, int columns) {
        String line = TextWidth.padLeft(Integer.toString(table.table()), NUMBER) + "  "
                + TextWidth.pad(DeskWords.letters(table, Side.US, nowUnixMillis), seats())
                + TextWidth.pad(DeskWords.letters(table, Side.CN, nowUnixMillis), seats())
                + TextWidth.pad(DeskWords.round(table), ROUND)
                + TextWidth.padLeft(DeskWords.time(table, nowUnixMillis), TIME)
                + "  " + words().waitsFor(table, nowUnixMillis);
        return TextWidth.trimmed(TextWidth.cut(line, columns));
    }

    /** What the letters mean, who has no seat, and what can be typed. */
    private List<String> foot() {
        List<String> foot = new ArrayList<>(calls());
        foot.add(Texts.of("tables.letters"));
        if (state != null) {
            words().seatless(state).ifPresent(line -> foot.add(TextWidth.cut(line, Frame.BOARD)));
        }
        foot.add(Texts.of("tables.keys.class"));
        foot.add(Texts.of("tables.keys.table"));
        return foot;
    }

    /** What is so for a while, the calls for help that have waited longest, and devices that wait until they are admitted. */
    private List<String> calls() {
        if (state == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        words().facts(state).forEach(line -> lines.addAll(TextWidth.wrap("", line)));
        int told = lines.size();
        for (ClassNews.HelpCall call : state.calls()) {
            lines.add(TextWidth.cut(words().help(call, tables, nowUnixMillis), Frame.BOARD));
            if (lines.size() - told == MAX_CALLS && state.calls().size() > MAX_CALLS) {
                lines.add(Texts.of("tables.help.more", state.calls().size() - MAX_CALLS));
                break;
            }
        }
        for (ClassNews.HeldDevice held : state.held()) {
            if (held.device() == state.held().get(0).device() || lines.size() - told < MAX_CALLS) {
                lines.add(TextWidth.cut(words().held(held, tables, nowUnixMillis), Frame.BOARD));
            }
        }
        return lines;
    }

    private String act(ClassNews.LogLine line) {
        return TextWidth.cut(words().act(line), Frame.BOARD);
    }

    private DeskWords words() {
        return words(zone);
    }

    /** Returns the words of a desk in the language of the screens, with times of day of a zone. */
    public static DeskWords words(ZoneId zone) {
        return new DeskWords(
                Texts.phrases(),
                SafeText::line,
                millis -> CLOCK.format(Instant.ofEpochMilli(millis).atZone(zone)));
    }

    // ---- its pieces ----

    @Override
    public List<Pane> panes(int columns) {
        if (tables.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(List.of(head()));
        tables.forEach(table -> all.add(row(table, columns)));
        return List.of(
                Pane.of(Texts.of("tables.pane.tables"), Texts.of("tables.title.tables"), all),
                waitingPane(columns),
                Pane.of(Texts.of("tables.pane.list"), Texts.of("tables.title.list"), list()),
                Pane.of(Texts.of("tables.pane.acts"), Texts.of("tables.title.acts"), acts()));
    }

    private Pane waitingPane(int columns) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            Waiting each = waiting.get(i);
            String seat = each.place().table() + "." + each.place().seat();
            lines.add(TextWidth.trimmed(TextWidth.cut(
                    TextWidth.padLeft(Integer.toString(i + 1), NUMBER) + "  "
                            + TextWidth.pad(seat, PLACE)
                            + TextWidth.pad(words().name(each.seat()), WHO)
                            + TextWidth.pad(words().how(each, nowUnixMillis), STATE)
                            + words().delivery(each.seat().message(), nowUnixMillis),
                    columns)));
        }
        return Pane.of(
                Texts.of("tables.pane.waiting"),
                Texts.of("tables.title.waiting", waiting.size()),
                lines.isEmpty() ? List.of(Texts.of("tables.nobody")) : lines);
    }

    private List<String> list() {
        if (members.isEmpty()) {
            return List.of(Texts.of("tables.list.unread"));
        }
        List<String> lines = new ArrayList<>();
        for (ClassNews.Member member : members) {
            Seat seat = member.seat();
            lines.add(TextWidth.trimmed(TextWidth.padLeft(Integer.toString(member.member()), NUMBER) + "  "
                    + TextWidth.pad(seat == null ? "--" : member.table() + "." + seat, PLACE)
                    + TextWidth.pad(SafeText.line(member.pseudonym(), DeskWords.MAX_NAME), WHO)
                    + TextWidth.pad(SafeText.line(member.student(), DeskWords.MAX_NAME), WHO)
                    + words().presence(member)
                    + "  "
                    + SafeText.line(member.name(), DeskWords.MAX_TITLE)));
        }
        return lines;
    }

    private List<String> acts() {
        return log.isEmpty()
                ? List.of(Texts.of("tables.list.unread"))
                : log.stream().map(this::act).toList();
    }

    @Override
    public List<Pane> beside(int columns) {
        return List.of(
                waitingPane(columns), Pane.of(Texts.of("tables.pane.acts"), Texts.of("tables.title.acts"), acts()));
    }
}
