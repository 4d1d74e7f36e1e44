package dev.truce.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.v2.Observation;
import dev.truce.protocol.v2.RoundView;
import dev.truce.protocol.wire.Observations;
import dev.truce.protocol.wire.RandomMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The hash covers everything that a viewer sees, so that a change of any field is noticed, and nothing else. */
class ObservationHashTest {

    @Test
    void theSameObservationHasTheSameHashInEveryProgram() {
        assertThat(ObservationHash.of(Observations.first())).isEqualTo(ObservationHash.of(Observations.first()));
        assertThat(ObservationHash.of(Observations.first())).isEqualTo(PINNED);
    }

    /** Of wire version 2; another one would part old clients from new servers. */
    private static final long PINNED = 3228539025231773675L;

    @Test
    void changingAnyFieldChangesTheHash() throws UnreadableException {
        Observation seen = full();
        long before = hash(seen);
        List<Variant> variants = variants(seen, "");
        assertThat(variants.size()).isGreaterThan(100);
        for (Variant variant : variants) {
            assertThat(hash((Observation) variant.message()))
                    .as("hash with another %s", variant.path())
                    .isNotEqualTo(before);
        }
    }

    /** Returns an observation in which every list has an element and everything optional is there. */
    private static Observation full() {
        SplittableRandom random = new SplittableRandom(0);
        RandomMessages messages = new RandomMessages(random);
        while (true) {
            Message made = messages.message(Observation.getDescriptor());
            Observation seen = parsed(made.toByteString());
            RoundView last = seen.getLast();
            if (seen.hasLast()
                    && seen.getTreaty().getClausesCount() > 0
                    && seen.getLegalCount() > 0
                    && seen.getLegal(0).getWithheldCount() > 0
                    && seen.getLegal(0).getOverruledCount() > 0
                    && seen.getLegal(0).getLegalIndicesCount() > 0
                    && last.getOrdersCount() > 0
                    && last.getChangesCount() > 0
                    && last.getFallbacksCount() > 0
                    && last.getPreventedCount() > 0
                    && last.getCorrectedCount() > 0
                    && last.getEventsCount() > 0
                    && last.getExpiredCount() > 0
                    && last.getSignalsCount() > 0
                    && seen.getRedLinesCount() > 0
                    && last.getOwnCount() > 0
                    && last.getOwn(0).getRedLinesCount() > 0
                    && last.getScoresCount() > 0
                    && last.getUs().hasCaughtOn()
                    && last.getUs().getBrokenClausesCount() > 0
                    && last.getTreaty().getClausesCount() > 0
                    && last.getNextTreaty().getClausesCount() > 0
                    && last.getRatification().getTerms().hasPackage()
                    && last.getRatification().hasSide()) {
                return seen;
            }
        }
    }

    private static Observation parsed(ByteString bytes) {
        try {
            return Observation.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static long hash(Observation wire) throws UnreadableException {
        return ObservationHash.of(WireRounds.toGame(wire, "observation"));
    }

    /** A message with one value changed. */
    private record Variant(String path, Message message) {}

    /** Returns the message with one value changed, for every value in it; of lists, the first element. */
    private static List<Variant> variants(Message message, String path) {
        List<Variant> variants = new ArrayList<>();
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            if (field.isRepeated() ? message.getRepeatedFieldCount(field) == 0 : isAbsent(message, field)) {
                continue;
            }
            String at = path + "." + field.getName();
            Object old = field.isRepeated() ? message.getRepeatedField(field, 0) : message.getField(field);
            if (old instanceof Message inner) {
                for (Variant variant : variants(inner, at)) {
                    variants.add(new Variant(variant.path(), with(message, field, variant.message())));
                }
            } else {
                variants.add(new Variant(at, with(message, field, other(field, old))));
            }
        }
        return variants;
    }

    private static Message with(Message message, FieldDescriptor field, Object value) {
        Message.Builder changed = message.toBuilder();
        if (field.isRepeated()) {
            changed.setRepeatedField(field, 0, value);
        } else {
            changed.setField(field, value);
        }
        return changed.build();
    }

    private static boolean isAbsent(Message message, FieldDescriptor field) {
        return field.hasPresence() && !message.hasField(field);
    }

    private static Object other(FieldDescriptor field, Object old) {
        return switch (field.getJavaType()) {
            case INT -> (int) old == 5 ? 6 : 5;
            case LONG -> (long) old + 1;
            case DOUBLE -> (double) old + 1;
            case BOOLEAN -> !(boolean) old;
            case STRING -> old + "x";
            case ENUM -> otherConstant(field, (EnumValueDescriptor) old);
            case MESSAGE, FLOAT, BYTE_STRING -> throw new IllegalStateException("no observation has " + field);
        };
    }

    private static EnumValueDescriptor otherConstant(FieldDescriptor field, EnumValueDescriptor old) {
        List<EnumValueDescriptor> values = field.getEnumType().getValues();
        // The last of an enum; no clause is on the last instrument twice, since made-up treaties do not reach it.
        EnumValueDescriptor last = values.get(values.size() - 1);
        return old.equals(last) ? values.get(1) : last;
    }
}
