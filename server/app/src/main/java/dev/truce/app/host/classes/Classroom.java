package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassSetup.TableSeat;
import dev.truce.app.classroom.ClassState;
import dev.truce.app.classroom.DeskRules;
import dev.truce.app.encoding.ClassEncoding;
import dev.truce.app.host.Entered;
import dev.truce.app.host.LocalMatches;
import dev.truce.app.host.Mailbox;
import dev.truce.app.host.Outbox;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.room.PlaceToken;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.match.deed.By;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.store.Entry;
import dev.truce.store.StoredMember;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A class that is going on: writes what happens, then sends its tables what they have to do. All methods return at once and answer
 * later. Thread-safe; all state is touched by the tasks of one mailbox only.
 */
public final class Classroom {
    /** How long a ticket may be used. */
    private static final Duration TICKET = Duration.ofMinutes(10);

    /** Acts that wait for the one that is going on. */
    private static final int MAX_WAITING_ACTS = 32;

    /** Desks at a time; the oldest makes room for a new one. */
    private static final int MAX_DESKS = 16;

    private final String id;
    private final String code;
    private final ClassState state;
    private final ClassStatus status;
    private final Map<Integer, StoredMember> members = new TreeMap<>();
    private final MatchServices services;
    private final LocalMatches matches;
    private final Mailbox mailbox;
    private final Outbox outbox;
    private final TableActs tableActs;
    private final Consumer<Classroom> onClosed;
    private final Map<ClassConnection, Integer> desks = new LinkedHashMap<>();
    private final Map<ClassConnection, Integer> waiting = new LinkedHashMap<>();
    private final Deque<Runnable> waitingActs = new ArrayDeque<>();
    /** What desks wait for by the number of the act. */
    private final Map<Long, List<Consumer<ClassNews.Done>>> unanswered = new HashMap<>();

    private boolean acting;
    private volatile ClassNews.@Nullable Changed told;
    private volatile int here;

    /**
     * A class whose tables are open.
     *
     * @param last number of the last entry of its stream
     * @param onClosed told when it is closed
     * @param onLost told when it can no longer be saved, and has to be read from the journal again
     */
    Classroom(
            String id,
            String code,
            ClassState state,
            List<StoredMember> list,
            long last,
            MatchServices services,
            LocalMatches matches,
            Consumer<Classroom> onClosed,
            Consumer<Classroom> onLost) {
        this.id = id;
        this.code = code;
        this.state = state;
        this.status = new ClassStatus(state);
        list.forEach(member -> members.put(member.member(), member));
        this.services = services;
        this.matches = matches;
        this.onClosed = onClosed;
        this.mailbox = new Mailbox(services.workers(), services.limits().mailbox());
        this.outbox = new Outbox(services.journal(), id, mailbox::post, () -> onLost.accept(this));
        outbox.after(last);
        this.tableActs = new TableActs(state.setup(), matches, services.timers(), mailbox::post);
    }

    public String id() {
        return id;
    }

    String keyHash() {
        return state.setup().keyHash();
    }

    /** Returns the answer to the wish that opened the class, without keys. */
    ClassNews openedAgain() {
        return new ClassNews.Opened(id, code, List.of(), state.setup().tables().size());
    }

    /** Sends its tables again what they had not all done when the server stopped. */
    void goOn() {
        mailbox.post(() -> state.open().forEach(this::send));
    }

    /** A table tells where it stands. */
    void changed(TableChanged table) {
        mailbox.post(() -> {
            TableChanged changed = status.hear(table);
            services.classListener().changed(id, changed);
            desks.keySet().forEach(desk -> desk.tell(changed));
            tellChange();
            goOnByItself();
        });
    }

    private void tellChange() {
        Set<Integer> all = here();
        here = all.size();
        ClassNews.Changed now = new ClassNews.Changed(
                state.doorsOpen(),
                state.hasBegun(),
                state.isClosed(),
                members.size(),
                all.size(),
                waiting.values().stream().sorted().toList(),
                state.lastAct());
        if (!now.equals(told)) {
            told = now;
            desks.keySet().forEach(desk -> desk.tell(now));
        }
    }

