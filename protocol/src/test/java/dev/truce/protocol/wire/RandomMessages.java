package dev.truce.protocol.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.board.Instrument;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.SeatChanged;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.protocol.v2.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes up messages from the schema alone, so that a new message is tested without anybody thinking of it. What the schema
 * cannot say (how many levels, 16 components, bounded identifiers) is written down here once.
 */
public final class RandomMessages {
    /** Fields of clients that may be left out; every other field with presence has to be there. */
    public static final Set<String> MAY_BE_ABSENT = Set.of(
            "truce.v2.CreateRoom.seed",
            "truce.v2.CreateRoom.us_bot",
            "truce.v2.CreateRoom.cn_bot",
            "truce.v2.CreateRoom.delegations",
            "truce.v2.JoinRoom.side",
            "truce.v2.JoinRoom.seat_number",
            "truce.v2.SideFacts.caught_on",
            "truce.v2.Observation.last",
            "truce.v2.Resumed.seat",
            "truce.v2.Resumed.sealed",
            "truce.v2.MakeOffer.answers",
            "truce.v2.OpenRound.window_millis",
            "truce.v2.Offer.answers",
            "truce.v2.Ratification.terms",
            "truce.v2.Ratification.side",
            "truce.v2.Say.statement",
            "truce.v2.Said.statement",
            "truce.v2.Threaten.unless",
            "truce.v2.ClassMember.seat");

    private static final Map<String, Integer> LENGTHS = Map.of(
            "truce.v2.Observation.level_indices", Instrument.COUNT,
            "truce.v2.RoundView.level_indices", Instrument.COUNT,
            "truce.v2.ScoreCard.points_micro", 16,
            "truce.v2.ScoreCard.truce_micro", 16,
            "truce.v2.FinalScore.points", 16,
            "truce.v2.BriefGiven.weights_percent", 16,
            "truce.v2.MinisterScore.weights_percent", 16);

    /** Lists that name nothing twice. */
    private static final Set<String> SETS = Set.of("truce.v2.AtTables.tables", "truce.v2.FillGaps.tables");

    /** Numbers that are bounded by themselves: first and last. */
    private static final Map<String, int[]> RANGES = Map.ofEntries(
            Map.entry("truce.v2.Observation.level_indices", new int[] {0, 127}),
            Map.entry("truce.v2.RoundView.level_indices", new int[] {0, 127}),
            Map.entry("truce.v2.Order.level_index", new int[] {0, 127}),
            Map.entry("truce.v2.Clause.bound_index", new int[] {0, 127}),
            Map.entry("truce.v2.Seat.number", new int[] {0, 4}),
            Map.entry("truce.v2.BriefGiven.weights_percent", new int[] {0, 300}),
            Map.entry("truce.v2.MinisterScore.weights_percent", new int[] {0, 300}),
            Map.entry("truce.v2.CastVote.drafter", new int[] {0, 4}),
            Map.entry("truce.v2.Extend.millis", new int[] {1, 3_600_000}),
            Map.entry("truce.v2.Grant.millis", new int[] {1, 3_600_000}),
            Map.entry("truce.v2.OpenRound.window_millis", new int[] {0, 604_800_000}),
            Map.entry("truce.v2.SetReady.heard_offers", new int[] {0, Integer.MAX_VALUE - 1}),
            Map.entry("truce.v2.Renewal.rounds", new int[] {1, 8}),
            Map.entry("truce.v2.ClausePackage.rounds", new int[] {1, 8}),
            Map.entry("truce.v2.OfferId.number", new int[] {1, Integer.MAX_VALUE - 1}),
            Map.entry("truce.v2.Offer.made_round", new int[] {1, 30}),
            Map.entry("truce.v2.Offer.last_round", new int[] {30, 64}));

    /** A server tells only of cards that there are. */
    private static final List<String> CARDS = List.of("harvest-failure", "election-swing US", "leak CN.SOY");

    private static final List<String> ABSENCES = List.of("hold", "keep; US.head hold", "bot match 2 keep; CN.1 hold");

    private final RandomGenerator random;

    /** Makes a source; the same generator gives the same messages. */
    public RandomMessages(RandomGenerator random) {
        this.random = random;
    }

    /** Returns the bodies that an envelope may have. */
    public static List<FieldDescriptor> bodies(Descriptor envelope) {
        return envelope.getOneofs().get(0).getFields();
    }

    /** Returns an envelope of a client with the given body. */
    public ClientEnvelope client(FieldDescriptor body) {
        ClientEnvelope.Builder envelope = ClientEnvelope.newBuilder();
        fill(envelope, body);
        return envelope.build();
    }

    /** Returns an envelope of a server with the given body. */
    public ServerEnvelope server(FieldDescriptor body) {
        ServerEnvelope.Builder envelope = ServerEnvelope.newBuilder();
        fill(envelope, body);
        return envelope.setProtoVersion(2).build();
    }

