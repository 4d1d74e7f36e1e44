package dev.truce.app.sim;

import dev.truce.bot.BotFactory;
import dev.truce.bot.wire.BotThread;
import dev.truce.bot.wire.WireBot;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.Role;
import java.util.concurrent.CompletableFuture;

/** A bot of the roster that plays over the wire, as a program does: the real one, on a thread that is on the agenda. */
final class BotPlayer extends Guest {
    private static final long STEPS = 2_000;

    private final BotFactory factory;
    private final Seat seat;
    private final long seed;
    private WireBot bot;
    private boolean joins;

    BotPlayer(SimRoom room, int house, BotFactory factory, Seat seat, long seed) {
        super(room, house, Role.BOT);
        this.factory = factory;
        this.seat = seat;
        this.seed = seed;
        this.bot = made();
    }

    private WireBot made() {
        return new WireBot(factory, room.rules().scenario(), seed, STEPS, new Thinking());
    }

    /** The bot's thread. */
    private final class Thinking implements BotThread {
        private final Agenda.Life life = new Agenda.Life();

        @Override
        public void run(Runnable task) {
            runAfter(0, task);
        }

        @Override
        public void runAfter(long millis, Runnable task) {
            agenda.afterMillis(life, millis, task);
        }

        @Override
        public void close() {
            life.end();
        }
    }

    @Override
    void begun() {
        joins = false;
        bot.leave();
        bot = made();
    }

    @Override
    void act() {
        String code = room.code();
        if (joins || code == null) {
            return;
        }
        joins = true;
        var unused = bot.join(current(), code, seat.side(), seat.number(), factory.name() + " " + seat)
                .thenAccept(reply -> {
                    joins = reply instanceof Reply.Done<SeatTicket>;
                    sat(seat, reply);
                });
    }

    @Override
    void back() {
        joins = true;
        SeatTicket known = new SeatTicket("", "", seat, "", "");
        var unused = bot.take(current(), () -> CompletableFuture.completedFuture(new Reply.Done<>(known)));
    }

    @Override
    public void begun(Heard.Begun heard) {
        bot.hear(heard);
    }

    @Override
    public void told(Heard.Told heard) {
        bot.hear(heard);
    }

    @Override
    public void room(Heard.Room heard) {
        bot.hear(heard);
    }

    @Override
    public void link(Heard.Link heard) {
        bot.hear(heard);
    }
}
