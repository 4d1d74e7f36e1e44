package dev.truce.app.sim;

import dev.truce.engine.orders.Reply;
import dev.truce.protocol.client.NettySeatClient.WatchTicket;
import dev.truce.protocol.message.Role;

/** Looks on; comes early, or late. */
final class Watcher extends Guest {
    private boolean asked;

    Watcher(SimRoom room, int house, Role role) {
        super(room, house, role);
    }

    @Override
    void begun() {
        asked = false;
    }

    @Override
    void act() {
        String code = room.code();
        if (!hasPlace() && !asked && code != null) {
            asked = true;
            var unused = current().watch(code).thenAccept(reply -> asked = reply instanceof Reply.Done<WatchTicket>);
        }
    }
}
