package dev.truce.cli.seat;

import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Orders;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings what happens on other threads to the session's thread, in order. Bounded: a thread that posts into a full queue waits,
 * which slows the connection down and loses nothing.
 */
public final class SessionQueue implements SeatListener {
    private static final int ROOM = 1_024;

    private final LinkedBlockingDeque<Happening> happenings = new LinkedBlockingDeque<>(ROOM);

    /** Posts something. */
    public void post(Happening happening) {
        try {
            happenings.putLast(happening);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes the oldest, or null if there is none within {@code millis}. */
    public @Nullable Happening poll(long millis) throws InterruptedException {
        return happenings.pollFirst(millis, TimeUnit.MILLISECONDS);
    }

    /** Returns whether it holds that a match has begun, without taking anything. */
    public boolean hasBegun() {
        return happenings.stream().anyMatch(Happening.Begun.class::isInstance);
    }

    @Override
    public void onMatch(String matchId, String scenarioId, String scenarioHash, String ruleset) {
        post(new Happening.Begun(scenarioId, scenarioHash, ruleset));
    }

    @Override
    public void onNotice(Notice notice, long deadlineUnixMillis) {
        post(new Happening.Told(notice, deadlineUnixMillis));
    }

    @Override
    public void onLink(LinkState state) {
        post(new Happening.Link(state));
    }

    @Override
    public void onRoom(String roomCode, List<Occupant> seats, @Nullable DelegationMode mode) {
        post(new Happening.Room(List.copyOf(seats), mode));
    }

    @Override
    public void onSeed(SeedNotice seed) {
        post(new Happening.Seed(seed));
    }

    @Override
    public void onFact(RoomFact fact, boolean holds) {
        post(new Happening.Fact(fact, holds));
    }

    @Override
    public void onDeadline(long deadlineUnixMillis) {
        post(new Happening.DeadlineMoved(deadlineUnixMillis));
    }

    @Override
    public void onSealed(Orders orders) {
        post(new Happening.Sealed(orders));
    }

    @Override
    public void onTicket(ResumeTicket ticket) {
        post(new Happening.NewTicket(ticket));
    }
}
