package dev.truce.app.host.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.HandTimers;
import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.classroom.ClassSetup.SeatSetup;
import dev.truce.app.classroom.ClassSetup.TableSetup;
import dev.truce.app.classroom.ClassState;
import dev.truce.app.classroom.Template;
import dev.truce.app.config.ServerLimits;
import dev.truce.app.encoding.ClassEncoding;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.Outbox;
import dev.truce.app.host.matches.BrokenMatches;
import dev.truce.app.host.matches.LocalMatches;
import dev.truce.app.host.service.BotWorkers;
import dev.truce.app.host.service.ClassListener;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.service.NodeLife;
import dev.truce.app.log.AuditLog;
import dev.truce.app.room.RoomBook;
import dev.truce.app.signature.RecordSigner;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.HelpCall;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.scenario.Scenarios;
import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import dev.truce.store.journal.Journal;
import dev.truce.store.journal.Journal.CommitListener;
import dev.truce.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a class does one after another, while its tables do not answer: two tables, and a journal with room for one entry. */
class DeskActsTest {
    private static final String TEMPLATE = "title: Seminar\nscenario: class-8\n";

    @TempDir
    Path data;

    private final HandTimers timers = new HandTimers();
    private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final List<ClassNews> answered = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final ClassState state = new ClassState(
            new ClassSetup(TEMPLATE, Template.read(TEMPLATE, "template"), List.of(table(1), table(2)), 0, ""));
    private final ClassStatus status = new ClassStatus(state);
    private Journal journal;
    private DeskActs acts;

    private static TableSetup table(int number) {
        return new TableSetup(
                number,
                "m-" + number,
                List.of(
                        new SeatSetup(Seat.US_HEAD, "Otter" + number, 0),
                        new SeatSetup(Seat.CN_HEAD, "Puma" + number, 0)));
    }

