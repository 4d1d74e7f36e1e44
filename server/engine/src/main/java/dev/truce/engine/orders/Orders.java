package dev.truce.engine.orders;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What a delegation submits for a round: at most one order an instrument. Immutable. */
public final class Orders {
    /** Stands for an instrument without an order. */
    public static final int NONE = -1;

    /** No order at all. */
    public static final Orders HOLD = new Orders(new byte[0]);

    private final byte[] levels;

    private Orders(byte[] levels) {
        this.levels = levels;
    }

    /**
     * Returns the given orders; a repeated order counts once.
     *
     * @throws IllegalArgumentException if two orders set one instrument to different levels
     */
    public static Orders of(Collection<Order> orders) {
        if (orders.isEmpty()) {
            return HOLD;
        }
        byte[] levels = new byte[Instrument.COUNT];
        Arrays.fill(levels, (byte) NONE);
        for (Order order : orders) {
            int slot = order.instrument().ordinal();
            if (levels[slot] != NONE && levels[slot] != order.level()) {
                throw new IllegalArgumentException(
                        "two levels for " + order.instrument().id());
            }
            levels[slot] = (byte) order.level();
        }
        return new Orders(levels);
    }

    /** Returns the given orders. */
    public static Orders of(Order... orders) {
        return of(List.of(orders));
    }

    /** Returns orders that set every instrument of a side to its level in {@code levels}. */
    public static Orders all(Side side, Levels levels) {
        byte[] ordered = new byte[Instrument.COUNT];
        Arrays.fill(ordered, (byte) NONE);
        for (Instrument instrument : Instrument.of(side)) {
            ordered[instrument.ordinal()] = (byte) levels.get(instrument);
        }
        return new Orders(ordered);
    }

    /** Returns the ordered ladder index of an instrument, or {@link #NONE}. */
    public int level(Instrument instrument) {
        return levels.length == 0 ? NONE : levels[instrument.ordinal()];
    }

    /** Returns whether the instrument is ordered. */
    public boolean has(Instrument instrument) {
        return level(instrument) != NONE;
    }

    /** Returns whether nothing is ordered. */
    public boolean isHold() {
        return levels.length == 0;
    }

    /** Returns the orders in instrument order. */
    public List<Order> list() {
        if (isHold()) {
            return List.of();
        }
        List<Order> list = new ArrayList<>(Instrument.COUNT);
        for (Instrument instrument : Instrument.all()) {
            if (has(instrument)) {
                list.add(new Order(instrument, level(instrument)));
            }
        }
        return list;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Orders other && Arrays.equals(levels, other.levels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(levels);
    }

    @Override
    public String toString() {
        return isHold() ? "HOLD" : list().toString();
    }
}
