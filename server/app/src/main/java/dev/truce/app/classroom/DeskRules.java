package dev.truce.app.classroom;

import dev.truce.app.classroom.ClassEvent.Wish;
import dev.truce.app.classroom.ClassSetup.TableSeat;
import dev.truce.app.classroom.ClassSetup.TableSetup;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.deed.Takeover;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.match.notation.HostActNotation;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what a desk wants, and says what the tables of the class have to do for it. Changes nothing. */
public final class DeskRules implements ClassAct.Cases<Reply<List<Wish>>> {
    private final ClassState state;
    private final Set<Integer> here;
    private final Set<Integer> over;

    /**
     * @param here members who are connected
     * @param over tables whose matches are over: who sat there has a result
     */
    public DeskRules(ClassState state, Set<Integer> here, Set<Integer> over) {
        this.state = state;
        this.here = Set.copyOf(here);
        this.over = Set.copyOf(over);
    }

    /** Returns what tables have to do, or why the act is refused. */
    public Reply<List<Wish>> judge(ClassAct act) {
        if (state.isClosed()) {
            return Reply.refused(ServerRefusals.classClosed());
        }
        // A class that has had so many acts can still be ended.
        return state.acts().isFull() && !(act instanceof ClassAct.Finish)
                ? Reply.refused(ServerRefusals.classFull(ActLog.MAX))
                : act.in(this);
    }

    private Optional<Refusal> unknown(List<Integer> tables) {
        return tables.stream()
                .filter(table -> state.setup().table(table).isEmpty())
                .findFirst()
                .map(ServerRefusals::unknownTable);
    }

    @Override
    public Reply<List<Wish>> atTables(ClassAct.AtTables act) {
        Optional<Refusal> unknown = unknown(act.tables());
        if (unknown.isPresent()) {
            return Reply.refused(unknown.get());
        }
        if (!(act.act() instanceof HostAct.OfOwner)) {
            return Reply.refused(Refusal.of(ConnectionCode.NOT_ALLOWED, "act")
                    .because("refused.not_allowed", HostActNotation.word(act.act()), "DESK"));
        }
        List<TableSetup> tables = state.tables(act.tables());
        if (!ActKinds.reaches(act.act(), tables.size())) {
            return Reply.refused(ServerRefusals.tooManyAtOnce(ActKinds.MAX_AT_ONCE, tables.size()));
        }
        List<Wish> wanted = new ArrayList<>();
        for (TableSetup table : tables) {
            wanted.add(new ClassEvent.Hosts(table.number(), act.act()));
            if (act.act() instanceof HostAct.Start) {
                begin(table, wanted);
            }
        }
        return Reply.done(wanted);
    }

    private void begin(TableSetup table, List<Wish> wanted) {
        Template template = state.setup().template();
        for (TableSeat seat : state.seatsOf(table.number())) {
            if (state.memberOf(seat) == 0) {
                wanted.add(without(seat));
            }
        }
        if (template.pace() == RoundPace.GATED && template.opens()) {
            wanted.add(new ClassEvent.Hosts(table.number(), new HostAct.OpenRound(1, HostAct.OpenRound.USUAL)));
        }
    }

    /** Returns what is done with a seat that has no student: a bot acts, or nobody. */
    private Wish without(TableSeat seat) {
        Template template = state.setup().template();
        boolean empty = template.leavesGaps() && seat.seat().number() != Delegation.HEAD;
        return empty
                ? new ClassEvent.Hosts(
                        seat.table(),
                        new HostAct.Vacate(seat.seat().side(), seat.seat().number()))
                : standIn(seat, template.bot());
    }

    static Wish standIn(TableSeat seat, String bot) {
        return new ClassEvent.Hosts(
                seat.table(),
                new HostAct.StandIn(seat.seat().side(), seat.seat().number(), bot));
    }

    /** Returns what gives a seat back to its person. */
    public static Wish handBack(TableSeat seat) {
        return new ClassEvent.Hosts(
                seat.table(),
                new HostAct.HandBack(seat.seat().side(), seat.seat().number()));
    }

    @Override
    public Reply<List<Wish>> doors(ClassAct.Doors act) {
        return Reply.done(List.of());
    }

