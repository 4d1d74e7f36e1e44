package dev.truce.app.classroom;

import dev.truce.app.classroom.ClassSetup.TableSeat;
import dev.truce.app.classroom.ClassSetup.TableSetup;
import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.deed.Takeover;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a desk has to know of each kind of act: at how many tables it is done at once, and which act takes it back. A row for each act of
 * rooms, and for each act of the class that can be taken back.
 */
final class ActKinds {
    /** Tables at which something is done at once that decides for those who sit there. */
    static final int MAX_AT_ONCE = 20;

    private static final Map<Class<?>, Row<?>> ROWS = new LinkedHashMap<>();

    /** At how many tables something may be done at once. */
    private enum Reach {
        /** At all: it is the same for the whole class. */
        CLASS,
        /** At so many that one can look at each first. */
        TABLES
    }

    /**
     * Finds what takes an act back.
     *
     * @param <A> the kind of act
     * @param <R> the kind of what takes it back
     */
    private interface Inverse<A, R> {
        /** Returns the act that leads back to the state before, or null if none does. */
        @Nullable
        R of(A act, Before before);
    }

    /** The class before an act, and the tables at which it is done. */
    private record Before(ClassState state, List<TableSetup> tables) {
        /** Returns who acts on a seat at all the tables; null if they differ. */
        @Nullable
        SeatHolder holder(Seat seat) {
            Set<SeatHolder> holders = new HashSet<>();
            tables.forEach(table -> holders.add(state.holder(new TableSeat(table.number(), seat))));
            return holders.size() == 1 ? holders.iterator().next() : null;
        }

        /** Returns whether a seat that waits for its member is among those of the tables. */
        boolean awaits(Seat seat) {
            return tables.stream()
                    .map(table -> new TableSeat(table.number(), seat))
                    .anyMatch(at -> state.isGap(at) && state.memberOf(at) != 0);
        }
    }

    private record Row<A>(Class<A> type, Reach reach, Inverse<A, ?> inverse) {
        Optional<Object> inverse(Object act, Before before) {
            return Optional.ofNullable(inverse.of(type.cast(act), before));
        }
    }

    static {
        row(HostAct.Start.class, Reach.CLASS, ActKinds::stays);
        row(HostAct.Pause.class, Reach.CLASS, (act, before) -> new HostAct.Unpause());
        row(HostAct.Unpause.class, Reach.CLASS, (act, before) -> new HostAct.Pause());
        row(HostAct.OpenRound.class, Reach.CLASS, ActKinds::stays);
        row(HostAct.Reveal.class, Reach.CLASS, ActKinds::stays);
        row(HostAct.Announce.class, Reach.CLASS, ActKinds::stays);
        row(HostAct.Message.class, Reach.TABLES, ActKinds::stays);
        row(HostAct.Extend.class, Reach.TABLES, (act, before) -> new HostAct.Extend(act.round(), -act.millis()));
        row(HostAct.Grant.class, Reach.TABLES, ActKinds::stays);
        row(HostAct.Advance.class, Reach.TABLES, ActKinds::stays);
        row(HostAct.PlayCard.class, Reach.TABLES, (act, before) -> new HostAct.WithdrawCard(act.round(), act.card()));
        row(HostAct.WithdrawCard.class, Reach.TABLES, (act, before) -> new HostAct.PlayCard(act.round(), act.card()));
        row(HostAct.StandIn.class, Reach.TABLES, ActKinds::takeover);
        row(HostAct.HandBack.class, Reach.TABLES, ActKinds::takeover);
        row(HostAct.Vacate.class, Reach.TABLES, ActKinds::takeover);
        row(HostAct.Revoke.class, Reach.TABLES, ActKinds::stays);
        row(HostAct.RevokeObservers.class, Reach.TABLES, ActKinds::stays);
        row(HostAct.EndWith.class, Reach.TABLES, ActKinds::stays);
        row(ClassAct.FillGaps.class, Reach.TABLES, ActKinds::fillGaps);
        row(ClassAct.Doors.class, Reach.CLASS, ActKinds::doors);
        row(ClassAct.Move.class, Reach.CLASS, ActKinds::move);
        row(ClassAct.Swap.class, Reach.CLASS, ActKinds::swap);
        row(ClassAct.Rename.class, Reach.CLASS, ActKinds::rename);
    }

