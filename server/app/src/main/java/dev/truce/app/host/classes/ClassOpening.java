package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassListReader;
import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.classroom.ClassSetup.SeatSetup;
import dev.truce.app.classroom.ClassSetup.TableSetup;
import dev.truce.app.classroom.Grouping;
import dev.truce.app.classroom.Pseudonyms;
import dev.truce.app.classroom.Student;
import dev.truce.app.classroom.TableHands;
import dev.truce.app.classroom.Template;
import dev.truce.app.encoding.ClassEncoding;
import dev.truce.app.encoding.ClassSeed;
import dev.truce.app.encoding.MatchSeed;
import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.matches.LocalMatches;
import dev.truce.app.host.matches.MatchIds;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.quota.Owner;
import dev.truce.app.room.RoomBook;
import dev.truce.app.room.RoomCode;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Reply;
import dev.truce.match.RoundTerms;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMember;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import dev.truce.store.journal.Journal;
import dev.truce.story.bundles.Bundles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Makes a class of a template and a list: first its tables, then the class that names them. */
final class ClassOpening {
    private final Catalogue catalogue;
    private final MatchServices services;
    private final LocalMatches matches;
    private final RoomBook book;

    ClassOpening(Catalogue catalogue, MatchServices services, LocalMatches matches, RoomBook book) {
        this.catalogue = catalogue;
        this.services = services;
        this.matches = matches;
        this.book = book;
    }

    /**
     * A class that is on disk with its tables.
     *
     * @param students with their keys
     */
    record Opened(
            String id,
            RoomCode code,
            ClassSetup setup,
            List<StoredMember> members,
            List<ClassNews.StudentKey> students) {
        Opened {
            members = List.copyOf(members);
            students = List.copyOf(students);
        }
    }

    /**
     * Opens a class.
     *
     * @param answer gets the class, or why there is none
     * @param unknown gets in its place the id of a class of which nobody knows whether it is on disk; its code stays taken
     */
    void open(ClassRequest.Open wanted, String keyHash, Consumer<Reply<Opened>> answer, Consumer<String> unknown) {
        Reply<ClassPlan> planned = plan(wanted);
        if (planned instanceof Reply.Refused<ClassPlan> denied) {
            answer.accept(denied.as());
            return;
        }
        ClassPlan plan = ((Reply.Done<ClassPlan>) planned).value();
        String id = MatchIds.draw('c', services.random());
        RoomCode code = book.enterClass(() -> RoomCode.draw(services.random()), id);
        ClassSetup setup = setup(wanted.template(), plan, keyHash);
        AtomicBoolean isTold = new AtomicBoolean();
        Consumer<Reply<Opened>> ended = reply -> {
            if (!isTold.getAndSet(true)) {
                reply.tell(opened -> {}, why -> book.strikeClass(id));
                answer.accept(reply);
            }
        };
        Runnable inDoubt = () -> {
            if (!isTold.getAndSet(true)) {
                unknown.accept(id);
            }
        };
        // Stretching a chosen seed and balancing hands take a while; nobody else waits for it there.
        try {
            Executor pool = services.botWorkers().ofMatch(() -> Owner.ofClass(id));
            pool.execute(() -> guarded(
                    () -> openTables(
                            id,
                            plan,
                            setup,
                            seeds(plan),
                            ended,
                            () -> write(id, code, plan, setup, pool, ended, inDoubt)),
                    () -> ended.accept(Reply.refused(ServerRefusals.retry()))));
        } catch (RejectedExecutionException stopping) {
            ended.accept(Reply.refused(ServerRefusals.retry()));
        }
    }

    /** Does a step; an answer that does not come would leave the key in use, and the place of the class, for good. */
    private static void guarded(Runnable step, Runnable failed) {
        try {
            step.run();
        } catch (RuntimeException bug) {
            failed.run();
            throw bug;
        }
    }

    /** The seed of each table: where all go on together they share the world, and else nothing. */
    private List<MatchSeed> seeds(ClassPlan plan) {
        if (plan.template().pace() != RoundPace.GATED) {
            // Where tables do not wait for one another, a fast one would tell the others what chance has in store.
            return plan.tables().stream()
                    .map(table -> MatchSeed.of(null, services.random()))
                    .toList();
        }
        ClassSeed seed = ClassSeed.of(plan.template().seed(), services.random());
        List<Integer> numbers =
                plan.tables().stream().map(Grouping.SeatedTable::number).toList();
        return TableHands.seeds(plan.rules(), seed::ofTable, numbers).stream()
                .map(ofTable -> seed.seed(ofTable, services.random()))
                .toList();
    }

