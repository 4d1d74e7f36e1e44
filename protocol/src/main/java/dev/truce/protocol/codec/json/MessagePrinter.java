package dev.truce.protocol.codec.json;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.codec.ClassFrames;
import dev.truce.protocol.v2.ClassAct;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a message what JSON has: maps, lists, strings, numbers, booleans and null. Fields without a value that can be absent are written
 * too, so that a program always finds them.
 */
final class MessagePrinter {
    /** The largest whole number that every program keeps that reads all numbers as decimal ones. */
    private static final long MOST = (1L << 53) - 1;

    private MessagePrinter() {}

    /** Returns the fields of a message by their names, in the order of the schema. */
    static Map<String, @Nullable Object> object(Message message) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            if (!field.hasPresence() || message.hasField(field)) {
                object.put(field.getJsonName(), value(field, message.getField(field)));
            }
        }
        return object;
    }

    /** Returns what a field holds. */
    static @Nullable Object value(FieldDescriptor field, Object value) {
        return value instanceof List<?> list
                ? list.stream().map(each -> single(field, each)).toList()
                : single(field, value);
    }

    private static Object single(FieldDescriptor field, Object value) {
        return switch (field.getJavaType()) {
            case MESSAGE ->
                value instanceof ClassAct act ? ClassActNotation.of(ClassFrames.act(act)) : object((Message) value);
            case ENUM -> ((EnumValueDescriptor) value).getName();
            case INT -> isUnsigned(field) ? (Object) Integer.toUnsignedLong((Integer) value) : value;
            case LONG -> whole(field, (Long) value);
            case STRING, BOOLEAN, DOUBLE -> value;
            // The schema has none.
            case FLOAT, BYTE_STRING -> throw new IllegalStateException(field.getFullName() + " has no form in JSON");
        };
    }

    private static boolean isUnsigned(FieldDescriptor field) {
        return switch (field.getType()) {
            case UINT32, FIXED32, UINT64, FIXED64 -> true;
            default -> false;
        };
    }

    /** Both forms are read everywhere as the same number; a string keeps all its digits. */
    private static Object whole(FieldDescriptor field, long value) {
        boolean unsigned = isUnsigned(field);
        if (value >= (unsigned ? 0 : -MOST) && value <= MOST) {
            return value;
        }
        return unsigned ? Long.toUnsignedString(value) : Long.toString(value);
    }
}
