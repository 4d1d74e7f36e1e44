package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.classroom.ClassSetup.TableSeat;
import dev.truce.app.classroom.ClassState;
import dev.truce.app.classroom.DeskRules;
import dev.truce.app.classroom.Template;
import dev.truce.app.classroom.entry.Devices;
import dev.truce.app.host.Entered;
import dev.truce.app.host.classes.Classes.ClassPlace;
import dev.truce.app.host.classes.Classes.DeskPlace;
import dev.truce.app.host.matches.LocalMatches;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.log.AuditEvent;
import dev.truce.app.quota.Allowance;
import dev.truce.app.room.PlaceToken;
import dev.truce.app.room.Room;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.RedLineRules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Viewer;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.store.StoredMember;
import dev.truce.store.StoredSeat;
import dev.truce.story.facts.OpeningFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who may come into a class, and where to: desks, and students with their keys. Confined to the tasks of its class. */
final class ClassDoor {
    /** How long a ticket may be used. */
    private static final Duration TICKET = Duration.ofMinutes(10);

    private final Classroom classroom;
    private final String code;
    private final ClassState state;
    private final ClassStatus status;
    private final ClassEvents events;
    private final ClassPresence presence;
    private final MatchServices services;
    private final LocalMatches matches;
    /** A secret of fewer characters could be guessed. */
    private static final int MIN_SECRET = 16;

    private final Scenario scenario;
    private final Allowance noted;

    /** @param scenario that every match plays */
    ClassDoor(
            Classroom classroom,
            String code,
            ClassState state,
            ClassStatus status,
            ClassEvents events,
            ClassPresence presence,
            MatchServices services,
            LocalMatches matches,
            Scenario scenario) {
        this.classroom = classroom;
        this.code = code;
        this.state = state;
        this.status = status;
        this.events = events;
        this.presence = presence;
        this.services = services;
        this.matches = matches;
        this.scenario = scenario;
        this.noted = new Allowance(Devices.MAX_NOTED_HOUR, Duration.ofHours(1), this::now);
    }

    /**
     * Opens a desk.
     *
     * @param known whether the desk key was given, so that no ticket or token is needed
     */
    void enterDesk(String secret, boolean known, ClassConnection desk, Consumer<Reply<DeskPlace>> answer) {
        Optional<PlaceToken> token = PlaceToken.parse(secret);
        Optional<Integer> before = token.flatMap(presented -> state.desk(presented.hash()));
        if (before.isPresent()) {
            audit(before.get(), "token");
            attach(desk, before.get(), secret, answer);
            return;
        }
        String ticket = StudentKeys.hash(classroom.id(), secret);
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
        Runnable enters = () -> {
            audit(number, known ? "key" : "ticket");
            attach(desk, number, drawn.reveal(), answer);
        };
        events.record(opened, enters, answer);
    }

    private void audit(int desk, String with) {
        services.audit().write(AuditEvent.DESK_ENTERED, "class", classroom.id(), "desk", desk, "with", with);
    }

    private void attach(ClassConnection desk, int number, String token, Consumer<Reply<DeskPlace>> answer) {
        presence.attach(desk, number);
        String title = state.setup().template().title();
        answer.accept(Reply.done(new DeskPlace(
                classroom,
                new ClassNews.DeskEntered(
                        classroom.id(),
                        code,
                        title,
                        number,
                        token,
                        state.setup().tables().size()))));
        presence.tellAll(desk);
    }

    /**
     * Lets a student in.
     *
     * @param student number or name
     */
    void enter(String student, String key, ClassConnection connection, Consumer<Reply<ClassPlace>> answer) {
        if (state.setup().template().byList()) {
            enterByList(student, key, connection, answer);
            return;
        }
        Optional<StoredMember> found = StudentKeys.find(events.members(), classroom.id(), student, key);
        if (found.isEmpty()) {
            answer.accept(Reply.refused(ServerRefusals.wrongKey()));
            return;
        }
        int member = found.get().member();
        if (!state.isMember(member)) {
            answer.accept(Reply.refused(ServerRefusals.takenOut()));
        } else if (!state.isClosed() && !state.doorsOpen() && !state.hasEntered(member)) {
            answer.accept(Reply.refused(ServerRefusals.doorsClosed()));
        } else {
            enter(member, "", connection, answer);
        }
    }

