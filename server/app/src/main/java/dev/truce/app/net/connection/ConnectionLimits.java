package dev.truce.app.net.connection;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.room.JoinLimiter;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts connections. Strangers, who have no place yet, are bounded for each address; the oldest is closed to make room
 * for a new one, never the new one for the old, because a class shares one address and an honest client is a stranger for a
 * moment only. Thread-safe.
 */
public final class ConnectionLimits {
    /** Somebody at the door. */
    interface NewConnection {
        /** There is no room; goes away. */
        void turnAway();
    }

    private final int connections;
    private final int strangersPerAddress;
    private final Map<String, Set<NewConnection>> newConnections = new HashMap<>();
    private int open;

    public ConnectionLimits(ServerLimits limits) {
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

    /** Counts a stranger; if there are too many, the oldest of the address is closed. */
    void arrived(InetAddress address, NewConnection newConnection) {
        oldest(address, newConnection).ifPresent(NewConnection::turnAway);
    }

    private synchronized Optional<NewConnection> oldest(InetAddress address, NewConnection newConnection) {
        Set<NewConnection> here =
                newConnections.computeIfAbsent(JoinLimiter.key(address), unused -> new LinkedHashSet<>());
        here.add(newConnection);
        if (here.size() <= strangersPerAddress) {
            return Optional.empty();
        }
        @Nullable NewConnection oldest = here.iterator().next();
        here.remove(oldest);
        return Optional.ofNullable(oldest);
    }

    /** Takes note that somebody is no stranger any more, because he has a place or is gone. */
    synchronized void known(InetAddress address, NewConnection newConnection) {
        String key = JoinLimiter.key(address);
        Set<NewConnection> here = newConnections.get(key);
        if (here != null) {
            here.remove(newConnection);
            if (here.isEmpty()) {
                newConnections.remove(key);
            }
        }
    }

    public synchronized int open() {
        return open;
    }
}
