package dev.truce.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.protocol.framing.FrameDecoder;
import dev.truce.protocol.message.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoFrameTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 13, 127, 128, 16_383, 16_384, 65_536})
    void aFrameHasTheBytesThatItIsToHaveAndSaysWhatItSaid(int bytes) {
        ByteBuf out = Unpooled.buffer();
        new EchoFrame(70_000, 512, new int[] {9, 300_000}).write(bytes, out);
        assertThat(out.readableBytes()).isEqualTo(EchoFrame.sizeWithLength(Math.max(13, bytes)));
        EmbeddedChannel decoder = new EmbeddedChannel(new FrameDecoder(Wire.FRAME_BYTES));
        decoder.writeInbound(out);
        ByteBuf frame = decoder.readInbound();
        assertThat(frame.readableBytes()).isEqualTo(Math.max(13, bytes));
        EchoFrame read = EchoFrame.read(frame);
        assertThat(read.match()).isEqualTo(70_000);
        assertThat(read.entry()).isEqualTo(512);
        assertThat(read.replies()).containsExactly(9, 300_000);
        frame.release();
        decoder.finishAndReleaseAll();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 20_000})
    void aBlankFrameHasItsBytes(int bytes) {
        ByteBuf out = Unpooled.buffer();
        EchoFrame.writeBlank(bytes, out);
        assertThat(out.readableBytes()).isEqualTo(EchoFrame.sizeWithLength(bytes));
        EmbeddedChannel decoder = new EmbeddedChannel(new FrameDecoder(Wire.FRAME_BYTES));
        decoder.writeInbound(out);
        ByteBuf frame = decoder.readInbound();
        assertThat(frame.readableBytes()).isEqualTo(bytes);
        frame.release();
        decoder.finishAndReleaseAll();
    }

    @Test
    void aTraceCountsTheBytesOfAllFramesAndTheirLengths() {
        FrameTrace trace = FrameTrace.of(List.of(20, -10, 35, 36, -40, -200));
        assertThat(trace.exchanges())
                .containsExactly(
                        new FrameTrace.Exchange(20, List.of(10)),
                        new FrameTrace.Exchange(35, List.of()),
                        new FrameTrace.Exchange(36, List.of(40, 200)));
        assertThat(trace.bytes()).isEqualTo(20 + 10 + 35 + 36 + 40 + 200 + 5 + 2);
    }
}
