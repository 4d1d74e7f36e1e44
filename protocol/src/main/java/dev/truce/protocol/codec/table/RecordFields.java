package dev.truce.protocol.codec.table;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Binds a record of single figures to the fields of a message with the same names: {@code tensionTenths} is {@code tension_tenths}, and a
 * pair {@code reputationMilli} is {@code us_reputation_milli} and {@code cn_reputation_milli}. The message may have other fields.
 *
 * <p>No library is named in what others see of it, so that the browser can have the same class without reflection.
 *
 * @param <R> the record; its components are whole numbers, conditions and pairs of one of these
 * @param <M> the message
 * @param <B> its builder
 */
public final class RecordFields<R extends Record, M, B> {
    private record Bound(RecordComponent component, List<FieldDescriptor> fields) {}

    private final Constructor<R> constructor;
    private final List<Bound> bounds = new ArrayList<>();

    /**
     * @param message any of the messages
     * @throws IllegalArgumentException if the message has no field for a component
     */
    public RecordFields(Class<R> type, M message) {
        Descriptor fields = ((Message) message).getDescriptorForType();
        RecordComponent[] components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalArgumentException(impossible);
        }
        for (RecordComponent component : components) {
            String name = component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
            List<String> names = component.getType() == BySide.class
                    ? Arrays.stream(Side.values())
                            .map(side -> side.name().toLowerCase(Locale.ROOT) + "_" + name)
                            .toList()
                    : List.of(name);
            bounds.add(new Bound(
                    component, names.stream().map(each -> field(fields, each)).toList()));
        }
    }

    private static FieldDescriptor field(Descriptor message, String name) {
        FieldDescriptor field = message.findFieldByName(name);
        if (field == null) {
            throw new IllegalArgumentException(message.getName() + " has no field " + name);
        }
        return field;
    }

    /** Writes a record into its fields. */
    public void write(R from, B to) {
        Message.Builder builder = (Message.Builder) to;
        try {
            for (Bound bound : bounds) {
                Object value = bound.component().getAccessor().invoke(from);
                if (value instanceof BySide<?> pair) {
                    builder.setField(bound.fields().get(0), pair.us());
                    builder.setField(bound.fields().get(1), pair.cn());
                } else {
                    builder.setField(bound.fields().get(0), value);
                }
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads a record from its fields. */
    public R read(M from) {
        Message message = (Message) from;
        List<Object> values = new ArrayList<>();
        for (Bound bound : bounds) {
            Object first = message.getField(bound.fields().get(0));
            values.add(
                    bound.fields().size() == 1
                            ? first
                            : new BySide<>(
                                    first, message.getField(bound.fields().get(1))));
        }
        try {
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