    private Set<Integer> here() {
        Set<Integer> all = new TreeSet<>(status.here());
        all.addAll(waiting.values());
        return all;
    }

    /** Reveals the round once all tables have shut it, and opens the next, as the template says. */
    private void goOnByItself() {
        if (acting || state.isClosed() || !state.hasBegun()) {
            return;
        }
        status.next().ifPresent(next -> {
            List<ClassEvent.Wish> wanted = next.tables().stream()
                    .<ClassEvent.Wish>map(table -> new ClassEvent.Hosts(table, next.act()))
                    .toList();
            acting = true;
            record(new ClassEvent.Acted(now(), 0, "", next, "", wanted), List.of(), refusal -> acting = false);
        });
    }

    /** Does what a desk wants. */
    public void act(int desk, ClassRequest.Act wanted, Consumer<Reply<ClassNews>> answer) {
        offer(answer, () -> {
            Optional<Long> before = state.act(wanted.key());
            if (before.isPresent()) {
                again(before.get(), wanted, answer);
            } else if (!acting) {
                begin(desk, wanted, answer);
            } else if (waitingActs.size() < MAX_WAITING_ACTS) {
                waitingActs.add(() -> begin(desk, wanted, answer));
            } else {
                answer.accept(Reply.refused(ServerRefusals.retry()));
            }
        });
    }

    private void again(long act, ClassRequest.Act wanted, Consumer<Reply<ClassNews>> answer) {
        boolean same =
                state.acted(act).map(acted -> isSame(acted.act(), wanted.act())).orElse(false);
        if (!same) {
            answer.accept(Reply.refused(Refusal.of(RefusalCode.MOVE_ID_REUSED, "key")));
        } else if (state.refusals(act).isPresent()) {
            answer.accept(Reply.done(new ClassNews.Done(act, List.of(), "")));
        } else {
            unanswered.computeIfAbsent(act, unused -> new ArrayList<>()).add(done -> answer.accept(Reply.done(done)));
        }
    }

    private static boolean isSame(ClassAct one, ClassAct other) {
        return ClassActNotation.of(one).equals(ClassActNotation.of(other));
    }

    private void begin(int desk, ClassRequest.Act wanted, Consumer<Reply<ClassNews>> answer) {
        acting = true;
        services.classListener().acted();
        Reply<List<ClassEvent.Wish>> judged = new DeskRules(state, here()).judge(wanted.act());
        if (judged instanceof Reply.Refused<List<ClassEvent.Wish>> denied) {
            refuse(denied.refusal(), answer);
        } else if (wanted.act() instanceof ClassAct.AtTables at && at.act() instanceof HostAct.Advance advance) {
            Advances.preview(
                    state.tables(at.tables()),
                    advance,
                    new By.Desk(desk),
                    matches,
                    mailbox::post,
                    preview -> advance(desk, wanted, advance, preview, answer));
        } else {
            carryOut(desk, wanted, ((Reply.Done<List<ClassEvent.Wish>>) judged).value(), answer);
        }
    }

    private void advance(
            int desk,
            ClassRequest.Act wanted,
            HostAct.Advance act,
            Advances.Preview preview,
            Consumer<Reply<ClassNews>> answer) {
        if (wanted.expected().equals(preview.expected()) && !preview.hashes().isEmpty()) {
            carryOut(desk, wanted, preview.wanted(act), answer);
        } else {
            String shown = String.join(
                    "; ",
                    preview.tables().stream()
                            .map(table -> table.table() + ": " + table.text())
                            .toList());
            refuse(
                    Refusal.of(RefusalCode.STALE_PREVIEW, "expected")
                            .naming(shown)
                            .legal(preview.expected()),
                    answer);
        }
    }

    private void refuse(Refusal refusal, Consumer<Reply<ClassNews>> answer) {
        answer.accept(Reply.refused(refusal));
        finished();
    }

