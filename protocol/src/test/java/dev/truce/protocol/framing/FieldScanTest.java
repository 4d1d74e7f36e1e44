package dev.truce.protocol.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import com.sun.management.ThreadMXBean;
import dev.truce.protocol.framing.MessageDecoder.ClientFrameDecoder;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.Deed;
import dev.truce.protocol.v2.Do;
import dev.truce.protocol.v2.Observation;
import dev.truce.protocol.v2.Order;
import dev.truce.protocol.v2.Ping;
import dev.truce.protocol.v2.RoundOpened;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.protocol.v2.SubmitOrders;
import dev.truce.protocol.wire.LeakAlarm;
import dev.truce.protocol.wire.RandomMessages;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bombs are found before they are parsed. */
class FieldScanTest {
    @AfterAll
    static void nothingLeaked() {
        assertThat(LeakAlarm.leaks()).isEmpty();
    }

    private static final FieldScan CLIENT = new FieldScan(ClientEnvelope.getDescriptor(), Wire.CLIENT_FIELDS);
    private static final FieldScan SERVER = new FieldScan(ServerEnvelope.getDescriptor(), Wire.SERVER_FIELDS);

    private static final ClientEnvelope PING = ClientEnvelope.newBuilder()
            .setRequestId(1)
            .setPing(Ping.newBuilder().setNonce(7))
            .build();

    @Test
    void everyHonestMessagePasses() {
        RandomMessages messages = new RandomMessages(new SplittableRandom(3));
        for (int i = 0; i < 200; i++) {
            for (FieldDescriptor body : RandomMessages.bodies(ClientEnvelope.getDescriptor())) {
                CLIENT.check(Unpooled.wrappedBuffer(messages.client(body).toByteArray()));
            }
            for (FieldDescriptor body : RandomMessages.bodies(ServerEnvelope.getDescriptor())) {
                SERVER.check(Unpooled.wrappedBuffer(messages.server(body).toByteArray()));
            }
        }
    }

    @Test
    void theReaderIsLeftWhereItWas() {
        ByteBuf bytes = Unpooled.wrappedBuffer(PING.toByteArray());
        CLIENT.check(bytes);
        assertThat(bytes.readerIndex()).isZero();
    }

    @Test
    void sixteenLevelsOfNestingAreAcceptedAndSeventeenAreNot() {
        assertThat(decoded(nested(16))).isInstanceOf(ClientFrame.class);
        assertThat(fault(nested(17))).isEqualTo(BadFrame.Cause.TOO_DEEP);
        assertThat(fault(nested(30_000))).isEqualTo(BadFrame.Cause.TOO_DEEP);
    }

    @Test
    void sixteenUnknownFieldsAreIgnoredAndSeventeenAreNot() {
        assertThat(decoded(withUnknown(16, 1))).isInstanceOf(ClientFrame.class);
        assertThat(fault(withUnknown(17, 1))).isEqualTo(BadFrame.Cause.TOO_MUCH_UNKNOWN);
    }

    @Test
    void unknownFieldsInsideAMessageCountTogetherWithThoseAround() {
        UnknownFieldSet eight = unknown(8, 1);
        UnknownFieldSet nine = unknown(9, 1);
        ClientEnvelope.Builder sixteen = PING.toBuilder().setUnknownFields(eight);
        sixteen.getPingBuilder().setUnknownFields(eight);
        assertThat(decoded(sixteen.build().toByteArray())).isInstanceOf(ClientFrame.class);
        sixteen.getPingBuilder().setUnknownFields(nine);
        assertThat(fault(sixteen.build().toByteArray())).isEqualTo(BadFrame.Cause.TOO_MUCH_UNKNOWN);
    }

    @Test
    void aKibibyteOfUnknownFieldsIsIgnoredAndMoreIsNot() {
        // Tag and length take four of the bytes.
        assertThat(decoded(withUnknown(1, 1024 - 4))).isInstanceOf(ClientFrame.class);
        assertThat(fault(withUnknown(1, 1024 - 3))).isEqualTo(BadFrame.Cause.TOO_MUCH_UNKNOWN);
    }

    @Test
    void unknownFieldsAreForgotten() {
        assertThat(decoded(withUnknown(3, 9))).isEqualTo(decoded(PING.toByteArray()));
    }

    @Test
    void elementsAreCountedInAndOutOfMessages() {
        ClientEnvelope most = orders(60);
        assertThat(decoded(most.toByteArray())).isInstanceOf(ClientFrame.class);
        assertThat(fault(orders(61).toByteArray())).isEqualTo(BadFrame.Cause.TOO_MANY_FIELDS);
    }

    /** 60 orders of two fields each, with the fields around them. */
    private static ClientEnvelope orders(int count) {
        SubmitOrders.Builder submit = SubmitOrders.newBuilder();
        for (int i = 0; i < count; i++) {
            submit.addOrders(Order.newBuilder().setLevelIndex(i));
        }
        return ClientEnvelope.newBuilder()
                .setRequestId(1)
                .setDo(Do.newBuilder()
                        .setMatchId("m")
                        .setRoundId(1)
                        .setKey("k")
                        .setDeed(Deed.newBuilder().setSubmitOrders(submit)))
                .build();
    }

