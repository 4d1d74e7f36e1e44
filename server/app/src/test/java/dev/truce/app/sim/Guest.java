package dev.truce.app.sim;

import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;

/** Somebody in a room, or at its door. */
abstract class Guest extends Person {
    final SimRoom room;
    private boolean isTooLate;

    Guest(SimRoom room, int house, Role role) {
        super(room.world(), house, role);
        this.room = room;
    }

    /** Has been answered when he asked for a seat. */
    final void sat(Seat seat, Reply<SeatTicket> reply) {
        room.sat(seat, reply);
        if (reply instanceof Reply.Refused<SeatTicket> refused
                && refused.refusal().code() == ConnectionCode.ROOM_STARTED) {
            isTooLate = true;
        }
    }

    /** Returns whether the match has begun without him. */
    final boolean isTooLate() {
        return isTooLate;
    }

    @Override
    boolean isOver() {
        return super.isOver() || isTooLate;
    }
}
