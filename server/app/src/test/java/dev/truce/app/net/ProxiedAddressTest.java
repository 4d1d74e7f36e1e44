package dev.truce.app.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.protocol.wire.Mutator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever is written first, by a balancer or by somebody who is none: an address, or the end of the connection. */
class ProxiedAddressTest {
    private static final List<byte[]> HEADERS = List.of(
            "PROXY TCP4 192.0.2.7 192.0.2.1 4000 7788\r\n".getBytes(StandardCharsets.US_ASCII),
            "PROXY TCP6 2001:db8::7 2001:db8::1 4000 7788\r\n".getBytes(StandardCharsets.US_ASCII),
            "PROXY UNKNOWN\r\n".getBytes(StandardCharsets.US_ASCII),
            HexFormat.of().parseHex("0d0a0d0a000d0a515549540a2111000cc0000207c00002010fa01e6c"),
            HexFormat.of().parseHex("0d0a0d0a000d0a515549540a20000000"));

    /** How many headers are changed. */
    int headers() {
        return 20_000;
    }

    @Test
    void changedHeadersNeverSurprise() {
        SplittableRandom random = new SplittableRandom(5);
        Mutator mutator = new Mutator(random, List.of("PROXY ".getBytes(StandardCharsets.US_ASCII)));
        int known = 0;
        int closed = 0;
        for (int i = 0; i < headers(); i++) {
            byte[] header = HEADERS.get(random.nextInt(HEADERS.size()));
            byte[] bytes = i < HEADERS.size()
                    ? HEADERS.get(i)
                    : mutator.mutate(header, HEADERS.get(random.nextInt(HEADERS.size())));
            List<InetAddress> addresses = new ArrayList<>();
            List<Throwable> thrown = new ArrayList<>();
            EmbeddedChannel channel = new EmbeddedChannel() {
                @Override
                protected SocketAddress remoteAddress0() {
                    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 4000);
                }
            };
            ProxiedAddress.addTo(channel, (at, address) -> addresses.add(address));
            channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
                @Override
                public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                    thrown.add(cause);
                }
            });
            channel.writeInbound(Unpooled.wrappedBuffer(bytes));
            assertThat(thrown).as(HexFormat.of().formatHex(bytes)).isEmpty();
            assertThat(addresses).hasSizeLessThanOrEqualTo(1);
            known += addresses.size();
            closed += channel.isActive() ? 0 : 1;
            channel.finishAndReleaseAll();
        }
        assertThat(known).as("headers that name an address").isPositive();
        assertThat(closed).as("headers that end the connection").isPositive();
    }
}
