package dev.truce.web.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import dev.truce.web.screen.RoomScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a student comes to a seat of a class on the page. */
class ClassDoorsTest {
    private static final Scenario SCENARIO = Scenarios.busan2025();

    private final RoomServer server = new RoomServer(Rules.of(SCENARIO), SCENARIO.hash());
    private final RoomEntry room = server.page(null);

    private void comes() {
        server.connects(room.line());
        server.heardBy(room);
    }

    private static ServerMessage refused(ConnectionCode code, String legal) {
        return new ServerMessage.Refused(Refusal.of(code, "student").legal(legal), "");
    }

    private static ServerMessage entered(boolean hasSeat, int held) {
        return new ServerMessage.OfClass(new ClassNews.Entered("c-1", "Seminar", hasSeat, held));
    }

    @Test
    void whoComesBeforeThereIsASeatGetsIt() {
        server.doors.add(entered(false, 0));
        room.enter("CODE", "s1", "abcdef");
        comes();
        assertThat(Objects.requireNonNull(room.refusal()).code()).isEqualTo(ConnectionCode.ROOM_FULL);
        server.says(entered(true, 0));
        server.heardBy(room);
        assertThat(room.refusal()).isNull();
        assertThat(room.seat()).isNotNull();
        assertThat(server.entered).containsExactly("s1 abcdef", "s1 abcdef");
        assertThat(server.keys).doesNotHaveDuplicates();
    }

    private static ServerMessage doorsClosed(long againMillis) {
        return new ServerMessage.Refused(
                Refusal.of(ConnectionCode.CLASS_NOT_OPEN, "class_code").after(againMillis), "");
    }

    @Test
    void whoComesBeforeTheDoorsAreOpenGetsInByHimself() {
        server.doors.addAll(List.of(doorsClosed(3_000), doorsClosed(3_000)));
        room.enter("CODE", "s1", "abcdef");
        comes();
        for (int times = 1; times <= 2; times++) {
            assertThat(room.isBeforeDoors()).isTrue();
            assertThat(room.mayAskAgain()).as("nothing has to be pressed").isFalse();
            assertThat(server.entered).hasSize(times);
            server.pass(room.line(), 3_000);
            server.heardBy(room);
        }
        assertThat(room.isBeforeDoors()).isFalse();
        assertThat(room.seat()).isNotNull();
        assertThat(server.entered).hasSize(3);
    }

    @Test
    void whoComesToAClassThatHasEndedWaitsForNothing() {
        server.doors.add(doorsClosed(0));
        room.enter("CODE", "s1", "abcdef");
        comes();
        assertThat(room.isBeforeDoors()).isFalse();
        assertThat(room.mayAskAgain()).isTrue();
        server.pass(room.line(), 60_000);
        assertThat(server.entered).hasSize(1);
    }

    /** What a desk takes away is no table any more, and only what the class gives on is asked for again. */
    @ParameterizedTest
    @EnumSource(names = {"PLACE_REVOKED", "SEAT_GIVEN_ON"})
    void aSeatThatIsTakenAwayIsShownNoMore(ClosingCause why) {
        room.enter("CODE", "s1", "abcdef");
        comes();
        RoomScreen screen = new RoomScreen(room);
        assertThat(screen.screen(Bundles.of(Language.EN))).containsEntry("kind", "seat");
        server.says(new ServerMessage.Closing(why, "", 0));
        server.heardBy(room);
        assertThat(room.seat()).isNull();
        assertThat(screen.screen(Bundles.of(Language.EN)))
                .containsEntry("kind", "waiting")
                .containsEntry("spent", why == ClosingCause.SEAT_GIVEN_ON ? "given" : "spent")
                .containsEntry("ticket", "");
    }

    @Test
    void whoIsTakenOutOfAClassHasNothingToPress() {
        server.doors.add(refused(ConnectionCode.UNKNOWN_MEMBER, ""));
        room.enter("CODE", "s1", "abcdef");
        comes();
        assertThat(room.mayAskAgain()).isFalse();
        assertThat(room.names()).isEmpty();
    }

    @Test
    void whoWaitsForASeatAsksAgainAfterALostLink() {
        server.doors.add(entered(false, 0));
        room.enter("CODE", "s1", "abcdef");
        comes();
        server.drop();
        room.line().dropped();
        server.wakeNewest(room.line());
        comes();
        assertThat(room.refusal()).isNull();
        assertThat(room.seat()).isNotNull();
        assertThat(server.entered).containsExactly("s1 abcdef", "s1 abcdef");
    }

    @Test
    void whoFoundARoomFullIsNotSeatedLaterUnasked() {
        server.doors.add(refused(ConnectionCode.ROOM_FULL, ""));
        room.join("CODE", null, null, "Ann", "my-device");
        comes();
        server.drop();
        room.line().dropped();
        server.wakeNewest(room.line());
        comes();
        assertThat(server.keys).hasSize(1);
        assertThat(room.seat()).isNull();
    }

    @Test
    void aNameIsPickedFromTheListOfTheClass() {
        server.doors.add(refused(ConnectionCode.IS_A_CLASS, "list"));
        server.doors.add(refused(ConnectionCode.UNKNOWN_MEMBER, "Ann Archer; Bo Berg"));
        room.join("CODE", null, null, "Annie", "my-device");
        comes();
        assertThat(room.names()).containsExactly("Ann Archer", "Bo Berg");
        room.pick("Ann Archer", "my-device");
        server.heardBy(room);
        assertThat(room.names()).isEmpty();
        assertThat(room.refusal()).isNull();
        assertThat(room.isClass()).isTrue();
        assertThat(server.entered).containsExactly("Annie my-device", "Ann Archer my-device");
        assertThat(room.seat()).isNotNull();
    }

    @Test
    void aSecondDeviceAsksAgainUntilTheDeskAdmitsIt() {
        server.doors.addAll(List.of(refused(ConnectionCode.IS_A_CLASS, "list"), entered(true, 3), entered(true, 3)));
        room.join("CODE", null, null, "Ann Archer", "my-device");
        comes();
        assertThat(room.isHeld()).isTrue();
        assertThat(Objects.requireNonNull(room.refusal()).arguments()).hasToString("[3]");
        assertThat(room.seat()).isNull();
        for (int second = 0; second < 2; second++) {
            server.pass(room.line(), 1_000);
            server.heardBy(room);
        }
        assertThat(room.isHeld()).isFalse();
        assertThat(room.seat()).isNotNull();
        server.pass(room.line(), 5_000);
        server.heardBy(room);
        assertThat(server.entered).as("nobody asks who has a seat").hasSize(3);
    }

    @Test
    void theCodeOfAClassWithKeysSaysSo() {
        server.doors.add(refused(ConnectionCode.IS_A_CLASS, ""));
        room.join("CODE", null, null, "Ann", "my-device");
        comes();
        assertThat(Objects.requireNonNull(room.refusal()).code()).isEqualTo(ConnectionCode.IS_A_CLASS);
        assertThat(server.entered).isEmpty();
    }

    @Test
    void theInstructorOfAClassIsCalled() {
        room.enter("CODE", "s1", "abcdef");
        comes();
        PageSeat seat = Objects.requireNonNull(room.seat());
        assertThat(seat.hasInstructor()).isTrue();
        List<String> answers = new ArrayList<>();
        seat.calls("Do we lose A2?", why -> answers.add(why == null ? "done" : why.facts()));
        server.heardBy(room);
        assertThat(server.calls).containsExactly("Do we lose A2?");
        assertThat(answers).containsExactly("done");
    }
}
