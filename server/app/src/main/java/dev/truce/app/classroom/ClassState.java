package dev.truce.app.classroom;

import dev.truce.app.classroom.ClassSetup.TableSeat;
import dev.truce.app.classroom.ClassSetup.TableSetup;
import dev.truce.app.classroom.entry.Devices;
import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.deed.Takeover;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a class has become after its events, in order. It knows no name, no clock and no connection; the same events give the same state.
 */
public final class ClassState {
    /** The most desks that are known again by their tokens; the oldest needs the desk key or a ticket then. */
    static final int MAX_DESKS = 200;

    private final ClassSetup setup;
    private final Map<TableSeat, Integer> memberOf = new LinkedHashMap<>();
    private final Map<Integer, TableSeat> seatOf = new TreeMap<>();
    private final Map<TableSeat, String> pseudonyms = new HashMap<>();

    /** Who has had seats at which the match had begun. */
    private final Map<TableSeat, SeatHands> hands = new HashMap<>();

    /** Members who have exchanged their seats and kept them so since, with the events by which they did. */
    private final Map<Integer, Long> swapped = new HashMap<>();

    /** Seats on which a bot acts, or nobody, until somebody takes them. */
    private final Set<TableSeat> gaps = new HashSet<>();

    /** Seats that were filled because their members were not there, with who had them before. */
    private final Map<TableSeat, SeatHolder> filled = new LinkedHashMap<>();

    /** Who acts in place of students, by their seats. */
    private final Map<TableSeat, SeatHolder> holders = new HashMap<>();

    /** What events that are not finished have done with seats, by the numbers of the events. */
    private final TreeMap<Long, Map<TableSeat, SeatClaim>> claims = new TreeMap<>();

    private final Set<Integer> entered = new HashSet<>();

    /** Members who were added once the class had begun, with the events by which they came, or were added as long as they have not. */
    private final Map<Integer, Long> late = new HashMap<>();

    private final Set<Integer> removed = new HashSet<>();
    private final Set<Integer> begun = new HashSet<>();
    private final Map<String, Integer> desks = new LinkedHashMap<>();
    /** Hashes of tickets, with when they were made. */
    private final Map<String, Long> tickets = new HashMap<>();

    private final ActLog acts = new ActLog();
    private final OpenCalls calls = new OpenCalls();
    private final Devices devices = new Devices();
    private boolean doorsOpen;
    private boolean closed;
    private int added;
    private int lastDesk;

    /** A class that was just opened. */
    public ClassState(ClassSetup setup) {
        this.setup = setup;
        for (TableSetup table : setup.tables()) {
            for (ClassSetup.SeatSetup seat : table.seats()) {
                TableSeat at = new TableSeat(table.number(), seat.seat());
                pseudonyms.put(at, seat.pseudonym());
                if (seat.member() > 0) {
                    sit(seat.member(), at, 0);
                }
            }
        }
    }

    private void sit(int member, TableSeat at, long event) {
        leave(member);
        hands(at).took(member, event);
        memberOf.put(at, member);
        seatOf.put(member, at);
        gaps.remove(at);
    }

    private SeatHands hands(TableSeat at) {
        return hands.computeIfAbsent(at, any -> new SeatHands());
    }

    private void leave(int member) {
        Long exchange = swapped.remove(member);
        if (exchange != null) {
            // The same exchange would now give seats to them that they did not have.
            acts.stays(exchange);
        }
        TableSeat before = seatOf.remove(member);
        if (before != null) {
            memberOf.remove(before);
            if (begun.contains(before.table())) {
                gaps.add(before);
                hands(before).left(member);
            }
        }
    }

    /**
     * Takes the next event.
     *
     * @param number its number in the journal of the class
     */
    public void apply(long number, ClassEvent event) {
        Map<TableSeat, SeatClaim> claimed = claimed(event.wanted());
        take(number, event);
        if (!claimed.isEmpty()) {
            claimed.forEach((seat, claim) -> claim.after = standing(seat));
            claims.put(number, claimed);
        }
    }

