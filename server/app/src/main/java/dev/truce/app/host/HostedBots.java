package dev.truce.app.host;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.stream.EventStream;
import dev.truce.app.quota.Owner;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The seats of a match in which bots of the roster sit. Confined to the tasks of its match. */
final class HostedBots implements HostedTurn.Host {
    private final Room room;
    private final Scenario scenario;
    private final MatchSpec spec;
    private final MatchServices services;
    private final SeatActions play;
    private final Consumer<Runnable> mailbox;
    private final List<HostedTurn> sittings = new ArrayList<>();
    /** How often each seat has changed hands, so that no bot's keys are those of one before it. */
    private final Map<Seat, Integer> occupancies = new HashMap<>();

    private final Executor workers;
    private volatile int seated;

    /**
     * Knows no bot yet.
     *
     * @param owner tells whose the match is
     * @param mailbox runs a task of the match
     */
    HostedBots(
            Room room,
            Scenario scenario,
            MatchSpec spec,
            MatchServices services,
            SeatActions play,
            Supplier<Owner> owner,
            Consumer<Runnable> mailbox) {
        this.room = room;
        this.scenario = scenario;
        this.spec = spec;
        this.services = services;
        this.play = play;
        this.mailbox = mailbox;
        this.workers = services.botWorkers().ofMatch(owner);
    }

    /** Makes the bots that sit on seats now, in place of those that were made before. */
    void sit() {
        leave();
        for (Seat held : room.held()) {
            sit(held);
        }
    }

    /** Makes the bot that acts on a seat, if one does: one that stands in, or one that the room has there. */
    private Optional<HostedTurn> sit(Seat held) {
        Optional<HostedTurn> sitting = botOn(held).map(bot -> bot(mandate(held), bot));
        sitting.ifPresent(sittings::add);
        seated = sittings.size();
        return sitting;
    }

    private Mandate mandate(Seat held) {
        SeatPlan plan = play.plan().orElseGet(() -> room.plan().occupied(room.held()));
        return Mandate.of(plan.delegation(held.side()), held);
    }

    private Optional<String> botOn(Seat held) {
        String standIn = play.standIns().get(held);
        return standIn != null
                ? Optional.of(standIn)
                : room.seat(held)
                        .filter(seat -> seat.kind() == StoredSeat.Kind.ROSTER)
                        .map(StoredSeat::name);
    }

    /** Somebody else acts on a seat: who acted lets go, and a bot that comes sees all from the first round. */
    private void changeHands(Seat seat) {
        for (HostedTurn sitting : List.copyOf(sittings)) {
            if (sitting.seat().equals(seat)) {
                sitting.leave();
                sittings.remove(sitting);
            }
        }
        seated = sittings.size();
        sit(seat).ifPresent(this::relive);
    }

    private HostedTurn bot(Mandate mandate, String name) {
        Seat seat = mandate.seat();
        BotFactory factory =
                Roster.find(name).orElseThrow(() -> new IllegalStateException("the roster has no bot " + name));
        long seed = BotSeat.seedOf(spec.seed().seedOfTable(), seat.number());
        return new HostedTurn(
                factory, BotSeat.seeded(seat.side(), scenario, seed, Limits.STEPS_A_ROUND), mandate, workers, this);
    }

    @Override
    public void post(Runnable task) {
        mailbox.accept(task);
    }

    @Override
    public void rule(Input.Does does, Consumer<Reply<SavedDeed>> reply) {
        if (botOn(does.seat()).isEmpty()) {
            // The seat was given back while the bot thought; it is about to be told.
            return;
        }
        int occupancy = occupancies.getOrDefault(does.seat(), 0);
        String key = occupancy == 0 ? does.key() : "o" + occupancy + "-" + does.key();
        play.rule(new Input.Does(does.seat(), does.round(), key, does.deed()), reply);
    }

    @Override
    public void after(long millis, Runnable task) {
        services.timers().after(millis, task);
    }

    @Override
    public void decided(long nanos, boolean crashed) {
        services.listener().decided(room.stored().matchId(), nanos, crashed);
    }

    @Override
    public void sealed() {
        services.listener().sealed(room.stored().matchId());
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
        occupancies.clear();
        EventStream all = play.streams().of(Viewer.PUBLIC);
        for (long sequence = 1; sequence <= all.last(); sequence++) {
            if (all.get(sequence) instanceof Notice.SeatChanged changed) {
                occupancies.merge(changed.seat(), 1, Integer::sum);
            }
        }
        List.copyOf(sittings).forEach(this::relive);
    }

    private void relive(HostedTurn sitting) {
        EventStream stream = play.streams().of(Viewer.of(sitting.seat().side()));
        for (long sequence = 1; sequence <= stream.last(); sequence++) {
            Notice notice = stream.get(sequence);
            if (notice instanceof Notice.RoundOpened opened) {
                brief(sitting);
                boolean open =
                        opened.observation().openRound() == play.streams().openRound()
                                && !play.streams().isOver();
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

    /** A side was told something. */
    void told(Side side, Notice notice) {
        if (notice instanceof Notice.SeatChanged changed && changed.seat().side() == side) {
            occupancies.merge(changed.seat(), 1, Integer::sum);
            changeHands(changed.seat());
            return;
        }
        // A copy, since what a bot does about it may stop the match, and then all bots leave.
        for (HostedTurn sitting : List.copyOf(sittings)) {
            if (sitting.seat().side() == side) {
                if (notice instanceof Notice.RoundOpened opened) {
                    if (!sitting.mandate().equals(mandate(sitting.seat()))) {
                        // Seats were left empty or filled: it decides other instruments from now on.
                        changeHands(sitting.seat());
                        continue;
                    }
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
        play.streams().alone(sitting.seat()).forEach(sitting::told);
    }
}
