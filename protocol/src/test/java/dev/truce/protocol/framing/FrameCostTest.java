package dev.truce.protocol.framing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.truce.protocol.framing.MessageDecoder.ClientFrameDecoder;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.CreateRoom;
import dev.truce.protocol.v2.Delegations;
import dev.truce.protocol.v2.Hello;
import dev.truce.protocol.v2.HostedMinister;
import dev.truce.protocol.v2.JoinRoom;
import dev.truce.protocol.v2.Ping;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a stranger's frame costs before anybody has said hello: at most eight times the bytes that it may have. */
class FrameCostTest {
    private static final int MOST = 8 * Wire.LOGIN_FRAME_BYTES;
    private static final int WARM_UP = 200;

    /** Frames that are dear for their bytes. */
    enum Dear {
        PING {
            @Override
            ClientEnvelope.Builder body() {
                return ClientEnvelope.newBuilder().setPing(Ping.newBuilder().setNonce(1));
            }
        },
        LONG_TEXTS {
            @Override
            ClientEnvelope.Builder body() {
                return ClientEnvelope.newBuilder().setHello(Hello.newBuilder().setClientName("x".repeat(4_000)));
            }
        },
        LONG_CHINESE_NAME {
            @Override
            ClientEnvelope.Builder body() {
                return ClientEnvelope.newBuilder()
                        .setJoinRoom(JoinRoom.newBuilder()
                                .setKey("k1Wc0mZbq3rT9xLa")
                                .setRoomCode("7GQ2MXPA")
                                .setName("名".repeat(1_300)));
            }
        },
        MANY_ELEMENTS {
            @Override
            ClientEnvelope.Builder body() {
                Delegations.Builder many = Delegations.newBuilder();
                for (int i = 0; i < 110; i++) {
                    many.addBots(HostedMinister.getDefaultInstance());
                }
                return ClientEnvelope.newBuilder()
                        .setCreateRoom(CreateRoom.newBuilder().setDelegations(many));
            }
        };

        abstract ClientEnvelope.Builder body();
    }

    @ParameterizedTest
    @EnumSource(Dear.class)
    void aStrangersFrameCostsAtMostEightTimesItsBytes(Dear dear) {
        byte[] bytes = dear.body().setProtoVersion(2).setRequestId(1).build().toByteArray();
        assertThat(bytes.length).isLessThanOrEqualTo(Wire.LOGIN_FRAME_BYTES);
        EmbeddedChannel channel = new EmbeddedChannel(new ClientFrameDecoder());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] allocated = new long[WARM_UP];
        for (int i = 0; i < WARM_UP; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            channel.writeInbound(Unpooled.wrappedBuffer(bytes));
            allocated[i] = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat((Object) channel.readInbound()).isNotNull();
        }
        // The first ones load classes.
        Arrays.sort(allocated);
        assertThat(allocated[WARM_UP / 2])
                .as("bytes allocated for %d", bytes.length)
                .isLessThanOrEqualTo(MOST);
        channel.finishAndReleaseAll();
    }
}
