package dev.truce.bot;

import dev.truce.engine.orders.Orders;

/** What a bot decided for a round, and how much of it is done. */
final class Plan {
    private final int round;
    private Orders orders;
    private boolean isSealed;

    Plan(int round, Decision decision) {
        this.round = round;
        this.orders = decision.orders();
    }

    int round() {
        return round;
    }

    /** Returns what is to be sealed. */
    Orders orders() {
        return orders;
    }

    /** Holds instead of what was refused; false if it holds already. */
    boolean holds() {
        boolean changes = !orders.isHold();
        orders = Orders.HOLD;
        return changes;
    }

    void sealed() {
        isSealed = true;
    }

    boolean isSealed() {
        return isSealed;
    }
}
