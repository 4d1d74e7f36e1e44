package dev.truce.app.host.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.classroom.ClassSetup.SeatSetup;
import dev.truce.app.classroom.ClassSetup.TableSetup;
import dev.truce.app.classroom.ClassState;
import dev.truce.app.classroom.Template;
import dev.truce.app.classroom.entry.Devices;
import dev.truce.app.metrics.ClassMeters;
import dev.truce.app.metrics.OpenRounds;
import dev.truce.app.quota.Owner;
import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClosingCause;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What desks and those who watch are told, and what is measured, of a class of two students at one table, one of whom waits for a seat and
 * the other for the instructor.
 */
class ClassPresenceTest {
    private static final long CALLED = 1_000_000;
    private static final String TEMPLATE = "title: Seminar\nscenario: class-8\n";
    private static final TableChanged OPEN =
            new TableChanged(1, "m-1", TablePhase.OPEN, false, 1, 0, 0, List.of(), 0, List.of());

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ClassMeters meters = new ClassMeters(
            registry, Clock.fixed(Instant.ofEpochMilli(CALLED + 5_000), ZoneOffset.UTC), new OpenRounds());
    private final ClassState state = new ClassState(new ClassSetup(
            TEMPLATE,
            Template.read(TEMPLATE, "template"),
            List.of(new TableSetup(
                    1,
                    "m-1",
                    List.of(new SeatSetup(Seat.US_HEAD, "Otter", 1), new SeatSetup(Seat.CN_HEAD, "Puma", 0)))),
            2,
            ""));
    private final ClassPresence presence =
            new ClassPresence("c", state, new ClassStatus(state), meters, Set::of, Runnable::run);
    private final ClassConnection waiting = new Student();
    private final Student desk = new Student();
    private final Student early = new Student();
    private final Student late = new Student();

    private static final class Student implements ClassConnection {
        private final List<ClassNews> told = new ArrayList<>();
        private final Owner owner;
        private boolean closed;

        Student() {
            this(Owner.UNKNOWN);
        }

        Student(Owner owner) {
            this.owner = owner;
        }

        @Override
        public Owner owner() {
            return owner;
        }

        @Override
        public void tell(ClassNews news) {
            told.add(news);
        }

        @Override
        public void wake() {}

        @Override
        public void takenOver() {}

        @Override
        public void close(ClosingCause cause, String detail) {
            closed = true;
        }
    }

    private static final Owner MANY = new Owner("many", false);
    private static final Owner HONEST = new Owner("honest", false);

    @Test
    void fiftyWatchersOfOneAddressTakeNoBoardFromAProjector() {
        List<Student> many = new ArrayList<>();
        Student projector = new Student(HONEST);
        assertThat(presence.watch(projector, false)).isTrue();
        for (int i = 0; i < 3 * ClassPresence.MAX_WATCHERS; i++) {
            many.add(new Student(MANY));
            assertThat(presence.watch(many.get(i), false)).isEqualTo(i < ClassPresence.MAX_WATCHERS - 1);
        }
        Student second = new Student(HONEST);
        Student keyed = new Student(MANY);
        assertThat(presence.watch(second, false)).as("an address that has less").isTrue();
        assertThat(presence.watch(keyed, true)).as("with the desk key").isTrue();
        assertThat(List.of(projector, second, keyed)).noneMatch(each -> each.closed);
        assertThat(many).filteredOn(each -> each.closed).containsExactly(many.get(0), many.get(1));
    }

