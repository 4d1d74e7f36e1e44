package dev.truce.app.net;

import static dev.truce.app.http.HttpAnswer.page;

import dev.truce.app.http.HttpAnswer;
import dev.truce.app.net.connection.ConnectionTracker;
import dev.truce.app.net.connection.DisconnectCause;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;

/**
 * Sends browsers that do not encrypt on to the address that does. It answers the head of the first request, so that nothing more is sent for
 * others to read, and the connection ends.
 */
final class RedirectHandler extends SimpleChannelInboundHandler<HttpRequest> {
    private static final int USUAL_PORT = 443;
    private static final String SCHEME = "https://";
    private static final String HOST = "[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]";

    private final PortSetup.Redirects redirects;
    private final ConnectionTracker connectionTracker;
    private boolean isAnswered;

    RedirectHandler(PortSetup.Redirects redirects, ConnectionTracker connectionTracker) {
        this.redirects = redirects;
        this.connectionTracker = connectionTracker;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpRequest request) {
        if (isAnswered) {
            return;
        }
        isAnswered = true;
        connectionTracker.because(DisconnectCause.HTTP_DONE);
        context.channel().config().setAutoRead(false);
        HttpSending.send(context, answer(request), request.method().equals(HttpMethod.HEAD), false)
                .addListener(ChannelFutureListener.CLOSE);
    }

    private HttpAnswer answer(HttpRequest request) {
        String site = site(request.headers().getAll("host"));
        if (request.decoderResult().isFailure() || site.isEmpty()) {
            return page(400, "this is no HTTP request that can be read");
        } else if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            return page(403, "this server speaks TLS, so that nobody can read what is sent: " + site);
        }
        String path = request.uri();
        return page(308, "this server speaks TLS: " + site)
                .with("Location", site + (path.matches("/[!-~]*") ? path.substring(1) : ""));
    }

    /** Returns the address of the page that encrypts, or nothing if it is not known: the public one, else the host that was asked for. */
    private String site(List<String> hosts) {
        if (redirects.publicUrl().startsWith(SCHEME)) {
            return redirects.publicUrl();
        }
        String host = hosts.size() == 1 ? hosts.get(0).replaceFirst(":[0-9]{1,5}$", "") : "";
        int port = redirects.port().getAsInt();
        return host.matches(HOST) ? SCHEME + host + (port == USUAL_PORT ? "" : ":" + port) + "/" : "";
    }
}