    private Map<TableSeat, SeatClaim> claimed(List<ClassEvent.Wish> wanted) {
        Map<TableSeat, SeatClaim> claimed = new LinkedHashMap<>();
        Map<Integer, Integer> ofTables = new HashMap<>();
        for (ClassEvent.Wish wish : wanted) {
            int index = ofTables.merge(wish.table(), 1, Integer::sum) - 1;
            seatOf(wish).ifPresent(seat -> claimed.putIfAbsent(seat, new SeatClaim(index, standing(seat))));
        }
        return claimed;
    }

    private SeatClaim.Standing standing(TableSeat seat) {
        return new SeatClaim.Standing(holder(seat), gaps.contains(seat), filled.get(seat));
    }

    /** What tables have refused is as it was before, unless something else has been done with the seat since. */
    private void putBack(ClassEvent.Finished done) {
        Map<TableSeat, SeatClaim> claimed = claims.remove(done.act());
        if (claimed == null) {
            return;
        }
        for (ClassEvent.TableRefusal refusal : done.refusals()) {
            claimed.forEach((seat, claim) -> {
                if (seat.table() == refusal.table() && claim.index >= refusal.done()) {
                    putBack(done.act(), seat, claim);
                }
            });
        }
    }

    private void putBack(long act, TableSeat seat, SeatClaim claim) {
        for (Map<TableSeat, SeatClaim> later : claims.tailMap(act, false).values()) {
            SeatClaim next = later.get(seat);
            if (next != null) {
                // Should that be refused too, the seat is as it was before both.
                next.before = next.before.equals(claim.after) ? claim.before : next.before;
                return;
            }
        }
        if (standing(seat).equals(claim.after)) {
            stand(seat, claim.before);
        }
    }

    private void stand(TableSeat seat, SeatClaim.Standing standing) {
        holders.put(seat, standing.holder());
        if (standing.gap()) {
            gaps.add(seat);
        } else {
            gaps.remove(seat);
        }
        if (standing.filled() == null) {
            filled.remove(seat);
        } else {
            filled.put(seat, standing.filled());
        }
    }

    private void take(long number, ClassEvent event) {
        if (event instanceof ClassEvent.Acted acted) {
            acts.add(number, acted, ActKinds.inverse(acted.act(), this));
            if (!acted.ticketHash().isEmpty()) {
                tickets.put(acted.ticketHash(), acted.unixMillis());
            }
            acted.act().in(new Applying(number, acted.wanted()));
            Map<TableSeat, SeatHolder> before = new LinkedHashMap<>();
            if (acted.act() instanceof ClassAct.FillGaps) {
                acted.wanted().forEach(wish -> seatOf(wish).ifPresent(seat -> before.put(seat, holder(seat))));
            }
            acted.wanted().forEach(this::note);
            before.forEach(this::fill);
        } else if (event instanceof ClassEvent.Entered in) {
            acts.add(number, in);
            in.wanted().forEach(this::note);
            if (entered.add(in.member())) {
                late.computeIfPresent(in.member(), (member, before) -> number);
            }
            if (!in.device().isEmpty()) {
                devices.sits(in.member(), in.device());
            }
            if (in.seat() != null) {
                sit(in.member(), new TableSeat(in.table(), in.seat()), number);
            }
        } else if (event instanceof ClassEvent.Held held) {
            devices.waits(
                    new Devices.Waiting(held.device(), held.member(), held.hash(), held.unixMillis()), held.instead());
        } else if (event instanceof ClassEvent.Called called) {
            calls.add(called);
        } else if (event instanceof ClassEvent.DeskOpened opened) {
            desks.put(opened.tokenHash(), opened.desk());
            if (desks.size() > MAX_DESKS) {
                desks.remove(desks.keySet().iterator().next());
            }
            tickets.remove(opened.ticketHash());
            lastDesk = Math.max(lastDesk, opened.desk());
        } else if (event instanceof ClassEvent.Finished done) {
            acts.finish(done);
            putBack(done);
        }
    }

