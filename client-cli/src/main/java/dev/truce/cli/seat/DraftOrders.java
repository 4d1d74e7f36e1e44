package dev.truce.cli.seat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders in the making: what this device would send, what the server has, and the way back. */
public final class DraftOrders {
    /** Changes that can be taken back; older ones are forgotten. */
    private static final int MAX_STEPS = 100;

    private final Deque<Orders> earlier = new ArrayDeque<>();
    private Orders orders = Orders.HOLD;
    private @Nullable Orders saved;
    private String savedAt = "";

    /** What a commit would send. */
    public Orders orders() {
        return orders;
    }

    /** What the server has on disk, or null. */
    @Nullable
    public Orders saved() {
        return saved;
    }

    /** Returns whether the draft holds something that the server does not have. */
    public boolean isUnsent() {
        return saved == null ? !orders.isHold() : !orders.equals(saved);
    }

    /** Returns the draft with some orders set, without changing it. */
    public Orders with(Collection<Order> more) {
        Map<Instrument, Order> all = new EnumMap<>(Instrument.class);
        for (Order order : orders.list()) {
            all.put(order.instrument(), order);
        }
        for (Order order : more) {
            all.put(order.instrument(), order);
        }
        return Orders.of(List.copyOf(all.values()));
    }

    /** Sets some orders. */
    public void set(Collection<Order> more) {
        become(with(more));
    }

    /** Orders nothing. */
    public void hold() {
        become(Orders.HOLD);
    }

    private void become(Orders now) {
        if (earlier.size() == MAX_STEPS) {
            earlier.removeLast();
        }
        earlier.push(orders);
        orders = now;
    }

    /** Takes the last change back; false if there is none. */
    public boolean stepBack() {
        if (earlier.isEmpty()) {
            return false;
        }
        orders = earlier.pop();
        return true;
    }

    /** Takes note that all of it was put before the head, and nothing is left to be sent. */
    public void put() {
        earlier.clear();
        orders = Orders.HOLD;
        saved = null;
    }

    /**
     * Takes note that the server has these orders on disk.
     *
     * @param at the time of day
     */
    public void saved(Orders onDisk, String at) {
        saved = onDisk;
        savedAt = at;
    }

    /** Takes note that the server has no orders any more. */
    public void notSaved() {
        saved = null;
    }

    /** When the server saved them, as a time of day. */
    public String savedAt() {
        return savedAt;
    }

    /**
     * Takes up what was drafted before, in the same round; it can be taken back.
     *
     * @param drafted what a commit would send
     */
    public void resume(Orders drafted) {
        if (!drafted.equals(orders)) {
            earlier.push(orders);
            orders = drafted;
        }
    }

    /** Begins a new round with nothing. */
    public void clear() {
        earlier.clear();
        orders = Orders.HOLD;
        saved = null;
    }
}
