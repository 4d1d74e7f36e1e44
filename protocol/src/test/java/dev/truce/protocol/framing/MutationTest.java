package dev.truce.protocol.framing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.Unreadable;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.protocol.wire.Frames;
import dev.truce.protocol.wire.LeakAlarm;
import dev.truce.protocol.wire.RandomMessages;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to the bytes of a message, it is read, called unreadable, or a bad frame; nothing else comes out. */
class MutationTest {
    @AfterAll
    static void nothingLeaked() {
        assertThat(LeakAlarm.leaks()).isEmpty();
    }

    private static final int CLIENT_MUTATIONS = 15_000;
    private static final int SERVER_MUTATIONS = 3_000;
    private static final int STREAMS = 20_000;

    static List<FieldDescriptor> clientBodies() {
        return RandomMessages.bodies(ClientEnvelope.getDescriptor());
    }

    static List<FieldDescriptor> serverBodies() {
        return RandomMessages.bodies(ServerEnvelope.getDescriptor());
    }

    @ParameterizedTest
    @MethodSource("clientBodies")
    void mutatedMessagesOfClientsNeverSurprise(FieldDescriptor body) {
        RandomGenerator random = new SplittableRandom(body.getNumber());
        RandomMessages messages = new RandomMessages(random);
        EmbeddedChannel channel = new EmbeddedChannel(new ClientFrameDecoder());
        Outcomes outcomes = new Outcomes();
        byte[] original = messages.client(body).toByteArray();
        for (int i = 0; i < CLIENT_MUTATIONS; i++) {
            if (i % 50 == 0) {
                original = messages.client(body).toByteArray();
            }
            outcomes.feed(channel, mutate(original, random));
        }
        assertThat(outcomes.read).as("mutations that can still be read").isPositive();
        assertThat(outcomes.bad).as("mutations that are bad frames").isNotEmpty();
        channel.finishAndReleaseAll();
    }

    @ParameterizedTest
    @MethodSource("serverBodies")
    void mutatedMessagesOfServersNeverSurprise(FieldDescriptor body) {
        RandomGenerator random = new SplittableRandom(body.getNumber());
        RandomMessages messages = new RandomMessages(random);
        EmbeddedChannel channel = new EmbeddedChannel(new ServerFrameDecoder());
        Outcomes outcomes = new Outcomes();
        byte[] original = messages.server(body).toByteArray();
        for (int i = 0; i < SERVER_MUTATIONS; i++) {
            if (i % 50 == 0) {
                original = messages.server(body).toByteArray();
            }
            outcomes.feed(channel, mutate(original, random));
        }
        assertThat(outcomes.read).as("mutations that can still be read").isPositive();
        assertThat(outcomes.bad).as("mutations that are bad frames").isNotEmpty();
        channel.finishAndReleaseAll();
    }

    @Test
    void mutatedStreamsNeverSurprise() {
        RandomGenerator random = new SplittableRandom(77);
        RandomMessages messages = new RandomMessages(random);
        Outcomes outcomes = new Outcomes();
        List<Message> some = new ArrayList<>();
        clientBodies().forEach(body -> some.add(messages.client(body)));
        byte[] original = Frames.bytes(some);
        for (int i = 0; i < STREAMS; i++) {
            EmbeddedChannel channel = new EmbeddedChannel(
                    new FrameDecoder(Wire.LOGIN_FRAME_BYTES),
                    new ClientFrameDecoder(),
                    new ChannelInboundHandlerAdapter() {
                        @Override
                        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                            outcomes.fault(cause);
                            ctx.close();
                        }
                    });
            outcomes.feed(channel, mutate(original, random));
            channel.finishAndReleaseAll();
        }
        assertThat(outcomes.bad.keySet())
                .contains(BadFrame.Cause.EMPTY, BadFrame.Cause.TOO_LONG, BadFrame.Cause.NO_MESSAGE);
    }

    @Test
    void noiseIsNeverMistakenForMuch() {
        RandomGenerator random = new SplittableRandom(78);
        EmbeddedChannel channel = new EmbeddedChannel(new ClientFrameDecoder());
        Outcomes outcomes = new Outcomes();
        for (int i = 0; i < 50_000; i++) {
            byte[] noise = new byte[1 + random.nextInt(60)];
            random.nextBytes(noise);
            outcomes.feed(channel, noise);
        }
        assertThat(outcomes.bad.get(BadFrame.Cause.NO_MESSAGE)).isGreaterThan(30_000);
        channel.finishAndReleaseAll();
    }

    /** What came of the bytes. */
    private static final class Outcomes {
        private final Map<BadFrame.Cause, Integer> bad = new EnumMap<>(BadFrame.Cause.class);
        private int read;

        void fault(Throwable cause) {
            assertThat(cause).isInstanceOf(BadFrame.class);
            assertThat(cause.getStackTrace()).isEmpty();
            bad.merge(((BadFrame) cause).kind(), 1, Integer::sum);
        }

        void feed(EmbeddedChannel channel, byte[] bytes) {
            try {
                channel.writeInbound(Unpooled.wrappedBuffer(bytes));
            } catch (BadFrame e) {
                fault(e);
            }
            Object message = channel.readInbound();
            while (message != null) {
                assertThat(message).isInstanceOfAny(ClientFrame.class, ServerFrame.class, Unreadable.class);
                read++;
                message = channel.readInbound();
            }
        }
    }

    private static byte[] mutate(byte[] original, RandomGenerator random) {
        byte[] bytes = original.clone();
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(7)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0x00 : 0xFF);
                case 3 -> bytes = Arrays.copyOf(bytes, 1 + at);
                case 4 -> bytes = spliced(bytes, at, 0, random);
                case 5 -> bytes = spliced(bytes, at, Math.min(bytes.length - at, 1 + random.nextInt(8)), random);
                default ->
                    System.arraycopy(
                            bytes,
                            at,
                            bytes,
                            random.nextInt(at + 1),
                            Math.min(bytes.length - at, 1 + random.nextInt(16)));
            }
        }
        return bytes;
    }

    /** Replaces {@code removed} bytes with up to eight others. */
    private static byte[] spliced(byte[] bytes, int at, int removed, RandomGenerator random) {
        byte[] added = new byte[1 + random.nextInt(8)];
        random.nextBytes(added);
        byte[] result = new byte[bytes.length - removed + added.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(added, 0, result, at, added.length);
        System.arraycopy(bytes, at + removed, result, at + added.length, bytes.length - at - removed);
        return result;
    }
}
