package dev.truce.app.net.budget;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.room.JoinLimiter;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts connections by address and by how far they have come. Nobody is locked out: where there are too many, one that has come less
 * far has to go for a new one, of the address that has most. So somebody who opens connections and does nothing with them sends his own
 * away, and a class that shares his address gets in: an honest client is at no stage for longer than an answer takes, and a person who has
 * a seat is never sent away. Thread-safe.
 */
public final class ConnectionLimits {
    /** A connection that is counted. */
    public interface NewConnection {
        /** There is no room; goes away at once. */
        void turnAway();

        /** There is no room; goes away after a moment, unless it has come further by then. */
        void turnAwaySoon();

        /** The server stops; goes away, and may come back later. */
        void retire();
    }

    /** How far a connection has come; the first have to go first. */
    public enum Stage {
        /** Has said nothing that could be understood. */
        SILENT,
        /** Has named a wrong code or token. */
        WRONG,
        /** Has said hello. */
        GREETED,
        /** Speaks HTTP. */
        BROWSER,
        /** Has a place that nobody waits for: watches, or has opened a room. */
        WATCHING,
        /** Waits for an answer that may give it a place. */
        ASKING,
        /** Has a seat, or a desk. */
        SEATED,
        /** Was sent away, and is not gone yet; what it has said may not have been read. */
        LEAVING;

        private static final Set<Stage> IDLE = EnumSet.range(SILENT, WATCHING);
        private static final Set<Stage> STRANGERS = EnumSet.of(WRONG, GREETED);
    }

    /** Connections of HTTP of one address, for each stranger that it may have: a class that reads pages shares it too. */
    public static final int BROWSERS_PER_STRANGER = 4;

    private final int connections;
    private final int strangers;
    private final Map<String, Address> addresses = new HashMap<>();
    /** The addresses by how many idle connections they have, so that the one that has most is found however many there are. */
    private final TreeMap<Integer, Set<Address>> byIdle = new TreeMap<>();

    private int open;

    /** The connections of one address, in each stage the oldest first. */
    private final class Address {
        private int idle;
        private final Map<NewConnection, Stage> stages = new HashMap<>();
        private final Map<Stage, Set<NewConnection>> present = new EnumMap<>(Stage.class);

        private Set<NewConnection> at(Stage stage) {
            return present.computeIfAbsent(stage, unused -> new LinkedHashSet<>());
        }

        void put(NewConnection connection, Stage stage) {
            remove(connection);
            stages.put(connection, stage);
            at(stage).add(connection);
            count(stage, 1);
        }

        void remove(NewConnection connection) {
            Stage before = stages.remove(connection);
            if (before != null) {
                at(before).remove(connection);
                count(before, -1);
            }
        }

        private void count(Stage stage, int more) {
            if (Stage.IDLE.contains(stage)) {
                if (idle > 0) {
                    byIdle.computeIfPresent(idle, (unused, same) -> same.remove(this) && same.isEmpty() ? null : same);
                }
                idle += more;
                if (idle > 0) {
                    byIdle.computeIfAbsent(idle, unused -> new LinkedHashSet<>())
                            .add(this);
                }
            }
        }

        int count(Stage stage) {
            return at(stage).size();
        }

        /** Sends the one away that has to go first, of those in some stages. */
        @Nullable
        NewConnection sendAway(Set<Stage> of) {
            for (Stage stage : of) {
                if (count(stage) > 0) {
                    NewConnection oldest = at(stage).iterator().next();
                    put(oldest, Stage.LEAVING);
                    return oldest;
                }
            }
            return null;
        }
    }

    public ConnectionLimits(ServerLimits limits) {
        this.connections = limits.connections();
        this.strangers = limits.strangersPerAddress();
    }

    /**
     * Lets a connection in. If there are too many, one that does nothing makes room for it, of the address that has most of those;
     * nobody has to go for an address that has as many itself.
     *
     * @return whether it is in; if not, nothing must be given back
     */
    public boolean admit(InetAddress address, NewConnection newConnection) {
        String key = JoinLimiter.key(address);
        NewConnection victim = null;
        NewConnection stranger;
        synchronized (this) {
            if (open >= connections) {
                victim = victim(key);
                if (victim == null) {
                    return false;
                }
            }
            open++;
            stranger = move(key, newConnection, Stage.SILENT);
        }
        if (victim != null) {
            victim.turnAway();
        }
        if (stranger != null) {
            stranger.turnAwaySoon();
        }
        return true;
    }

    private @Nullable NewConnection victim(String newcomer) {
        Address own = addresses.get(newcomer);
        int mine = own == null ? 0 : own.stages.size();
        Map.Entry<Integer, Set<Address>> most = byIdle.lastEntry();
        if (most == null) {
            return null;
        }
        boolean isOwn = own != null && most.getValue().contains(own);
        Address goes = own != null && isOwn ? own : most.getValue().iterator().next();
        return isOwn || goes.idle > mine ? goes.sendAway(Stage.IDLE) : null;
    }

    /** Notes how far a connection has come. */
    public void at(InetAddress address, NewConnection connection, Stage stage) {
        NewConnection stranger = null;
        synchronized (this) {
            String key = JoinLimiter.key(address);
            Stage before = stage(key, connection);
            if (before != null && (before != Stage.LEAVING || stage.compareTo(Stage.GREETED) >= 0)) {
                stranger = move(key, connection, stage);
            }
        }
        if (stranger != null) {
            stranger.turnAwaySoon();
        }
    }

    /** Returns whether a connection that was sent away has come no further since. */
    public synchronized boolean isLeaving(InetAddress address, NewConnection connection) {
        return stage(JoinLimiter.key(address), connection) == Stage.LEAVING;
    }

    private @Nullable Stage stage(String key, NewConnection connection) {
        Address known = addresses.get(key);
        return known == null ? null : known.stages.get(connection);
    }

    /** Returns the one that has to go for it, if there are too many of its kind. */
    private @Nullable NewConnection move(String key, NewConnection connection, Stage stage) {
        Address address = addresses.computeIfAbsent(key, unused -> new Address());
        address.put(connection, stage);
        if (address.count(Stage.SILENT) > strangers) {
            return address.sendAway(EnumSet.of(Stage.SILENT));
        } else if (address.count(Stage.WRONG) + address.count(Stage.GREETED) > strangers) {
            return address.sendAway(Stage.STRANGERS);
        } else if (address.count(Stage.BROWSER) > BROWSERS_PER_STRANGER * strangers) {
            return address.sendAway(EnumSet.of(Stage.BROWSER));
        }
        return null;
    }

    /** Notes that a connection that was let in has ended. */
    public synchronized void left(InetAddress address, NewConnection connection) {
        String key = JoinLimiter.key(address);
        Address known = addresses.get(key);
        if (known != null) {
            known.remove(connection);
            if (known.stages.isEmpty()) {
                addresses.remove(key);
            }
        }
        open--;
    }

    /** Sends away all who are still there. */
    public void retire() {
        List<NewConnection> all = new ArrayList<>();
        synchronized (this) {
            addresses.values().forEach(address -> all.addAll(address.stages.keySet()));
        }
        all.forEach(NewConnection::retire);
    }

    public synchronized int open() {
        return open;
    }
}
