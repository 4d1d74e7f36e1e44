package dev.truce.cli.desk;

import dev.truce.cli.desk.ClassPicture.Waiting;
import dev.truce.cli.frame.Frame;
import dev.truce.cli.frame.Pane;
import dev.truce.cli.frame.Scene;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Seat;
import dev.truce.match.notation.TimeText;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.Delivery;
import dev.truce.protocol.message.ClassNews.SeatState;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassNews.TableSeat;
import dev.truce.protocol.text.SafeText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
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
    private static final int MAX_TITLE = 32;
    private static final int MAX_NAME = 12;
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
            head.add(SafeText.line(entered.title(), MAX_TITLE));
        }
        head.add(SafeText.line(entered.classCode(), MAX_NAME));
        round(head);
        head.add(Texts.of(linkOk ? "session.link.ok" : "session.link.lost"));
        if (columns >= Frame.BOARD) {
            head.add(Texts.of("tables.act", state.act()));
        }
        String doors = Texts.of(
                state.closed() ? "tables.closed" : state.doorsOpen() ? "tables.doors.open" : "tables.doors.closed");
        return List.of(
                head.toString(),
                columns < Frame.BOARD
                        ? Texts.of(
                                "tables.counts.small",
                                state.here(),
                                state.members(),
                                count(SeatState.READY),
                                count(SeatState.AWAY))
                        : Texts.of(
                                "tables.counts",
                                doors,
                                state.here(),
                                state.members(),
                                count(SeatState.READY),
                                count(SeatState.AWAY),
                                count(SeatState.BOT),
                                count(SeatState.VACANT)));
    }

    /** The round of the tables and the longest time that is left, where they agree on the round. */
    private void round(StringJoiner head) {
        int first = tables.stream().mapToInt(TableChanged::round).min().orElse(0);
        int last = tables.stream().mapToInt(TableChanged::round).max().orElse(0);
        if (first > 0) {
            head.add(first == last ? Texts.of("tables.round", first) : Texts.of("tables.rounds", first, last));
        }
        tables.stream()
                .filter(ClassPicture::isOpen)
                .mapToLong(this::left)
                .max()
                .ifPresent(left -> head.add(Texts.of("session.left-time", TimeText.left(left))));
    }

    private long count(SeatState wanted) {
        return tables.stream()
                .flatMap(table -> table.seats().stream())
                .filter(seat -> seat.state(nowUnixMillis) == wanted)
                .count();
    }

    private long left(TableChanged table) {
        if (table.paused()) {
            return table.leftMillis();
        }
        return table.deadlineUnixMillis() == 0 ? 0 : Math.max(0, table.deadlineUnixMillis() - nowUnixMillis);
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

    private static String head() {
        return TextWidth.padLeft(Texts.of("tables.head.number"), NUMBER) + "  "
                + TextWidth.pad(Side.US.toString(), SEATS)
                + TextWidth.pad(Side.CN.toString(), SEATS)
                + TextWidth.pad(Texts.of("tables.head.round"), ROUND)
                + TextWidth.padLeft(Texts.of("tables.head.time"), TIME)
                + "  " + Texts.of("tables.head.waits");
    }

    private String row(TableChanged table, int columns) {
        String line = TextWidth.padLeft(Integer.toString(table.table()), NUMBER) + "  "
                + TextWidth.pad(letters(table, Side.US), SEATS)
                + TextWidth.pad(letters(table, Side.CN), SEATS)
                + TextWidth.pad(table.round() > 0 ? "r" + table.round() : "--", ROUND)
                + TextWidth.padLeft(time(table), TIME)
                + "  " + waitsFor(table);
        return TextWidth.trimmed(TextWidth.cut(line, columns));
    }

    private String letters(TableChanged table, Side side) {
        StringBuilder letters = new StringBuilder();
        table.seats().stream()
                .filter(seat -> seat.seat().side() == side)
                .sorted(Comparator.comparingInt(seat -> seat.seat().number()))
                .forEach(seat -> letters.append(ClassPicture.letter(seat, nowUnixMillis)));
        return letters.toString();
    }

    private String time(TableChanged table) {
        if (!ClassPicture.isOpen(table) || (!table.paused() && table.deadlineUnixMillis() == 0)) {
            return "--";
        }
        return TimeText.left(left(table));
    }

    private String waitsFor(TableChanged table) {
        StringJoiner words = new StringJoiner(", ");
        if (table.paused()) {
            words.add(Texts.of("tables.paused"));
        }
        if (!ClassPicture.isOpen(table) || table.phase() != TablePhase.OPEN) {
            words.add(Texts.of("tables.phase." + table.phase()));
        }
        if (ClassPicture.isOpen(table)) {
            for (TableSeat seat : table.seats()) {
                SeatState how = seat.state(nowUnixMillis);
                if (how.isWaitedFor()) {
                    words.add(seat.seat() + (how == SeatState.WORKS ? "" : " " + Texts.of("tables.state." + how)));
                }
            }
        }
        return words.toString();
    }

    /** What the letters mean, who has no seat, and what can be typed. */
    private List<String> foot() {
        List<String> foot = new ArrayList<>(calls());
        foot.add(Texts.of("tables.letters"));
        if (state != null && !state.waiting().isEmpty()) {
            StringJoiner numbers = new StringJoiner(", ");
            state.waiting().forEach(member -> numbers.add(Integer.toString(member)));
            foot.add(TextWidth.cut(Texts.of("tables.seatless", numbers), Frame.BOARD));
        }
        foot.add(Texts.of("tables.keys.class"));
        foot.add(Texts.of("tables.keys.table"));
        return foot;
    }

    /** The calls for help that have waited longest, and devices that wait until they are admitted. */
    private List<String> calls() {
        if (state == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (ClassNews.HelpCall call : state.calls()) {
            lines.add(TextWidth.cut(
                    Texts.of(
                            "tables.help",
                            place(call.member()),
                            TimeText.of((nowUnixMillis - call.unixMillis()) / 1_000 * 1_000),
                            SafeText.line(call.text(), Frame.BOARD)),
                    Frame.BOARD));
            if (lines.size() == MAX_CALLS && state.calls().size() > MAX_CALLS) {
                lines.add(Texts.of("tables.help.more", state.calls().size() - MAX_CALLS));
                break;
            }
        }
        for (ClassNews.HeldDevice held : state.held()) {
            if (held.device() == state.held().get(0).device() || lines.size() < MAX_CALLS) {
                lines.add(TextWidth.cut(
                        Texts.of(
                                "tables.held",
                                place(held.member()),
                                held.device(),
                                TimeText.of((nowUnixMillis - held.unixMillis()) / 1_000 * 1_000)),
                        Frame.BOARD));
            }
        }
        return lines;
    }

    /** Returns where a member sits, as messages to that seat name it. */
    private String place(int member) {
        for (TableChanged table : tables) {
            for (TableSeat seat : table.seats()) {
                if (seat.member() == member) {
                    return table.table() + "." + seat.seat() + " " + SafeText.line(seat.pseudonym(), MAX_NAME);
                }
            }
        }
        return Integer.toString(member);
    }

    private String act(ClassNews.LogLine line) {
        String time = CLOCK.format(Instant.ofEpochMilli(line.unixMillis()).atZone(zone));
        String who = line.desk() == 0 ? Texts.of("tables.by.class") : Texts.of("tables.by", line.desk());
        return TextWidth.cut(
                time + " " + who + ": " + SafeText.line(line.text(), Frame.BOARD) + " (" + line.act() + ")",
                Frame.BOARD);
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
                            + TextWidth.pad(SafeText.line(each.seat().pseudonym(), MAX_NAME), WHO)
                            + TextWidth.pad(how(each), STATE)
                            + delivery(each.seat().message()),
                    columns)));
        }
        return Pane.of(
                Texts.of("tables.pane.waiting"),
                Texts.of("tables.title.waiting", waiting.size()),
                lines.isEmpty() ? List.of(Texts.of("tables.nobody")) : lines);
    }

    private String how(Waiting each) {
        return Texts.of("tables.state." + each.seat().state(nowUnixMillis)) + " "
                + TimeText.of((nowUnixMillis - each.since(nowUnixMillis)) / 1_000 * 1_000);
    }

    /** Whether the last message to a seat has arrived. */
    private String delivery(@Nullable Delivery message) {
        if (message == null) {
            return "";
        }
        String time = CLOCK.format(Instant.ofEpochMilli(message.unixMillis()).atZone(zone));
        boolean late = nowUnixMillis - message.unixMillis() >= Delivery.LATE_MILLIS;
        return message.delivered()
                ? Texts.of("tables.message.delivered", time)
                : Texts.of(late ? "tables.message.late" : "tables.message.sent", time);
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
                    + TextWidth.pad(SafeText.line(member.pseudonym(), MAX_NAME), WHO)
                    + TextWidth.pad(SafeText.line(member.student(), MAX_NAME), WHO)
                    + Texts.of(member.removed() ? "tables.removed" : member.here() ? "tables.here" : "tables.not-here")
                    + "  "
                    + SafeText.line(member.name(), MAX_TITLE)));
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
