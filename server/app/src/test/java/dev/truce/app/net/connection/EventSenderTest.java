package dev.truce.app.net.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.host.MatchConnection;
import dev.truce.app.host.View;
import dev.truce.app.room.Place;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.protocol.framing.SharedFrame;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventSenderTest {
    private static final int MESSAGES = 64;

    /** What was sent, and the promises that it was read. */
    private final List<ServerFrame> sent = new ArrayList<>();

    private final Deque<ChannelPromise> unread = new ArrayDeque<>();
    private final EmbeddedChannel channel = new EmbeddedChannel(new ChannelOutboundHandlerAdapter() {
        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            sent.add(message instanceof SharedFrame shared ? shared.head() : (ServerFrame) message);
            unread.add(promise);
        }
    });
    private final FakeView view = new FakeView();
    private int cuts;
    private final EventSender eventSender =
            new EventSender(channel, "busan-1.0.0", new SharedOpenings(), MESSAGES, () -> cuts++);

    /** A match in which one bit changes again and again. */
    private static final class FakeView implements View {
        private static final Scenario SCENARIO = Scenarios.busan2025();
        private long events;
        private List<Occupant> occupants = List.of();
        /** Who sits where from shortly before the last event on; null if nothing changes. */
        private @Nullable List<Occupant> atTheLast;

        private Set<RoomFact> facts = Set.of();

        @Override
        public Place place() {
            return new Place.Watching(Viewer.PUBLIC, 1, false);
        }

        @Override
        public String matchId() {
            return "m-1";
        }

        @Override
        public String roomCode() {
            return "ABCDEFGH";
        }

        @Override
        public Scenario scenario() {
            return SCENARIO;
        }

        @Override
        public List<Occupant> occupants() {
            return occupants;
        }

        @Override
        public @Nullable DelegationMode mode() {
            return null;
        }

        @Override
        public SeedNotice seed() {
            return SeedNotice.DRAWN;
        }

        @Override
        public Set<RoomFact> facts() {
            return facts;
        }

        @Override
        public List<Notice> privately() {
            return List.of();
        }

        @Override
        public boolean hasStarted() {
            return true;
        }

        @Override
        public @Nullable Notice event(long sequence) {
            List<Occupant> now = atTheLast;
            if (now != null && sequence == events) {
                occupants = now;
            }
            return sequence <= events ? new Notice.SeatStatus(Seat.US_HEAD, 1, false, sequence % 2 == 0) : null;
        }

        @Override
        public long lastEvent() {
            return events;
        }

        @Override
        public long deadlineUnixMillis(int round) {
            return 0;
        }

        @Override
        public long deadlineUnixMillis() {
            return 0;
        }

        @Override
        public long leftMillis(int round) {
            return 0;
        }

        @Override
        public void heard(long sequence) {}

        @Override
        public void detach(MatchConnection matchConnection) {}
    }

    @BeforeEach
    void freeze() {
        channel.freezeTime();
    }

    private void readOne() {
        unread.removeFirst().setSuccess();
        channel.runPendingTasks();
    }

    private void readAll() {
        while (!unread.isEmpty()) {
            readOne();
        }
    }

    private List<Long> sequences() {
        return sent.stream()
                .map(ServerFrame::seq)
                .filter(sequence -> sequence > 0)
                .toList();
    }

    @Test
    void whoReadsGetsEveryEventOnceAndInOrder() {
        view.events = 1_000;
        eventSender.show(view, 0);
        eventSender.pull();
        readAll();
        List<Long> expected = new ArrayList<>();
        for (long sequence = 1; sequence <= 1_000; sequence++) {
            expected.add(sequence);
        }
        assertThat(sequences()).isEqualTo(expected);
        assertThat(cuts).isZero();
    }

    @Test
    void nothingIsQueuedForWhoDoesNotRead() {
        view.events = 1_000_000;
        eventSender.show(view, 0);
        eventSender.pull();
        eventSender.pull();
        assertThat(unread.size()).isLessThanOrEqualTo(MESSAGES);
        int before = sent.size();
        readOne();
        assertThat(sent.size() - before).isEqualTo(1);
    }

    @Test
    void whoDoesNotReadIsCutOffWithinFiveSeconds() {
        view.events = 1_000_000;
        eventSender.show(view, 0);
        eventSender.pull();
        channel.advanceTimeBy(3, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(cuts).isZero();
        for (int second = 0; second < 2; second++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
        }
        assertThat(cuts).isEqualTo(1);
    }

    @Test
    void whoStopsReadingLaterIsCutOffWithinFiveSecondsOfThat() {
        view.events = 1;
        eventSender.show(view, 0);
        eventSender.pull();
        readAll();
        channel.advanceTimeBy(500, TimeUnit.MILLISECONDS);
        view.events = 2;
        eventSender.pull();
        for (int half = 0; half < 8; half++) {
            channel.advanceTimeBy(500, TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
        }
        assertThat(cuts).isZero();
        channel.advanceTimeBy(1, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(cuts).isEqualTo(1);
    }

    @Test
    void whoHasReadEverythingIsNotWatched() {
        view.events = 1;
        eventSender.show(view, 0);
        eventSender.pull();
        readAll();
        channel.advanceTimeBy(1, TimeUnit.SECONDS);
        assertThat(channel.runScheduledPendingTasks()).isEqualTo(-1);
    }

    @Test
    void whoReadsSlowlyIsNotCutOff() {
        view.events = 1_000;
        eventSender.show(view, 0);
        eventSender.pull();
        for (int second = 0; second < 60; second++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
            if (second % 3 == 0) {
                readOne();
            }
        }
        assertThat(cuts).isZero();
    }

    @Test
    void answersThatAreNotReadCutTheConnectionOff() {
        for (int i = 0; i < MESSAGES; i++) {
            eventSender.answer(i, new ServerMessage.Pong(i, 0));
        }
        assertThat(cuts).isZero();
        eventSender.answer(MESSAGES, new ServerMessage.Pong(MESSAGES, 0));
        assertThat(cuts).isEqualTo(1);
    }

    @Test
    void ofTheRoomOnlyTheNewestStateIsTold() {
        view.events = 0;
        eventSender.show(view, 0);
        for (int i = 0; i < 100; i++) {
            view.occupants = List.of(new Occupant(Seat.US_HEAD, "Ann", false, i % 2 == 0));
        }
        eventSender.pull();
        eventSender.pull();
        assertThat(sent.stream().filter(frame -> frame.body() instanceof ServerMessage.RoomChanged))
                .hasSize(1);
    }

    @Test
    void whoSitsWhereIsToldBeforeAnEventThatComesAfterIt() {
        view.events = 2;
        view.atTheLast = List.of(new Occupant(Seat.US_HEAD, "Ann", false, true));
        eventSender.show(view, 0);
        eventSender.pull();
        assertThat(sequences()).containsExactly(1L, 2L);
        assertThat(sent.get(2).body()).isInstanceOf(ServerMessage.RoomChanged.class);
        assertThat(sent.get(3).seq()).isEqualTo(2);
    }

    @Test
    void thatNothingCanBeSavedIsToldOnceAndOnceThatItGoesOn() {
        view.events = 0;
        eventSender.show(view, 0);
        eventSender.pull();
        for (boolean stopped : List.of(true, true, false, false)) {
            view.facts = stopped ? Set.of(RoomFact.CANNOT_SAVE) : Set.of();
            eventSender.pull();
        }
        assertThat(sent.stream()
                        .map(ServerFrame::body)
                        .filter(ServerMessage.RoomChanged.class::isInstance)
                        .map(room -> ((ServerMessage.RoomChanged) room).facts()))
                .containsExactly(Set.of(RoomFact.CANNOT_SAVE), Set.of());
    }

    @Test
    void whoComesBackHearsOnlyWhatHeMissed() {
        view.events = 10;
        eventSender.show(view, 7);
        eventSender.pull();
        readAll();
        assertThat(sequences()).containsExactly(8L, 9L, 10L);
    }

    @Test
    void nothingIsSaidAfterTheLastWord() {
        view.events = 5;
        eventSender.show(view, 0);
        eventSender.end(new ServerMessage.TakenOver());
        eventSender.pull();
        eventSender.answer(1, new ServerMessage.Pong(1, 0));
        assertThat(sent).hasSize(1);
        readAll();
        assertThat(channel.isOpen()).isFalse();
    }
}
