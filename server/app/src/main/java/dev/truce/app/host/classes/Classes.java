package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.classroom.ClassSetup.TableSeat;
import dev.truce.app.classroom.ClassState;
import dev.truce.app.config.StartException;
import dev.truce.app.encoding.ClassEncoding;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.Entered;
import dev.truce.app.host.HostedMatch;
import dev.truce.app.host.Invitation;
import dev.truce.app.host.matches.BrokenMatches;
import dev.truce.app.host.matches.LocalMatches;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.log.AuditEvent;
import dev.truce.app.quota.Owner;
import dev.truce.app.room.PlaceToken;
import dev.truce.app.room.Room;
import dev.truce.app.room.RoomBook;
import dev.truce.app.room.RoomCode;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.store.EventStore;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMember;
import dev.truce.store.journal.Journal;
import dev.truce.store.log.LogEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All classes of a server: those that are open, and of those that are finished whatever somebody asks for. Thread-safe; answers come later,
 * from other threads.
 */
public final class Classes {
    private static final Logger LOG = LoggerFactory.getLogger(Classes.class);

    /** How soon an instructor may ask again for whom there is no place. */
    private static final long AGAIN_MILLIS = 60_000;

    private final Instructors instructors;
    private final MatchServices services;
    private final LocalMatches matches;
    private final RoomBook book;
    private final Catalogue catalogue;
    private final BrokenMatches broken;
    private final ClassOpening opening;
    private final FinishedClasses finished;
    /** By id. */
    private final Map<String, Classroom> open = new ConcurrentSkipListMap<>();

    /** Hashes of the keys of classes that are not open yet; each has the place of its class. */
    private final Set<String> beingOpened = new HashSet<>();

    /**
     * Knows no class yet.
     *
     * @param deskKey the secret of the server's instructors
     */
    public Classes(
            PlaceToken deskKey,
            Catalogue catalogue,
            MatchServices services,
            LocalMatches matches,
            RoomBook book,
            BrokenMatches broken) {
        this.instructors = new Instructors(deskKey, services.wallClock(), services.random());
        this.catalogue = catalogue;
        this.services = services;
        this.matches = matches;
        this.book = book;
        this.broken = broken;
        this.opening = new ClassOpening(catalogue, services, matches, book);
        this.finished = new FinishedClasses(matches, services.journal()::store, this::made);
        matches.watchTables(this::changed);
    }

    /**
     * Brings stored classes back, their tables first.
     *
     * @throws StartException if there is a table that this version cannot play
     */
    public void start() throws StartException {
        EventStore store = services.journal().store();
        for (String id : store.openClasses()) {
            if (broken.find(id).isPresent()) {
                book.enterBroken(id);
                continue;
            }
            StoredClass stored = store.classOf(id).orElseThrow();
            Classroom classroom = restore(stored);
            ClassSetup setup = ClassEncoding.setup(stored.setup());
            if (catalogue.find(setup.template().scenario()).isEmpty()) {
                throw new StartException(
                        StartException.Code.UNKNOWN_RULESET,
                        "unplayable",
                        id,
                        setup.template().scenario(),
                        "",
                        "");
            }
            matches.restoreTables(
                    setup.tables().stream().map(ClassSetup.TableSetup::matchId).toList());
            classroom.goOn();
        }
        store.closedLast().forEach(opened -> goOnEnding(store, opened));
        services.journal().watch(() -> {
            open.values().forEach(Classroom::tellChange);
            finished.inMemory().forEach(Classroom::tellChange);
        });
    }

    /** Has tables end whose class was finished just before the server stopped. */
    private void goOnEnding(EventStore store, StoredClass opened) {
        String id = opened.classId();
        boolean known = FinishedClasses.setup(opened)
                .flatMap(setup -> catalogue.find(setup.template().scenario()))
                .isPresent();
        if (!known || store.check(id).isPresent()) {
            // It stands still, and who asks for it is told why.
            return;
        }
        StoredClass stored = store.classOf(id).orElseThrow();
        ClassState state = state(stored);
        if (!state.acts().open().isEmpty()) {
            String code = Objects.requireNonNullElse(opened.code(), "");
            Classroom classroom = enter(made(id, code, state, store.members(id), stored.last()));
            // Who asks for it by its code means this one, and no second that is read from the journal.
            finished.keep(classroom);
            classroom.goOn();
        }
    }

