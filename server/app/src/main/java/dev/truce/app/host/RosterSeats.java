package dev.truce.app.host;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.journal.StoredSeat;
import dev.truce.app.room.Reply;
import dev.truce.app.room.Room;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ReasonCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The seats of a match in which bots of the roster sit. What they decide goes before the referee as what people decide does.
 * Confined to the tasks of its match; the bots themselves think elsewhere.
 */
final class RosterSeats {
    private static final Logger LOG = LoggerFactory.getLogger(RosterSeats.class);

    /** How soon something is tried again for which the journal had no place. */
    private static final long AGAIN_MILLIS = 50;

    private final Room room;
    private final Scenario scenario;
    private final MatchSpec spec;
    private final Services services;
    private final Play play;
    private final Consumer<Runnable> mailbox;
    private final Map<Side, HostedBot> bots = new EnumMap<>(Side.class);

    /**
     * Knows no bot yet.
     *
     * @param mailbox runs a task of the match
     */
    RosterSeats(
            Room room, Scenario scenario, MatchSpec spec, Services services, Play play, Consumer<Runnable> mailbox) {
        this.room = room;
        this.scenario = scenario;
        this.spec = spec;
        this.services = services;
        this.play = play;
        this.mailbox = mailbox;
    }

    /** Makes the bots that the room names. */
    void sit() {
        for (Side side : Side.values()) {
            room.seat(side)
                    .filter(seat -> seat.kind() == StoredSeat.Kind.ROSTER)
                    .ifPresent(seat -> bots.put(side, bot(side, seat.name())));
        }
    }

    private HostedBot bot(Side side, String name) {
        BotFactory factory =
                Roster.find(name).orElseThrow(() -> new IllegalStateException("the roster has no bot " + name));
        BotSeat seat = BotSeat.seeded(side, scenario, BotSeeds.of(spec.seed()), BotSeeds.STEPS_PER_ROUND);
        return new HostedBot(factory, seat, services.thinkers(), (round, orders, nanos, crashed) -> {
            services.listener().decided(nanos, crashed);
            mailbox.accept(() -> decided(side, round, orders));
        });
    }

    /** Lets the bots see again what they saw before the match left memory; only the open round may still need orders. */
    void relive() {
        for (Side side : bots.keySet()) {
            EventStream stream = play.stream(Viewer.of(side));
            for (long sequence = 1; sequence <= stream.last(); sequence++) {
                if (stream.get(sequence) instanceof Notice.RoundOpened opened) {
                    boolean open = opened.observation().openRound() == play.openRound() && !play.isOver();
                    think(side, opened, open && !play.isReady(side));
                }
            }
        }
    }

    /** A side was told that a round is open. */
    void opened(Side side, Notice.RoundOpened opened) {
        think(side, opened, true);
    }

    private void think(Side side, Notice.RoundOpened opened, boolean live) {
        HostedBot bot = bots.get(side);
        if (bot != null && !opened.observation().over()) {
            bot.opened(opened.observation(), live);
        }
    }

    private void decided(Side side, int round, Orders orders) {
        Seat seat = Seat.head(side);
        List<RequestedOrder> requested = new ArrayList<>();
        for (Order order : orders.list()) {
            requested.add(RequestedOrder.of(order));
        }
        play.rule(new Input.Submit(seat, round, "roster-" + round, requested), reply -> {
            if (isToBeRepeated(reply)) {
                again(() -> decided(side, round, orders));
                return;
            }
            if (reply instanceof Reply.Done<SavedMove>) {
                services.listener().sealed();
            } else if (reply instanceof Reply.Denied<SavedMove> denied) {
                // Illegal orders: the bot holds. Anything else means that the round has closed.
                LOG.warn("a bot's orders were refused: {}", denied.code());
            }
            mailbox.accept(() -> done(seat, round));
        });
    }

    private void done(Seat seat, int round) {
        play.rule(new Input.Ready(seat, round, true), reply -> {
            if (isToBeRepeated(reply)) {
                again(() -> done(seat, round));
            }
        });
    }

    private static boolean isToBeRepeated(Reply<?> reply) {
        return reply instanceof Reply.Denied<?> denied && denied.code() == ReasonCode.RETRY;
    }

    private void again(Runnable task) {
        services.timers().after(AGAIN_MILLIS, () -> mailbox.accept(task));
    }
}
