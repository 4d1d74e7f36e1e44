package dev.truce.protocol.slim;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.protocol.wire.Mutator;
import dev.truce.protocol.wire.RandomMessages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The slim classes read, write and refuse what protobuf-java does: it is the oracle, for every message of the wire. */
class SlimOracleTest {
    private static final int EACH = 200;
    private static final int MUTATIONS = 1_000;

    /** Fields that no message of the schema has. */
    private static final int UNKNOWN = 15_000;

    private static final SlimClasses SLIM = new SlimClasses();
    private static final List<Descriptor> TYPES = AnyMessages.types();

    @Test
    void whatProtobufWroteIsReadAndWrittenToTheByte() {
        AnyMessages messages = new AnyMessages(new SplittableRandom(1));
        for (Descriptor type : TYPES) {
            for (int i = 0; i < EACH; i++) {
                byte[] written = messages.any(type).toByteArray();
                assertThat(SLIM.read(type.getName(), written).again())
                        .as("%s %s", type.getName(), i)
                        .isEqualTo(written);
            }
        }
    }

    @Test
    void whatWasBuiltIsWrittenAsProtobufDoes() {
        AnyMessages messages = new AnyMessages(new SplittableRandom(2));
        for (Descriptor type : TYPES) {
            for (int i = 0; i < EACH; i++) {
                Message message = messages.any(type);
                assertThat(SlimClasses.bytes(SLIM.build(message)))
                        .as("%s %s", type.getName(), i)
                        .isEqualTo(message.toByteArray());
            }
        }
    }