    private void note(ClassEvent.Wish wish) {
        Takeover takeover = wish instanceof ClassEvent.Hosts hosts ? Takeover.of(hosts.act()) : null;
        if (takeover != null) {
            TableSeat seat = new TableSeat(wish.table(), new Seat(takeover.side(), takeover.seat()));
            holders.put(seat, takeover.holder());
            filled.remove(seat);
        }
        if (wish instanceof ClassEvent.Renames renames) {
            pseudonyms.put(new TableSeat(renames.table(), renames.seat()), renames.pseudonym());
        } else if (wish instanceof ClassEvent.Hosts hosts && hosts.act() instanceof HostAct.Start) {
            begun.add(hosts.table());
            for (TableSeat at : seatsOf(hosts.table())) {
                if (!memberOf.containsKey(at)) {
                    gaps.add(at);
                }
            }
        }
    }

    private static Optional<TableSeat> seatOf(ClassEvent.Wish wish) {
        Takeover takeover = wish instanceof ClassEvent.Hosts hosts ? Takeover.of(hosts.act()) : null;
        return Optional.ofNullable(takeover)
                .map(each -> new TableSeat(wish.table(), new Seat(each.side(), each.seat())));
    }

    /** A seat was filled because its member was not there, or the bot that filled it has let go. */
    private void fill(TableSeat seat, SeatHolder before) {
        if (holder(seat) instanceof SeatHolder.Bot) {
            gaps.add(seat);
            filled.put(seat, before);
        } else if (holder(seat) instanceof SeatHolder.Person) {
            gaps.remove(seat);
        }
    }

    /** Returns the seats of some tables that were filled because their members were not there, with who had them before. */
    Map<TableSeat, SeatHolder> filled(List<Integer> tables) {
        Map<TableSeat, SeatHolder> there = new LinkedHashMap<>();
        filled.forEach((seat, before) -> {
            if (tables.isEmpty() || tables.contains(seat.table())) {
                there.put(seat, before);
            }
        });
        return there;
    }

    /** What an act changes in the class beside what its tables do. */
    private final class Applying implements ClassAct.Cases<@Nullable Void> {
        private final long number;
        private final List<ClassEvent.Wish> wanted;

        /**
         * The act is that of the event of this number.
         *
         * @param wanted what tables have to do because of it
         */
        Applying(long number, List<ClassEvent.Wish> wanted) {
            this.number = number;
            this.wanted = wanted;
        }

        /** Who has a seat now may still have to come: until then what acts there goes on, unless the table was told otherwise. */
        private void sitsLater(int member, TableSeat at, boolean gap) {
            sit(member, at, number);
            if (gap && !wanted.contains(DeskRules.handBack(at))) {
                gaps.add(at);
            }
        }

        @Override
        public @Nullable Void atTables(ClassAct.AtTables act) {
            if (act.act() instanceof HostAct.Message message) {
                Seat seat = new Seat(message.side(), message.seat());
                tables(act.tables()).forEach(table -> calls.answered(memberOf(at(table, seat))));
            }
            if (act.act() instanceof HostAct.HandBack back) {
                tables(act.tables()).forEach(table -> gaps.remove(at(table, new Seat(back.side(), back.seat()))));
            } else if (act.act() instanceof HostAct.StandIn bot) {
                tables(act.tables()).stream()
                        .map(table -> at(table, new Seat(bot.side(), bot.seat())))
                        .filter(seat -> memberOf(seat) == 0)
                        .forEach(gaps::add);
            } else if (act.act() instanceof HostAct.Vacate empty) {
                tables(act.tables()).forEach(table -> gaps.add(at(table, new Seat(empty.side(), empty.seat()))));
            }
            return null;
        }

        @Override
        public @Nullable Void doors(ClassAct.Doors act) {
            doorsOpen = act.open();
            return null;
        }

        @Override
        public @Nullable Void fillGaps(ClassAct.FillGaps act) {
            return null;
        }

        @Override
        public @Nullable Void move(ClassAct.Move act) {
            sit(act.member(), new TableSeat(act.table(), new Seat(act.side(), act.seat())), number);
            return null;
        }