    @Override
    public Reply<List<Wish>> fillGaps(ClassAct.FillGaps act) {
        Optional<Refusal> unknown = unknown(act.tables());
        if (unknown.isPresent()) {
            return Reply.refused(unknown.get());
        }
        List<TableSetup> tables = state.tables(act.tables());
        if (tables.size() > ActKinds.MAX_AT_ONCE) {
            return Reply.refused(ServerRefusals.tooManyAtOnce(ActKinds.MAX_AT_ONCE, tables.size()));
        }
        List<Wish> wanted = new ArrayList<>();
        if (act.bot().equals(ClassAct.FillGaps.OFF)) {
            state.filled(act.tables())
                    .forEach((seat, before) -> wanted.add(new ClassEvent.Hosts(
                            seat.table(),
                            new Takeover(seat.seat().side(), seat.seat().number(), before).act())));
            return Reply.done(wanted);
        }
        for (TableSetup table : tables) {
            for (TableSeat seat : state.seatsOf(table.number())) {
                boolean empty = state.holder(seat) instanceof SeatHolder.Nobody;
                if (empty || (!state.isGap(seat) && !here.contains(state.memberOf(seat)))) {
                    wanted.add(standIn(seat, act.bot()));
                }
            }
        }
        return Reply.done(wanted);
    }

    @Override
    public Reply<List<Wish>> move(ClassAct.Move act) {
        TableSeat to = new TableSeat(act.table(), new Seat(act.side(), act.seat()));
        if (!state.isMember(act.member())) {
            return Reply.refused(ServerRefusals.unknownMember(act.member()));
        }
        Optional<Refusal> missing =
                missing(to).or(() -> ended(Optional.of(to))).or(() -> ended(state.seatOf(act.member())));
        if (missing.isPresent()) {
            return Reply.refused(missing.get());
        }
        if (state.memberOf(to) == act.member()) {
            return Reply.refused(Refusal.of(ConnectionCode.SEAT_TAKEN, "seat")
                    .because("refused.seat_taken.own", act.member(), to.table() + "." + to.seat()));
        }
        if (state.memberOf(to) != 0) {
            String exchange = ClassActNotation.of(new ClassAct.Swap(act.member(), state.memberOf(to)));
            return Reply.refused(taken(to).legal(exchange));
        }
        List<Wish> wanted = new ArrayList<>();
        // First, so that a table where all others are bots does not shut its round before he is there.
        if (state.isGap(to)) {
            wanted.add(handBack(to));
        }
        wanted.addAll(leaving(act.member()));
        return Reply.done(wanted);
    }

    private Optional<Refusal> missing(TableSeat seat) {
        if (state.setup().table(seat.table()).isEmpty()) {
            return Optional.of(ServerRefusals.unknownTable(seat.table()));
        }
        return state.seatsOf(seat.table()).contains(seat)
                ? Optional.empty()
                : Optional.of(Refusal.of(ConnectionCode.NO_SUCH_SEAT, "seat").naming(seat.seat()));
    }

    /** Who sits at a table whose match is over is graded for it, so nobody comes there and nobody goes. */
    private Optional<Refusal> ended(Optional<TableSeat> seat) {
        return seat.map(TableSeat::table)
                .filter(over::contains)
                .map(table -> Refusal.of(RefusalCode.WRONG_PHASE, "seat").because("refused.table-over", table));
    }

    private Refusal taken(TableSeat seat) {
        return Refusal.of(ConnectionCode.SEAT_TAKEN, "seat")
                .because("refused.seat_taken.member", seat.table() + "." + seat.seat(), state.memberOf(seat));
    }

    @Override
    public Reply<List<Wish>> swap(ClassAct.Swap act) {
        for (int member : List.of(act.member(), act.other())) {
            if (!state.isMember(member)) {
                return Reply.refused(ServerRefusals.unknownMember(member));
            }
        }
        Optional<TableSeat> first = state.seatOf(act.member());
        Optional<TableSeat> second = state.seatOf(act.other());
        if (first.equals(second)) {
            return Reply.refused(Refusal.of(ConnectionCode.NO_SUCH_SEAT, "other")
                    .because("refused.swap", act.member(), act.other()));
        }
        Optional<Refusal> ended = ended(first).or(() -> ended(second));
        if (ended.isPresent()) {
            return Reply.refused(ended.get());
        }
        List<Wish> wanted = new ArrayList<>();
        first.ifPresent(seat -> wanted.addAll(backFor(act.other(), seat)));
        second.ifPresent(seat -> wanted.addAll(backFor(act.member(), seat)));
        wanted.addAll(released(act.member()));
        wanted.addAll(released(act.other()));
        return Reply.done(wanted);
    }

    /** Returns whether a bot acts on a seat, or nobody: until its member comes, or because a desk wanted it. */
    static boolean isLeft(ClassState state, TableSeat seat) {
        return state.isGap(seat) || !state.holder(seat).equals(new SeatHolder.Person());
    }

    /** Who is here takes a seat from its bot at once; for who has still to come the bot goes on until then. */
    private List<Wish> backFor(int member, TableSeat seat) {
        return isLeft(state, seat) && here.contains(member) ? List.of(handBack(seat)) : List.of();
    }