    private static ClassState state(StoredClass stored) {
        ClassState state = new ClassState(ClassEncoding.setup(stored.setup()));
        stored.events().forEach(event -> state.apply(event.seq(), ClassEncoding.event(event.payload())));
        return state;
    }

    private Classroom restore(StoredClass stored) {
        book.enterClass(stored.code() == null ? "" : stored.code(), stored.classId());
        return enter(made(stored));
    }

    private Classroom made(StoredClass stored) {
        List<StoredMember> members = services.journal().store().members(stored.classId());
        String code = Objects.requireNonNullElse(stored.code(), "");
        return made(stored.classId(), code, state(stored), members, stored.last());
    }

    private Classroom made(String id, String code, ClassState state, List<StoredMember> members, long last) {
        return new Classroom(id, code, state, members, last, catalogue, services, matches, this::closed, this::lost);
    }

    private Classroom enter(Classroom classroom) {
        open.put(classroom.id(), classroom);
        return classroom;
    }

    private void closed(Classroom classroom) {
        if (open.remove(classroom.id()) != null) {
            services.classListener().closed(classroom.id());
            book.strikeClass(classroom.id());
            classroom.reveal();
            if (!finished.keep(classroom)) {
                classroom.retire();
            }
            LOG.info(LogEvent.CLASS_CLOSED.marker(), "class closed");
            services.audit().write(AuditEvent.CLASS_CLOSED, "class", classroom.id());
        }
    }

    /** What is on disk is no longer known to be what is in memory. */
    private void lost(Classroom classroom) {
        LOG.warn(LogEvent.CLASS_WAITS.marker(), "a class stands still until it can be read from the journal again");
        finished.drop(classroom);
        boolean goesOn = open.remove(classroom.id(), classroom);
        services.classListener().closed(classroom.id());
        classroom.retire();
        if (goesOn) {
            readAgain(classroom.id(), found -> found.ifPresent(this::goOn));
        }
    }

    /**
     * Reads a class from the journal once that is open: if it cannot be read then, that is tried again, unless it is broken.
     *
     * @param read gets it, or nothing if there is none that anybody could go on from
     */
    private void readAgain(String id, Consumer<Optional<StoredClass>> read) {
        Consumer<Reply<Void>> failed = reply -> {
            if (!(reply instanceof Reply.Refused<Void> denied) || matches.isDraining()) {
                return;
            }
            if (denied.refusal().retryAfterMillis() > 0) {
                services.timers().after(denied.refusal().retryAfterMillis(), () -> readAgain(id, read));
            } else {
                read.accept(Optional.empty());
            }
        };
        Journal journal = services.journal();
        journal.whenOpen(
                () -> matches.read(failed, () -> read.accept(journal.store().classOf(id))));
    }

    /** Whether a class is on disk is not known: until the journal says so its key stays in use, as the same wish would open another. */
    private void mayBeOpen(String id, String keyHash) {
        readAgain(id, found -> {
            found.ifPresentOrElse(this::goOn, () -> book.strikeClass(id));
            ended(keyHash);
        });
    }

    private void goOn(StoredClass stored) {
        Classroom classroom = restore(stored);
        // Its tables stayed in memory, and may have nothing new to tell.
        tell(ClassEncoding.setup(stored.setup()));
        classroom.goOn();
    }

    /** Has the tables of a class tell it where they stand. */
    private void tell(ClassSetup setup) {
        setup.tables().forEach(table -> matches.atTable(table.matchId(), HostedMatch::tell));
    }

    private void changed(String classId, TableChanged table) {
        Classroom classroom = open.get(classId);
        if (classroom != null) {
            classroom.changed(table);
        }
    }

