package dev.truce.app.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.host.HostedMatch;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.codec.InputCodec;
import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.FaultyStore;
import dev.truce.store.StoredSeat;
import dev.truce.store.journal.Journal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** While nothing can be saved no clock runs, also of a match that has nothing to write: its people could do nothing with the time. */
class OutageTest {
    private static final long WINDOW_MILLIS = 120_000;

    private final SimWorld world = new SimWorld(1, SimulationTest.CATALOGUE);
    private final WrittenMatch match =
            new WrittenMatch(world, person(Seat.US_HEAD, "Ann"), person(Seat.CN_HEAD, "Bo"), WINDOW_MILLIS);

    private static StoredSeat person(Seat seat, String name) {
        return new StoredSeat(seat, name, StoredSeat.Kind.PERSON, false);
    }

    private SimServer server() {
        return Objects.requireNonNull(world.server());
    }

    private void pass(long millis) {
        long until = world.agenda().nanos() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (world.agenda().step(until)) {
            world.check();
        }
    }

    /** The clock runs from now on, as if its people were back. */
    private void begin() {
        world.start();
        Consumer<Reply<Void>> nobody = reply -> {};
        server().localMatches().atTable(WrittenMatch.ID, nobody, HostedMatch::goOn);
    }

    /** A write of another match fails. */
    private void fail() {
        world.store().failNext(FaultyStore.Fault.THROWS_BEFORE);
        world.store().stayClosed(true);
        assertThat(server().journal().reserve()).isTrue();
        server().journal().write(new Batch("m-2", 0, List.of(new Entry.RoomClosed())), Journal.Sender.NONE);
    }

    private long roundsThatRanDown() {
        return match.stored().inputs().stream()
                .filter(input -> InputCodec.of(input.payload()) instanceof Input.Hosts hosts
                        && hosts.act() instanceof HostAct.TimeUp)
                .count();
    }

    /** Longer than the round had left, and longer than the server waits for people who do not come. */
    @Test
    void anOutageTakesNoTimeFromARound() {
        begin();
        pass(10_000);
        fail();
        pass(180_000);
        assertThat(server().journal().isSuspended()).isTrue();
        world.store().stayClosed(false);
        pass(WINDOW_MILLIS - 15_000);
        assertThat(roundsThatRanDown()).isZero();
        pass(10_000);
        assertThat(roundsThatRanDown()).isEqualTo(1);
    }

    /** What was tried meanwhile in vain is told by the clock itself once it goes on, and not tried for ever. */
    @Test
    void aRoundThatRunsDownAsTheOutageBeginsIsClosedOnce() {
        begin();
        pass(WINDOW_MILLIS - 20);
        fail();
        pass(10_000);
        world.store().stayClosed(false);
        pass(5_000);
        assertThat(roundsThatRanDown()).isEqualTo(1);
        long done = world.agenda().done();
        pass(10_000);
        assertThat(world.agenda().done() - done).isLessThan(100);
    }
}