        @Override
        public @Nullable Void swap(ClassAct.Swap act) {
            TableSeat first = seatOf.get(act.member());
            TableSeat second = seatOf.get(act.other());
            boolean firstGap = first != null && DeskRules.isLeft(ClassState.this, first);
            boolean secondGap = second != null && DeskRules.isLeft(ClassState.this, second);
            leave(act.member());
            leave(act.other());
            if (second != null) {
                sitsLater(act.member(), second, secondGap);
            }
            if (first != null) {
                sitsLater(act.other(), first, firstGap);
            }
            swapped.put(act.member(), number);
            swapped.put(act.other(), number);
            return null;
        }

        @Override
        public @Nullable Void add(ClassAct.Add act) {
            added = Math.max(added, act.member() - setup.members());
            if (hasBegun()) {
                late.put(act.member(), number);
            }
            if (act.table() > 0) {
                TableSeat at = new TableSeat(act.table(), new Seat(act.side(), act.seat()));
                sitsLater(act.member(), at, gaps.contains(at));
            }
            return null;
        }

        @Override
        public @Nullable Void rename(ClassAct.Rename act) {
            return null;
        }

        @Override
        public @Nullable Void remove(ClassAct.Remove act) {
            leave(act.member());
            devices.forget(act.member());
            calls.answered(act.member());
            removed.add(act.member());
            return null;
        }

        @Override
        public @Nullable Void newKey(ClassAct.NewKey act) {
            devices.forget(act.member());
            return null;
        }

        @Override
        public @Nullable Void admit(ClassAct.Admit act) {
            devices.admit(act.device());
            return null;
        }

        @Override
        public @Nullable Void refuse(ClassAct.Refuse act) {
            devices.refuse(act.device());
            return null;
        }

        @Override
        public @Nullable Void newTicket(ClassAct.NewTicket act) {
            return null;
        }

        @Override
        public @Nullable Void erase(ClassAct.Erase act) {
            devices.forget(act.member());
            calls.answered(act.member());
            return null;
        }

        @Override
        public @Nullable Void undo(ClassAct.Undo act) {
            throw new IllegalStateException("what is written is the act that was done instead");
        }

        @Override
        public @Nullable Void finish(ClassAct.Finish act) {
            closed = true;
            doorsOpen = false;
            return null;
        }
    }

    private static TableSeat at(TableSetup table, Seat seat) {
        return new TableSeat(table.number(), seat);
    }

    /** Returns the tables that an act names; all if it names none. */
    public List<TableSetup> tables(List<Integer> numbers) {
        return numbers.isEmpty()
                ? setup.tables()
                : numbers.stream()
                        .flatMap(number -> setup.table(number).stream())
                        .toList();
    }

    public List<TableSeat> seatsOf(int table) {
        return setup.table(table).stream()
                .flatMap(found -> found.seats().stream())
                .map(seat -> new TableSeat(table, seat.seat()))
                .toList();
    }

    /** Returns the seat of a member. */
    public Optional<TableSeat> seatOf(int member) {
        return Optional.ofNullable(seatOf.get(member));
    }

    /** Returns the number of the member on a seat, or 0. */
    public int memberOf(TableSeat seat) {
        return memberOf.getOrDefault(seat, 0);
    }

    /** Returns the event by which a seat's member came there if another had it before in its match; {@code round} is that of an event. */
    public Optional<Long> handedOn(TableSeat seat, LongUnaryOperator round) {
        return hands(seat).since(round);
    }

    /** Returns a seat for a member who has none: the first at the table with the fewest members of those whose matches are not over. */
    public Optional<TableSeat> freeSeat(Set<Integer> over) {
        Comparator<TableSeat> fewest = Comparator.comparingLong(free ->
                seatsOf(free.table()).stream().filter(memberOf::containsKey).count());
        return setup.tables().stream()
                .filter(table -> !over.contains(table.number()))
                .flatMap(table -> seatsOf(table.number()).stream())
                .filter(seat -> !memberOf.containsKey(seat))
                .min(fewest);
    }

