package dev.truce.story.desk;

import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.match.notation.TimeText;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.Delivery;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassNews.TableSeat;
import dev.truce.protocol.message.ToldSeat.SeatState;
import dev.truce.story.desk.ClassPicture.Waiting;
import dev.truce.story.heard.NoticeWords;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.RefusalWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a desk says of its class, in the same words on every screen.
 *
 * @param phrases the texts of the language
 * @param safe makes text of strangers fit to be shown
 * @param clock writes a time of day
 */
public record DeskWords(Phrases phrases, Safe safe, LongFunction<String> clock) {
    /** Longest title of a class that is shown. */
    public static final int MAX_TITLE = 32;
    /** Longest pseudonym that is shown. */
    public static final int MAX_NAME = 12;

    private static final int MAX_LINE = 80;

    /** Makes text of strangers fit to be shown. */
    public interface Safe {
        /**
         * Returns it on one line.
         *
         * @param most longest result
         */
        String line(String text, int most);
    }

    /** Returns a text of strangers as long as what they may say. */
    String safe(String text) {
        return safe.line(text, Limits.MAX_TEXT_CHARACTERS);
    }

    /** Returns why something was refused. */
    public String refused(Refusal refusal) {
        return safe(RefusalWords.of(phrases, refusal));
    }

    /** Returns the round that tables are in, or from which to which; empty before there is one. */
    public Optional<String> round(List<TableChanged> tables) {
        int first = tables.stream().mapToInt(TableChanged::round).min().orElse(0);
        int last = tables.stream().mapToInt(TableChanged::round).max().orElse(0);
        if (first == 0) {
            return Optional.empty();
        }
        return Optional.of(phrases.span(first, last));
    }

    /** Returns the longest time that a table has left; empty where no clock runs. */
    public Optional<String> left(List<TableChanged> tables, long now) {
        return tables.stream()
                .filter(DeskWords::isTimed)
                .map(table -> ClassPicture.left(table, now))
                .max(Comparator.naturalOrder())
                .map(left -> phrases.of("session.left-time", TimeText.left(left)));
    }

    /** Returns the doors, who is here, and how many seats are how. */
    public String counts(ClassNews.Changed state, List<TableChanged> tables, long now) {
        String doors = doors(phrases, state);
        return phrases.of(
                "tables.counts",
                doors,
                state.here(),
                state.members(),
                count(tables, SeatState.READY, now),
                gone(tables),
                count(tables, SeatState.BOT, now),
                count(tables, SeatState.VACANT, now));
    }

    /** Returns what is so in the class for a while and concerns everybody. */
    public List<String> facts(ClassNews.Changed state) {
        return facts(phrases, state);
    }

    /** Returns what is so in a class for a while and concerns everybody, in an order that does not change. */
    static List<String> facts(Phrases phrases, ClassNews.Changed state) {
        return state.facts().stream()
                .sorted()
                .map(fact -> NoticeWords.of(phrases, fact, true))
                .toList();
    }

    /** Returns whether the doors are open, or that the class is closed. */
    static String doors(Phrases phrases, ClassNews.Changed state) {
        return phrases.of(
                state.closed() ? "tables.closed" : state.doorsOpen() ? "tables.doors.open" : "tables.doors.closed");
    }

    /** Returns how many seats are so. */
    public static long count(List<TableChanged> tables, SeatState wanted, long now) {
        return tables.stream()
                .flatMap(table -> table.seats().stream())
                .filter(seat -> seat.state(now) == wanted)
                .count();
    }

    /** Returns how many persons have a seat and are not here, those who were ready before among them. */
    public static long gone(List<TableChanged> tables) {
        return tables.stream()
                .flatMap(table -> table.seats().stream())
                .filter(TableSeat::isGone)
                .count();
    }

    /** Returns a letter for each seat of a side, its head first, and a mark after that of a person who is ready and not here. */
    public static String letters(TableChanged table, Side side, long now) {
        StringBuilder letters = new StringBuilder();
        table.seats().stream()
                .filter(seat -> seat.seat().side() == side)
                .sorted(Comparator.comparingInt(seat -> seat.seat().number()))
                .forEach(seat -> {
                    letters.append(ClassPicture.letter(seat, now));
                    if (seat.state(now) == SeatState.READY && seat.isGone()) {
                        letters.append('!');
                    }
                });
        return letters.toString();
    }

    /** Returns the time that a table has left, or dashes where none runs. */
    public static String time(TableChanged table, long now) {
        return isTimed(table) ? TimeText.left(ClassPicture.left(table, now)) : "--";
    }

