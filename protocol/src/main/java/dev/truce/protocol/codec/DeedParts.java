package dev.truce.protocol.codec;

import dev.truce.engine.orders.RequestedOrder;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.v2.Order;

/**
 * Maps what deeds are made of. Orders pass unjudged: an unknown instrument or a level off the ladder is for the rules to refuse.
 */
final class DeedParts {
    private DeedParts() {}

    static Order toWire(RequestedOrder order) {
        return Order.newBuilder()
                .setInstrumentValue(order.instrument() + 1)
                .setLevelIndex(order.level())
                .build();
    }

    static RequestedOrder toGame(Order wire, String field) throws UnreadableException {
        if (!wire.hasLevelIndex()) {
            throw UnreadableException.missing(field + ".level_index");
        }
        return new RequestedOrder(wire.getInstrumentValue() - 1, wire.getLevelIndex());
    }

    /** How many offers a seat has heard. */
    static final class Heard {
        private Heard() {}

        static int toWire(int heard) {
            return heard;
        }

        static int toGame(int wire, String field) throws UnreadableException {
            if (wire < 0) {
                throw new UnreadableException(field, "refused.malformed.heard", "0.." + Integer.MAX_VALUE);
            }
            return wire;
        }
    }

    /** The seat whose draft it is. */
    static final class Drafter {
        private Drafter() {}

        static int toWire(int drafter) {
            return drafter;
        }

        static int toGame(int wire, String field) throws UnreadableException {
            return WireBoard.seatNumber(wire, field);
        }
    }
}
