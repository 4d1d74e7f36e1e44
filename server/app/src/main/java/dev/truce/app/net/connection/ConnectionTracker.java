package dev.truce.app.net.connection;

import dev.truce.app.net.budget.ConnectionLimits;
import dev.truce.protocol.message.ClosingCause;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * First in every pipeline: counts the connection in and out, and knows why it ended. Confined to its event loop, but for {@link
 * #turnAway}, {@link #turnAwaySoon}, {@link #servesDesk} and {@link #cutSlow}.
 */
public final class ConnectionTracker extends ChannelInboundHandlerAdapter implements ConnectionLimits.NewConnection {
    /** An honest client has said hello, and then which room it wants, before this, two ways over a slow network included. */
    private static final long MOMENT_MILLIS = 500;

    private final ConnectionLimits connectionLimits;
    private final NetListener listener;
    private final InetAddress address;
    private boolean admitted;
    private @Nullable DisconnectCause cause;
    private volatile @Nullable ChannelHandlerContext context;
    private volatile @Nullable ClientConnection link;

    public ConnectionTracker(ConnectionLimits connectionLimits, NetListener listener, InetAddress address) {
        this.connectionLimits = connectionLimits;
        this.listener = listener;
        this.address = address;
    }

    /** Says why the connection is about to end; the first cause counts. */
    public void because(DisconnectCause why) {
        if (cause == null) {
            cause = why;
        }
    }

    /** Says that the protocol is spoken. */
    void speaks(ClientConnection speaker) {
        link = speaker;
    }

    /** Says that HTTP is spoken. */
    public void browses() {
        came(ConnectionLimits.Stage.BROWSER);
    }

    /** Says that a desk has been heard over HTTP: it is not sent away for those who read pages. From any thread. */
    public void servesDesk() {
        came(ConnectionLimits.Stage.SEATED);
    }

    /** Says that the connection has left HTTP for the protocol, and is a stranger there. */
    public void upgraded() {
        came(ConnectionLimits.Stage.SILENT);
    }

    /** Says how far the connection has come. */
    void came(ConnectionLimits.Stage stage) {
        connectionLimits.at(address, this, stage);
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        listener.opened();
        context = active;
        admitted = connectionLimits.admit(address, this);
        if (!admitted) {
            because(DisconnectCause.SERVER_FULL);
            active.close();
            return;
        }
        active.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        if (admitted) {
            connectionLimits.left(this);
        }
        listener.closed(cause == null ? DisconnectCause.CLIENT_CLOSED : cause);
        inactive.fireChannelInactive();
    }

    @Override
    public void turnAway() {
        ClientConnection speaker = link;
        if (speaker != null) {
            speaker.close(
                    ClosingCause.SERVER_FULL,
                    "too many connections, and this one is not needed for a match; come back later");
        } else {
            close(DisconnectCause.SERVER_FULL);
        }
    }

    @Override
    public void turnAwaySoon() {
        ChannelHandlerContext known = context;
        if (known != null) {
            known.executor()
                    .schedule(
                            () -> {
                                if (connectionLimits.isLeaving(this)) {
                                    turnAway();
                                }
                            },
                            MOMENT_MILLIS,
                            TimeUnit.MILLISECONDS);
        }
    }

    /** Those who have a room or a class were told by it before this; what speaks no protocol has no words for it. */
    @Override
    public void retire() {
        ClientConnection speaker = link;
        if (speaker != null) {
            speaker.retire();
        }
    }

    /**
     * Ends the connection because the server keeps too many bytes, and these have been there for the longest. Without a last word, which
     * would have to wait where they do.
     */
    public void cutSlow() {
        close(DisconnectCause.SLOW_READER);
    }

    private void close(DisconnectCause why) {
        ChannelHandlerContext known = context;
        if (known != null) {
            known.executor().execute(() -> {
                because(why);
                known.close();
            });
        }
    }
}
