package dev.truce.app.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.metrics.NetMeters;
import dev.truce.app.metrics.OpenRounds;
import dev.truce.app.net.budget.Budget;
import dev.truce.app.net.budget.ConnectionLimits;
import dev.truce.app.net.connection.ClientConnection;
import dev.truce.app.net.connection.ConnectionTracker;
import dev.truce.app.net.connection.DisconnectCause;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebSocketTunnelTest {
    /** Pings that a client may send at once, and each second after. */
    private static final int AT_ONCE = (int) (Budget.RESERVE / ClientConnection.LEAST_COST);

    private static final int A_SECOND = (int) (Budget.BYTES_PER_SECOND / ClientConnection.LEAST_COST);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void open() {
        channel.freezeTime();
        ConnectionTracker tracker = new ConnectionTracker(
                new ConnectionLimits(ServerLimits.STANDARD),
                new NetMeters(registry, new OpenRounds()),
                InetAddress.getLoopbackAddress());
        Budget budget = new Budget(channel.eventLoop().ticker().nanoTime());
        channel.pipeline().addLast(tracker, new WebSocketTunnel(tracker, budget));
    }

    @AfterEach
    void release() {
        channel.finishAndReleaseAll();
    }

    private static WebSocketFrame ping() {
        return new PingWebSocketFrame(Unpooled.copiedBuffer("there?", StandardCharsets.US_ASCII));
    }

    /** Sends pings that are answered. */
    private void ping(int times) {
        for (int i = 0; i < times; i++) {
            channel.writeInbound(ping());
            PongWebSocketFrame pong = channel.readOutbound();
            assertThat(pong.content().toString(StandardCharsets.US_ASCII)).isEqualTo("there?");
            pong.release();
        }
    }

    private double ends(DisconnectCause cause) {
        return registry.get("truce.disconnects")
                .tag("cause", cause.name().toLowerCase(Locale.ROOT))
                .counter()
                .count();
    }

    @Test
    void pingsAreAnsweredAsLongAsTheConnectionMayAskForSoMuch() {
        ping(AT_ONCE);
        channel.advanceTimeBy(1, TimeUnit.SECONDS);
        ping(A_SECOND);
        channel.writeInbound(ping());
        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.<Object>readOutbound()).isNull();
        assertThat(ends(DisconnectCause.FLOOD)).isEqualTo(1);
    }

    @Test
    void anEmptyFrameCostsAsMuchAsAPing() {
        for (int i = 0; i < AT_ONCE; i++) {
            channel.writeInbound(new BinaryWebSocketFrame());
        }
        assertThat(channel.isOpen()).isTrue();
        channel.writeInbound(new BinaryWebSocketFrame());
        assertThat(ends(DisconnectCause.FLOOD)).isEqualTo(1);
    }

    @Test
    void aClientThatDoesNotReadItsPongsIsCutOff() {
        ping(1);
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        channel.writeInbound(ping());
        assertThat(channel.<Object>readOutbound()).isNull();
        assertThat(ends(DisconnectCause.SLOW_READER)).isEqualTo(1);
    }

    @Test
    void aPageThatTalksAllDayIsFarFromTheLimit() {
        for (int second = 0; second < TimeUnit.DAYS.toSeconds(1); second++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.writeInbound(new BinaryWebSocketFrame(), new BinaryWebSocketFrame());
            ping(1);
            channel.releaseInbound();
        }
        assertThat(channel.isOpen()).isTrue();
    }
}