    /** Who opens classes, desks and boards of this server. */
    public Instructors instructors() {
        return instructors;
    }

    /** Returns whether somebody is an instructor of this server; takes the same time for all who are not. */
    public boolean isDeskKey(String secret) {
        return instructors.know(secret);
    }

    /** Opens a class for who has the desk key. */
    public void open(ClassRequest.Open wanted, Consumer<Reply<ClassNews>> answer) {
        if (!isDeskKey(wanted.deskKey())) {
            answer.accept(Reply.refused(ServerRefusals.noDesk()));
            return;
        }
        String keyHash = PlaceToken.hashOfKey(wanted.key());
        Optional<Reply<ClassNews>> before = begin(keyHash);
        if (before.isPresent()) {
            answer.accept(before.get());
            return;
        }
        try {
            opening.open(wanted, keyHash, reply -> answer.accept(opened(keyHash, reply)), id -> {
                answer.accept(Reply.refused(ServerRefusals.later()));
                mayBeOpen(id, keyHash);
            });
        } catch (RuntimeException bug) {
            ended(keyHash);
            throw bug;
        }
    }

    /** Returns the answer to who asked for a class; if it was made, it is open from now on. */
    private Reply<ClassNews> opened(String keyHash, Reply<ClassOpening.Opened> made) {
        if (made instanceof Reply.Refused<ClassOpening.Opened> denied) {
            ended(keyHash);
            return denied.as();
        }
        ClassOpening.Opened opened = ((Reply.Done<ClassOpening.Opened>) made).value();
        Classroom classroom;
        try {
            classroom =
                    enter(made(opened.id(), opened.code().text(), new ClassState(opened.setup()), opened.members(), 1));
        } finally {
            ended(keyHash);
        }
        tell(opened.setup());
        int tables = opened.setup().tables().size();
        services.audit().write(AuditEvent.CLASS_OPENED, "class", classroom.id(), "tables", tables);
        LOG.info(LogEvent.CLASS_OPENED.marker(), "class opened with {} tables", tables);
        return Reply.done(new ClassNews.Opened(classroom.id(), opened.code().text(), opened.students(), tables));
    }

    /** Takes a key into use, and with it the place of a class; or says what is answered to who uses it, if it is or was in use or there is no place. */
    private Optional<Reply<ClassNews>> begin(String keyHash) {
        synchronized (beingOpened) {
            if (beingOpened.contains(keyHash)) {
                // Its keys are told to the one who asked first.
                return Optional.of(Reply.refused(ServerRefusals.retry()));
            }
            Optional<Classroom> before = open.values().stream()
                    .filter(classroom -> classroom.keyHash().equals(keyHash))
                    .findFirst();
            if (before.isPresent()) {
                return Optional.of(Reply.done(before.get().openedAgain()));
            }
            int most = services.limits().classes();
            if (open.size() + beingOpened.size() >= most) {
                return Optional.of(Reply.refused(Refusal.of(ConnectionCode.RETRY, "")
                        .because("refused.retry.classes", most)
                        .after(AGAIN_MILLIS)));
            }
            beingOpened.add(keyHash);
            return Optional.empty();
        }
    }

    /** The class of a key is open now, or will not be. */
    private void ended(String keyHash) {
        synchronized (beingOpened) {
            beingOpened.remove(keyHash);
        }
    }

    /** Tells all open classes to who has the desk key, and the newest of those that are finished if they are wanted. */
    public void list(ClassRequest.ListAll wanted, Consumer<Reply<ClassNews>> answer) {
        if (!isDeskKey(wanted.deskKey())) {
            answer.accept(Reply.refused(ServerRefusals.noDesk()));
            return;
        }
        // One that only has its tables end after a kill is finished, and one that ends meanwhile is told once.
        List<Classroom> now =
                open.values().stream().filter(each -> book.hasClass(each.id())).toList();
        List<ClassNews.OpenedClass> lines =
                new ArrayList<>(now.stream().map(Classroom::line).toList());
        if (!wanted.finishedToo()) {
            answer.accept(Reply.done(new ClassNews.Listed(lines)));
            return;
        }
        matches.read(answer, () -> {
            Predicate<String> isListed =
                    id -> now.stream().anyMatch(each -> each.id().equals(id));
            finished.newest(isListed.or(book::hasClass).negate()).forEach(lines::add);
            answer.accept(Reply.done(new ClassNews.Listed(lines)));
        });
    }

