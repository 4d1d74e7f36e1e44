package dev.truce.protocol.codec.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.codec.ClassFrames;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.protocol.wire.RandomMessages;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireJsonTest {
    private static final int EACH = 100;

    static List<FieldDescriptor> clientBodies() {
        return RandomMessages.bodies(ClientEnvelope.getDescriptor());
    }

    static List<FieldDescriptor> serverBodies() {
        return RandomMessages.bodies(ServerEnvelope.getDescriptor());
    }

    /** Returns a value of the printer as JSON. */
    static String text(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            write(json, value);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                write(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof String string) {
            json.writeString(string);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else {
            json.writeNumber(((Number) value).longValue());
        }
    }

    /** Returns whether its notation says all that the act says: people cannot type every act that the wire has. */
    private static boolean canBeWritten(ClientEnvelope wire) {
        boolean acts = wire.hasDeskAct() || wire.hasPreviewAct();
        if (!acts) {
            return true;
        }
        ClassAct act = ClassFrames.act(
                wire.hasDeskAct()
                        ? wire.getDeskAct().getAct()
                        : wire.getPreviewAct().getAct());
        return ClassActNotation.read(ClassActNotation.of(act), 1).equals(Optional.of(act));
    }

    @ParameterizedTest
    @MethodSource("clientBodies")
    void everyMessageOfAClientIsReadAsItWasWritten(FieldDescriptor body) throws UnreadableException {
        RandomMessages messages = new RandomMessages(new SplittableRandom(body.getNumber()));
        int read = 0;
        for (int i = 0; i < EACH; i++) {
            ClientEnvelope wire = messages.client(body);
            if (canBeWritten(wire)) {
                ClientEnvelope.Builder again = ClientEnvelope.newBuilder();
                MessageReader.read(text(MessagePrinter.object(wire)), again);
                assertThat(again.build()).isEqualTo(wire);
                read++;
            }
        }
        assertThat(read).isGreaterThan(EACH / 10);
    }

    @ParameterizedTest
    @MethodSource("serverBodies")
    void everyMessageOfAServerHasAForm(FieldDescriptor body) throws UnreadableException {
        RandomMessages messages = new RandomMessages(new SplittableRandom(body.getNumber()));
        for (int i = 0; i < EACH; i++) {
            ServerEnvelope wire = messages.server(body);
            Map<String, Object> object =
                    WireJson.object(ServerFrames.toGame(wire).body());
            assertThat(object).containsOnlyKeys(body.getJsonName());
            assertThat(text(object)).contains("{");
        }
    }

    @Test
    void namesAndValuesAreThoseOfProto3() {
        ClassNews news = new ClassNews.Done(9_007_199_254_740_993L, List.of(), "");
        assertThat(text(WireJson.object(new ServerMessage.OfClass(news))))
                .isEqualTo("{\"actDone\":{\"act\":\"9007199254740993\",\"refusals\":[],\"secret\":\"\"}}");
        ClassNews shown = new ClassNews.Previewed(List.of(new ClassNews.TablePreview(2, "US holds")), "");
        assertThat(text(WireJson.content(new ServerMessage.OfClass(shown))))
                .isEqualTo("{\"tables\":[{\"table\":2,\"text\":\"US holds\"}],\"expected\":\"\"}");
    }

    private static ClassRequest desk(String name, String text) throws UnreadableException {
        return ((ClientMessage.OfClass) WireJson.message(name, text)).request();
    }

    @Test
    void anActIsItsNotation() throws UnreadableException {
        assertThat(desk("deskAct", "{\"key\": \"k1\", \"act\": \"2,5: extend r4 1:00\"}"))
                .isEqualTo(new ClassRequest.Act(
                        "k1", new ClassAct.AtTables(List.of(2, 5), new HostAct.Extend(4, 60_000)), ""));
        assertThat(desk("previewAct", "{\"act\": \"advance r3\"}"))
                .isEqualTo(new ClassRequest.Preview(new ClassAct.AtTables(List.of(), new HostAct.Advance(3, ""))));
        assertThat(WireJson.read("{\"requestId\": 7, \"readClass\": {}}"))
                .isEqualTo(new WireJson.Line(7, new ClientMessage.OfClass(new ClassRequest.Read())));
        assertThat(WireJson.read("{\"readClass\": {}}").id()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"extend 1:00", "advance", "open", "reveal", "card leak CN.SOY", "3: grant CN.1 0:30"})
    void anActThatMeansARoundHasToNameIt(String act) {
        assertThatThrownBy(() -> desk("previewAct", "{\"act\": \"" + act + "\"}"))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        wrong -> assertThat(wrong.refusal().key()).isEqualTo("refused.json.round"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | refused.json",
                "'' | refused.json",
                "[] | refused.json",
                "{\"key\":\"k\" | refused.json",
                "{} {} | refused.json",
                "{\"key\":\"k\",\"key\":\"l\"} | refused.json",
                "{\"key\":NaN} | refused.json",
                "{\"key\":'k'} | refused.json",
                "{\"key\":\"k\"} // | refused.json",
                "{\"what\":1} | refused.json.unknown",
                "{\"key\":1} | refused.json.kind",
                "{\"key\":{}} | refused.json.kind",
                "{\"key\":[\"k\"]} | refused.json.kind",
                "{\"key\":\"\\ud800\"} | refused.json.kind",
                "{\"act\":{\"pause\":{}}} | refused.json.kind",
                "{\"act\":\"dance\"} | refused.json.act",
                "{\"key\":\"k\",\"act\":\"pause\",\"expected\":null,\"expected\":\"\"} | refused.json",
                "{\"act\":\"pause\"} | refused.malformed.missing",
                "{\"key\":\"k k\",\"act\":\"pause\"} | refused.malformed.signs"
            })
    void whatIsWrongIsNamed(String text, String sentence) {
        assertThatThrownBy(() -> desk("deskAct", text))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        wrong -> assertThat(wrong.refusal().key()).isEqualTo(sentence));
    }

    @Test
    void nothingIsKeptOfWhatIsTooDeepTooLongOrTooMuch() {
        List<String> bombs = List.of(
                "{\"key\":" + "[".repeat(50_000),
                "{\"key\":" + "{\"key\":".repeat(5_000),
                "{\"key\":\"" + "x".repeat(5_000) + "\"}",
                "{\"" + "x".repeat(65) + "\":1}",
                "{\"key\":" + "9".repeat(30_000) + "}",
                "{\"key\":\"k\"}" + " ".repeat(70_000),
                "{\"readClassText\":{\"part\":1e999999999}}");
        assertThat(bombs)
                .allSatisfy(bomb ->
                        assertThatThrownBy(() -> desk("deskAct", bomb)).isInstanceOf(UnreadableException.class));
        String many = "{\"key\":\"k\",\"wish\":[" + "1,".repeat(200) + "1]}";
        assertThatThrownBy(() -> desk("createRoom", many)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void oneLineSaysOneThing() {
        assertThatThrownBy(() -> WireJson.read("{\"readClass\":{},\"deskAct\":{\"key\":\"k\",\"act\":\"pause\"}}"))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        wrong -> assertThat(wrong.refusal().key()).isEqualTo("refused.json.second"));
        assertThatThrownBy(() -> WireJson.read("{\"requestId\":3}")).isInstanceOf(UnreadableException.class);
    }
}
