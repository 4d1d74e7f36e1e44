package dev.truce.protocol.framing;

import dev.truce.protocol.message.Wire;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Throws {@link BadFrame} unless it is removed within five seconds, as the session does after the hello. */
public final class LoginDeadline extends ChannelInboundHandlerAdapter {
    private @Nullable Future<?> deadline;

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        deadline = ctx.executor()
                .schedule(
                        () -> {
                            ctx.fireExceptionCaught(new BadFrame(BadFrame.Cause.LATE_LOGIN));
                        },
                        Wire.LOGIN_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        Future<?> waiting = deadline;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }
}
