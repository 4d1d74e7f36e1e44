package dev.truce.story.desk;

import dev.truce.engine.view.PublicRound;
import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassNews.TableSeat;
import dev.truce.protocol.message.ToldSeat.SeatState;
import dev.truce.story.board.BoardCard;
import dev.truce.story.board.SeenTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a desk or who watches knows of a class, as the server told it; the newest word on each table counts. Thread-safe. */
public final class ClassPicture {
    private final TreeMap<Integer, TableChanged> tables = new TreeMap<>();
    private final Map<Waiting.Place, Waiting> waiting = new HashMap<>();
    private ClassNews.@Nullable DeskEntered entered;
    private ClassNews.@Nullable Watched watched;
    private ClassNews.@Nullable Changed state;
    private ClassNews.@Nullable ListRead list;

    /** Returns the letter that stands for a seat's state where a line has room for one letter a seat. */
    public static char letter(TableSeat seat, long nowUnixMillis) {
        return switch (seat.state(nowUnixMillis)) {
            case READY -> 'R';
            case SEALED -> 's';
            case WORKS -> 'w';
            case IDLE -> '?';
            case AWAY -> '!';
            case BOT -> 'B';
            case VACANT -> '-';
        };
    }

    /**
     * A seat that its table waits for.
     *
     * @param seat the seat as the server told of it last
     * @param state how it was when the server told of it
     * @param sinceUnixMillis since when it is so in this round
     */
    public record Waiting(Place place, TableSeat seat, SeatState state, long sinceUnixMillis) {
        /** Returns since when it is as it is now: somebody who does nothing is idle without a word of the server. */
        public long since(long nowUnixMillis) {
            return seat.state(nowUnixMillis) == SeatState.IDLE ? seat.quietSinceUnixMillis() : sinceUnixMillis;
        }

        /** A seat of a table. */
        public record Place(int table, Seat seat) {}
    }

