package dev.truce.protocol.codec.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.truce.protocol.v2.ClassAct;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.protocol.wire.RandomMessages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON of the wire is that of proto3, of which Protocol Buffers' own printer and reader are the oracle. */
class JsonOracleTest {
    private static final int EACH = 100;

    /** Those that hold an act of a desk, which is its notation here and an object in proto3: the one thing that differs. */
    private static final List<String> WITH_AN_ACT = List.of("desk_act", "preview_act");

    static Stream<FieldDescriptor> bodies() {
        return Stream.of(ClientEnvelope.getDescriptor(), ServerEnvelope.getDescriptor())
                .flatMap(envelope -> RandomMessages.bodies(envelope).stream())
                .filter(body -> !holdsAnAct(body));
    }

    static Stream<FieldDescriptor> bodiesOfClients() {
        return bodies().filter(body -> body.getContainingType().equals(ClientEnvelope.getDescriptor()));
    }

    private static boolean holdsAnAct(FieldDescriptor body) {
        return holdsAnAct(body.getMessageType(), new HashSet<>());
    }

    private static boolean holdsAnAct(Descriptor message, Set<Descriptor> seen) {
        return message.equals(ClassAct.getDescriptor())
                || seen.add(message)
                        && message.getFields().stream()
                                .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                                .anyMatch(field -> holdsAnAct(field.getMessageType(), seen));
    }

    private static Message drawn(RandomMessages messages, FieldDescriptor body) {
        return body.getContainingType().equals(ClientEnvelope.getDescriptor())
                ? messages.client(body)
                : messages.server(body);
    }

    /** All of a message but zeros that are measured: the reader of Protocol Buffers loses their sign, and so whether one is there. */
    private static String said(Message message) {
        return message.toString().replaceAll("(?m)^ *\\w+: -?0\\.0\n", "");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whatIsPrintedIsReadByProtobufAsTheSame(FieldDescriptor body) throws Exception {
        RandomMessages messages = new RandomMessages(new SplittableRandom(body.getNumber()));
        for (int i = 0; i < EACH; i++) {
            Message message = drawn(messages, body);
            Message.Builder again = message.newBuilderForType();
            JsonFormat.parser().merge(WireJsonTest.text(MessagePrinter.object(message)), again);
            assertThat(said(again.build())).isEqualTo(said(message));
        }
    }

    @ParameterizedTest
    @MethodSource("bodiesOfClients")
    void whatProtobufPrintsIsReadAsTheSame(FieldDescriptor body) throws Exception {
        RandomMessages messages = new RandomMessages(new SplittableRandom(body.getNumber()));
        for (int i = 0; i < EACH; i++) {
            Message message = messages.client(body);
            ClientEnvelope.Builder again = ClientEnvelope.newBuilder();
            MessageReader.read(JsonFormat.printer().print(message), again);
            assertThat(again.build()).isEqualTo(message);
        }
    }

    @Test
    void onlyActsOfADeskAreLeftOut() {
        assertThat(Stream.of(ClientEnvelope.getDescriptor(), ServerEnvelope.getDescriptor())
                        .flatMap(envelope -> RandomMessages.bodies(envelope).stream())
                        .filter(JsonOracleTest::holdsAnAct)
                        .map(FieldDescriptor::getName))
                .containsExactlyInAnyOrderElementsOf(WITH_AN_ACT);
    }
}
