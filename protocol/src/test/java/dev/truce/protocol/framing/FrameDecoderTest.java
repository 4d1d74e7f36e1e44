package dev.truce.protocol.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;
import dev.truce.protocol.framing.MessageDecoder.ClientFrameDecoder;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.wire.Frames;
import dev.truce.protocol.wire.LeakAlarm;
import dev.truce.protocol.wire.RandomMessages;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes are cut into the same frames however the network delivers them, and nothing is buffered for a bad length. */
class FrameDecoderTest {
    @AfterAll
    static void nothingLeaked() {
        assertThat(LeakAlarm.leaks()).isEmpty();
    }

    /** Closes at a bad frame and counts what it saw, as a session does. */
    private static class Guard extends ChannelInboundHandlerAdapter {
        private final List<ByteBuffer> frames = new ArrayList<>();
        private final List<BadFrame.Cause> faults = new ArrayList<>();

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            ByteBuf frame = (ByteBuf) message;
            frames.add(ByteBuffer.wrap(ByteBufUtil.getBytes(frame)));
            frame.release();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            faults.add(((BadFrame) cause).kind());
            ctx.close();
        }
    }

    private final Guard guard = new Guard();

    private EmbeddedChannel channel(int mostBytes) {
        return new EmbeddedChannel(new FrameDecoder(mostBytes), guard);
    }

    /** Delivers the same bytes in many ways through one decoder, which is at the start of a frame after each. */
    private static final class Network {
        private final Guard guard = new Guard();
        private final EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder(Wire.SERVER_FRAME_BYTES), guard);

        List<ByteBuffer> deliver(byte[] bytes, int... cuts) {
            guard.frames.clear();
            int from = 0;
            for (int cut : cuts) {
                channel.writeInbound(Unpooled.wrappedBuffer(bytes, from, cut - from));
                from = cut;
            }
            channel.writeInbound(Unpooled.wrappedBuffer(bytes, from, bytes.length - from));
            if (!guard.faults.isEmpty()) {
                throw new AssertionError(guard.faults);
            }
            return List.copyOf(guard.frames);
        }

        /** Delivers bytes in another way; 50,000 ways are too many for a matcher of lists. */
        void same(List<ByteBuffer> whole, byte[] bytes, int... cuts) {
            List<ByteBuffer> cut = deliver(bytes, cuts);
            if (!cut.equals(whole)) {
                assertThat(cut).as(Arrays.toString(cuts)).isEqualTo(whole);
            }
        }
    }

    private final Network network = new Network();

    @Test
    void shortFramesAreTheSameUnderAllCuts() {
        byte[] bytes = {1, 7, 2, 8, 9, 3, 10, 11, 12, 1, 13};
        List<ByteBuffer> whole = network.deliver(bytes);
        assertThat(whole)
                .containsExactly(
                        ByteBuffer.wrap(new byte[] {7}),
                        ByteBuffer.wrap(new byte[] {8, 9}),
                        ByteBuffer.wrap(new byte[] {10, 11, 12}),
                        ByteBuffer.wrap(new byte[] {13}));
        for (int mask = 0; mask < 1 << (bytes.length - 1); mask++) {
            int[] cuts = new int[Integer.bitCount(mask)];
            int cut = 0;
            for (int i = 0; i < bytes.length - 1; i++) {
                if ((mask >> i & 1) == 1) {
                    cuts[cut++] = i + 1;
                }
            }
            network.same(whole, bytes, cuts);
        }
    }

    @Test
    void twoHundredAndMoreMessagesAreTheSameUnderSingleCuts() {
        List<Message> messages = new RandomMessages(new SplittableRandom(5)).every(9);
        assertThat(messages).hasSizeGreaterThanOrEqualTo(200);
        for (int i = 0; i + 1 < messages.size(); i++) {
            byte[] bytes = Frames.bytes(messages.subList(i, i + 2));
            List<ByteBuffer> whole = network.deliver(bytes);
            assertThat(whole).hasSize(2);
            // Everywhere around the lengths of both, which are all that a decoder looks into, and here and there
            // between.
            int second = bytes.length - whole.get(1).remaining();
            int step = Math.max(1, bytes.length / 40);
            for (int cut = 1; cut < bytes.length; cut++) {
                if (cut < 8 || Math.abs(cut - second) < 8 || cut % step == 0 || cut > bytes.length - 4) {
                    network.same(whole, bytes, cut);
                }
            }
        }
    }

    @Test
    void aLongFrameIsTheSameUnderCutsAroundItsLength() {
        byte[] bytes = Frames.framed(new byte[Wire.SERVER_FRAME_BYTES]);
        List<ByteBuffer> whole = network.deliver(bytes);
        assertThat(whole).hasSize(1);
        for (int cut : new int[] {1, 2, 3, 4, 5, bytes.length / 2, bytes.length - 1}) {
            network.same(whole, bytes, cut);
        }
        network.same(whole, bytes, 1, 2, 3);
    }

    @Test
    void eightMebibytesOfZerosEndTheConnectionAtTheFirst() {
        EmbeddedChannel channel = channel(Wire.FRAME_BYTES);
        for (int i = 0; i < 8 * 1024 && channel.isOpen(); i++) {
            channel.writeInbound(Unpooled.wrappedBuffer(new byte[1024]));
        }
        assertThat(channel.isOpen()).isFalse();
        assertThat(guard.frames).isEmpty();
        assertThat(guard.faults).containsExactly(BadFrame.Cause.EMPTY);
        channel.finishAndReleaseAll();
    }

    @ParameterizedTest
    @ValueSource(ints = {4097, 65_537, 2 << 20, 1 << 30, Integer.MAX_VALUE})
    void anOversizedLengthEndsTheConnectionBeforeAnythingIsBuffered(int length) {
        EmbeddedChannel channel = channel(Wire.LOGIN_FRAME_BYTES);
        channel.writeInbound(lengthOnly(length));
        assertThat(guard.faults).containsExactly(BadFrame.Cause.TOO_LONG);
        assertThat(channel.isOpen()).isFalse();
        channel.finishAndReleaseAll();
    }

    @Test
    void aLengthOfTwoMebibytesIsRefusedAtItsThirdByte() {
        // Netty 4.2.18 takes the rest of such a frame for millions of empty ones.
        EmbeddedChannel channel = channel(Wire.SERVER_FRAME_BYTES);
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80}));
        assertThat(channel.isOpen()).isTrue();
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {1}));
        assertThat(guard.faults).containsExactly(BadFrame.Cause.TOO_LONG);
        channel.finishAndReleaseAll();
    }

    @Test
    void anUnfinishedLengthThatIsTooLongAlreadyIsNotWaitedFor() {
        EmbeddedChannel channel = channel(Wire.LOGIN_FRAME_BYTES);
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {(byte) 0xFF, (byte) 0xFF}));
        assertThat(guard.faults).containsExactly(BadFrame.Cause.TOO_LONG);
        channel.finishAndReleaseAll();
    }

    @Test
    void aLengthMayHaveMoreBytesThanItNeedsUpToFive() {
        byte[] bytes = {(byte) 0x81, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0, 7};
        assertThat(network.deliver(bytes)).containsExactly(ByteBuffer.wrap(new byte[] {7}));
    }

    @Test
    void aLengthWithoutEndIsBad() {
        EmbeddedChannel channel = channel(Wire.LOGIN_FRAME_BYTES);
        byte[] endless = new byte[6];
        Arrays.fill(endless, (byte) 0x80);
        channel.writeInbound(Unpooled.wrappedBuffer(endless));
        assertThat(guard.faults).containsExactly(BadFrame.Cause.BAD_LENGTH);
        channel.finishAndReleaseAll();
    }

    @Test
    void theLimitIsExactAndRisesAtTheLogin() {
        EmbeddedChannel channel = channel(Wire.LOGIN_FRAME_BYTES);
        channel.writeInbound(Unpooled.wrappedBuffer(Frames.framed(new byte[Wire.LOGIN_FRAME_BYTES])));
        assertThat(guard.frames).hasSize(1);
        channel.pipeline().get(FrameDecoder.class).allow(Wire.FRAME_BYTES);
        channel.writeInbound(Unpooled.wrappedBuffer(Frames.framed(new byte[Wire.FRAME_BYTES])));
        assertThat(guard.frames).hasSize(2);
        channel.writeInbound(Unpooled.wrappedBuffer(Frames.framed(new byte[Wire.FRAME_BYTES + 1])));
        assertThat(guard.faults).containsExactly(BadFrame.Cause.TOO_LONG);
        channel.finishAndReleaseAll();
    }

    @Test
    void nothingIsReadAfterABadFrame() {
        Guard careless = new Guard() {
            @Override
            public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                // Does not close.
            }
        };
        EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder(Wire.LOGIN_FRAME_BYTES), careless);
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {0, 1, 7, 1, 8}));
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {1, 9}));
        assertThat(careless.frames).isEmpty();
        channel.finishAndReleaseAll();
    }

    @Test
    void aFrameHasTenSecondsFromItsFirstByte() {
        EmbeddedChannel channel = channel(Wire.LOGIN_FRAME_BYTES);
        channel.freezeTime();
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {50}));
        for (int second = 1; second < 10; second++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
            channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {1}));
        }
        assertThat(channel.isOpen()).isTrue();
        channel.advanceTimeBy(1, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(guard.faults).containsExactly(BadFrame.Cause.SLOW_FRAME);
        assertThat(channel.isOpen()).isFalse();
        channel.finishAndReleaseAll();
    }

    @Test
    void manyFramesMayTakeLongerThanOne() {
        EmbeddedChannel channel = channel(Wire.LOGIN_FRAME_BYTES);
        channel.freezeTime();
        for (int i = 0; i < 10; i++) {
            channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {2, 1}));
            channel.advanceTimeBy(9, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
            // The end of this frame and the beginning of the next.
            channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {1}));
        }
        channel.advanceTimeBy(60, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(guard.frames).hasSize(10);
        assertThat(channel.isOpen()).isTrue();
        channel.finishAndReleaseAll();
    }

    @Test
    void aFrameThatEndsWithTheConnectionIsNone() {
        EmbeddedChannel channel = channel(Wire.LOGIN_FRAME_BYTES);
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {5, 1, 2}));
        channel.close();
        assertThat(guard.frames).isEmpty();
        assertThat(guard.faults).isEmpty();
        channel.finishAndReleaseAll();
    }

    @Test
    void compressedFramesAreNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write("0".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII));
        }
        EmbeddedChannel channel =
                new EmbeddedChannel(new FrameDecoder(Wire.LOGIN_FRAME_BYTES), new ClientFrameDecoder());
        assertThatThrownBy(() -> channel.writeInbound(Unpooled.wrappedBuffer(Frames.framed(packed.toByteArray()))))
                .isInstanceOf(BadFrame.class);
        channel.finishAndReleaseAll();
    }

    private static ByteBuf lengthOnly(int length) {
        ByteBuf bytes = Unpooled.buffer();
        int rest = length;
        while (rest > 0x7F) {
            bytes.writeByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        return bytes.writeByte(rest);
    }
}