    private Reply<ClassPlan> plan(ClassRequest.Open wanted) {
        return ClassPlan.template(wanted.template())
                .refusing(why -> ClassPlan.malformed("template", why))
                .then(template -> ClassPlan.of(
                        template,
                        catalogue,
                        () -> ClassListReader.read(wanted.list())
                                .then(list ->
                                        list.leftOut().isEmpty() ? Reply.done(list) : Reply.refused(list.unusable())),
                        () -> services.random().nextLong()));
    }

    private ClassSetup setup(String text, ClassPlan plan, String keyHash) {
        List<Seat> seats = plan.seats().seats();
        List<String> names = plan.list().students().stream().map(Student::name).toList();
        List<String> pseudonyms = Pseudonyms.draw(
                Bundles.of(plan.template().language()),
                plan.tables().size() * seats.size(),
                services.random().nextLong(),
                names);
        List<TableSetup> tables = new ArrayList<>();
        int next = 0;
        for (Grouping.SeatedTable table : plan.tables()) {
            List<SeatSetup> places = new ArrayList<>();
            for (Seat seat : seats) {
                Integer index = table.members().get(seat);
                places.add(new SeatSetup(seat, pseudonyms.get(next++), index == null ? 0 : index + 1));
            }
            tables.add(new TableSetup(table.number(), MatchIds.draw('m', services.random()), places));
        }
        return new ClassSetup(text, plan.template(), tables, names.size(), keyHash);
    }

    /** Opens all tables without waiting for any, so that the journal writes them in one group and not each alone. */
    private void openTables(
            String id,
            ClassPlan plan,
            ClassSetup setup,
            List<MatchSeed> seeds,
            Consumer<Reply<Opened>> failed,
            Runnable done) {
        AtomicInteger missing = new AtomicInteger(setup.tables().size());
        Consumer<Reply<String>> answer = reply -> guarded(
                () -> reply.tell(
                        opened -> {
                            if (missing.decrementAndGet() == 0) {
                                done.run();
                            }
                        },
                        why -> failed.accept(Reply.refused(why))),
                () -> failed.accept(Reply.refused(ServerRefusals.retry())));
        for (int i = 0; i < seeds.size(); i++) {
            openTable(id, plan, setup.tables().get(i), seeds.get(i), answer);
        }
    }

    private void openTable(
            String id, ClassPlan plan, TableSetup table, MatchSeed seed, Consumer<Reply<String>> answer) {
        Template template = plan.template();
        MatchSpec spec = new MatchSpec(
                seed,
                template.rounds(),
                template.windowMillis(),
                false,
                plan.seats().delegations(),
                new RoundTerms(template.graceMillis(), template.pace(), template.absences()));
        StoredRoom room = new StoredRoom(
                        table.matchId(),
                        null,
                        plan.rules().scenario().ruleset(),
                        plan.rules().scenario().id(),
                        plan.rules().scenario().hash(),
                        spec.toBytes(),
                        services.wallClock().millis(),
                        false,
                        0)
                .atTable(id, table.number());
        List<StoredSeat> held = table.seats().stream()
                .map(seat -> new StoredSeat(seat.seat(), seat.pseudonym(), StoredSeat.Kind.PERSON, false))
                .toList();
        matches.openTable(room, held, answer);
    }

    private void write(
            String id,
            RoomCode code,
            ClassPlan plan,
            ClassSetup setup,
            Executor pool,
            Consumer<Reply<Opened>> answer,
            Runnable inDoubt) {
        Journal journal = services.journal();
        if (!journal.reserve()) {
            answer.accept(Reply.refused(journal.isSuspended() ? ServerRefusals.later() : ServerRefusals.retry()));
            return;
        }
        List<StoredMember> members = new ArrayList<>();
        List<ClassNews.StudentKey> keys = new ArrayList<>();
        for (int i = 0; i < plan.list().students().size(); i++) {
            Student student = plan.list().students().get(i);
            String key = StudentKeys.draw(services.random(), StudentKeys.KEY);
            members.add(new StoredMember(
                    i + 1,
                    student.name(),
                    student.id(),
                    student.login(),
                    student.canvasId(),
                    student.section(),
                    student.language() == null ? "" : student.language().word(),
                    StudentKeys.hash(id, key)));
            keys.add(new ClassNews.StudentKey(i + 1, student.id(), key));
        }
        StoredClass opened = new StoredClass(
                id,
                code.text(),
                ClassEncoding.toBytes(setup),
                services.wallClock().millis());
        journal.write(new Batch(id, 0, List.of(new Entry.ClassOpened(opened)), members), new Journal.Sender() {
            @Override
            public void durable(long unixMillis) {
                // What is made of it, such as slips, takes a while; the journal does not wait for it.
                Runnable told = () -> answer.accept(Reply.done(new Opened(id, code, setup, members, keys)));
                try {
                    pool.execute(told);
                } catch (RejectedExecutionException stopping) {
                    told.run();
                }
            }

            @Override
            public void failed() {
                inDoubt.run();
            }
        });
    }
}