    @Test
    void bytesThatWereTamperedWithGetTheSameVerdict() {
        AnyMessages messages = new AnyMessages(new SplittableRandom(3));
        int taken = 0;
        int refused = 0;
        for (Descriptor type : TYPES) {
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] tampered = messages.mutated(messages.any(type).toByteArray());
                if (hasSameVerdict(type, tampered)) {
                    taken++;
                } else {
                    refused++;
                }
            }
        }
        assertThat(taken).isPositive();
        assertThat(refused).isPositive();
    }

    /** Returns whether both take the bytes. */
    private static boolean hasSameVerdict(Descriptor type, byte[] bytes) {
        Optional<byte[]> right = SlimOracle.again(type, bytes);
        SlimClasses.Read read = SLIM.read(type.getName(), bytes);
        if (SlimOracle.isStricter(SLIM, type, bytes)) {
            return false;
        }
        assertThat(read.isTaken())
                .as("%s of %s: %s", type.getName(), Arrays.toString(bytes), read.why())
                .isEqualTo(right.isPresent());
        right.ifPresent(expected -> assertThat(read.again())
                .as("%s of %s", type.getName(), Arrays.toString(bytes))
                .isEqualTo(expected));
        return right.isPresent();
    }

    @Test
    void aNumberThatGoesOnAfterTenBytesIsNone() {
        byte[] goesOn = {3 << 3, -1, -1, -1, -1, -1, -1, -1, -1, -1, -103, 4 << 3, 1};
        assertThat(SlimOracle.again(ClientEnvelope.getDescriptor(), goesOn))
                .as("the one thing that protobuf-java takes and should not")
                .isPresent();
        assertThat(SLIM.read("ClientEnvelope", goesOn).why()).isEqualTo(SlimOracle.STRICTER);
        byte[] all = goesOn.clone();
        all[10] = 1;
        assertThat(hasSameVerdict(ClientEnvelope.getDescriptor(), all)).isTrue();
    }

    @Test
    void nestingIsBounded() throws IOException {
        Descriptor type = ClientEnvelope.getDescriptor();
        assertThat(hasSameVerdict(type, groups(Wire.NESTING))).isTrue();
        assertThat(hasSameVerdict(type, groups(Wire.NESTING + 1))).isFalse();
        assertThat(hasSameVerdict(type, groups(100_000))).isFalse();
    }

    private static byte[] groups(int depth) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        for (int i = 0; i < depth; i++) {
            out.writeTag(UNKNOWN, 3);
        }
        for (int i = 0; i < depth; i++) {
            out.writeTag(UNKNOWN, 4);
        }
        out.flush();
        return bytes.toByteArray();
    }

    @Test
    void aLengthThatIsNotThereIsRefusedBeforeAnythingIsAllocated() {
        for (byte[] length : List.of(
                new byte[] {-1, -1, -1, -1, 7}, new byte[] {-1, -1, -1, -1, 15}, new byte[] {-128, -128, -128, 64})) {
            byte[] text = new byte[length.length + 1];
            text[0] = 2 << 3 | 2;
            System.arraycopy(length, 0, text, 1, length.length);
            assertThat(hasSameVerdict(ClientEnvelope.getDescriptor(), text)).isFalse();
        }
    }

    @Test
    void noMoreThanAFrameIsRead() {
        byte[] ruleset = new byte[Wire.SERVER_FRAME_BYTES - 4];
        Arrays.fill(ruleset, (byte) 'r');
        byte[] frame = DynamicMessage.newBuilder(ServerEnvelope.getDescriptor())
                .setField(
                        ServerEnvelope.getDescriptor().findFieldByName("ruleset"),
                        new String(ruleset, java.nio.charset.StandardCharsets.US_ASCII))
                .build()
                .toByteArray();
        assertThat(frame).hasSize(Wire.SERVER_FRAME_BYTES);
        assertThat(SLIM.read("ServerEnvelope", frame).isTaken()).isTrue();
        assertThat(SLIM.read("ServerEnvelope", Arrays.copyOf(frame, frame.length + 1))
                        .why())
                .isEqualTo("TOO_LARGE");
    }

    @Test
    void aMessageThatWasBuiltDoesNotChangeWithItsBuilder() throws ReflectiveOperationException {
        Class<?> type = SLIM.of("Ping");
        Object builder = type.getMethod("newBuilder").invoke(null);
        Method set = builder.getClass().getMethod("setNonce", fieldType(type));
        Method build = builder.getClass().getMethod("build");
        set.invoke(builder, 1L);
        Object one = build.invoke(builder);
        set.invoke(builder, 2L);
        assertThat(type.getMethod("getNonce").invoke(one)).isEqualTo(1L);
        assertThat(type.getMethod("getNonce").invoke(build.invoke(builder))).isEqualTo(2L);
    }

    private static Class<?> fieldType(Class<?> type) throws ReflectiveOperationException {
        return type.getMethod("getNonce").getReturnType();
    }

    @Test
    void theCodecMakesTheSameOfBoth() throws ReflectiveOperationException {
        for (Message message : new RandomMessages(new SplittableRandom(4)).every(20)) {
            String type = message.getDescriptorForType().getName();
            Class<?> codec = SLIM.loadClass(
                    "dev.truce.protocol.codec." + (type.equals("ClientEnvelope") ? "ClientFrames" : "ServerFrames"));
            Object slim = SLIM.read(type, message.toByteArray()).message();
            assertThat(slim).isNotNull();
            Object value = codec.getMethod("toGame", slim.getClass()).invoke(null, slim);
            Object again = codec.getMethod("toWire", value.getClass()).invoke(null, value);
            assertThat(SlimClasses.bytes(again)).as("%s", message).isEqualTo(message.toByteArray());
        }
    }

    @Test
    void bothMappingsGiveTheSameVerdictOfWhatWasTamperedWith() throws Exception {
        RandomMessages messages = new RandomMessages(new SplittableRandom(5));
        Mutator mutator = new Mutator(new SplittableRandom(6), List.of());
        int taken = 0;
        int refused = 0;
        for (Message whole : messages.every(1)) {
            Descriptor type = whole.getDescriptorForType();
            byte[] bytes = whole.toByteArray();
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] tampered = mutator.mutate(bytes, bytes);
                Optional<byte[]> right = SlimOracle.again(type, tampered);
                Object slim = SLIM.read(type.getName(), tampered).message();
                if (right.isEmpty() || slim == null) {
                    continue;
                }
                SlimOracle.Verdict expected = SlimOracle.verdict(
                        getClass().getClassLoader(), SlimOracle.parser(type).parseFrom(right.get()));
                assertThat(SlimOracle.verdict(SLIM, slim)).as("%s", whole).isEqualTo(expected);
                taken += expected.why().isEmpty() ? 1 : 0;
                refused += expected.why().isEmpty() ? 0 : 1;
            }
        }
        assertThat(taken).isGreaterThan(MUTATIONS);
        assertThat(refused).isPositive();
    }
}
