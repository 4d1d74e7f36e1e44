package dev.truce.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import dev.truce.protocol.v1.ClientEnvelope;
import dev.truce.protocol.v1.Order;
import dev.truce.protocol.v1.SubmitOrders;
import dev.truce.protocol.wire.RandomMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A default value is never taken for a real one: what is left out, unspecified, unknown or too long is refused by name. */
class RequiredFieldsTest {
    private static final RandomMessages MESSAGES = new RandomMessages(new SplittableRandom(1));

    static List<Arguments> requiredFields() {
        List<Arguments> fields = new ArrayList<>();
        for (FieldDescriptor body : RandomMessages.bodies(ClientEnvelope.getDescriptor())) {
            for (FieldDescriptor field : body.getMessageType().getFields()) {
                if (RandomMessages.isRequired(field)) {
                    fields.add(Arguments.of(body, field));
                }
            }
        }
        return fields;
    }

    static List<Arguments> enumFields() {
        return fields(JavaType.ENUM);
    }

    static List<Arguments> textFields() {
        return fields(JavaType.STRING);
    }

    private static List<Arguments> fields(JavaType type) {
        List<Arguments> fields = new ArrayList<>();
        for (FieldDescriptor body : RandomMessages.bodies(ClientEnvelope.getDescriptor())) {
            for (FieldDescriptor field : body.getMessageType().getFields()) {
                if (field.getJavaType() == type) {
                    fields.add(Arguments.of(body, field));
                }
            }
        }
        return fields;
    }

    @Test
    void thereIsSomethingToCheck() {
        assertThat(requiredFields()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(enumFields()).hasSize(2);
        assertThat(textFields()).hasSizeGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void aNumberThatIsLeftOutIsNamed(FieldDescriptor body, FieldDescriptor field) {
        ClientEnvelope wire = changed(body, field, null);
        assertThat(refusal(wire).field()).isEqualTo(body.getName() + "." + field.getName());
    }

    @ParameterizedTest
    @MethodSource("enumFields")
    void anUnspecifiedConstantIsNamed(FieldDescriptor body, FieldDescriptor field) {
        UnreadableException zero =
                refusal(changed(body, field, field.getEnumType().findValueByNumber(0)));
        assertThat(zero.field()).isEqualTo(body.getName() + "." + field.getName());
        assertThat(zero.legal()).contains(field.getEnumType().getValues().get(1).getName());
    }

    @ParameterizedTest
    @MethodSource("enumFields")
    void anUnknownConstantIsNamed(FieldDescriptor body, FieldDescriptor field) {
        ClientEnvelope wire = changed(body, field, field.getEnumType().findValueByNumberCreatingIfUnknown(99));
        assertThat(refusal(wire).field()).isEqualTo(body.getName() + "." + field.getName());
    }

    @ParameterizedTest
    @MethodSource("textFields")
    void aTextThatIsTooLongIsNamed(FieldDescriptor body, FieldDescriptor field) {
        ClientEnvelope wire = changed(body, field, "x".repeat(97));
        assertThat(refusal(wire).field()).isEqualTo(body.getName() + "." + field.getName());
    }

    @ParameterizedTest
    @MethodSource("textFields")
    void anIdentifierWithAnythingButPrintableAsciiIsNamed(FieldDescriptor body, FieldDescriptor field) {
        if (field.getFullName().equals("truce.v1.JoinRoom.name")) {
            return; // Names have rules of their own.
        }
        for (String bad : List.of("a b", "a\nb", "a\u001bb", "ä", "a\u0000", "\u202e")) {
            assertThat(refusal(changed(body, field, bad)).field()).isEqualTo(body.getName() + "." + field.getName());
        }
    }

    @Test
    void anOrderWithoutALevelIsNamedWithItsPlace() {
        ClientEnvelope wire = ClientEnvelope.newBuilder()
                .setRequestId(1)
                .setSubmitOrders(SubmitOrders.newBuilder()
                        .setMatchId("m")
                        .setRoundId(1)
                        .setMoveId("k")
                        .addOrders(Order.newBuilder().setInstrumentValue(1).setLevelIndex(0))
                        .addOrders(Order.newBuilder().setInstrumentValue(2)))
                .build();
        assertThat(refusal(wire).field()).isEqualTo("submit_orders.orders[1].level_index");
    }

    @Test
    void aRequestWithoutANumberOrABodyIsRefused() {
        assertThat(refusal(ClientEnvelope.getDefaultInstance()).field()).isEqualTo("request_id");
        assertThat(refusal(ClientEnvelope.newBuilder().setRequestId(3).build()).field())
                .isEqualTo("body");
    }

    @Test
    void aRefusalOfThisKindHasNoStackTrace() {
        assertThatThrownBy(() -> ClientFrames.toGame(ClientEnvelope.getDefaultInstance()))
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    @Test
    void clientsSendIntegersOnlyAndNoMapAndNothingRecursive() {
        walk(ClientEnvelope.getDescriptor(), new ArrayList<>());
    }

    private static void walk(Descriptor type, List<String> path) {
        assertThat(path).as("recursion").doesNotContain(type.getFullName());
        assertThat(type.getFullName()).startsWith("truce.v1.");
        path.add(type.getFullName());
        for (FieldDescriptor field : type.getFields()) {
            assertThat(field.getJavaType()).as(field.getFullName()).isNotIn(JavaType.DOUBLE, JavaType.FLOAT);
            assertThat(field.isMapField()).as(field.getFullName()).isFalse();
            if (field.getJavaType() == JavaType.MESSAGE) {
                walk(field.getMessageType(), path);
            }
        }
        path.remove(type.getFullName());
    }

    private static ClientEnvelope changed(FieldDescriptor body, FieldDescriptor field, @Nullable Object value) {
        ClientEnvelope wire = MESSAGES.client(body);
        Message.Builder inner = ((Message) wire.getField(body)).toBuilder();
        if (value == null) {
            inner.clearField(field);
        } else {
            inner.setField(field, value);
        }
        return wire.toBuilder().setField(body, inner.build()).build();
    }

    private static UnreadableException refusal(ClientEnvelope wire) {
        UnreadableException refusal = catchThrowableOfType(UnreadableException.class, () -> ClientFrames.toGame(wire));
        assertThat(refusal).as("refusal of %s", wire).isNotNull();
        return refusal;
    }
}
