package dev.truce.app.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/** First in every pipeline: counts the connection in and out, and knows why it ended. Confined to its event loop. */
final class Lifeline extends ChannelInboundHandlerAdapter {
    private final Doorkeeper doorkeeper;
    private final NetListener listener;
    private boolean admitted;
    private @Nullable DisconnectCause cause;

    Lifeline(Doorkeeper doorkeeper, NetListener listener) {
        this.doorkeeper = doorkeeper;
        this.listener = listener;
    }

    /** Says why the connection is about to end; the first cause counts. */
    void because(DisconnectCause why) {
        if (cause == null) {
            cause = why;
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        listener.opened();
        admitted = doorkeeper.admit();
        if (!admitted) {
            because(DisconnectCause.SERVER_FULL);
            context.close();
            return;
        }
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (admitted) {
            doorkeeper.left();
        }
        listener.closed(cause == null ? DisconnectCause.CLIENT_CLOSED : cause);
        context.fireChannelInactive();
    }
}
