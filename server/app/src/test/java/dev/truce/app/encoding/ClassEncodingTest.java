package dev.truce.app.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.classroom.Template;
import dev.truce.engine.board.Side;
import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ClassEncodingTest {
    private static final List<ClassEvent> EVENTS = List.of(
            new ClassEvent.Acted(
                    1_000,
                    2,
                    "key-1",
                    new ClassAct.Move(3, 5, Side.CN, 1),
                    "",
                    List.of(
                            new ClassEvent.Release(1, Seat.US_HEAD),
                            new ClassEvent.Renames(1, Seat.CN_HEAD, "Otter"),
                            new ClassEvent.Hosts(5, new HostAct.HandBack(Side.CN, 1)))),
            new ClassEvent.Acted(1_000, 0, "", new ClassAct.NewTicket(), "hash", List.of()),
            new ClassEvent.Acted(1_000, 2, "key", new ClassAct.Doors(false), "", 7, List.of()),
            new ClassEvent.Entered(2_000, 7, 0, null, "", List.of()),
            new ClassEvent.Entered(2_000, 7, 5, new Seat(Side.CN, 1), "a1b2", List.of()),
            new ClassEvent.Held(2_000, 3, 7, "a1b2", 1),
            new ClassEvent.Called(2_500, 7, "Do we lose A2?"),
            new ClassEvent.DeskOpened(3_000, 2, "token", "ticket"),
            new ClassEvent.Finished(
                    4_000,
                    12,
                    List.of(
                            new ClassEvent.TableRefusal(5, "STALE_ROUND", 0),
                            new ClassEvent.TableRefusal(6, "WRONG_PHASE", 2))));

    @Test
    void everyEventComesBack() {
        for (ClassEvent event : EVENTS) {
            assertThat(ClassEncoding.event(ClassEncoding.toBytes(event))).isEqualTo(event);
        }
        Set<Class<?>> kinds = EVENTS.stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(Arrays.asList(ClassEvent.class.getPermittedSubclasses()));
    }

    @Test
    void aSetupComesBack() {
        String text = "title: Seminar\nscenario: class-8\n";
        ClassSetup setup = new ClassSetup(
                text,
                Template.read(text, "template"),
                List.of(new ClassSetup.TableSetup(
                        4, "m-1", List.of(new ClassSetup.SeatSetup(Seat.CN_HEAD, "Otter", 3)))),
                3,
                "hash");
        assertThat(ClassEncoding.setup(ClassEncoding.toBytes(setup))).isEqualTo(setup);
    }

    @Test
    void otherBytesAreNoEvent() {
        assertThatThrownBy(() -> ClassEncoding.event(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClassEncoding.event(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
