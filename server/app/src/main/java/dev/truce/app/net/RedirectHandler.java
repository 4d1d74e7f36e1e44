package dev.truce.app.net;

import static dev.truce.app.http.HttpAnswer.page;

import dev.truce.app.http.HttpAnswer;
import dev.truce.app.net.connection.ConnectionTracker;
import dev.truce.app.net.connection.DisconnectCause;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import java.util.function.IntSupplier;

/** Sends browsers that do not encrypt on to the address that does. Each connection has one answer. */
final class RedirectHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final int USUAL_PORT = 443;
    private static final String HOST = "[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]";

    private final List<String> names;
    private final IntSupplier port;
    private final ConnectionTracker connectionTracker;

    /**
     * Makes one.
     *
     * @param names host names of the server; the first is where browsers are sent, or without one the host that they ask for
     * @param port port of the server that encrypts
     */
    RedirectHandler(List<String> names, IntSupplier port, ConnectionTracker connectionTracker) {
        this.names = names;
        this.port = port;
        this.connectionTracker = connectionTracker;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        connectionTracker.because(DisconnectCause.HTTP_DONE);
        context.channel().config().setAutoRead(false);
        HttpSending.send(context, answer(request), request.method().equals(HttpMethod.HEAD), false)
                .addListener(ChannelFutureListener.CLOSE);
    }

    private HttpAnswer answer(FullHttpRequest request) {
        List<String> hosts = request.headers().getAll("host");
        String asked = hosts.size() == 1 ? hosts.get(0).replaceFirst(":[0-9]{1,5}$", "") : "";
        String host = names.isEmpty() ? asked : names.get(0);
        if (request.decoderResult().isFailure() || !host.matches(HOST)) {
            return page(400, "this is no HTTP request that can be read");
        }
        int encrypted = port.getAsInt();
        String origin = "https://" + host + (encrypted == USUAL_PORT ? "" : ":" + encrypted);
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            return page(403, "this server speaks TLS, so that nobody can read what is sent: " + origin);
        }
        String path = request.uri();
        return page(308, "this server speaks TLS: " + origin)
                .with("Location", origin + (path.matches("/[!-~]*") ? path : "/"));
    }
}
