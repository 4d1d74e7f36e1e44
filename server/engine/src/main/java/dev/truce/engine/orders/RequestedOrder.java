package dev.truce.engine.orders;

/**
 * An order as somebody asked for it, not yet judged.
 *
 * @param instrument instrument index; anything outside 0..17 names no instrument
 * @param level ladder index; may be off the ladder
 */
public record RequestedOrder(int instrument, int level) {
    /** Returns the request for a well-formed order. */
    public static RequestedOrder of(Order order) {
        return new RequestedOrder(order.instrument().ordinal(), order.level());
    }
}
