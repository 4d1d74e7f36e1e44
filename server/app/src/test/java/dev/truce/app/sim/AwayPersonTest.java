package dev.truce.app.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.host.HostedMatch;
import dev.truce.app.host.SavedDeed;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.By;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.FaultyStore;
import dev.truce.store.StoredSeat;
import dev.truce.store.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A bot has stood in for who was away, and lets go when he is back. */
class AwayPersonTest {
    private final SimWorld world = new SimWorld(1, SimulationTest.CATALOGUE);
    private final List<Reply<SavedDeed>> replies = new ArrayList<>();

    private void pass(long millis) {
        long until = world.agenda().nanos() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (world.agenda().step(until)) {
            // Only what comes of it matters.
        }
    }

    private void does(String key) {
        Consumer<Reply<SavedDeed>> answer = replies::add;
        Consumer<HostedMatch> task =
                match -> match.input(new Input.Does(Seat.CN_HEAD, 1, key, new Deed.Undo()), answer);
        Objects.requireNonNull(world.server()).localMatches().atTable(WrittenMatch.ID, answer, task);
        pass(1_000);
    }

    @Test
    void whoComesBackWhileNothingCanBeSavedIsAskedToTryAgain() {
        StoredSeat us = new StoredSeat(Seat.US_HEAD, "Ann", StoredSeat.Kind.PERSON, false);
        StoredSeat cn = new StoredSeat(Seat.CN_HEAD, "Bo", StoredSeat.Kind.PERSON, false);
        Input standIn = new Input.Hosts(new By.Policy(), 0, new HostAct.StandIn(Side.CN, 0, "hold"));
        WrittenMatch match = new WrittenMatch(world, us, cn, 0, standIn);
        world.start();
        // In memory before the journal stops; the write that fails is of another match.
        Consumer<Reply<Void>> nobody = reply -> {};
        SimServer server = Objects.requireNonNull(world.server());
        server.localMatches().atTable(WrittenMatch.ID, nobody, loaded -> {});
        pass(1_000);
        world.store().failNext(FaultyStore.Fault.THROWS_BEFORE);
        world.store().stayClosed(true);
        assertThat(server.journal().reserve()).isTrue();
        server.journal().write(new Batch("m-2", 0, List.of(new Entry.RoomClosed())), Journal.Sender.NONE);
        pass(1_000);
        assertThat(server.journal().isSuspended()).isTrue();
        does("k1");
        world.store().stayClosed(false);
        pass(5_000);
        does("k2");
        assertThat(replies).hasSize(2);
        assertThat(replies.get(0))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused ->
                                assertThat(refused.refusal().retryAfterMillis()).isPositive());
        assertThat(replies.get(1)).isInstanceOf(Reply.Done.class);
        assertThat(match.stored().inputs()).hasSizeGreaterThanOrEqualTo(4);
    }
}