    @Override
    public Reply<List<Wish>> add(ClassAct.Add act) {
        if (state.members() >= ClassList.MAX_STUDENTS) {
            return Reply.refused(Refusal.of(ConnectionCode.ROOM_FULL, "act")
                    .because("refused.class-students", ClassList.MAX_STUDENTS));
        }
        if (act.table() == 0) {
            return Reply.done(List.of());
        }
        TableSeat to = new TableSeat(act.table(), new Seat(act.side(), act.seat()));
        return missing(to)
                .or(() -> ended(Optional.of(to)))
                .or(() -> state.memberOf(to) == 0 ? Optional.empty() : Optional.of(taken(to)))
                .map(Reply::<List<Wish>>refused)
                .orElseGet(() -> Reply.done(List.of()));
    }

    /** Who leaves a seat leaves it to a bot or to nobody, if its match has begun. */
    private List<Wish> leaving(int member) {
        Optional<TableSeat> seat = state.seatOf(member);
        if (seat.isEmpty()) {
            return List.of();
        }
        List<Wish> wanted = new ArrayList<>();
        wanted.add(new ClassEvent.Release(seat.get().table(), seat.get().seat()));
        if (state.hasBegun(seat.get().table()) && !state.isGap(seat.get())) {
            wanted.add(without(seat.get()));
        }
        return wanted;
    }

    @Override
    public Reply<List<Wish>> rename(ClassAct.Rename act) {
        Optional<String> name = Names.fit(act.pseudonym());
        Optional<TableSeat> seat = state.seatOf(act.member());
        if (!state.isMember(act.member()) || seat.isEmpty()) {
            return Reply.refused(ServerRefusals.unknownMember(act.member()));
        }
        if (name.isEmpty()) {
            return Reply.refused(
                    Refusal.of(ConnectionCode.BAD_NAME, "pseudonym").legal(Names.LEGAL));
        }
        if (state.hasBegun(seat.get().table())) {
            return Reply.refused(
                    Refusal.of(ConnectionCode.ROOM_STARTED, "member").because("refused.has-begun"));
        }
        boolean taken = state.seatsOf(seat.get().table()).stream()
                .anyMatch(other -> !other.equals(seat.get())
                        && Names.key(state.pseudonym(other)).equals(Names.key(name.get())));
        return taken
                ? Reply.refused(Refusal.of(ConnectionCode.NAME_TAKEN, "pseudonym"))
                : Reply.done(List.of(
                        new ClassEvent.Renames(seat.get().table(), seat.get().seat(), name.get())));
    }

    @Override
    public Reply<List<Wish>> remove(ClassAct.Remove act) {
        return state.isMember(act.member())
                ? Reply.done(leaving(act.member()))
                : Reply.refused(ServerRefusals.unknownMember(act.member()));
    }

    @Override
    public Reply<List<Wish>> newKey(ClassAct.NewKey act) {
        return state.isMember(act.member())
                ? Reply.done(released(act.member()))
                : Reply.refused(ServerRefusals.unknownMember(act.member()));
    }

    /** Who has the old key may sit there. */
    private List<Wish> released(int member) {
        return state.seatOf(member).stream()
                .<Wish>map(seat -> new ClassEvent.Release(seat.table(), seat.seat()))
                .toList();
    }

    @Override
    public Reply<List<Wish>> admit(ClassAct.Admit act) {
        return state.devices()
                .find(act.device())
                .map(device -> Reply.done(released(device.member())))
                .orElseGet(() -> Reply.refused(ServerRefusals.noDevice(act.device())));
    }

    @Override
    public Reply<List<Wish>> refuse(ClassAct.Refuse act) {
        return state.devices().find(act.device()).isPresent()
                ? Reply.done(List.of())
                : Reply.refused(ServerRefusals.noDevice(act.device()));
    }

    @Override
    public Reply<List<Wish>> newTicket(ClassAct.NewTicket act) {
        return Reply.done(List.of());
    }

    @Override
    public Reply<List<Wish>> erase(ClassAct.Erase act) {
        boolean known = act.member() >= 1 && act.member() <= state.members();
        return known ? Reply.done(released(act.member())) : Reply.refused(ServerRefusals.unknownMember(act.member()));
    }

    @Override
    public Reply<List<Wish>> undo(ClassAct.Undo act) {
        Optional<ClassAct> inverse = state.undoing(act.act());
        if (inverse.isEmpty()) {
            return Reply.refused(ServerRefusals.notUndoable(act.act()));
        }
        return inverse.get().in(this) instanceof Reply.Refused<List<Wish>> denied
                ? Reply.refused(ServerRefusals.notUndoable(denied.refusal()))
                : inverse.get().in(this);
    }

    @Override
    public Reply<List<Wish>> finish(ClassAct.Finish act) {
        List<Wish> wanted = new ArrayList<>();
        for (TableSetup table : state.setup().tables()) {
            if (state.hasBegun(table.number())) {
                wanted.add(new ClassEvent.Hosts(table.number(), new HostAct.Abandon("")));
            }
        }
        return Reply.done(wanted);
    }
}