    private Optional<Classroom> find(String code) {
        return RoomCode.parse(code).flatMap(book::findClass).map(open::get);
    }

    /** Whether a class of this code goes on: it is the one that is meant, even while it is read again. */
    private boolean isEntered(String code) {
        return RoomCode.parse(code).flatMap(book::findClass).isPresent();
    }

    /** Refuses who asks for a class that is not open: as {@link #away} says if it is read from the journal again, or as is said. */
    private <T> Reply<T> missing(String code, Refusal unknown) {
        return Reply.refused(
                RoomCode.parse(code).flatMap(book::findClass).map(this::away).orElse(unknown));
    }

    /** Returns the class in memory that has ended and whose code nothing else has now. */
    private Optional<Classroom> over(String typed) {
        return RoomCode.parse(typed)
                .filter(code ->
                        book.find(code).isEmpty() && book.findClass(code).isEmpty())
                .flatMap(code -> finished.find(code.text()));
    }

    /** Returns the refusal of who asks for a class that is read from the journal again: to come back, unless nobody goes on from it. */
    private Refusal away(String classId) {
        return broken.find(classId).map(ServerRefusals::broken).orElseGet(ServerRefusals::later);
    }

    /** Returns the refusal of joining a class as a room, if its students pick their names from a list, it is read again or has ended. */
    public Optional<Refusal> notARoom(RoomCode code) {
        Optional<String> goesOn = book.findClass(code);
        if (goesOn.isEmpty()) {
            return over(code.text())
                    .map(over -> over.isByList() ? ServerRefusals.isAClassByList() : ServerRefusals.classEnded());
        }
        return goesOn.flatMap(id -> {
            Classroom classroom = open.get(id);
            if (classroom == null) {
                return Optional.of(away(id));
            }
            return classroom.isByList() ? Optional.of(ServerRefusals.isAClassByList()) : Optional.empty();
        });
    }

    /** Tells what a code opens: a room, or a class, that has ended, too. */
    public void invitation(String typed, Owner by, Consumer<Reply<Invitation>> answer) {
        Optional<RoomCode> code = RoomCode.parse(typed);
        if (code.isEmpty()) {
            answer.accept(Reply.refused(ServerRefusals.unknownCode()));
            return;
        }
        Optional<String> id = book.findClass(code.get());
        Optional<Classroom> classroom = id.map(open::get).or(() -> over(typed));
        if (classroom.isPresent()) {
            answer.accept(Reply.done(classroom.get().invitation()));
        } else if (id.isPresent()) {
            answer.accept(Reply.refused(away(id.get())));
        } else {
            matches.invitation(code.get(), by, answer);
        }
    }

    /** Opens a desk. */
    public void enterDesk(ClassRequest.EnterDesk wanted, ClassConnection desk, Consumer<Reply<DeskPlace>> answer) {
        boolean known = isDeskKey(wanted.secret());
        Optional<Classroom> classroom = find(wanted.classCode());
        if (classroom.isPresent()) {
            classroom.get().enterDesk(wanted.secret(), known, desk, answer);
        } else {
            // Whether there is such a class is told to instructors only, unless it is being read again.
            Refusal unknown = known ? ServerRefusals.unknownCode() : ServerRefusals.noDesk();
            Optional<Classroom> over = finished.find(wanted.classCode());
            if (known && !isEntered(wanted.classCode())) {
                finished.with(
                        wanted.classCode(),
                        unknown,
                        answer,
                        kept -> kept.enterDesk(wanted.secret(), true, desk, answer));
            } else if (over.isPresent() && !isEntered(wanted.classCode())) {
                over.get().enterDesk(wanted.secret(), false, desk, answer);
            } else {
                answer.accept(missing(wanted.classCode(), unknown));
            }
        }
    }

