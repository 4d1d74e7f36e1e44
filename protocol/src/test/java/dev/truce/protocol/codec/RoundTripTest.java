package dev.truce.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.Do;
import dev.truce.protocol.v2.Order;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.protocol.v2.SubmitOrders;
import dev.truce.protocol.wire.RandomMessages;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is lost between a message and the value that it stands for, whatever the numbers in it are. */
class RoundTripTest {
    private static final int EACH = 300;

    static List<FieldDescriptor> clientBodies() {
        return RandomMessages.bodies(ClientEnvelope.getDescriptor());
    }

    static List<FieldDescriptor> serverBodies() {
        return RandomMessages.bodies(ServerEnvelope.getDescriptor());
    }

    @ParameterizedTest
    @MethodSource("clientBodies")
    void everyMessageOfAClientComesBackAsItWas(FieldDescriptor body) throws UnreadableException {
        RandomMessages messages = new RandomMessages(new SplittableRandom(body.getNumber()));
        for (int i = 0; i < EACH; i++) {
            ClientEnvelope wire = messages.client(body);
            ClientFrame frame = ClientFrames.toGame(wire);
            assertThat(ClientFrames.toWire(frame)).isEqualTo(wire);
            assertThat(ClientFrames.toGame(ClientFrames.toWire(frame))).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @MethodSource("serverBodies")
    void everyMessageOfAServerComesBackAsItWas(FieldDescriptor body) throws UnreadableException {
        RandomMessages messages = new RandomMessages(new SplittableRandom(body.getNumber()));
        for (int i = 0; i < EACH; i++) {
            ServerEnvelope wire = messages.server(body);
            ServerFrame frame = ServerFrames.toGame(wire);
            assertThat(ServerFrames.toWire(frame)).isEqualTo(wire);
            assertThat(ServerFrames.toGame(ServerFrames.toWire(frame))).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, Instrument.COUNT - 1, Instrument.COUNT, 98, Integer.MAX_VALUE})
    void ordersPassUnjudgedSoThatTheRulesCanSayWhatIsWrong(int number) throws UnreadableException {
        ClientFrame frame = new ClientFrame(
                1,
                "",
                1,
                0,
                new ClientMessage.Do("m", number, "k", new Deed.Submit(List.of(new RequestedOrder(number, number)))));
        assertThat(ClientFrames.toGame(ClientFrames.toWire(frame))).isEqualTo(frame);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Instrument.COUNT + 1, -5, 1_000_000})
    void anInstrumentThatTheSchemaDoesNotListNamesNoInstrument(int number) throws UnreadableException {
        ClientEnvelope wire = ClientEnvelope.newBuilder()
                .setRequestId(1)
                .setDo(Do.newBuilder()
                        .setMatchId("m")
                        .setRoundId(1)
                        .setKey("k")
                        .setDeed(dev.truce.protocol.v2.Deed.newBuilder()
                                .setSubmitOrders(SubmitOrders.newBuilder()
                                        .addOrders(Order.newBuilder()
                                                .setInstrumentValue(number)
                                                .setLevelIndex(0)))))
                .build();
        ClientMessage.Do does = (ClientMessage.Do) ClientFrames.toGame(wire).body();
        Deed.Submit submit = (Deed.Submit) does.deed();
        int index = submit.orders().get(0).instrument();
        assertThat(index < 0 || index >= Instrument.COUNT).as("index %d", index).isTrue();
    }
}