    /**
     * What is known at one time.
     *
     * @param watched the class, or null before it is there
     * @param state how it stands, or null before it is told
     * @param tables by number
     */
    public record Known(
            ClassNews.@Nullable Watched watched, ClassNews.@Nullable Changed state, List<TableChanged> tables) {
        public Known {
            tables = List.copyOf(tables);
        }

        /** Returns whether every table has told where it stands. */
        public boolean isWhole() {
            return watched != null && state != null && tables.size() >= watched.tables();
        }

        /** Returns whether students enter by their names on the list, without keys; false before that is known. */
        public boolean isByList() {
            return watched != null && watched.byList();
        }

        /** Returns how many rounds all tables have resolved; one that a fault has stopped is not waited for. */
        public int revealed() {
            return tables.stream()
                    .filter(table -> table.phase() != TablePhase.FAULT)
                    .mapToInt(table -> table.rounds().size())
                    .min()
                    .orElse(0);
        }

        /** Returns whether no match goes on any more. */
        public boolean isOver() {
            return (state != null && state.closed())
                    || (!tables.isEmpty()
                            && tables.stream()
                                    .allMatch(table ->
                                            table.phase() == TablePhase.OVER || table.phase() == TablePhase.FAULT));
        }

        /** Returns the number of the last round, 0 if nobody may know it. */
        public int lastRound() {
            return tables.stream().mapToInt(TableChanged::lastRound).max().orElse(0);
        }

        /** Returns the card of each table after the newest round that all have resolved; none before the class is known. */
        public List<BoardCard> cards() {
            if (watched == null) {
                return List.of();
            }
            PublicRound start = start(watched);
            int revealed = revealed();
            return tables.stream()
                    .map(table -> BoardCard.of(
                            start,
                            new SeenTable(
                                    table.table(),
                                    table.rounds().stream()
                                            .filter(each -> each.round() <= revealed)
                                            .toList(),
                                    table.phase() == TablePhase.FAULT)))
                    .toList();
        }

        /** How every match begins, as what everybody would see of a round before the first. */
        private static PublicRound start(ClassNews.Watched watched) {
            int until = watched.startUntil();
            return new PublicRound(
                    0,
                    watched.startTariff(),
                    List.of(),
                    false,
                    false,
                    watched.layered() ? 0 : until,
                    watched.layered() ? until : 0,
                    PublicRound.Ended.NOTHING,
                    false,
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    /**
     * Takes in what the server said.
     *
     * @param nowUnixMillis now
     */
    public synchronized void take(ClassNews news, long nowUnixMillis) {
        news.in(new TakenIn(nowUnixMillis));
    }

    /** What comes of something that the server said: a new kind of news does not compile before it is known whether a picture shows it. */
    private final class TakenIn implements ClassNews.Cases<@Nullable Void> {
        private final long now;

        TakenIn(long now) {
            this.now = now;
        }

        @Override
        public @Nullable Void deskEntered(ClassNews.DeskEntered desk) {
            entered = desk;
            return null;
        }

        @Override
        public @Nullable Void watched(ClassNews.Watched all) {
            watched = all;
            return null;
        }

        @Override
        public @Nullable Void changed(ClassNews.Changed changed) {
            state = changed;
            return null;
        }

        @Override
        public @Nullable Void listRead(ClassNews.ListRead read) {
            list = read;
            return null;
        }

        @Override
        public @Nullable Void tableChanged(TableChanged changed) {
            TableChanged before = tables.put(changed.table(), changed);
            boolean another = before == null || before.round() != changed.round();
            changed.seats().forEach(seat -> ClassPicture.this.wait(changed, seat, another, now));
            return null;
        }

        // A seat of one's own, answers to acts, and documents are no part of the picture.

        @Override
        public @Nullable Void entered(ClassNews.Entered answer) {
            return null;
        }

        @Override
        public @Nullable Void previewed(ClassNews.Previewed answer) {
            return null;
        }

        @Override
        public @Nullable Void done(ClassNews.Done answer) {
            return null;
        }

        @Override
        public @Nullable Void opened(ClassNews.Opened answer) {
            return null;
        }

        @Override
        public @Nullable Void listed(ClassNews.Listed answer) {
            return null;
        }

        @Override
        public @Nullable Void textRead(ClassNews.TextRead answer) {
            return null;
        }
    }

    private void wait(TableChanged table, TableSeat seat, boolean anotherRound, long now) {
        Waiting.Place place = new Waiting.Place(table.table(), seat.seat());
        SeatState told = seat.state(now);
        SeatState how = told == SeatState.IDLE ? SeatState.WORKS : told;
        Waiting before = waiting.get(place);
        long since = before != null && before.state() == how && !anotherRound ? before.sinceUnixMillis() : now;
        if (how.isWaitedFor() && isOpen(table)) {
            waiting.put(place, new Waiting(place, seat, how, since));
        } else {
            waiting.remove(place);
        }
    }

    /** Returns whether seats may act at a table, in some part of a round. */
    public static boolean isOpen(TableChanged table) {
        return table.phase() == TablePhase.OPEN
                || table.phase() == TablePhase.OVERTIME
                || table.phase() == TablePhase.EXTRA;
    }

    /** Returns what an open table has left of its round, 0 where no time runs. */
    public static long left(TableChanged table, long nowUnixMillis) {
        if (table.paused()) {
            return table.leftMillis();
        }
        return table.deadlineUnixMillis() == 0 ? 0 : Math.max(0, table.deadlineUnixMillis() - nowUnixMillis);
    }

    /** The desk, or null before it is open. */
    public synchronized ClassNews.@Nullable DeskEntered entered() {
        return entered;
    }

    /** How the class stands, or null before it is told. */
    public synchronized ClassNews.@Nullable Changed state() {
        return state;
    }

    /** Returns all that the server told unasked, as if it told it now. */
    public synchronized List<ClassNews> told() {
        List<ClassNews> all = new ArrayList<>();
        if (entered != null) {
            all.add(entered);
        }
        if (state != null) {
            all.add(state);
        }
        all.addAll(tables.values());
        return all;
    }

    /** Returns what who watches knows now. */
    public synchronized Known known() {
        return new Known(watched, state, tables());
    }

    /** The class list, once it was read, with who is here now: tables and class tell that unasked. */
    public synchronized List<ClassNews.Member> members() {
        return list == null ? List.of() : list.members().stream().map(this::now).toList();
    }

    private ClassNews.Member now(ClassNews.Member read) {
        TableChanged table = tables.get(read.table());
        boolean here = read.here();
        if (table != null) {
            here = table.seats().stream()
                    .filter(seat -> seat.seat().equals(read.seat()) && seat.member() == read.member())
                    .findFirst()
                    .map(TableSeat::here)
                    .orElse(here);
        } else if (read.seat() == null && state != null) {
            here = state.waiting().contains(read.member());
        }
        return new ClassNews.Member(
                read.member(),
                read.name(),
                read.student(),
                read.table(),
                read.seat(),
                read.pseudonym(),
                here,
                read.removed());
    }

    /** What desks did, once it was read. */
    public synchronized List<ClassNews.LogLine> log() {
        return list == null ? List.of() : list.log();
    }

    /** The tables by number. */
    public synchronized List<TableChanged> tables() {
        return List.copyOf(tables.values());
    }

    /** Returns the seats that are waited for: who is away first, then the longest. */
    public synchronized List<Waiting> waiting() {
        List<Waiting> all = new ArrayList<>(waiting.values());
        all.sort(Comparator.<Waiting>comparingInt(each -> each.state() == SeatState.AWAY ? 0 : 1)
                .thenComparingLong(Waiting::sinceUnixMillis)
                .thenComparingInt(each -> each.place().table())
                .thenComparing(each -> each.place().seat().side())
                .thenComparingInt(each -> each.place().seat().number()));
        return all;
    }

    /** Returns the open round: the earliest, if tables differ; 1 before the first. */
    public synchronized int round() {
        return tables.values().stream().mapToInt(TableChanged::round).min().orElse(1);
    }

    /** Reads an act as it is typed at the desk: without a number it means the open round, and for opening one the next. */
    public synchronized Optional<ClassAct> read(String line) {
        Optional<ClassAct> act = ClassActNotation.read(line, round());
        boolean opens =
                act.isPresent() && act.get() instanceof ClassAct.AtTables at && at.act() instanceof HostAct.OpenRound;
        // Between rounds, tables tell the round that opens next.
        return opens && isBetween() ? ClassActNotation.read(line, round() - 1) : act;
    }

    private boolean isBetween() {
        return tables.values().stream()
                .min(Comparator.comparingInt(TableChanged::round))
                .map(first -> first.phase() == TablePhase.BETWEEN || first.phase() == TablePhase.LOBBY)
                .orElse(false);
    }
}
