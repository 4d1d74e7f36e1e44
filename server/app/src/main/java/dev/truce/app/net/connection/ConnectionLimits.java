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

    /** Connections of HTTP of one address, for each stranger that it may have: a class that reads pages shares it too. */
    private static final int BROWSERS_PER_STRANGER = 4;

    private final int connections;
    private final Crowd strangers;
    private final Crowd browsers;
    private int open;

    /** Connections of the same kind by their addresses. */
    private static final class Crowd {
        private final int perAddress;
        private final Map<String, Set<NewConnection>> present = new HashMap<>();

        Crowd(int perAddress) {
            this.perAddress = perAddress;
        }

        /** Counts one, and returns the one that has to go for it. */
        Optional<NewConnection> enter(String address, NewConnection newConnection) {
            Set<NewConnection> here = present.computeIfAbsent(address, unused -> new LinkedHashSet<>());
            here.add(newConnection);
            if (here.size() <= perAddress) {
                return Optional.empty();
            }
            @Nullable NewConnection oldest = here.iterator().next();
            here.remove(oldest);
            return Optional.ofNullable(oldest);
        }

        void leave(String address, NewConnection connection) {
            Set<NewConnection> here = present.get(address);
            if (here != null) {
                here.remove(connection);
                if (here.isEmpty()) {
                    present.remove(address);
                }
            }
        }
    }

    public ConnectionLimits(ServerLimits limits) {
        this.connections = limits.connections();
        this.strangers = new Crowd(limits.strangersPerAddress());
        this.browsers = new Crowd(BROWSERS_PER_STRANGER * limits.strangersPerAddress());
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
        moved(address, newConnection, browsers, strangers).ifPresent(NewConnection::turnAway);
    }

    /** Counts one that speaks HTTP, and is no stranger then; if there are too many, the oldest of the address is closed. */
    void browses(InetAddress address, NewConnection newConnection) {
        moved(address, newConnection, strangers, browsers).ifPresent(NewConnection::turnAway);
    }

    private synchronized Optional<NewConnection> moved(
            InetAddress address, NewConnection newConnection, Crowd from, Crowd to) {
        String key = JoinLimiter.key(address);
        from.leave(key, newConnection);
        return to.enter(key, newConnection);
    }

    /** Takes note that somebody is no stranger any more, because he has a place or is gone. */
    synchronized void known(InetAddress address, NewConnection newConnection) {
        String key = JoinLimiter.key(address);
        strangers.leave(key, newConnection);
        browsers.leave(key, newConnection);
    }

    public synchronized int open() {
        return open;
    }
}
