package dev.truce.match.record;

import java.util.Locale;

/** How a side's orders for a round came about. */
public enum OrdersOrigin {
    /** The seat sealed them. */
    SEALED,
    /** A bot that stands in for the person sealed them. */
    STAND_IN,
    /** Nobody sealed them: the absence policy ordered what the side has signed. */
    KEPT,
    /** The seat was ready without sealing any, which means hold. */
    READY,
    /** The deadline passed and the absence policy held. */
    ABSENT,
    /** Nobody sits there; the head decides. Said of a seat, never of a side. */
    VACANT;

    /** Returns the origin that a text ends with, after a blank; sealed if the text names none. */
    public static OrdersOrigin ofSuffix(String text) {
        for (OrdersOrigin ordersOrigin : values()) {
            if (ordersOrigin != SEALED && ordersOrigin != VACANT && text.endsWith(" " + ordersOrigin.word())) {
                return ordersOrigin;
            }
        }
        return SEALED;
    }

    /** Returns whether orders may stand beside it; without them a seat holds. */
    public boolean mayOrder() {
        return this == SEALED || this == STAND_IN || this == KEPT;
    }

    /** Returns how records write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