    private static boolean isTimed(TableChanged table) {
        return ClassPicture.isOpen(table) && (table.paused() || table.deadlineUnixMillis() != 0);
    }

    /** Returns the round of a table as a cell has it. */
    public static String round(TableChanged table) {
        return table.round() > 0 ? "r" + table.round() : "--";
    }

    /** Returns what a table waits for. */
    public String waitsFor(TableChanged table, long now) {
        List<String> words = new ArrayList<>();
        if (table.paused()) {
            words.add(phrases.of("tables.paused"));
        }
        if (!ClassPicture.isOpen(table) || table.phase() != TablePhase.OPEN) {
            words.add(phrases.of("tables.phase." + table.phase()));
        }
        List<String> seats = new ArrayList<>();
        if (ClassPicture.isOpen(table)) {
            for (TableSeat seat : table.seats()) {
                SeatState how = seat.state(now);
                if (how.isWaitedFor()) {
                    seats.add(seat.seat() + (how == SeatState.WORKS ? "" : " " + phrases.of("tables.state." + how)));
                }
            }
        }
        if (!seats.isEmpty()) {
            words.add(phrases.row(seats));
        }
        return phrases.parts(words);
    }

    /** Returns where a table stands and what it waits for; never nothing. */
    public String stands(TableChanged table, long now) {
        String waits = waitsFor(table, now);
        return waits.isEmpty() || table.phase() == TablePhase.OPEN
                ? phrases.parts(Stream.of(phrases.of("tables.phase." + table.phase()), waits)
                        .filter(words -> !words.isEmpty())
                        .toList())
                : waits;
    }

    /** Returns where a member sits, as messages to that seat name it, with his pseudonym; his number where he has no seat. */
    public String place(List<TableChanged> tables, int member) {
        for (TableChanged table : tables) {
            for (TableSeat seat : table.seats()) {
                if (seat.member() == member) {
                    return table.table() + "." + seat.seat() + " " + name(seat);
                }
            }
        }
        return Integer.toString(member);
    }

    /** Returns the pseudonym of a seat. */
    public String name(TableSeat seat) {
        return safe.line(seat.pseudonym(), MAX_NAME);
    }

    /** Returns a call for help. */
    public String help(ClassNews.HelpCall call, List<TableChanged> tables, long now) {
        return phrases.of(
                "tables.help",
                place(tables, call.member()),
                since(call.unixMillis(), now),
                safe.line(call.text(), MAX_LINE));
    }

    /** Returns that a device waits. */
    public String held(ClassNews.HeldDevice held, List<TableChanged> tables, long now) {
        return phrases.of("tables.held", place(tables, held.member()), held.device(), since(held.unixMillis(), now));
    }

    /** Returns who is here without a seat; empty if there is nobody. */
    public Optional<String> seatless(ClassNews.Changed state) {
        if (state.waiting().isEmpty()) {
            return Optional.empty();
        }
        List<String> numbers = state.waiting().stream().map(String::valueOf).toList();
        return Optional.of(phrases.of("tables.seatless", phrases.list(numbers)));
    }

    /** Returns how a seat is that is waited for, and since when. */
    public String how(Waiting each, long now) {
        return phrases.of("tables.state." + each.seat().state(now)) + " " + since(each.since(now), now);
    }

    private static String since(long unixMillis, long now) {
        return TimeText.of((now - unixMillis) / 1_000 * 1_000);
    }

    /** Returns whether the last message to a seat has arrived; nothing if there was none. */
    public String delivery(@Nullable Delivery message, long now) {
        if (message == null) {
            return "";
        }
        String time = clock.apply(message.unixMillis());
        boolean late = now - message.unixMillis() >= Delivery.LATE_MILLIS;
        return message.delivered()
                ? phrases.of("tables.message.delivered", time)
                : phrases.of(late ? "tables.message.late" : "tables.message.sent", time);
    }

    /** Returns what was done, when and by which desk. */
    public String act(ClassNews.LogLine line) {
        String who = line.desk() == 0 ? phrases.of("tables.by.class") : phrases.of("tables.by", line.desk());
        return clock.apply(line.unixMillis()) + " " + who + phrases.of("list.colon") + safe.line(line.text(), MAX_LINE)
                + " (" + line.act() + ")";
    }

    /** Returns whether a member is here, or was removed. */
    public String presence(ClassNews.Member member) {
        return phrases.of(member.removed() ? "tables.removed" : member.here() ? "tables.here" : "tables.not-here");
    }
}
