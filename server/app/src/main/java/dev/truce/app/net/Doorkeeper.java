package dev.truce.app.net;

import dev.truce.app.config.Limits;
import dev.truce.app.room.JoinLimiter;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts connections. Strangers, who have no place yet, are bounded for each address; the oldest has to go for a new one,
 * never the new one for the old, because a class sits behind one address and an honest client is a stranger for a moment
 * only. Thread-safe.
 */
final class Doorkeeper {
    /** Somebody at the door. */
    interface Stranger {
        /** There is no room; goes away. */
        void turnAway();
    }

    private final int connections;
    private final int strangersPerAddress;
    private final Map<String, Set<Stranger>> strangers = new HashMap<>();
    private int open;

    Doorkeeper(Limits limits) {
        this.connections = limits.connections();
        this.strangersPerAddress = limits.strangersPerAddress();
    }

    /** Lets a connection in, unless there are too many; then nothing must be given back. */
    synchronized boolean admit() {
        if (open >= connections) {
            return false;
        }
        open++;
        return true;
    }

    /** Takes note that a connection that was let in has ended. */
    synchronized void left() {
        open--;
    }

    /** Takes note of a stranger; the oldest of the address is turned away if there are too many. */
    void arrived(InetAddress address, Stranger stranger) {
        oldest(address, stranger).ifPresent(Stranger::turnAway);
    }

    private synchronized Optional<Stranger> oldest(InetAddress address, Stranger stranger) {
        Set<Stranger> here = strangers.computeIfAbsent(JoinLimiter.key(address), unused -> new LinkedHashSet<>());
        here.add(stranger);
        if (here.size() <= strangersPerAddress) {
            return Optional.empty();
        }
        @Nullable Stranger oldest = here.iterator().next();
        here.remove(oldest);
        return Optional.ofNullable(oldest);
    }

    /** Takes note that somebody is no stranger any more, because he has a place or is gone. */
    synchronized void known(InetAddress address, Stranger stranger) {
        String key = JoinLimiter.key(address);
        Set<Stranger> here = strangers.get(key);
        if (here != null) {
            here.remove(stranger);
            if (here.isEmpty()) {
                strangers.remove(key);
            }
        }
    }

    /** Returns how many connections are open. */
    synchronized int open() {
        return open;
    }
}