    @BeforeEach
    void open() throws Exception {
        journal = new Journal(SqliteStore.open(data), CommitListener.NONE, Clock.systemUTC(), 1);
        MatchServices services = new MatchServices(
                journal,
                () -> Runnable::run,
                Runnable::run,
                new BotWorkers(Runnable::run, 1),
                timers,
                new NodeLife(timers, new SplittableRandom(1)),
                Clock.systemUTC(),
                new SecureRandom(),
                null,
                new ClassListener() {
                    @Override
                    public void changed(String classId, TableChanged table) {}

                    @Override
                    public void acted() {}

                    @Override
                    public void called(String classId, int table, HelpCall call) {}

                    @Override
                    public void calls(String classId, List<HelpCall> calls) {}

                    @Override
                    public void closed(String classId) {}
                },
                AuditLog.none(),
                ServerLimits.STANDARD,
                RecordSigner.NONE);
        // Nobody looks the tables up, so none of them answers.
        LocalMatches matches = new LocalMatches(
                Catalogue.of(List.of(Scenarios.busan2025())),
                services,
                new RoomBook(10),
                new BrokenMatches(),
                task -> {},
                System::nanoTime);
        ClassPresence presence =
                new ClassPresence("c", state, status, services.classListener(), services::facts, Runnable::run);
        Outbox outbox = new Outbox(journal, "c", mailbox::add, () -> {});
        ClassEvents events = new ClassEvents(
                state,
                List.of(),
                outbox,
                Clock.systemUTC(),
                new TableActs(state.setup(), matches, timers, mailbox::add),
                presence,
                new ClassEvents.Heard() {
                    @Override
                    public void closed() {}

                    @Override
                    public void acted() {
                        acts.finished();
                    }
                });
        acts = new DeskActs("c", state, status, presence, events, services, matches, mailbox::add);
        assertThat(journal.reserve()).isTrue();
        StoredClass stored = new StoredClass("c", "ABCD2345", ClassEncoding.toBytes(state.setup()), 0);
        journal.write(new Batch("c", 0, List.of(new Entry.ClassOpened(stored)), List.of()), new Journal.Sender() {
            @Override
            public void durable(long unixMillis) {
                mailbox.add(() -> outbox.after(1));
            }

            @Override
            public void failed() {
                throw new AssertionError("a new store takes what is written");
            }
        });
        runNext();
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void runNext() throws InterruptedException {
        Runnable task = mailbox.poll(10, TimeUnit.SECONDS);
        assertThat(task).isNotNull();
        task.run();
    }

    private void act(String key, String text) {
        acts.act(1, new ClassRequest.Act(key, ClassActNotation.read(text, 1).orElseThrow(), ""), reply -> {
            if (reply instanceof Reply.Done<ClassNews> done) {
                answered.add(done.value());
            } else {
                refused.add(((Reply.Refused<ClassNews>) reply).refusal().code().name());
            }
        });
    }

    private void tell(TablePhase phase, int... tables) {
        for (int table : tables) {
            status.hear(new TableChanged(table, "m-" + table, phase, false, 1, 0, 0, List.of(), 0, List.of()));
        }
    }

    private List<String> log() {
        return state.acts().newest().values().stream()
                .map(acted -> acted.desk() + " " + ClassActNotation.of(acted.act()))
                .toList();
    }

    private void begins() throws InterruptedException {
        act("start", "start");
        runNext();
        assertThat(log()).containsExactly("1 START");
    }

    @Test
    void whatTheClassDoesByItselfIsAskedAsOftenAsOneLikes() {
        tell(TablePhase.SHUT, 1, 2);
        assertThat(status.next()).isPresent().isEqualTo(status.next());
        status.acts();
        assertThat(status.next()).isEmpty();
        tell(TablePhase.SHUT, 1);
        assertThat(status.next()).isEmpty();
        tell(TablePhase.SHUT, 2);
        assertThat(status.next()).isPresent();
    }

    @Test
    void whatTheJournalHadNoRoomForIsTriedAgainThoughNoTableSpeaks() throws Exception {
        List<ClassEvent.Wish> start = List.of(new ClassEvent.Hosts(1, new HostAct.Start()));
        state.apply(
                1,
                new ClassEvent.Acted(
                        0, 1, "start", ClassActNotation.read("start", 1).orElseThrow(), "", start));
        tell(TablePhase.SHUT, 1, 2);
        assertThat(journal.reserve()).isTrue();
        acts.goOnByItself();
        acts.goOnByItself();
        assertThat(log()).containsExactly("1 START");
        timers.pass(DeskActs.AGAIN_MILLIS);
        runNext();
        assertThat(mailbox).isEmpty();
        assertThat(log()).containsExactly("1 START");
        journal.release();
        timers.pass(DeskActs.AGAIN_MILLIS);
        runNext();
        assertThat(log()).containsExactly("1 START", "0 1,2: REVEAL r1");
    }

    @Test
    void anActWaitsForTheOneBeforeItAndNoMoreThanThirtyTwoDo() throws Exception {
        begins();
        for (int i = 0; i < DeskActs.MAX_WAITING; i++) {
            act("key-" + i, "doors open");
        }
        assertThat(refused).isEmpty();
        act("one-more", "doors open");
        assertThat(refused).containsExactly(ConnectionCode.RETRY.name());
        assertThat(log()).containsExactly("1 START");
        assertThat(answered).isEmpty();
        assertThat(DeskActs.MAX_WAITING).isEqualTo(32);
    }

    @Test
    void anActThatIsSentAgainWhileItWaitsIsDoneOnce() throws Exception {
        act("first", "doors open");
        act("second", "doors closed");
        act("second", "doors closed");
        act("second", "new-ticket");
        for (int i = 0; i < 4; i++) {
            runNext();
        }
        assertThat(log()).containsExactly("1 DOORS OPEN", "1 DOORS CLOSED");
        assertThat(answered).hasSize(3);
        assertThat(answered.get(2)).isEqualTo(answered.get(1));
        assertThat(refused).containsExactly(RefusalCode.MOVE_ID_REUSED.name());
        act("third", "doors open");
        runNext();
        runNext();
        assertThat(answered).hasSize(4);
    }
}
