package dev.truce.app.net;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.http.Assets;
import dev.truce.app.net.budget.ConnectionLimits;
import dev.truce.app.net.budget.HeldBytes;
import dev.truce.app.net.connection.ConnectionServices;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.util.List;

/** The stages of a port on connections that come from no socket. */
public final class PortStages {
    private final PortSetup setup;

    /** Of connections that ask for no page. */
    @SuppressWarnings("NullAway") // What answers to HTTP is never asked.
    public PortStages(ConnectionServices services, ConnectionLimits limits) {
        this.setup = new PortSetup(
                services,
                limits,
                new HeldBytes(ServerLimits.STANDARD.heldBytes()),
                new HttpHandler.Hosts(Assets.none(), null, Runnable::run, null, new OriginRule(List.of(), List.of())),
                null,
                new PortSetup.Redirects("", () -> 0, false),
                false);
    }

    /** Puts them on a connection that has not been active yet. */
    public void begin(Channel channel, InetAddress address) {
        setup.begin(channel, address);
    }
}