    private void carryOut(
            int desk, ClassRequest.Act wanted, List<ClassEvent.Wish> wishes, Consumer<Reply<ClassNews>> answer) {
        List<StoredMember> changed = new ArrayList<>();
        String secret = "";
        String ticketHash = "";
        if (wanted.act() instanceof ClassAct.NewTicket) {
            secret = StudentKeys.draw(services.random(), StudentKeys.TICKET);
            ticketHash = StudentKeys.hash(id, secret);
        } else if (wanted.act() instanceof ClassAct.NewKey key) {
            secret = StudentKeys.draw(services.random(), StudentKeys.KEY);
            changed.add(member(key.member()).withKey(StudentKeys.hash(id, secret)));
        } else if (wanted.act() instanceof ClassAct.Remove remove) {
            changed.add(member(remove.member()).withKey(""));
        } else if (wanted.act() instanceof ClassAct.Erase erase) {
            changed.add(member(erase.member()).erased());
        }
        long number = outbox.next();
        String told = secret;
        unanswered
                .computeIfAbsent(number, unused -> new ArrayList<>())
                .add(done -> answer.accept(Reply.done(new ClassNews.Done(done.act(), done.refusals(), told))));
        record(new ClassEvent.Acted(now(), desk, wanted.key(), wanted.act(), ticketHash, wishes), changed, refusal -> {
            unanswered.remove(number);
            refuse(refusal, answer);
        });
    }

    private StoredMember member(int number) {
        StoredMember member = members.get(number);
        if (member == null) {
            throw new IllegalStateException("no member " + number);
        }
        return member;
    }

