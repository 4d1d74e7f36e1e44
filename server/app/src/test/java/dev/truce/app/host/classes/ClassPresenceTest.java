package dev.truce.app.host.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.classroom.ClassSetup.SeatSetup;
import dev.truce.app.classroom.ClassSetup.TableSetup;
import dev.truce.app.classroom.ClassState;
import dev.truce.app.classroom.Template;
import dev.truce.app.metrics.ClassMeters;
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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is measured of a class of two students at one table, one of whom waits for a seat and the other for the instructor. */
class ClassPresenceTest {
    private static final long CALLED = 1_000_000;
    private static final String TEMPLATE = "title: Seminar\nscenario: class-8\n";
    private static final TableChanged OPEN =
            new TableChanged(1, "m-1", TablePhase.OPEN, false, 1, 0, 0, List.of(), 0, List.of());

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ClassMeters meters =
            new ClassMeters(registry, Clock.fixed(Instant.ofEpochMilli(CALLED + 5_000), ZoneOffset.UTC));
    private final ClassState state = new ClassState(new ClassSetup(
            TEMPLATE,
            Template.read(TEMPLATE, "template"),
            List.of(new TableSetup(
                    1,
                    "m-1",
                    List.of(new SeatSetup(Seat.US_HEAD, "Otter", 1), new SeatSetup(Seat.CN_HEAD, "Puma", 0)))),
            2,
            ""));
    private final ClassPresence presence = new ClassPresence("c", state, new ClassStatus(state), meters, Set::of);
    private final ClassConnection waiting = new Student();

    private static final class Student implements ClassConnection {
        @Override
        public void tell(ClassNews news) {}

        @Override
        public void wake() {}

        @Override
        public void takenOver() {}

        @Override
        public void close(ClosingCause cause, String detail) {}
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
