package dev.truce.app.net;

import dev.truce.app.net.connection.ConnectionTracker;
import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.app.net.connection.NetListener;
import dev.truce.protocol.framing.BadFrame;
import dev.truce.store.log.LogEvent;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Last in every pipeline: what nobody wanted ends here. Expected ends are counted by cause; anything else is a bug. */
final class UncaughtHandler extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(UncaughtHandler.class);

    private final ConnectionTracker connectionTracker;
    private final NetListener listener;

    private static final List<Class<? extends Exception>> CLIENT_FAULTS = List.of(
            BadFrame.class,
            WebSocketHandshakeException.class,
            CorruptedFrameException.class,
            TooLongFrameException.class);

    /** The second is what is said of a request whose connection ends before its body does. */
    private static final List<Class<? extends Exception>> BREAKS =
            List.of(IOException.class, PrematureChannelClosureException.class);

    UncaughtHandler(ConnectionTracker connectionTracker, NetListener listener) {
        this.connectionTracker = connectionTracker;
        this.listener = listener;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        // Comes behind a close, or from a stage that was just taken out.
        ReferenceCountUtil.release(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        ReferenceCountUtil.release(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
        connectionTracker.because(causeOf(thrown));
        context.close();
    }

    private static boolean isOne(Throwable thrown, List<Class<? extends Exception>> kinds) {
        return kinds.stream().anyMatch(kind -> kind.isInstance(thrown));
    }

    private DisconnectCause causeOf(Throwable thrown) {
        if (thrown instanceof SSLException || thrown.getCause() instanceof SSLException) {
            return DisconnectCause.TLS_FAILED;
        }
        // Netty wraps what a decoder of ours throws by mistake; only what is meant to be thrown counts as the client's
        // fault.
        if (isOne(thrown, CLIENT_FAULTS)) {
            return DisconnectCause.BAD_FRAME;
        }
        if (isOne(thrown, BREAKS)) {
            return DisconnectCause.NETWORK;
        }
        listener.uncaught();
        LOG.error(LogEvent.UNCAUGHT.marker(), "an exception that nobody had expected closes a connection", thrown);
        return DisconnectCause.UNCAUGHT;
    }
}
