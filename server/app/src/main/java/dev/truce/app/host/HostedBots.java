package dev.truce.app.host;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.room.Room;
import dev.truce.app.room.SeatPlan;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Mandate;
import dev.truce.bots.Roster;
import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.store.StoredSeat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The seats of a match in which bots of the roster sit. Confined to the tasks of its match. */
final class HostedBots implements HostedTurn.Host {
    private final Room room;
    private final Scenario scenario;
    private final MatchSpec spec;
    private final MatchServices services;
    private final SeatActions play;
    private final Consumer<Runnable> mailbox;
    private final List<HostedTurn> sittings = new ArrayList<>();
    private volatile int seated;

    /**
     * Knows no bot yet.
     *
     * @param mailbox runs a task of the match
     */
    HostedBots(
            Room room,
            Scenario scenario,
            MatchSpec spec,
            MatchServices services,
            SeatActions play,
            Consumer<Runnable> mailbox) {
        this.room = room;
        this.scenario = scenario;
        this.spec = spec;
        this.services = services;
        this.play = play;
        this.mailbox = mailbox;
    }

    /** Makes the bots that the room names, in place of those that were made before. */
    void sit() {
        leave();
        Executor workers = services.botWorkers().ofMatch();
        SeatPlan plan = room.plan().occupied(room.held());
        for (Seat held : room.held()) {
            room.seat(held)
                    .filter(seat -> seat.kind() == StoredSeat.Kind.ROSTER)
                    .ifPresent(seat ->
                            sittings.add(bot(Mandate.of(plan.delegation(held.side()), held), seat.name(), workers)));
        }
        seated = sittings.size();
    }

    private HostedTurn bot(Mandate mandate, String name, Executor workers) {
        Seat seat = mandate.seat();
        BotFactory factory =
                Roster.find(name).orElseThrow(() -> new IllegalStateException("the roster has no bot " + name));
        long seed = BotSeat.seedOf(spec.seed().value(), seat.number());
        return new HostedTurn(
                factory, BotSeat.seeded(seat.side(), scenario, seed, Limits.STEPS_A_ROUND), mandate, workers, this);
    }

    @Override
    public void post(Runnable task) {
        mailbox.accept(task);
    }

    @Override
    public void rule(Input input, Consumer<Reply<SavedDeed>> reply) {
        play.rule(input, reply);
    }

    @Override
    public void after(long millis, Runnable task) {
        services.timers().after(millis, task);
    }

    @Override
    public void decided(long nanos, boolean crashed) {
        services.listener().decided(nanos, crashed);
    }

    @Override
    public void sealed() {
        services.listener().sealed();
    }

    /** Lets all bots go, with all that they remember: the match needs them no more, or not here. */
    void leave() {
        sittings.forEach(HostedTurn::leave);
        sittings.clear();
        seated = 0;
    }

    /** Returns how many bots there are. May be called from any thread. */
    int seated() {
        return seated;
    }

    /** Lets the bots see again what they saw before the match left memory; only the open round may still need them. */
    void relive() {
        for (HostedTurn sitting : sittings) {
            EventStream stream = play.stream(Viewer.of(sitting.seat().side()));
            for (long sequence = 1; sequence <= stream.last(); sequence++) {
                Notice notice = stream.get(sequence);
                if (notice instanceof Notice.RoundOpened opened) {
                    brief(sitting);
                    boolean open = opened.observation().openRound() == play.openRound() && !play.isOver();
                    if (open) {
                        sitting.opened(opened.observation());
                    } else {
                        sitting.relived(opened.observation());
                    }
                } else if (notice instanceof Notice.RoundResolved) {
                    sitting.resolvedAgain();
                } else if (notice != null) {
                    sitting.told(notice);
                }
            }
        }
    }

    /** A side was told something. */
    void told(Side side, Notice notice) {
        // A copy, since what a bot does about it may stop the match, and then all bots leave.
        for (HostedTurn sitting : List.copyOf(sittings)) {
            if (sitting.seat().side() == side) {
                if (notice instanceof Notice.RoundOpened opened) {
                    brief(sitting);
                    sitting.opened(opened.observation());
                } else {
                    sitting.told(notice);
                }
            }
        }
    }

    /** What a seat alone is told stands in no stream of its side. */
    private void brief(HostedTurn sitting) {
        play.privately(sitting.seat()).forEach(sitting::told);
    }
}