    /**
     * Lets a student in who has picked his name. The first device that takes a seat opens it from then on; another waits for a desk.
     *
     * @param secret drawn by the device
     */
    private void enterByList(
            String student, String secret, ClassConnection connection, Consumer<Reply<ClassPlace>> answer) {
        List<StoredMember> members = events.members().stream()
                .filter(member -> state.isMember(member.member()))
                .toList();
        Optional<StoredMember> found = StudentKeys.find(members, student);
        String device = StudentKeys.hash(classroom.id(), secret);
        int number = found.map(StoredMember::member).orElse(0);
        boolean known = number != 0 && state.hasEntered(number);
        if (state.isClosed() && known && state.devices().opens(number, device)) {
            enter(number, "", connection, answer);
        } else if (state.isClosed() || (!state.doorsOpen() && !known)) {
            // Nobody is told the names while the doors are closed.
            answer.accept(Reply.refused(state.isClosed() ? ServerRefusals.classEnded() : ServerRefusals.doorsClosed()));
        } else if (number == 0 && StudentKeys.find(events.members(), student).isPresent()) {
            answer.accept(Reply.refused(ServerRefusals.takenOut()));
        } else if (number == 0) {
            answer.accept(Reply.refused(ServerRefusals.unknownName(names())));
        } else if (secret.length() < MIN_SECRET) {
            answer.accept(Reply.refused(
                    Refusal.of(ConnectionCode.MALFORMED, "student_key").because("refused.malformed.key", MIN_SECRET)));
        } else if (state.devices().opens(number, device)) {
            enter(number, "", connection, answer);
        } else if (state.devices().isFree(number)) {
            enter(number, device, connection, answer);
        } else {
            hold(number, device, connection, answer);
        }
    }

    private List<String> names() {
        return events.members().stream()
                .filter(member ->
                        state.isMember(member.member()) && !member.name().isEmpty())
                .map(StoredMember::name)
                .sorted()
                .toList();
    }

    /** Lets a device wait until a desk admits it. One that waits already keeps its number. */
    private void hold(int member, String device, ClassConnection connection, Consumer<Reply<ClassPlace>> answer) {
        Devices devices = state.devices();
        Optional<Devices.Waiting> before = devices.find(device);
        int instead = devices.waiting().size() < Devices.MAX_WAITING
                ? 0
                : presence.makesRoom(devices.waiting(), connection.owner()).orElse(-1);
        if (devices.isRefused(member, device)) {
            answer.accept(Reply.refused(ServerRefusals.notAdmitted()));
        } else if (before.isPresent() && before.get().member() == member) {
            held(before.get(), connection, answer);
        } else if (presence.holdsAnother(connection, device)
                || (before.isEmpty() && instead < 0)
                || !noted.take(connection.owner())) {
            answer.accept(Reply.refused(ServerRefusals.tooManyWait(Devices.MAX_WAITING)));
        } else {
            // A device waits for one seat at a time.
            int number = before.map(Devices.Waiting::device).orElseGet(devices::next);
            ClassEvent waits =
                    new ClassEvent.Held(now(), number, member, device, before.isPresent() ? 0 : Math.max(0, instead));
            Runnable held = () -> {
                held(devices.find(number).orElseThrow(), connection, answer);
                // One that made room is told.
                presence.tellSeats();
            };
            events.record(waits, held, answer);
        }
    }

    private void held(Devices.Waiting device, ClassConnection connection, Consumer<Reply<ClassPlace>> answer) {
        presence.hold(connection, device);
        answer.accept(Reply.done(new ClassPlace(classroom, null, presence.entered(false, device.device()))));
        presence.tellChange();
    }

