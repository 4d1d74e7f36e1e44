package dev.truce.protocol.slim.build;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.truce.protocol.generator.JavaNames;
import java.util.Locale;
import java.util.stream.Collectors;

/** The source of an enum: one of the schema, or which field of a choice is set. */
final class EnumSource {
    private EnumSource() {}

    /** Returns the source of an enum of the schema; a number that it does not list becomes {@code UNRECOGNIZED}. */
    static String of(EnumDescriptor type) {
        String constants = type.getValues().stream()
                .map(each -> each.getName() + "(" + each.getNumber() + "), ")
                .collect(Collectors.joining());
        return "public " + body(type.getName(), constants + "UNRECOGNIZED(-1)", """
                    if (this == UNRECOGNIZED) {
                        throw new IllegalArgumentException("a number that is not listed");
                    }
            """) + """

                static %1$s known(int number) {
                    %1$s known = forNumber(number);
                    return known == null ? UNRECOGNIZED : known;
                }
            }
            """.formatted(type.getName());
    }

    /** Returns the source of the cases of a choice, as a part of its message. */
    static String cases(OneofDescriptor choice) {
        String none = choice.getName().toUpperCase(Locale.ROOT) + "_NOT_SET(0)";
        String constants = choice.getFields().stream()
                .map(each -> constant(each) + "(" + each.getNumber() + "), ")
                .collect(Collectors.joining());
        return "public " + body(JavaNames.upper(choice.getName()) + "Case", constants + none, "") + "}\n";
    }

    private static String constant(FieldDescriptor field) {
        return field.getName().toUpperCase(Locale.ROOT);
    }

    private static String body(String name, String constants, String check) {
        return """
            enum %1$s {
                %2$s;

                private static final %1$s[] ALL = values();
                private final int number;

                %1$s(int number) {
                    this.number = number;
                }

                public int getNumber() {
            %3$s        return number;
                }

                public static %1$s forNumber(int number) {
                    for (%1$s each : ALL) {
                        if (each.number == number && number >= 0) {
                            return each;
                        }
                    }
                    return null;
                }
            """.formatted(name, constants, check);
    }
}
