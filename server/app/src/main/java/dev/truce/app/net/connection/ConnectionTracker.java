package dev.truce.app.net.connection;

import dev.truce.protocol.message.ClosingCause;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * First in every pipeline: counts the connection in and out, and knows why it ended. A stranger until it has a place in a
 * room. Confined to its event loop, but for {@link #turnAway}.
 */
public final class ConnectionTracker extends ChannelInboundHandlerAdapter implements ConnectionLimits.NewConnection {
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
        connectionLimits.browses(address, this);
    }

    /** Says that the connection has left HTTP for the protocol, and is a stranger there. */
    public void upgraded() {
        connectionLimits.arrived(address, this);
    }

    /** Says that the connection has a place in a room. */
    void settled() {
        connectionLimits.known(address, this);
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        listener.opened();
        context = active;
        admitted = connectionLimits.admit();
        if (!admitted) {
            because(DisconnectCause.SERVER_FULL);
            active.close();
            return;
        }
        connectionLimits.arrived(address, this);
        active.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        if (admitted) {
            connectionLimits.left();
            connectionLimits.known(address, this);
        }
        listener.closed(cause == null ? DisconnectCause.CLIENT_CLOSED : cause);
        inactive.fireChannelInactive();
    }

    @Override
    public void turnAway() {
        ClientConnection speaker = link;
        ChannelHandlerContext known = context;
        if (speaker != null) {
            speaker.close(
                    ClosingCause.SERVER_FULL, "too many connections of this address that have no place in a room");
        } else if (known != null) {
            known.executor().execute(() -> {
                because(DisconnectCause.SERVER_FULL);
                known.close();
            });
        }
    }
}
