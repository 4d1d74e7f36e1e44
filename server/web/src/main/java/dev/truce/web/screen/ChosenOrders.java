package dev.truce.web.screen;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Orders that were chosen on the page for the open round; nobody else has seen them. */
final class ChosenOrders {
    private final TreeMap<Instrument, Integer> levels = new TreeMap<>();
    private int round;
    /** Whether it was decided here what is ordered in the round, if only to order nothing. */
    private boolean touched;

    /** Forgets what was chosen for another round; returns whether that one was open here. */
    boolean at(int openRound) {
        int before = round;
        if (openRound == before) {
            return false;
        }
        round = openRound;
        levels.clear();
        touched = false;
        return before > 0;
    }

    /** Takes over orders that are sealed already, unless it was decided here what is ordered; returns whether it did. */
    boolean takes(Orders sealed) {
        if (touched) {
            return false;
        }
        touched = true;
        sealed.list().forEach(order -> choose(order.instrument(), order.level()));
        return true;
    }

    /** Decides on what is chosen now. */
    void decide() {
        touched = true;
    }

    /** Decides to order nothing. */
    void clear() {
        touched = true;
        levels.clear();
    }

    /** Chooses a level, or none with a level below 0. */
    void choose(Instrument instrument, int level) {
        touched = true;
        if (level < 0) {
            levels.remove(instrument);
        } else {
            levels.put(instrument, level);
        }
    }

    /** Returns the level that was chosen, or one below 0. */
    int level(Instrument instrument) {
        return levels.getOrDefault(instrument, -1);
    }

    /** Returns how many instruments are ordered. */
    int size() {
        return levels.size();
    }

    Orders orders() {
        List<Order> orders = new ArrayList<>();
        levels.forEach((instrument, level) -> orders.add(new Order(instrument, level)));
        return Orders.of(orders);
    }
}
