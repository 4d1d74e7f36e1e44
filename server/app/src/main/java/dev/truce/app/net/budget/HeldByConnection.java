package dev.truce.app.net.budget;

import dev.truce.app.quota.Owner;
import dev.truce.protocol.framing.FrameDecoder;
import dev.truce.protocol.framing.Stages;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/** Nearest to the network: notes what a connection holds of the server's memory, in bytes as they are sent and were received. */
public final class HeldByConnection extends ChannelDuplexHandler implements HeldBytes.Holder {
    private final HeldBytes all;
    private final Owner owner;
    private final Runnable knife;
    private final Channel channel;
    private @Nullable FrameDecoder frames;
    private @Nullable ChannelPromise last;
    private long noted;
    private volatile long unfinished;
    private volatile long since;
    private volatile boolean going;

    /**
     * Makes one.
     *
     * @param owner whose the connection is
     * @param knife cuts the connection off; called on any thread, once
     */
    public HeldByConnection(HeldBytes all, Owner owner, Channel channel, Runnable knife) {
        this.all = all;
        this.owner = owner;
        this.channel = channel;
        this.knife = knife;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        last = promise;
        context.write(message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        note();
        ChannelPromise tail = last;
        last = null;
        if (noted > 0 && tail != null && !tail.isVoid() && !tail.isDone()) {
            // Nobody flushes when the rest of it goes out. The promise is kept before the bytes are counted off.
            tail.addListener(done -> channel.eventLoop().execute(this::note));
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        if (frames == null && context.pipeline().get(Stages.FRAMES) instanceof FrameDecoder found) {
            frames = found;
        }
        note();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        context.fireChannelInactive();
        note();
    }

    private void note() {
        FrameDecoder decoder = frames;
        unfinished = decoder == null ? 0 : decoder.heldBytes();
        long before = noted;
        long now = held();
        if (before == 0 && now > 0) {
            since = channel.eventLoop().ticker().nanoTime();
        }
        noted = now;
        all.note(this, before, now);
    }

    @Override
    public Owner owner() {
        return owner;
    }

    @Override
    public long held() {
        if (going || !channel.isActive()) {
            return 0;
        }
        ChannelOutboundBuffer unsent = channel.unsafe().outboundBuffer();
        return (unsent == null ? 0 : unsent.totalPendingWriteBytes()) + unfinished;
    }

    @Override
    public long nanos() {
        return Math.max(1, channel.eventLoop().ticker().nanoTime() - since);
    }

    @Override
    public void cut() {
        if (!going) {
            going = true;
            knife.run();
        }
    }
}