    /** Returns whether a bot acts on a seat, or nobody, until its member takes it. */
    public boolean isGap(TableSeat seat) {
        return gaps.contains(seat);
    }

    /** Returns who acts on a seat as the class wants it. */
    SeatHolder holder(TableSeat seat) {
        return holders.getOrDefault(seat, new SeatHolder.Person());
    }

    /**
     * Returns what takes an act back: at the tables that did it, as long as what it did is as it left it. Empty if nothing does.
     *
     * @param act number of the act
     */
    public Optional<ClassAct> undoing(long act) {
        Optional<ClassEvent.Acted> acted = acts.acted(act);
        Optional<ClassAct> inverse = acts.inverse(act);
        if (acted.isEmpty() || inverse.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> refused = acts.refusals(act).orElse(List.of()).stream()
                .map(ClassEvent.TableRefusal::table)
                .toList();
        ClassAct done = without(refused, acted.get().act());
        ClassAct back = without(refused, inverse.get());
        // Where the way back would not lead here again, something else has been done since.
        return ActKinds.inverse(back, this).filter(done::equals).map(again -> back);
    }

    /** Returns an act as it is done at all its tables but those that refused it, of which there is one. */
    private ClassAct without(List<Integer> refused, ClassAct act) {
        if (refused.isEmpty() || !(act instanceof ClassAct.AtTables at)) {
            return act;
        }
        List<Integer> tables = tables(at.tables()).stream()
                .map(TableSetup::number)
                .filter(table -> !refused.contains(table))
                .toList();
        return new ClassAct.AtTables(tables, at.act());
    }

    /** Returns how the others see who sits on a seat. */
    public String pseudonym(TableSeat seat) {
        return pseudonyms.getOrDefault(seat, "");
    }

    /** Returns whether a table's match was begun. */
    public boolean hasBegun(int table) {
        return begun.contains(table);
    }

    /** Returns whether a match was begun. */
    public boolean hasBegun() {
        return !begun.isEmpty();
    }

    /** Returns whether a member is on the list and was not removed. */
    public boolean isMember(int member) {
        return member >= 1 && member <= members() && !removed.contains(member);
    }

    /** Returns how many are on the list, those who were added after the opening and those who were removed among them. */
    public int members() {
        return setup.members() + added;
    }

    /** Returns how many are on the list and were not removed. */
    public int students() {
        return members() - removed.size();
    }

    /** Returns how the journal keeps that somebody is added: without his name, with the number that he gets and the seat, if one is free. */
    public ClassAct.Add seated(ClassAct.Add wanted, Set<Integer> over) {
        TableSeat wished = new TableSeat(wanted.table(), new Seat(wanted.side(), wanted.seat()));
        TableSeat at = wanted.table() > 0 ? wished : freeSeat(over).orElse(wished);
        return new ClassAct.Add(
                "", "", members() + 1, at.table(), at.seat().side(), at.seat().number());
    }

    /** Returns the event by which a member came, or was added if he has not come, where that was once the class had begun. */
    public Optional<Long> lateSince(int member) {
        return Optional.ofNullable(late.get(member));
    }

    /** Returns whether a member was here. */
    public boolean hasEntered(int member) {
        return entered.contains(member);
    }

    public boolean doorsOpen() {
        return doorsOpen;
    }

    public boolean isClosed() {
        return closed;
    }

    public ClassSetup setup() {
        return setup;
    }

    /** Returns the number of the desk that a token opens. */
    public Optional<Integer> desk(String tokenHash) {
        return Optional.ofNullable(desks.get(tokenHash));
    }

    /** Returns when a ticket was made that nobody has used yet. */
    public Optional<Long> ticket(String hash) {
        return Optional.ofNullable(tickets.get(hash));
    }

    /** Returns the number that the next desk gets. */
    public int nextDesk() {
        return lastDesk + 1;
    }

    /** What has been done. */
    public ActLog acts() {
        return acts;
    }

    /** Which devices open seats, where students pick their names. */
    public Devices devices() {
        return devices;
    }

    public OpenCalls calls() {
        return calls;
    }
}
