package dev.truce.app.sim;

import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.Role;

/** A person who does all that can be done in a seat of a room. */
final class RandomPlayer extends Guest {
    private final Seat seat;
    private final String name;
    private final RandomDeeds deeds;
    private boolean asked;

    RandomPlayer(SimRoom room, int house, Seat seat, String name) {
        super(room, house, Role.PLAYER);
        this.seat = seat;
        this.name = name;
        this.deeds = new RandomDeeds(this, "k", seat);
    }

    @Override
    void begun() {
        asked = false;
        deeds.begun();
    }

    @Override
    public void told(Heard.Told heard) {
        deeds.told(heard.notice());
    }

    @Override
    void act() {
        String code = room.code();
        if (hasPlace()) {
            deeds.act();
        } else if (!asked && code != null) {
            asked = true;
            var unused = current()
                    .join(code, seat.side(), seat.number(), name, false)
                    .thenAccept(reply -> {
                        asked = reply instanceof Reply.Done<SeatTicket>;
                        sat(seat, reply);
                    });
        }
    }
}