    @Test
    void elementsOfPackedListsAreCounted() {
        Observation.Builder observation = Observation.newBuilder();
        for (int i = 0; i < Wire.SERVER_FIELDS; i++) {
            observation.addLevelIndices(1);
        }
        byte[] bytes = ServerEnvelope.newBuilder()
                .setRoundOpened(RoundOpened.newBuilder().setObservation(observation))
                .build()
                .toByteArray();
        BadFrame bad = catchThrowableOfType(BadFrame.class, () -> SERVER.check(Unpooled.wrappedBuffer(bytes)));
        assertThat(bad.kind()).isEqualTo(BadFrame.Cause.TOO_MANY_FIELDS);
    }

    @Test
    void badTextIsFoundWithoutAStackTrace() {
        byte[] hello = ClientEnvelope.newBuilder().setRuleset("busan").build().toByteArray();
        hello[hello.length - 1] = (byte) 0xC0;
        assertThat(fault(hello)).isEqualTo(BadFrame.Cause.NO_MESSAGE);
    }

    static List<byte[]> bombs() {
        List<byte[]> bombs = new ArrayList<>();
        bombs.add(repeated(Wire.FRAME_BYTES, 0x72, 0x00)); // submit_orders, empty, again and again
        bombs.add(repeated(Wire.FRAME_BYTES, 0x52, 0x00)); // hello
        bombs.add(submitOf(repeated(Wire.FRAME_BYTES - 16, 0x22, 0x00))); // orders within submit_orders
        bombs.add(submitOf(repeated(Wire.FRAME_BYTES - 16, 0x22, 0x02, 0x10, 0x01)));
        bombs.add(distinctUnknown());
        bombs.add(nested(32_000));
        bombs.add(withUnknown(20_000, 0));
        return bombs;
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombTakesNoMoreThanEightTimesItsBytes(byte[] bomb) {
        EmbeddedChannel channel = new EmbeddedChannel(new ClientFrameDecoder());
        feed(channel, PING.toByteArray()); // so that classes are loaded
        feed(channel, bomb);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ByteBuf bytes = Unpooled.wrappedBuffer(bomb);
        long before = threads.getCurrentThreadAllocatedBytes();
        BadFrame bad = catchThrowableOfType(BadFrame.class, () -> channel.writeInbound(bytes));
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(bad).isNotNull();
        assertThat(taken).as("bytes taken for %d bytes", bomb.length).isLessThan(8L * bomb.length);
        channel.finishAndReleaseAll();
    }

    @Test
    void theDensestFrameThatPassesStaysSmall() {
        EmbeddedChannel channel = new EmbeddedChannel(new ClientFrameDecoder());
        byte[] densest = orders(61).toByteArray();
        feed(channel, densest);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        feed(channel, densest);
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        // A frame before the login may have 4 KiB; even the densest message stays within eight times that.
        assertThat(taken).isLessThan(8L * Wire.LOGIN_FRAME_BYTES);
        channel.finishAndReleaseAll();
    }

    private static void feed(EmbeddedChannel channel, byte[] bytes) {
        try {
            channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        } catch (BadFrame expected) {
            return;
        }
        channel.readInbound();
    }

    private static Object decoded(byte[] bytes) {
        EmbeddedChannel channel = new EmbeddedChannel(new ClientFrameDecoder());
        assertThatCode(() -> channel.writeInbound(Unpooled.wrappedBuffer(bytes)))
                .doesNotThrowAnyException();
        Object message = channel.readInbound();
        channel.finishAndReleaseAll();
        return message;
    }

    private static BadFrame.Cause fault(byte[] bytes) {
        EmbeddedChannel channel = new EmbeddedChannel(new ClientFrameDecoder());
        BadFrame bad = catchThrowableOfType(BadFrame.class, () -> channel.writeInbound(Unpooled.wrappedBuffer(bytes)));
        channel.finishAndReleaseAll();
        assertThat(bad).isNotNull();
        return bad.kind();
    }

    /** A ping with groups in groups, of a field that no message has. */
    private static byte[] nested(int depth) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PING.toByteArray());
        for (int i = 0; i < depth; i++) {
            out.write(0x7B); // field 15 begins
        }
        for (int i = 0; i < depth; i++) {
            out.write(0x7C); // field 15 ends
        }
        return out.toByteArray();
    }

    private static byte[] withUnknown(int fields, int length) {
        return PING.toBuilder()
                .setUnknownFields(unknown(fields, length))
                .build()
                .toByteArray();
    }

    private static UnknownFieldSet unknown(int fields, int length) {
        Field.Builder field = Field.newBuilder();
        for (int i = 0; i < fields; i++) {
            field.addLengthDelimited(ByteString.copyFrom(new byte[length]));
        }
        return UnknownFieldSet.newBuilder().addField(200, field.build()).build();
    }

    private static byte[] distinctUnknown() {
        UnknownFieldSet.Builder set = UnknownFieldSet.newBuilder();
        for (int number = 200; number < 16_000; number++) {
            set.addField(number, Field.newBuilder().addVarint(1).build());
        }
        return PING.toBuilder().setUnknownFields(set.build()).build().toByteArray();
    }

    private static byte[] repeated(int length, int... pattern) {
        byte[] bytes = new byte[length / pattern.length * pattern.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) pattern[i % pattern.length];
        }
        return bytes;
    }

    private static byte[] submitOf(byte[] content) {
        return ClientEnvelope.newBuilder()
                .setRequestId(1)
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                ClientEnvelope.DO_FIELD_NUMBER,
                                Field.newBuilder()
                                        .addLengthDelimited(ByteString.copyFrom(content))
                                        .build())
                        .build())
                .build()
                .toByteArray();
    }
}
