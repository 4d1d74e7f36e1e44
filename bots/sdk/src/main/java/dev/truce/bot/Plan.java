package dev.truce.bot;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.orders.Orders;

/** What a bot decided for a round, and how much of it is done. */
final class Plan {
    private final int round;
    private final Decision decision;
    private Orders orders;
    private boolean isOffering;
    private boolean isOffered;
    private boolean isSealed;
    private int judged;

    Plan(int round, Decision decision) {
        this.round = round;
        this.decision = decision;
        this.orders = decision.orders();
        this.isOffered = decision.offer() == null;
    }

    int round() {
        return round;
    }

    Decision decision() {
        return decision;
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

    /** Begins to make the offer; false if that was begun before. */
    boolean offering() {
        boolean begins = !isOffering;
        isOffering = true;
        return begins;
    }

    /** The offer is made, or is refused for good. */
    void offered() {
        isOffered = true;
    }

    /** Returns whether no offer is left to make. */
    boolean isOffered() {
        return isOffered;
    }

    void sealed() {
        isSealed = true;
    }

    boolean isSealed() {
        return isSealed;
    }

    /** An offer was judged, and accepted if it was to be. */
    void judged(Offer offer) {
        judged = Math.max(judged, offer.id().number());
    }

    boolean hasJudged(Offer offer) {
        return offer.id().number() <= judged;
    }
}
