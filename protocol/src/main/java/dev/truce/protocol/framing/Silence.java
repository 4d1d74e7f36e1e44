package dev.truce.protocol.framing;

import dev.truce.protocol.message.Wire;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

/** Throws {@link BadFrame} when nothing has been heard for thirty seconds: the other end is gone, or its network is. */
public final class Silence extends IdleStateHandler {
    private boolean told;

    /** Makes a stage for one channel. */
    public Silence() {
        super(Wire.DEAD_MILLIS, 0, 0, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext ctx, IdleStateEvent event) {
        if (!told) {
            told = true;
            ctx.fireExceptionCaught(new BadFrame(BadFrame.Cause.SILENCE));
        }
    }
}
