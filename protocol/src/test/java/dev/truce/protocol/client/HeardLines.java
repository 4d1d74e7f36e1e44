package dev.truce.protocol.client;

import dev.truce.match.Notice;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that remembers, one line a call. */
final class HeardLines implements SeatListener.ToSome {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<String> times = new CopyOnWriteArrayList<>();
    final List<ResumeTicket> tickets = new CopyOnWriteArrayList<>();
    /** What it does as soon as the link is up. */
    Runnable up = () -> {};

    @Override
    public void seed(Heard.Seed heard) {
        lines.add("seed " + (heard.seed().chosen() ? "chosen" : heard.seed().hash()));
    }

    @Override
    public void fact(Heard.Fact heard) {
        lines.add(heard.fact() + (heard.holds() ? " begins" : " ends"));
    }

    @Override
    public void begun(Heard.Begun heard) {
        lines.add("match " + heard.matchId() + " " + heard.scenarioId() + " " + heard.ruleset());
    }

    @Override
    public void told(Heard.Told heard) {
        if (heard.notice() instanceof Notice.SeatStatus status) {
            lines.add("status " + status.round());
        } else if (heard.notice() instanceof Notice.RoundOpened opened) {
            lines.add("opened " + opened.observation().openRound());
        }
    }

    @Override
    public void link(Heard.Link heard) {
        if (heard.state() instanceof LinkState.Lost lost) {
            lines.add("lost " + lost.tries() + (lost.planned() ? " as planned" : ""));
        } else if (heard.state() instanceof LinkState.Closed closed) {
            lines.add("closed " + closed.refusal().code());
        } else {
            lines.add(heard.state() instanceof LinkState.Up ? "up" : "taken over");
            if (heard.state() instanceof LinkState.Up) {
                up.run();
            }
        }
    }

    @Override
    public void room(Heard.Room heard) {
        lines.add("room " + heard.roomCode() + " " + heard.seats().size());
    }

    @Override
    public void deadlineMoved(Heard.DeadlineMoved heard) {
        lines.add("deadline " + heard.deadlineUnixMillis());
    }

    @Override
    public void serverTime(Heard.ServerTime heard) {
        times.add(heard.unixMillis() + (heard.first() ? " first" : ""));
    }

    @Override
    public void newTicket(Heard.NewTicket heard) {
        tickets.add(heard.ticket());
    }
}