    /** Writes what happens; once that is on disk, tables are sent what they have to do. */
    private void record(ClassEvent event, List<StoredMember> changed, Consumer<Refusal> refused) {
        if (!outbox.reserve()) {
            refused.accept(ServerRefusals.retry());
            return;
        }
        long number = outbox.next();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.ClassActed(ClassEncoding.toBytes(event)));
        boolean closes = event instanceof ClassEvent.Acted acted && acted.act() instanceof ClassAct.Close;
        if (closes) {
            entries.add(new Entry.ClassClosed());
        }
        state.apply(number, event);
        changed.forEach(member -> members.put(member.member(), member));
        outbox.write(entries, changed);
        outbox.say(new Outbox.Words() {
            @Override
            public void say(long unixMillis) {
                send(number, event);
                tellChange();
                tellSeats();
            }

            @Override
            public void withhold() {
                refused.accept(ServerRefusals.later());
            }
        });
    }

    private void send(long number, ClassEvent event) {
        if (event instanceof ClassEvent.Finished) {
            return;
        }
        tableActs.send(number, by(event), event.wanted(), refusals -> answered(number, event, refusals));
    }

    private static By by(ClassEvent event) {
        if (event instanceof ClassEvent.Acted acted) {
            return acted.desk() > 0 ? new By.Desk(acted.desk()) : new By.Clock();
        }
        return new By.Policy();
    }

    private void answered(long number, ClassEvent event, List<ClassNews.TableRefusal> refusals) {
        Runnable after = () -> {
            List<Consumer<ClassNews.Done>> asking = unanswered.remove(number);
            if (asking != null) {
                asking.forEach(one -> one.accept(new ClassNews.Done(number, refusals, "")));
            }
            if (state.isClosed()) {
                onClosed.accept(this);
            }
            if (event instanceof ClassEvent.Acted) {
                finished();
            }
        };
        if (event.wanted().isEmpty() && !(event instanceof ClassEvent.Acted)) {
            after.run();
            return;
        }
        ClassEvent finished = new ClassEvent.Finished(
                now(),
                number,
                refusals.stream()
                        .map(refusal -> new ClassEvent.TableRefusal(
                                refusal.table(), refusal.why().refusal().code().name()))
                        .toList());
        if (outbox.reserve()) {
            state.apply(outbox.next(), finished);
            outbox.write(List.of(new Entry.ClassActed(ClassEncoding.toBytes(finished))));
            outbox.say(unixMillis -> after.run());
        } else {
            // Sent again after a restart, which has no second effect.
            after.run();
        }
    }

    private void finished() {
        acting = false;
        Runnable next = waitingActs.poll();
        if (next != null) {
            next.run();
        } else {
            goOnByItself();
        }
    }

    /** Says what an act would do. */
    public void preview(int desk, ClassAct act, Consumer<Reply<ClassNews>> answer) {
        offer(answer, () -> {
            Reply<List<ClassEvent.Wish>> judged = new DeskRules(state, here()).judge(act);
            if (judged instanceof Reply.Refused<List<ClassEvent.Wish>> denied) {
                answer.accept(denied.as());
            } else if (act instanceof ClassAct.AtTables at && at.act() instanceof HostAct.Advance advance) {
                Advances.preview(
                        state.tables(at.tables()),
                        advance,
                        new By.Desk(desk),
                        matches,
                        mailbox::post,
                        preview -> answer.accept(
                                Reply.done(new ClassNews.Previewed(preview.tables(), preview.expected()))));
            } else {
                answer.accept(Reply.done(new ClassNews.Previewed(List.of(), "")));
            }
        });
    }

    /** Returns the class list with names, and what desks have done. */
    public void read(Consumer<Reply<ClassNews>> answer) {
        offer(answer, () -> {
            List<ClassNews.LogLine> log = new ArrayList<>();
            state.log()
                    .forEach((number, acted) -> log.add(new ClassNews.LogLine(
                            number, acted.unixMillis(), acted.desk(), ClassActNotation.of(acted.act()))));
            answer.accept(Reply.done(new ClassNews.ListRead(status.members(members.values(), here()), log)));
        });
    }

    /**
     * Opens a desk.
     *
     * @param known whether the desk key was given, so that no ticket or token is needed
     */
    void enterDesk(String secret, boolean known, ClassConnection desk, Consumer<Reply<DeskPlace>> answer) {
        offer(answer, () -> {
            Optional<PlaceToken> token = PlaceToken.parse(secret);
            Optional<Integer> before = token.flatMap(presented -> state.desk(presented.hash()));
            if (before.isPresent()) {
                attach(desk, before.get(), secret, answer);
                return;
            }
            String ticket = StudentKeys.hash(id, secret);
            boolean fresh = state.ticket(ticket)
                    .map(made -> now() - made < TICKET.toMillis())
                    .orElse(false);
            if (!known && !fresh) {
                answer.accept(Reply.refused(ServerRefusals.noDesk()));
                return;
            }
            int number = state.nextDesk();
            PlaceToken drawn = PlaceToken.draw(services.random());
            ClassEvent opened = new ClassEvent.DeskOpened(now(), number, drawn.hash(), known ? "" : ticket);
            if (!outbox.reserve()) {
                answer.accept(outbox.busy());
                return;
            }
            state.apply(outbox.next(), opened);
            outbox.write(List.of(new Entry.ClassActed(ClassEncoding.toBytes(opened))));
            outbox.say(unixMillis -> attach(desk, number, drawn.reveal(), answer));
        });
    }

    private void attach(ClassConnection desk, int number, String token, Consumer<Reply<DeskPlace>> answer) {
        desks.put(desk, number);
        if (desks.size() > MAX_DESKS) {
            ClassConnection oldest = desks.keySet().iterator().next();
            desks.remove(oldest);
            oldest.takenOver();
        }
        String title = state.setup().template().title();
        answer.accept(Reply.done(new DeskPlace(
                this,
                new ClassNews.DeskEntered(
                        id, code, title, number, token, state.setup().tables().size()))));
        ClassNews.Changed last = told;
        if (last == null) {
            tellChange();
        } else {
            desk.tell(last);
        }
        status.all().forEach(desk::tell);
    }

    /**
     * Lets a student in.
     *
     * @param student number or name
     */
    void enter(String student, String key, ClassConnection connection, Consumer<Reply<ClassPlace>> answer) {
        offer(answer, () -> {
            Optional<StoredMember> found = StudentKeys.find(members.values(), id, student, key)
                    .filter(member -> state.isMember(member.member()));
            if (found.isEmpty()) {
                answer.accept(Reply.refused(ServerRefusals.wrongKey()));
                return;
            }
            int member = found.get().member();
            if (state.isClosed() || (!state.doorsOpen() && !state.hasEntered(member))) {
                answer.accept(
                        Reply.refused(state.isClosed() ? ServerRefusals.classClosed() : ServerRefusals.doorsClosed()));
                return;
            }
            enter(member, connection, answer);
        });
    }

    private void enter(int member, ClassConnection connection, Consumer<Reply<ClassPlace>> answer) {
        waiting.remove(connection);
        TableSeat seat = state.seatOf(member).or(state::freeSeat).orElse(null);
        boolean gap = seat != null && state.isGap(seat);
        boolean sameAsBefore = state.hasEntered(member)
                && (seat == null || state.seatOf(member).isPresent())
                && !gap;
        if (sameAsBefore) {
            sit(member, seat, connection, answer);
            return;
        }
        List<ClassEvent.Wish> wanted = new ArrayList<>();
        if (seat != null && gap) {
            wanted.add(DeskRules.handBack(seat));
        }
        ClassEvent entered = new ClassEvent.Entered(
                now(), member, seat == null ? 0 : seat.table(), seat == null ? null : seat.seat(), wanted);
        long number = outbox.next();
        unanswered
                .computeIfAbsent(number, unused -> new ArrayList<>())
                .add(done -> sit(member, seat, connection, answer));
        record(entered, List.of(), refusal -> {
            unanswered.remove(number);
            answer.accept(Reply.refused(refusal));
        });
    }

    private void sit(
            int member, @Nullable TableSeat seat, ClassConnection connection, Consumer<Reply<ClassPlace>> answer) {
        ClassNews.Entered news =
                new ClassNews.Entered(id, state.setup().template().title(), seat != null);
        if (seat == null) {
            waiting.put(connection, member);
            answer.accept(Reply.done(new ClassPlace(this, null, news)));
            tellChange();
            return;
        }
        Consumer<Reply<Entered>> seated = reply -> {
            if (reply instanceof Reply.Done<Entered> done) {
                answer.accept(Reply.done(new ClassPlace(this, done.value(), news)));
            } else {
                answer.accept(((Reply.Refused<Entered>) reply).as());
            }
        };
        matches.atTable(
                state.setup().table(seat.table()).orElseThrow().matchId(),
                seated,
                match -> match.sit(seat.seat(), connection, seated));
    }

    /** Tells who waits that there is a seat for him. */
    private void tellSeats() {
        waiting.forEach((connection, member) -> {
            if (state.seatOf(member).isPresent()) {
                connection.tell(
                        new ClassNews.Entered(id, state.setup().template().title(), true));
            }
        });
    }

    /** A desk or a student who waits is gone. */
    public void left(ClassConnection connection) {
        mailbox.post(() -> {
            desks.remove(connection);
            if (waiting.remove(connection) != null) {
                tellChange();
            }
        });
    }

    /** Sends desks and who waits away; they may come back. */
    void retire() {
        mailbox.post(() -> {
            for (ClassConnection connection : List.copyOf(desks.keySet())) {
                connection.close(ClosingCause.SHUTTING_DOWN, "come back in a moment");
            }
            for (ClassConnection connection : List.copyOf(waiting.keySet())) {
                connection.close(ClosingCause.SHUTTING_DOWN, "come back in a moment");
            }
        });
    }

    ClassNews.OpenedClass line() {
        ClassNews.Changed last = told;
        return new ClassNews.OpenedClass(
                id,
                code,
                state.setup().template().title(),
                state.setup().tables().size(),
                state.setup().members(),
                here,
                last != null && last.begun());
    }

    private long now() {
        return services.wallClock().millis();
    }

    private <T> void offer(Consumer<Reply<T>> answer, Runnable task) {
        if (!mailbox.offer(task)) {
            answer.accept(Reply.refused(ServerRefusals.retry()));
        }
    }
}
