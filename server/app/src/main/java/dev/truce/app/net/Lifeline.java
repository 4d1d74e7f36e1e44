package dev.truce.app.net;

import dev.truce.protocol.message.ClosingCause;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * First in every pipeline: counts the connection in and out, and knows why it ended. A stranger until it has a place in a
 * room. Confined to its event loop, but for {@link #turnAway}.
 */
final class Lifeline extends ChannelInboundHandlerAdapter implements Doorkeeper.Stranger {
    private final Doorkeeper doorkeeper;
    private final NetListener listener;
    private final InetAddress address;
    private boolean admitted;
    private @Nullable DisconnectCause cause;
    private volatile @Nullable ChannelHandlerContext context;
    private volatile @Nullable Link link;

    Lifeline(Doorkeeper doorkeeper, NetListener listener, InetAddress address) {
        this.doorkeeper = doorkeeper;
        this.listener = listener;
        this.address = address;
    }

    /** Says why the connection is about to end; the first cause counts. */
    void because(DisconnectCause why) {
        if (cause == null) {
            cause = why;
        }
    }

    /** Says that the protocol is spoken. */
    void speaks(Link speaker) {
        link = speaker;
    }

    /** Says that the connection has a place in a room. */
    void settled() {
        doorkeeper.known(address, this);
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        listener.opened();
        context = active;
        admitted = doorkeeper.admit();
        if (!admitted) {
            because(DisconnectCause.SERVER_FULL);
            active.close();
            return;
        }
        doorkeeper.arrived(address, this);
        active.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        if (admitted) {
            doorkeeper.left();
            doorkeeper.known(address, this);
        }
        listener.closed(cause == null ? DisconnectCause.CLIENT_CLOSED : cause);
        inactive.fireChannelInactive();
    }

    @Override
    public void turnAway() {
        Link speaker = link;
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
