package dev.truce.protocol.slim.build;

import com.google.protobuf.Descriptors.FieldDescriptor;

/**
 * How a kind of single values is kept, read and written.
 *
 * @param type what holds it in Java
 * @param boxed the same in a list
 * @param initial what it is if it was not set
 * @param method of reader and writer; with an s for many
 * @param isSet whether a value is none that is left out, with {@code %s} for the value
 */
record Kind(String type, String boxed, String initial, String method, String isSet) {
    /** Returns the kind of a field. */
    static Kind of(FieldDescriptor field) {
        return switch (field.getType()) {
            case BOOL -> new Kind("boolean", "Boolean", "false", "bool", "%s");
            case DOUBLE -> new Kind("double", "Double", "0", "real", "Double.doubleToRawLongBits(%s) != 0");
            case INT32, ENUM -> whole("int", "Integer", "int32");
            case UINT32 -> whole("int", "Integer", "uint32");
            case SINT32 -> whole("int", "Integer", "sint32");
            case INT64 -> whole("long", "Long", "int64");
            case UINT64 -> whole("long", "Long", "uint64");
            case SINT64 -> whole("long", "Long", "sint64");
            case FIXED64 -> whole("long", "Long", "fixed64");
            case STRING -> new Kind("String", "String", "\"\"", "text", "!%s.isEmpty()");
            case MESSAGE -> {
                String name = field.getMessageType().getName();
                yield new Kind(name, name, name + ".getDefaultInstance()", "message", "");
            }
            default -> throw new IllegalStateException("no slim class has a field like " + field.getFullName());
        };
    }

    private static Kind whole(String type, String boxed, String method) {
        return new Kind(type, boxed, "0", method, "%s != 0");
    }
}
