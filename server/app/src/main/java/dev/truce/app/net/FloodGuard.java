package dev.truce.app.net;

import dev.truce.app.net.budget.Budget;
import dev.truce.app.net.connection.ConnectionTracker;
import dev.truce.app.net.connection.DisconnectCause;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/** Charges the bytes of a connection to its budget before anything looks at them. */
final class FloodGuard extends ChannelInboundHandlerAdapter {
    private final Budget budget;
    private final ConnectionTracker connectionTracker;

    FloodGuard(Budget budget, ConnectionTracker connectionTracker) {
        this.budget = budget;
        this.connectionTracker = connectionTracker;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes
                && !budget.take(
                        bytes.readableBytes(), context.executor().ticker().nanoTime())) {
            ReferenceCountUtil.release(message);
            connectionTracker.because(DisconnectCause.FLOOD);
            // From the end of the pipeline, so that answers which wait to go out together go out.
            context.channel().close();
        } else {
            context.fireChannelRead(message);
        }
    }
}