    private ActKinds() {}

    private static <A> void row(Class<A> type, Reach reach, Inverse<A, ?> inverse) {
        ROWS.put(type, new Row<>(type, reach, inverse));
    }

    private static @Nullable Object stays(Object act, Before before) {
        return null;
    }

    private static @Nullable HostAct takeover(HostAct act, Before before) {
        Takeover takeover = Takeover.of(act);
        if (takeover == null) {
            return null;
        }
        Seat seat = new Seat(takeover.side(), takeover.seat());
        SeatHolder holder = before.holder(seat);
        // Only the one who fills gaps lets a seat wait with a bot for its member again.
        boolean stays = takeover.holder() instanceof SeatHolder.Person
                && holder instanceof SeatHolder.Bot
                && before.awaits(seat);
        return holder == null || holder.equals(takeover.holder()) || stays
                ? null
                : new Takeover(takeover.side(), takeover.seat(), holder).act();
    }

    private static @Nullable ClassAct fillGaps(ClassAct.FillGaps act, Before before) {
        Set<SeatHolder> bots = new HashSet<>();
        before.state()
                .filled(act.tables())
                .keySet()
                .forEach(seat -> bots.add(before.state().holder(seat)));
        if (!act.bot().equals(ClassAct.FillGaps.OFF)) {
            // Bots of an act before it would let go too.
            return bots.isEmpty() ? new ClassAct.FillGaps(act.tables(), ClassAct.FillGaps.OFF) : null;
        }
        return bots.size() == 1 && bots.iterator().next() instanceof SeatHolder.Bot bot
                ? new ClassAct.FillGaps(act.tables(), bot.name())
                : null;
    }

    private static @Nullable ClassAct doors(ClassAct.Doors act, Before before) {
        boolean open = before.state().doorsOpen();
        return open == act.open() ? null : new ClassAct.Doors(open);
    }

    private static @Nullable ClassAct move(ClassAct.Move act, Before before) {
        Optional<TableSeat> from = before.state().seatOf(act.member());
        TableSeat to = new TableSeat(act.table(), new Seat(act.side(), act.seat()));
        SeatHolder holder = before.state().holder(to);
        boolean otherBot = holder instanceof SeatHolder.Bot bot
                && !bot.name().equals(before.state().setup().template().bot());
        // A bot that somebody chose does not come back, and neither does one that acted for him.
        if (from.isEmpty() || otherBot || before.state().isGap(from.get())) {
            return null;
        }
        Seat seat = from.get().seat();
        return new ClassAct.Move(act.member(), from.get().table(), seat.side(), seat.number());
    }

    private static @Nullable ClassAct swap(ClassAct.Swap act, Before before) {
        // A bot that acted for one of them does not come back.
        boolean botsGo = Stream.of(act.member(), act.other())
                .flatMap(member -> before.state().seatOf(member).stream())
                .anyMatch(seat -> DeskRules.isLeft(before.state(), seat));
        return botsGo ? null : act;
    }

    private static @Nullable ClassAct rename(ClassAct.Rename act, Before before) {
        return before.state()
                .seatOf(act.member())
                .map(seat -> new ClassAct.Rename(act.member(), before.state().pseudonym(seat)))
                .orElse(null);
    }

    /** Returns the kinds of acts that have a row. */
    static Set<Class<?>> types() {
        return ROWS.keySet();
    }

    /** Returns whether something may be done at so many tables at once. */
    static boolean reaches(HostAct act, int tables) {
        Row<?> row = ROWS.get(act.getClass());
        return tables <= MAX_AT_ONCE || (row != null && row.reach() == Reach.CLASS);
    }

    /** Returns what takes an act back that is about to be done; empty if nothing does. */
    static Optional<ClassAct> inverse(ClassAct act, ClassState before) {
        if (act instanceof ClassAct.AtTables at) {
            return inverse(at.act(), new Before(before, before.tables(at.tables())))
                    .map(back -> new ClassAct.AtTables(at.tables(), (HostAct) back));
        }
        return inverse(act, new Before(before, List.of())).map(ClassAct.class::cast);
    }

    private static Optional<Object> inverse(Object act, Before before) {
        Row<?> row = ROWS.get(act.getClass());
        return row == null ? Optional.empty() : row.inverse(act, before);
    }
}
