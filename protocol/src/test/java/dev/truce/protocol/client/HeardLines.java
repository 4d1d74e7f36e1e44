package dev.truce.protocol.client;

import dev.truce.engine.delegation.DelegationMode;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A listener that remembers, one line a call. */
final class HeardLines implements SeatListener {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<String> times = new CopyOnWriteArrayList<>();
    final List<ResumeTicket> tickets = new CopyOnWriteArrayList<>();
    /** What it does as soon as the link is up. */
    Runnable up = () -> {};

    @Override
    public void onSeed(SeedNotice seed) {
        lines.add("seed " + (seed.chosen() ? "chosen" : seed.hash()));
    }

    @Override
    public void onFact(RoomFact fact, boolean holds) {
        lines.add(fact + (holds ? " begins" : " ends"));
    }

    @Override
    public void onMatch(String matchId, String scenarioId, String scenarioHash, String ruleset) {
        lines.add("match " + matchId + " " + scenarioId + " " + ruleset);
    }

    @Override
    public void onNotice(Notice notice, long deadlineUnixMillis) {
        if (notice instanceof Notice.SeatStatus status) {
            lines.add("status " + status.round());
        } else if (notice instanceof Notice.RoundOpened opened) {
            lines.add("opened " + opened.observation().openRound());
        }
    }

    @Override
    public void onLink(LinkState state) {
        if (state instanceof LinkState.Lost lost) {
            lines.add("lost " + lost.tries());
        } else if (state instanceof LinkState.Closed closed) {
            lines.add("closed " + closed.refusal().code());
        } else {
            lines.add(state instanceof LinkState.Up ? "up" : "taken over");
            if (state instanceof LinkState.Up) {
                up.run();
            }
        }
    }

    @Override
    public void onRoom(String roomCode, List<Occupant> seats, @Nullable DelegationMode mode) {
        lines.add("room " + roomCode + " " + seats.size());
    }

    @Override
    public void onDeadline(long deadlineUnixMillis) {
        lines.add("deadline " + deadlineUnixMillis);
    }

    @Override
    public void onServerTime(long unixMillis, boolean first) {
        times.add(unixMillis + (first ? " first" : ""));
    }

    @Override
    public void onTicket(ResumeTicket ticket) {
        tickets.add(ticket);
    }
}
