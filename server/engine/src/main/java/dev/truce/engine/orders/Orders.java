package dev.truce.engine.orders;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a delegation submits for a round: at most one order an instrument. Immutable. */
public final class Orders {
    /** Stands for an instrument without an order. */
    public static final int NONE = -1;

    /** No order at all. */
    public static final Orders HOLD = new Orders(new byte[0]);

    private final byte[] levels;
    /** Made when first asked for; several threads may make it, all alike. */
    private @Nullable List<Order> list;

    private Orders(byte[] levels) {
        this.levels = levels;
    }

    /**
     * Returns the given orders; a repeated order counts once.
     *
     * @throws IllegalArgumentException if two orders set one instrument to different levels, or a level is not 0..127
     */
    public static Orders of(Collection<Order> orders) {
        if (orders.isEmpty()) {
            return HOLD;
        }
        byte[] levels = new byte[Instrument.COUNT];
        Arrays.fill(levels, (byte) NONE);
        for (Order order : orders) {
            int slot = order.instrument().ordinal();
            requireLevel(order.instrument(), order.level());
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

    /**
     * Returns orders from their levels.
     *
     * @param levels ladder indices of all instruments in their order, each 0..127, or {@link #NONE}
     * @throws IllegalArgumentException if there are too few or too many, or one is out of range
     */
    public static Orders ofLevels(int[] levels) {
        if (levels.length != Instrument.COUNT) {
            throw new IllegalArgumentException("expected " + Instrument.COUNT + " levels, got " + levels.length);
        }
        byte[] ordered = new byte[Instrument.COUNT];
        boolean any = false;
        for (int i = 0; i < ordered.length; i++) {
            if (levels[i] != NONE) {
                requireLevel(Instrument.all().get(i), levels[i]);
                any = true;
            }
            ordered[i] = (byte) levels[i];
        }
        return any ? new Orders(ordered) : HOLD;
    }

    /** Returns orders that set some instruments, such as all that a side has, to their levels in {@code levels}. */
    public static Orders all(List<Instrument> some, Levels levels) {
        byte[] ordered = new byte[Instrument.COUNT];
        Arrays.fill(ordered, (byte) NONE);
        for (Instrument instrument : some) {
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
        List<Order> known = list;
        if (known == null) {
            Order[] made = new Order[levels.length];
            int count = 0;
            for (int i = 0; i < levels.length; i++) {
                if (levels[i] != NONE) {
                    made[count++] = new Order(Instrument.all().get(i), levels[i]);
                }
            }
            known = List.of(Arrays.copyOf(made, count));
            list = known;
        }
        return known;
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

    private static void requireLevel(Instrument instrument, int level) {
        if (level < 0 || level > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("level of " + instrument.id() + " is " + level + ", expected 0..127");
        }
    }
}
