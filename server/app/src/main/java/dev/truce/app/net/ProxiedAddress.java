package dev.truce.app.net;

import dev.truce.protocol.message.Wire;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.haproxy.HAProxyCommand;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the first bytes of a connection, which a balancer writes (PROXY protocol, version 1 or 2), whose connection it is, and only
 * then sets up the rest of the pipeline. A connection that begins otherwise is closed: nobody but the balancer may reach this port, or
 * anybody could choose his address.
 */
final class ProxiedAddress extends SimpleChannelInboundHandler<HAProxyMessage> {
    /** Bytes that a balancer may add to the addresses. */
    private static final int EXTRA_BYTES = 512;

    private final Known known;
    private @Nullable Future<?> deadline;

    /** Sets the pipeline up for a client. */
    interface Known {
        /** The client has this address. */
        void at(Channel channel, InetAddress address);
    }

    private ProxiedAddress(Known known) {
        this.known = known;
    }

    /** Begins the pipeline of a connection that comes through a balancer. */
    static void addTo(Channel channel, Known known) {
        channel.pipeline()
                .addLast("proxy-header", new HAProxyMessageDecoder(EXTRA_BYTES, true))
                .addLast("proxied-address", new ProxiedAddress(known));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        deadline = context.executor().schedule(() -> context.close(), Wire.LOGIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        Future<?> waiting = deadline;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    /** The rest of the pipeline is not there yet, and hears of it once it is. */
    @Override
    public void channelActive(ChannelHandlerContext context) {
        // Nothing to do.
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HAProxyMessage header) {
        known.at(context.channel(), address(context.channel(), header));
        context.fireChannelActive();
        context.pipeline().remove(this);
    }

    /** Returns the address of the client; that of the balancer if it speaks for itself, as when it asks whether the server is well. */
    private static InetAddress address(Channel channel, HAProxyMessage header) {
        String source = header.sourceAddress();
        byte[] bytes = header.command() == HAProxyCommand.PROXY && source != null
                ? NetUtil.createByteArrayFromIpAddressString(source)
                : null;
        try {
            return bytes == null
                    ? ((InetSocketAddress) channel.remoteAddress()).getAddress()
                    : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException never) {
            throw new IllegalStateException("an address has 4 or 16 bytes", never);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
