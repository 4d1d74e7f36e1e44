package dev.truce.app.sim;

import dev.truce.protocol.message.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.BiConsumer;

/** One end of a simulated connection: what Netty knows of a socket, between its pipeline and two {@link SimPipe}s. */
final class SimChannel extends AbstractChannel {
    private static final ChannelMetadata METADATA = new ChannelMetadata(false);

    private final ChannelConfig config = new DefaultChannelConfig(this);
    private final SimPipe in;
    private final SimPipe out;
    private final InetSocketAddress remote;
    private BiConsumer<SimChannel, Object> tap = (channel, message) -> {};
    private boolean open = true;
    private boolean wantsToRead;

    SimChannel(SimPipe in, SimPipe out, InetSocketAddress remote) {
        super(null);
        this.in = in;
        this.out = out;
        this.remote = remote;
        config.setAllocator(HeapAllocator.INSTANCE);
        config.setWriteBufferWaterMark(new WriteBufferWaterMark(Wire.QUEUED_BYTES / 2, Wire.QUEUED_BYTES));
        in.receiver(this);
        out.sender(this);
    }

    /** Lets somebody see what is written, before it is bytes. */
    void tap(BiConsumer<SimChannel, Object> sees) {
        tap = sees;
    }

    @Override
    public ChannelFuture write(Object message) {
        tap.accept(this, message);
        return pipeline().write(message);
    }

    @Override
    public ChannelFuture writeAndFlush(Object message) {
        tap.accept(this, message);
        return pipeline().writeAndFlush(message);
    }

    /** There is something to read, or the end. */
    void readable() {
        eventLoop().execute(this::read0);
    }

    private void read0() {
        if (!open || !wantsToRead || !in.hasNews()) {
            return;
        }
        byte[] bytes = in.take();
        if (bytes.length > 0) {
            wantsToRead = false;
            pipeline().fireChannelRead(Unpooled.wrappedBuffer(bytes));
            pipeline().fireChannelReadComplete();
        } else if (in.isAtEnd()) {
            unsafe().close(voidPromise());
        }
        if (open && wantsToRead && in.hasNews()) {
            readable();
        }
    }

    /** There is room again for what is to be sent. */
    void writable() {
        eventLoop().execute(() -> ((End) unsafe()).goOn());
    }

    /** The connection is broken. */
    void broken() {
        eventLoop().execute(() -> unsafe().close(voidPromise()));
    }

    /** Returns the bytes that wait to be sent. */
    long queued() {
        ChannelOutboundBuffer waiting = unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.totalPendingWriteBytes();
    }

    private final class End extends AbstractUnsafe {
        @Override
        public void connect(SocketAddress to, SocketAddress from, ChannelPromise promise) {
            throw new UnsupportedOperationException();
        }

        private void goOn() {
            if (open) {
                super.flush0();
            }
        }
    }

    @Override
    protected AbstractUnsafe newUnsafe() {
        return new End();
    }

    @Override
    protected void doBeginRead() {
        wantsToRead = true;
        if (in.hasNews()) {
            readable();
        }
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer waiting) {
        while (true) {
            ByteBuf next = (ByteBuf) waiting.current();
            if (next == null) {
                return;
            }
            int length = Math.min(next.readableBytes(), out.room());
            if (length == 0 && next.isReadable()) {
                out.senderWaits();
                return;
            }
            byte[] bytes = new byte[length];
            next.getBytes(next.readerIndex(), bytes);
            out.send(bytes);
            if (length == 0) {
                waiting.remove();
            } else {
                waiting.removeBytes(length);
            }
        }
    }

    @Override
    protected void doClose() {
        open = false;
        in.receiverIsGone();
        out.end();
    }

    @Override
    protected boolean isCompatible(EventLoop loop) {
        return loop instanceof SimLoop;
    }

    @Override
    protected SocketAddress localAddress0() {
        return remote;
    }

    @Override
    protected SocketAddress remoteAddress0() {
        return remote;
    }

    @Override
    protected void doBind(SocketAddress localAddress) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void doDisconnect() {
        doClose();
    }

    @Override
    public ChannelConfig config() {
        return config;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean isActive() {
        return open;
    }

    @Override
    public ChannelMetadata metadata() {
        return METADATA;
    }
}