    /** Returns envelopes of both directions, {@code each} for every body. */
    public List<Message> every(int each) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            bodies(ClientEnvelope.getDescriptor()).forEach(body -> messages.add(client(body)));
            bodies(ServerEnvelope.getDescriptor()).forEach(body -> messages.add(server(body)));
        }
        return messages;
    }

    /** Returns any message of a type. */
    public DynamicMessage message(Descriptor type) {
        DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
        fill(builder, null);
        return builder.build();
    }

    private void fill(Message.Builder builder, @Nullable FieldDescriptor body) {
        for (FieldDescriptor field : builder.getDescriptorForType().getFields()) {
            OneofDescriptor oneof = field.getRealContainingOneof();
            if (oneof != null && !field.equals(body)) {
                if (body == null && builder.getOneofFieldDescriptor(oneof) == null) {
                    FieldDescriptor any = oneof.getField(random.nextInt(oneof.getFieldCount()));
                    builder.setField(any, value(builder, any));
                }
                continue;
            }
            if (field.isRepeated()) {
                fillList(builder, field);
            } else if (!MAY_BE_ABSENT.contains(field.getFullName()) || random.nextBoolean()) {
                builder.setField(field, value(builder, field));
            }
        }
        if (builder instanceof SeatChanged.Builder changed && !changed.getBot().isEmpty()) {
            // A seat with a bot is not empty.
            changed.setVacant(false);
        }
        if (builder.getDescriptorForType().getFullName().equals("truce.v2.Offer")) {
            builder.setField(builder.getDescriptorForType().findFieldByName("terms_hash"), hash((Message)
                    builder.getField(builder.getDescriptorForType().findFieldByName("terms"))));
        }
    }

    /** The hash of an offer follows from its terms. */
    private static String hash(Message terms) {
        try {
            Terms wire = Terms.parseFrom(terms.toByteString());
            if (wire.hasRenewal()) {
                return TermsHash.of(new dev.truce.engine.agreement.Terms.Renewal(
                        wire.getRenewal().getRounds(), wire.getCommunique()));
            }
            List<Pledge> pledges = new ArrayList<>();
            wire.getPackage()
                    .getPledgesList()
                    .forEach(pledge -> pledges.add(
                            new Pledge(Instrument.all().get(pledge.getInstrumentValue() - 1), pledge.getBoundIndex())));
            return TermsHash.of(new dev.truce.engine.agreement.Terms.Package(
                    pledges, wire.getPackage().getRounds(), wire.getCommunique()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void fillList(Message.Builder builder, FieldDescriptor field) {
        boolean named = field.getFullName().equals("truce.v2.ClausePackage.pledges");
        int length = LENGTHS.getOrDefault(field.getFullName(), named ? 1 + random.nextInt(5) : random.nextInt(5));
        for (int i = 0; i < length; i++) {
            Object element = value(builder, field);
            // A treaty and an offer have at most one clause an instrument, a draft one order, in the order of the
            // instruments.
            if (named
                    || field.getFullName().equals("truce.v2.Treaty.clauses")
                    || field.getContainingType().getFullName().equals("truce.v2.TreatyLayers")
                    || field.getFullName().equals("truce.v2.Drafted.orders")
                    || field.getFullName().equals("truce.v2.SealedOrders.orders")) {
                FieldDescriptor instrument = field.getMessageType().findFieldByName("instrument");
                element = ((Message) element)
                        .toBuilder()
                                .setField(instrument, instrument.getEnumType().findValueByNumber(1 + 3 * i))
                                .build();
            }
            if (!SETS.contains(field.getFullName()) || !((List<?>) builder.getField(field)).contains(element)) {
                builder.addRepeatedField(field, element);
            }
        }
    }

    private Object value(Message.Builder builder, FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT -> {
                int[] range = RANGES.get(field.getFullName());
                yield range == null ? edge() : random.nextInt(range[0], range[1] + 1);
            }
            case LONG -> {
                int[] range = RANGES.get(field.getFullName());
                if (range != null) {
                    yield (long) random.nextInt(range[0], range[1] + 1);
                }
                yield field.getName().equals("request_id") ? (long) (1 + random.nextInt(1000)) : longEdge();
            }
            case DOUBLE -> random.nextInt(4) == 0 ? -0.0 : random.nextGaussian() * 100;
            case FLOAT -> throw new IllegalStateException("no field is a float: " + field);
            case BOOLEAN -> random.nextBoolean();
            case STRING -> text(field);
            case BYTE_STRING -> ByteString.copyFromUtf8(text(field));
            case ENUM -> constant(field);
            case MESSAGE -> nested(builder, field);
        };
    }

    private Object nested(Message.Builder builder, FieldDescriptor field) {
        Message.Builder inner = builder.newBuilderForField(field);
        fill(inner, null);
        return inner.build();
    }

    private EnumValueDescriptor constant(FieldDescriptor field) {
        List<EnumValueDescriptor> values = field.getEnumType().getValues();
        // An accusation that rests is told by saying nothing.
        int first = field.getFullName().equals("truce.v2.SideFacts.accusation_choice") ? 2 : 1;
        return values.get(first + random.nextInt(values.size() - first));
    }

    private int edge() {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> Integer.MAX_VALUE;
            case 2 -> Integer.MIN_VALUE;
            default -> random.nextInt(-100_000, 100_000);
        };
    }

    private long longEdge() {
        return switch (random.nextInt(6)) {
            case 0 -> 0L;
            case 1 -> Long.MAX_VALUE;
            case 2 -> Long.MIN_VALUE;
            default -> random.nextLong();
        };
    }

    private String text(FieldDescriptor field) {
        if (field.getFullName().equals("truce.v2.CardPlayed.card")) {
            return CARDS.get(random.nextInt(CARDS.size()));
        } else if (field.getFullName().equals("truce.v2.CreateRoom.absence")) {
            return ABSENCES.get(random.nextInt(ABSENCES.size()));
        } else if (field.getFullName().equals("truce.v2.SeatChanged.bot")) {
            return random.nextBoolean() ? "" : "tft-2";
        }
        int most = field.getFullName().startsWith("truce.v2.Hello.") ? 32 : 64;
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(most);
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt('!', 0x7F));
        }
        return text.toString();
    }

    /** Returns whether a field says by itself whether it is there. */
    public static boolean isRequired(FieldDescriptor field) {
        return field.hasPresence()
                && field.getRealContainingOneof() == null
                && field.getJavaType() != JavaType.MESSAGE
                && !MAY_BE_ABSENT.contains(field.getFullName());
    }
}