    /** Tells who has the desk key, without a desk, part of a document about a class. */
    public void read(ClassRequest.ReadText wanted, Consumer<Reply<ClassNews>> answer) {
        if (!isDeskKey(wanted.deskKey())) {
            answer.accept(Reply.refused(ServerRefusals.noDesk()));
            return;
        }
        Optional<Classroom> classroom = find(wanted.classCode());
        if (classroom.isPresent()) {
            classroom.get().read(wanted, answer);
        } else if (isEntered(wanted.classCode())) {
            answer.accept(missing(wanted.classCode(), ServerRefusals.unknownCode()));
        } else {
            finished.with(wanted.classCode(), ServerRefusals.unknownCode(), answer, kept -> kept.read(wanted, answer));
        }
    }

    /** Lets a student in. */
    public void enter(ClassRequest.Enter wanted, ClassConnection connection, Consumer<Reply<ClassPlace>> answer) {
        Optional<Classroom> classroom = find(wanted.classCode());
        if (classroom.isPresent()) {
            classroom.get().enter(wanted.student(), wanted.studentKey(), connection, answer);
        } else {
            Optional<Classroom> over = over(wanted.classCode());
            if (over.isPresent()) {
                // Who has played there finds the match as it ended.
                over.get().enter(wanted.student(), wanted.studentKey(), connection, answer);
            } else {
                answer.accept(missing(wanted.classCode(), ServerRefusals.unknownCode()));
            }
        }
    }

    /**
     * Calls the instructor to a seat.
     *
     * @param table where it is, or nothing if it is in no class
     * @param answer told when it is on disk
     */
    public void call(Optional<Room.TableOf> table, Seat seat, String text, Consumer<Reply<Long>> answer) {
        Optional<Classroom> classroom = table.map(at -> open.get(at.classId()));
        if (classroom.isPresent()) {
            classroom.get().call(new TableSeat(table.get().number(), seat), text, answer);
        } else {
            answer.accept(Reply.refused(table.map(Room.TableOf::classId)
                    .filter(book::hasClass)
                    .map(this::away)
                    .orElseGet(() ->
                            Refusal.of(ConnectionCode.NOT_ALLOWED, "body").because("refused.not_allowed.no-class"))));
        }
    }

    /**
     * Opens the class, or one of its tables, to a connection that only watches. It is refused unless the class lets everybody watch who
     * has its code, or the desk key was given.
     */
    public void watch(ClassRequest.Watch wanted, ClassConnection watcher, Consumer<Reply<ClassPlace>> answer) {
        Optional<Classroom> classroom = find(wanted.classCode());
        if (classroom.isPresent()) {
            classroom.get().watch(wanted, isDeskKey(wanted.deskKey()), watcher, answer);
        } else {
            answer.accept(missing(
                    wanted.classCode(),
                    over(wanted.classCode())
                            .map(over -> ServerRefusals.classClosed())
                            .orElseGet(ServerRefusals::unknownCode)));
        }
    }

    /** Sends desks and who waits away. */
    public void retire() {
        open.values().forEach(Classroom::retire);
        finished.inMemory().forEach(Classroom::retire);
    }

    /**
     * What a person gets who enters a class, to play or to watch.
     *
     * @param classroom the class
     * @param place the place at a table, or null for a student without a seat and for who watches all tables
     * @param told what is told to a person without a place
     */
    public record ClassPlace(Classroom classroom, @Nullable Entered place, ClassNews told) {}

    /**
     * What an instructor gets who opens a desk.
     *
     * @param classroom the class
     * @param entered what he is told
     */
    public record DeskPlace(Classroom classroom, ClassNews.DeskEntered entered) {}
}
