package dev.truce.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v1.Channel;
import dev.truce.protocol.v1.ClausePackage;
import dev.truce.protocol.v1.ClientEnvelope;
import dev.truce.protocol.v1.Instrument;
import dev.truce.protocol.v1.MakeOffer;
import dev.truce.protocol.v1.OfferId;
import dev.truce.protocol.v1.Order;
import dev.truce.protocol.v1.Pledge;
import dev.truce.protocol.v1.RefuseOffer;
import dev.truce.protocol.v1.Renewal;
import dev.truce.protocol.v1.Say;
import dev.truce.protocol.v1.Side;
import dev.truce.protocol.v1.Statement;
import dev.truce.protocol.v1.SubmitOrders;
import dev.truce.protocol.v1.Terms;
import dev.truce.protocol.v1.Threaten;
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
        assertThat(enumFields()).hasSize(3);
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
        int most = field.getFullName().equals("truce.v1.Say.text") ? Wire.TEXT_BYTES : Wire.NAME_BYTES;
        ClientEnvelope wire = changed(body, field, "x".repeat(most + 1));
        assertThat(refusal(wire).field()).isEqualTo(body.getName() + "." + field.getName());
    }

    @ParameterizedTest
    @MethodSource("textFields")
    void anIdentifierWithAnythingButPrintableAsciiIsNamed(FieldDescriptor body, FieldDescriptor field) {
        if (field.getFullName().equals("truce.v1.JoinRoom.name")
                || field.getFullName().equals("truce.v1.PlayCard.card")
                || field.getFullName().equals("truce.v1.Say.text")) {
            return; // Names, cards and words have rules of their own.
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

    static List<Arguments> badOffers() {
        ClausePackage two = ClausePackage.newBuilder()
                .setRounds(2)
                .addPledges(pledge(Instrument.INSTRUMENT_US_PORT_FEE))
                .addPledges(pledge(Instrument.INSTRUMENT_US_PORT_FEE))
                .build();
        ClausePackage none = two.toBuilder()
                .clearPledges()
                .addPledges(pledge(Instrument.INSTRUMENT_UNSPECIFIED))
                .build();
        return List.of(
                Arguments.of(Terms.getDefaultInstance(), "make_offer.terms"),
                Arguments.of(renewal(Renewal.getDefaultInstance()), "make_offer.terms.renewal.rounds"),
                Arguments.of(renewal(Renewal.newBuilder().setRounds(0).build()), "make_offer.terms.renewal.rounds"),
                Arguments.of(renewal(Renewal.newBuilder().setRounds(9).build()), "make_offer.terms.renewal.rounds"),
                Arguments.of(clauses(two.toBuilder().clearRounds().build()), "make_offer.terms.package.rounds"),
                Arguments.of(clauses(two.toBuilder().clearPledges().build()), "make_offer.terms.package.pledges"),
                Arguments.of(clauses(two), "make_offer.terms.package.pledges[1]"),
                Arguments.of(clauses(none), "make_offer.terms.package.pledges[0].instrument"),
                Arguments.of(
                        clauses(two.toBuilder()
                                .setPledges(0, two.getPledges(0).toBuilder().clearBoundIndex())
                                .build()),
                        "make_offer.terms.package.pledges[0].bound_index"));
    }

    private static Pledge pledge(Instrument instrument) {
        return Pledge.newBuilder().setInstrument(instrument).setBoundIndex(0).build();
    }

    private static Terms renewal(Renewal renewal) {
        return Terms.newBuilder().setRenewal(renewal).build();
    }

    private static Terms clauses(ClausePackage clauses) {
        return Terms.newBuilder().setPackage(clauses).build();
    }

    @ParameterizedTest
    @MethodSource("badOffers")
    void termsThatNoOfferCanHaveAreNamedWithTheirPlace(Terms terms, String field) {
        ClientEnvelope wire = ClientEnvelope.newBuilder()
                .setRequestId(1)
                .setMakeOffer(MakeOffer.newBuilder()
                        .setMatchId("m")
                        .setRoundId(1)
                        .setMoveId("k")
                        .setTerms(terms))
                .build();
        assertThat(refusal(wire).field()).isEqualTo(field);
    }

    @Test
    void anOfferIsNamedBySideAndNumber() {
        RefuseOffer refuse = RefuseOffer.newBuilder()
                .setMatchId("m")
                .setRoundId(1)
                .setMoveId("k")
                .build();
        OfferId id = OfferId.newBuilder().setSide(Side.SIDE_CN).setNumber(1).build();
        assertThat(refused(refuse)).isEqualTo("refuse_offer.offer");
        assertThat(refused(refuse.toBuilder()
                        .setOffer(id.toBuilder().clearNumber())
                        .build()))
                .isEqualTo("refuse_offer.offer.number");
        assertThat(refused(
                        refuse.toBuilder().setOffer(id.toBuilder().setNumber(0)).build()))
                .isEqualTo("refuse_offer.offer.number");
        assertThat(refused(
                        refuse.toBuilder().setOffer(id.toBuilder().clearSide()).build()))
                .isEqualTo("refuse_offer.offer.side");
    }

    private static String refused(RefuseOffer refuse) {
        return refusal(ClientEnvelope.newBuilder()
                        .setRequestId(1)
                        .setRefuseOffer(refuse)
                        .build())
                .field();
    }

    @Test
    void aThreatSaysWhatByWhenAndAStatementWhich() {
        Threaten threat = Threaten.newBuilder()
                .setInstrument(Instrument.INSTRUMENT_US_PORT_FEE)
                .setLevelIndex(1)
                .setByRound(3)
                .build();
        assertThat(said(Statement.getDefaultInstance())).isEqualTo("say.statement");
        assertThat(said(threat(threat.toBuilder().clearLevelIndex()))).isEqualTo("say.statement.threaten.level_index");
        assertThat(said(threat(threat.toBuilder().clearByRound()))).isEqualTo("say.statement.threaten.by_round");
        assertThat(said(threat(threat.toBuilder().clearInstrument()))).isEqualTo("say.statement.threaten.instrument");
        assertThat(said(threat(threat.toBuilder()
                        .setUnless(Pledge.newBuilder().setInstrument(Instrument.INSTRUMENT_CN_PORT_FEE)))))
                .isEqualTo("say.statement.threaten.unless.bound_index");
    }

    private static Statement threat(Threaten.Builder threat) {
        return Statement.newBuilder().setThreaten(threat).build();
    }

    private static String said(Statement statement) {
        return refusal(ClientEnvelope.newBuilder()
                        .setRequestId(1)
                        .setSay(Say.newBuilder()
                                .setMatchId("m")
                                .setRoundId(1)
                                .setMoveId("k")
                                .setChannel(Channel.CHANNEL_PUBLIC)
                                .setStatement(statement))
                        .build())
                .field();
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