    /**
     * Lets a student in. Once the class has ended, who has played is shown the match that he has played.
     *
     * @param device hash of the secret of the device that sits down now, or empty
     */
    private void enter(int member, String device, ClassConnection connection, Consumer<Reply<ClassPlace>> answer) {
        Optional<TableSeat> own = state.seatOf(member);
        if (state.isClosed()) {
            own.filter(seat -> state.hasEntered(member) && state.hasBegun(seat.table()))
                    .ifPresentOrElse(
                            seat -> sit(member, seat, connection, answer),
                            () -> answer.accept(Reply.refused(ServerRefusals.classEnded())));
            return;
        }
        presence.goOn(connection);
        TableSeat seat = own.or(() -> state.freeSeat(status.over())).orElse(null);
        boolean gap = seat != null && state.isGap(seat);
        boolean sameAsBefore =
                state.hasEntered(member) && (seat == null || own.isPresent()) && !gap && device.isEmpty();
        if (sameAsBefore) {
            sit(member, seat, connection, answer);
            return;
        }
        List<ClassEvent.Wish> wanted = new ArrayList<>();
        if (seat != null && gap) {
            wanted.add(DeskRules.handBack(seat));
        }
        ClassEvent entered = new ClassEvent.Entered(
                now(), member, seat == null ? 0 : seat.table(), seat == null ? null : seat.seat(), device, wanted);
        events.record(entered, List.of(), reply -> {
            if (reply instanceof Reply.Refused<ClassNews.Done> denied) {
                answer.accept(denied.as());
            } else {
                sit(member, seat, connection, answer);
            }
        });
    }

    private void sit(
            int member, @Nullable TableSeat seat, ClassConnection connection, Consumer<Reply<ClassPlace>> answer) {
        ClassNews.Entered news = presence.entered(seat != null, 0);
        if (seat == null) {
            presence.await(connection, member);
            answer.accept(Reply.done(new ClassPlace(classroom, null, news)));
            presence.tellChange();
            return;
        }
        Consumer<Reply<Entered>> seated = placed(news, answer);
        matches.atTable(
                state.setup().table(seat.table()).orElseThrow().matchId(),
                seated,
                match -> match.sit(seat.seat(), connection, seated));
    }

    private Consumer<Reply<Entered>> placed(ClassNews news, Consumer<Reply<ClassPlace>> answer) {
        return reply -> answer.accept(reply.then(entered -> Reply.done(new ClassPlace(classroom, entered, news))));
    }

    /**
     * Lets somebody watch a table, or what everybody may know of all tables.
     *
     * @param known whether the desk key was given
     */
    void watch(ClassRequest.Watch wanted, boolean known, ClassConnection watcher, Consumer<Reply<ClassPlace>> answer) {
        Template template = state.setup().template();
        if (!template.watched() && !known) {
            answer.accept(Reply.refused(ServerRefusals.nobodyWatches()));
        } else if (wanted.table() == 0) {
            watchAll(template, known, watcher, answer);
        } else {
            Optional<ClassSetup.TableSetup> table = state.setup().table(wanted.table());
            if (table.isEmpty()) {
                answer.accept(Reply.refused(ServerRefusals.unknownTable(wanted.table())));
                return;
            }
            Consumer<Reply<Entered>> watching = placed(presence.entered(false, 0), answer);
            matches.atTable(
                    table.get().matchId(), watching, match -> match.join(watcher(wanted.key()), watcher, watching));
        }
    }

    private static Room.Newcomer watcher(String key) {
        return new Room.Newcomer(Viewer.PUBLIC, null, null, "", StoredSeat.Kind.PERSON, key, null);
    }

    private void watchAll(
            Template template, boolean known, ClassConnection watcher, Consumer<Reply<ClassPlace>> answer) {
        if (!presence.watch(watcher, known)) {
            answer.accept(Reply.refused(ServerRefusals.fullOfWatchers(ClassPresence.MAX_WATCHERS)));
            return;
        }
        answer.accept(Reply.done(new ClassPlace(classroom, null, watched(template))));
        presence.tellAllPublicly(watcher);
    }

    /** What the scenario says to everybody who may read its file. */
    private ClassNews.Watched watched(Template template) {
        Treaty start = scenario.agreementOne();
        RedLineRules lines = scenario.redLines();
        return new ClassNews.Watched(
                code,
                template.title(),
                state.setup().tables().size(),
                OpeningFacts.tariff(scenario),
                start.last(),
                start.isLayered(),
                scenario.calendar(),
                lines.exist() ? lines.dates() : List.of(),
                template.byList());
    }

    private long now() {
        return services.wallClock().millis();
    }
}
