package dev.truce.app.net.budget;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.quota.FairShare;
import dev.truce.app.quota.Owner;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
        /** Has a seat, or a desk, also one over HTTP. */
        SEATED,
        /** Was sent away, and is not gone yet; what it has said may not have been read. */
        LEAVING;

        /** Of these an address has only so many. */
        private static final List<Set<Stage>> BOUNDED =
                List.of(EnumSet.of(SILENT), EnumSet.of(WRONG, GREETED), EnumSet.of(BROWSER));
    }

    /** Connections of HTTP of one address, for each stranger that it may have: a class that reads pages shares it too. */
    public static final int BROWSERS_PER_STRANGER = 4;

    private final int connections;
    private final int strangers;
    private final FairShare<NewConnection, Stage> share =
            new FairShare<>(EnumSet.noneOf(Stage.class), Stage.WATCHING, Stage.WATCHING);

    private int open;

    public ConnectionLimits(ServerLimits limits) {
        this.connections = limits.connections();
        this.strangers = limits.strangersPerAddress();
    }

    /**
     * Lets a connection in. If there are too many, one that does nothing makes room for it, as {@link FairShare} says.
     *
     * @return whether it is in; if not, nothing must be given back
     */
    public boolean admit(InetAddress address, NewConnection newConnection) {
        Owner owner = Owner.at(address);
        NewConnection victim = null;
        NewConnection stranger;
        synchronized (this) {
            if (open >= connections) {
                victim = share.givesWay(owner).orElse(null);
                if (victim == null) {
                    return false;
                }
                leaves(victim);
            }
            open++;
            stranger = move(owner, newConnection, Stage.SILENT);
        }
        if (victim != null) {
            victim.turnAway();
        }
        if (stranger != null) {
            stranger.turnAwaySoon();
        }
        return true;
    }

    private void leaves(NewConnection connection) {
        share.put(connection, Objects.requireNonNull(share.owner(connection)), Stage.LEAVING);
    }

    /** Notes how far a connection has come. */
    public void at(InetAddress address, NewConnection connection, Stage stage) {
        NewConnection stranger = null;
        synchronized (this) {
            Stage before = share.rank(connection);
            if (before != null && (before != Stage.LEAVING || stage.compareTo(Stage.GREETED) >= 0)) {
                stranger = move(Owner.at(address), connection, stage);
            }
        }
        if (stranger != null) {
            stranger.turnAwaySoon();
        }
    }

    /** Returns whether a connection that was sent away has come no further since. */
    public synchronized boolean isLeaving(NewConnection connection) {
        return share.rank(connection) == Stage.LEAVING;
    }

    /** Returns the one that has to go for it, if there are too many of its kind. */
    private @Nullable NewConnection move(Owner owner, NewConnection connection, Stage stage) {
        share.put(connection, owner, stage);
        for (Set<Stage> kind : Stage.BOUNDED) {
            int most = kind.contains(Stage.BROWSER) ? BROWSERS_PER_STRANGER * strangers : strangers;
            if (share.count(owner, kind) > most) {
                NewConnection goes = share.first(owner, kind).orElseThrow();
                leaves(goes);
                return goes;
            }
        }
        return null;
    }

    /** Notes that a connection that was let in has ended. */
    public synchronized void left(NewConnection connection) {
        share.remove(connection);
        open--;
    }

    /** Sends away all who are still there. */
    public void retire() {
        List<NewConnection> all = new ArrayList<>();
        synchronized (this) {
            all.addAll(share.all());
        }
        all.forEach(NewConnection::retire);
    }

    public synchronized int open() {
        return open;
    }
}