    @Test
    void aDeviceOfTheAddressThatHasMostMakesRoom() {
        List<Devices.Waiting> all = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            all.add(new Devices.Waiting(i, i, "hash " + i, i));
            presence.hold(new Student(i == 1 ? HONEST : MANY), all.get(i - 1));
        }
        assertThat(presence.makesRoom(all, HONEST)).contains(2);
        assertThat(presence.makesRoom(all, MANY)).contains(2);
        all.add(new Devices.Waiting(11, 11, "not connected", 11));
        assertThat(presence.makesRoom(all, HONEST)).contains(2);
    }

    private void begin() {
        presence.await(waiting, 2);
        state.apply(2, new ClassEvent.Called(CALLED, 1, "What now?"));
        presence.tellChange();
        presence.tell(OPEN);
        assertThat(oldestCall()).isEqualTo(5);
        assertThat(openTables()).isEqualTo(1);
    }

    private double oldestCall() {
        return registry.get("truce.oldest.help.call").gauge().value();
    }

    private double openTables() {
        return registry.get("truce.class.tables").tag("state", "open").gauge().value();
    }

    /** What comes late: somebody who has waited is gone, and a table has said something. */
    private void endsLate() {
        meters.closed("c");
        presence.left(waiting);
        presence.tell(OPEN);
        assertThat(oldestCall()).isZero();
        assertThat(openTables()).isZero();
    }

    /** Those who watch, on a projector or at home, from the beginning or later. */
    @Test
    void callsForHelpAndWhoWaitsAreForDesksAlone() {
        presence.attach(desk, 1);
        presence.watch(early, false);
        presence.tellAllPublicly(early);
        presence.await(waiting, 2);
        state.apply(2, new ClassEvent.Called(CALLED, 1, "What now?"));
        state.apply(3, new ClassEvent.Held(CALLED, 1, 1, "hash", 0));
        presence.hold(waiting, state.devices().find(1).orElseThrow());
        presence.tellChange();
        state.apply(4, new ClassEvent.Acted(CALLED, 1, "key2", new ClassAct.Doors(true), "", List.of()));
        presence.tellChange();
        state.apply(5, new ClassEvent.Called(CALLED, 1, "Anybody?"));
        presence.tellChange();
        presence.watch(late, false);
        presence.tellAllPublicly(late);

        ClassNews.Changed atDesk = last(desk);
        assertThat(atDesk.calls()).extracting(ClassNews.HelpCall::text).containsExactly("Anybody?");
        assertThat(atDesk.waiting()).containsExactly(2);
        assertThat(atDesk.held()).hasSize(1);
        assertThat(atDesk.act()).isPositive();
        for (Student watcher : List.of(early, late)) {
            assertThat(watcher.told).allSatisfy(news -> assertThat(news).isEqualTo(publicly(news)));
            assertThat(last(watcher)).isEqualTo(atDesk.forAll());
        }
        assertThat(early.told.stream().filter(ClassNews.Changed.class::isInstance))
                .as("what desks alone learn is no news to others, not even that there is some")
                .doesNotHaveDuplicates();
    }

    @Test
    void ofATableThoseWhoWatchAreToldWhatIsForAllAndOnce() {
        presence.attach(desk, 1);
        presence.watch(early, false);
        presence.tell(OPEN);
        presence.tell(OPEN);
        assertThat(desk.told).containsExactly(OPEN, OPEN);
        assertThat(early.told).containsExactly(OPEN.forAll());
    }

    /** After a crash it would not be so, and who was told would have acted on it. */
    @Test
    void nothingIsToldBeforeItIsOnDiskAndThenAsItWasWritten() {
        List<Runnable> unsaved = new ArrayList<>();
        ClassPresence slow = new ClassPresence("c", state, new ClassStatus(state), meters, Set::of, unsaved::add);
        slow.attach(desk, 1);
        state.apply(2, new ClassEvent.Acted(CALLED, 1, "key", new ClassAct.Doors(true), "", List.of()));
        slow.tellChange();
        state.apply(3, new ClassEvent.Acted(CALLED, 1, "key2", new ClassAct.Doors(false), "", List.of()));
        slow.tellChange();
        slow.tell(OPEN);
        assertThat(desk.told).isEmpty();
        unsaved.forEach(Runnable::run);
        assertThat(desk.told).hasSize(3).last().isEqualTo(OPEN);
        assertThat(desk.told)
                .filteredOn(ClassNews.Changed.class::isInstance)
                .map(ClassNews.Changed.class::cast)
                .extracting(ClassNews.Changed::doorsOpen)
                .containsExactly(true, false);
    }

    private static ClassNews.Changed last(Student student) {
        return student.told.stream()
                .filter(ClassNews.Changed.class::isInstance)
                .map(ClassNews.Changed.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static ClassNews publicly(ClassNews news) {
        if (news instanceof ClassNews.Changed changed) {
            return changed.forAll();
        }
        return news instanceof TableChanged table ? table.forAll() : news;
    }

    @Test
    void aClosedClassIsMeasuredNoMore() {
        begin();
        state.apply(3, new ClassEvent.Acted(CALLED, 1, "key", new ClassAct.Finish(), "", List.of()));
        presence.tellChange();
        endsLate();
    }

    @Test
    void aClassThatIsReadAgainIsMeasuredOnce() {
        begin();
        presence.retire();
        endsLate();
    }
}
