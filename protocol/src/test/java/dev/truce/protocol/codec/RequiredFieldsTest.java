package dev.truce.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.truce.engine.orders.Refusal;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.options.v2.OptionsProto;
import dev.truce.protocol.v2.Channel;
import dev.truce.protocol.v2.ClassAct;
import dev.truce.protocol.v2.ClausePackage;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.Deed;
import dev.truce.protocol.v2.DeskAct;
import dev.truce.protocol.v2.Direct;
import dev.truce.protocol.v2.Do;
import dev.truce.protocol.v2.Instrument;
import dev.truce.protocol.v2.MakeOffer;
import dev.truce.protocol.v2.OfferId;
import dev.truce.protocol.v2.Order;
import dev.truce.protocol.v2.Pledge;
import dev.truce.protocol.v2.PreviewAct;
import dev.truce.protocol.v2.RefuseOffer;
import dev.truce.protocol.v2.Renewal;
import dev.truce.protocol.v2.Say;
import dev.truce.protocol.v2.Side;
import dev.truce.protocol.v2.Statement;
import dev.truce.protocol.v2.SubmitOrders;
import dev.truce.protocol.v2.Terms;
import dev.truce.protocol.v2.Threaten;
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

    /** A message of a client: a body, or a kind of deed or act within one. */
    private record Place(List<FieldDescriptor> path) {
        Descriptor type() {
            return path.get(path.size() - 1).getMessageType();
        }

        String named(FieldDescriptor field) {
            StringBuilder name = new StringBuilder();
            path.forEach(step -> name.append(step.getName()).append('.'));
            return name + field.getName();
        }

        @Override
        public String toString() {
            return path.get(path.size() - 1).getName();
        }
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (FieldDescriptor body : RandomMessages.bodies(ClientEnvelope.getDescriptor())) {
            places.add(new Place(List.of(body)));
            for (FieldDescriptor field : body.getMessageType().getFields()) {
                if (field.getName().equals("deed") || field.getName().equals("act")) {
                    for (FieldDescriptor kind : RandomMessages.bodies(field.getMessageType())) {
                        places.add(new Place(List.of(body, field, kind)));
                    }
                }
            }
        }
        return places;
    }

    static List<Arguments> requiredFields() {
        List<Arguments> fields = new ArrayList<>();
        for (Place place : places()) {
            for (FieldDescriptor field : place.type().getFields()) {
                if (RandomMessages.isRequired(field)) {
                    fields.add(Arguments.of(place, field));
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
        for (Place place : places()) {
            for (FieldDescriptor field : place.type().getFields()) {
                if (field.getJavaType() == type) {
                    fields.add(Arguments.of(place, field));
                }
            }
        }
        return fields;
    }

    @Test
    void thereIsSomethingToCheck() {
        assertThat(requiredFields()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(enumFields()).hasSize(7);
        assertThat(textFields()).hasSizeGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void aNumberThatIsLeftOutIsNamed(Place place, FieldDescriptor field) {
        ClientEnvelope wire = changed(place, field, null);
        assertThat(refusal(wire).field()).isEqualTo(place.named(field));
    }

    @ParameterizedTest
    @MethodSource("enumFields")
    void anUnspecifiedConstantIsNamed(Place place, FieldDescriptor field) {
        Refusal zero = refusal(changed(place, field, field.getEnumType().findValueByNumber(0)));
        assertThat(zero.field()).isEqualTo(place.named(field));
        assertThat(zero.legal()).contains(field.getEnumType().getValues().get(1).getName());
    }

    @ParameterizedTest
    @MethodSource("enumFields")
    void anUnknownConstantIsNamed(Place place, FieldDescriptor field) {
        ClientEnvelope wire = changed(place, field, field.getEnumType().findValueByNumberCreatingIfUnknown(99));
        assertThat(refusal(wire).field()).isEqualTo(place.named(field));
    }

    /** Returns how many bytes a text that people write may have, as the schema says what it is, or 0 for an identifier. */
    private static int wordBytes(FieldDescriptor field) {
        return switch (field.getOptions().getExtension(OptionsProto.is).getText()) {
            case TEXT_WORDS -> Wire.TEXT_BYTES;
            case TEXT_NAME -> Wire.NAME_BYTES;
            case TEXT_TEMPLATE -> Wire.TEMPLATE_BYTES;
            case TEXT_LIST -> Wire.LIST_BYTES;
            default -> 0;
        };
    }

    @ParameterizedTest
    @MethodSource("textFields")
    void aTextThatIsTooLongIsNamed(Place place, FieldDescriptor field) {
        int most = Math.max(Wire.NAME_BYTES, wordBytes(field));
        ClientEnvelope wire = changed(place, field, "x".repeat(most + 1));
        assertThat(refusal(wire).field()).isEqualTo(place.named(field));
    }

    @ParameterizedTest
    @MethodSource("textFields")
    void anIdentifierWithAnythingButPrintableAsciiIsNamed(Place place, FieldDescriptor field) {
        if (wordBytes(field) > 0) {
            return; // Names, cards and words have rules of their own.
        }
        for (String bad : List.of("a b", "a\nb", "a\u001bb", "ä", "a\u0000", "\u202e")) {
            assertThat(refusal(changed(place, field, bad)).field()).isEqualTo(place.named(field));
        }
    }

    @Test
    void anOrderWithoutALevelIsNamedWithItsPlace() {
        Deed deed = Deed.newBuilder()
                .setSubmitOrders(SubmitOrders.newBuilder()
                        .addOrders(Order.newBuilder().setInstrumentValue(1).setLevelIndex(0))
                        .addOrders(Order.newBuilder().setInstrumentValue(2)))
                .build();
        assertThat(refused(deed)).isEqualTo("do.deed.submit_orders.orders[1].level_index");
    }

    @Test
    void aDoWithoutADeedAndADirectWithoutAnActAreNamed() {
        assertThat(refused(Deed.getDefaultInstance())).isEqualTo("do.deed");
        ClientEnvelope direct = ClientEnvelope.newBuilder()
                .setRequestId(1)
                .setDirect(Direct.newBuilder().setMatchId("m"))
                .build();
        assertThat(refusal(direct).field()).isEqualTo("direct.act");
    }

    private static ClientEnvelope.Builder envelope() {
        return ClientEnvelope.newBuilder().setRequestId(1);
    }

    @Test
    void aTableThatADeskNamesTwiceIsNamedWithItsPlace() {
        ClassAct pauses =
                ClassFrames.toWire(new dev.truce.match.deed.ClassAct.AtTables(List.of(2, 5, 2), new HostAct.Pause()));
        ClassAct fills = ClassFrames.toWire(new dev.truce.match.deed.ClassAct.FillGaps(List.of(7, 7), "hold"));
        Refusal refusal = refusal(envelope()
                .setDeskAct(DeskAct.newBuilder().setKey("k").setAct(pauses))
                .build());
        assertThat(refusal.field()).isEqualTo("desk_act.act.at_tables.tables");
        assertThat(refusal.arguments()).hasToString("[2]");
        assertThat(refusal(envelope()
                                .setPreviewAct(PreviewAct.newBuilder().setAct(fills))
                                .build())
                        .field())
                .isEqualTo("preview_act.act.fill_gaps.tables");
        // Earlier versions have taken and kept such acts.
        assertThat(ClassFrames.toWire(ClassFrames.act(pauses))).isEqualTo(pauses);
    }

    private static String refused(Deed deed) {
        return refusal(ClientEnvelope.newBuilder()
                        .setRequestId(1)
                        .setDo(Do.newBuilder()
                                .setMatchId("m")
                                .setRoundId(1)
                                .setKey("k")
                                .setDeed(deed))
                        .build())
                .field();
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
                Arguments.of(Terms.getDefaultInstance(), "do.deed.make_offer.terms"),
                Arguments.of(renewal(Renewal.getDefaultInstance()), "do.deed.make_offer.terms.renewal.rounds"),
                Arguments.of(
                        renewal(Renewal.newBuilder().setRounds(0).build()), "do.deed.make_offer.terms.renewal.rounds"),
                Arguments.of(
                        renewal(Renewal.newBuilder().setRounds(9).build()), "do.deed.make_offer.terms.renewal.rounds"),
                Arguments.of(clauses(two.toBuilder().clearRounds().build()), "do.deed.make_offer.terms.package.rounds"),
                Arguments.of(
                        clauses(two.toBuilder().clearPledges().build()), "do.deed.make_offer.terms.package.pledges"),
                Arguments.of(clauses(two), "do.deed.make_offer.terms.package.pledges[1]"),
                Arguments.of(clauses(none), "do.deed.make_offer.terms.package.pledges[0].instrument"),
                Arguments.of(
                        clauses(two.toBuilder()
                                .setPledges(0, two.getPledges(0).toBuilder().clearBoundIndex())
                                .build()),
                        "do.deed.make_offer.terms.package.pledges[0].bound_index"));
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
        Deed deed = Deed.newBuilder()
                .setMakeOffer(MakeOffer.newBuilder().setTerms(terms))
                .build();
        assertThat(refused(deed)).isEqualTo(field);
    }

    @Test
    void anOfferIsNamedBySideAndNumber() {
        RefuseOffer refuse = RefuseOffer.getDefaultInstance();
        OfferId id = OfferId.newBuilder().setSide(Side.SIDE_CN).setNumber(1).build();
        assertThat(refused(refuse)).isEqualTo("do.deed.refuse_offer.offer");
        assertThat(refused(refuse.toBuilder()
                        .setOffer(id.toBuilder().clearNumber())
                        .build()))
                .isEqualTo("do.deed.refuse_offer.offer.number");
        assertThat(refused(
                        refuse.toBuilder().setOffer(id.toBuilder().setNumber(0)).build()))
                .isEqualTo("do.deed.refuse_offer.offer.number");
        assertThat(refused(
                        refuse.toBuilder().setOffer(id.toBuilder().clearSide()).build()))
                .isEqualTo("do.deed.refuse_offer.offer.side");
    }

    private static String refused(RefuseOffer refuse) {
        return refused(Deed.newBuilder().setRefuseOffer(refuse).build());
    }

    @Test
    void aThreatSaysWhatByWhenAndAStatementWhich() {
        Threaten threat = Threaten.newBuilder()
                .setInstrument(Instrument.INSTRUMENT_US_PORT_FEE)
                .setLevelIndex(1)
                .setByRound(3)
                .build();
        assertThat(said(Statement.getDefaultInstance())).isEqualTo("do.deed.say.statement");
        assertThat(said(threat(threat.toBuilder().clearLevelIndex())))
                .isEqualTo("do.deed.say.statement.threaten.level_index");
        assertThat(said(threat(threat.toBuilder().clearByRound())))
                .isEqualTo("do.deed.say.statement.threaten.by_round");
        assertThat(said(threat(threat.toBuilder().clearInstrument())))
                .isEqualTo("do.deed.say.statement.threaten.instrument");
        assertThat(said(threat(threat.toBuilder()
                        .setUnless(Pledge.newBuilder().setInstrument(Instrument.INSTRUMENT_CN_PORT_FEE)))))
                .isEqualTo("do.deed.say.statement.threaten.unless.bound_index");
    }

    private static Statement threat(Threaten.Builder threat) {
        return Statement.newBuilder().setThreaten(threat).build();
    }

    private static String said(Statement statement) {
        return refused(Deed.newBuilder()
                .setSay(Say.newBuilder().setChannel(Channel.CHANNEL_PUBLIC).setStatement(statement))
                .build());
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
        assertThat(type.getFullName()).startsWith("truce.v2.");
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

    private static ClientEnvelope changed(Place place, FieldDescriptor field, @Nullable Object value) {
        ClientEnvelope wire = MESSAGES.client(place.path().get(0));
        return (ClientEnvelope) changed(wire, place.path(), field, value);
    }

    private static Message changed(
            Message outer, List<FieldDescriptor> path, FieldDescriptor field, @Nullable Object value) {
        Message.Builder builder = outer.toBuilder();
        if (path.isEmpty()) {
            return (value == null ? builder.clearField(field) : builder.setField(field, value)).build();
        }
        FieldDescriptor next = path.get(0);
        Message inner = outer.hasField(next) ? (Message) outer.getField(next) : any(builder, next);
        return builder.setField(next, changed(inner, path.subList(1, path.size()), field, value))
                .build();
    }

    private static Message any(Message.Builder builder, FieldDescriptor field) {
        try {
            return builder.newBuilderForField(field)
                    .mergeFrom(MESSAGES.message(field.getMessageType()).toByteString())
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refusal refusal(ClientEnvelope wire) {
        UnreadableException refusal = catchThrowableOfType(UnreadableException.class, () -> ClientFrames.toGame(wire));
        assertThat(refusal).as("refusal of %s", wire).isNotNull();
        return refusal.refusal();
    }
}
