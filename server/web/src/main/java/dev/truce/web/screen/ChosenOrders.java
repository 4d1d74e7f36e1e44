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

    /** Forgets what was chosen for another round; returns whether it is another one. */
    boolean at(int openRound) {
        if (openRound == round) {
            return false;
        }
        round = openRound;
        levels.clear();
        return true;
    }

    /** Chooses a level, or none with a level below 0. */
    void choose(Instrument instrument, int level) {
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
