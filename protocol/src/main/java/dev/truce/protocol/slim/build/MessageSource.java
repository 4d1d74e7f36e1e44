package dev.truce.protocol.slim.build;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.truce.protocol.generator.JavaNames;
import java.util.Comparator;
import java.util.List;

/** The source of a message and its builder. */
final class MessageSource {
    private MessageSource() {}

    /** Returns the source of a class, without its package. */
    static String of(Descriptor type) {
        List<FieldSource> fields = type.getFields().stream()
                .sorted(Comparator.comparingInt(FieldDescriptor::getNumber))
                .map(FieldSource::new)
                .toList();
        StringBuilder out = new StringBuilder(head(type.getName()));
        for (OneofDescriptor choice : type.getRealOneofs()) {
            String name = choice.getName();
            out.append("    private int %1$sCase_;\n    private Object %1$s_;\n".formatted(name));
            out.append("""
                    public %2$sCase get%2$sCase() {
                        return %2$sCase.forNumber(%1$sCase_);
                    }
                """.formatted(name, JavaNames.upper(name)));
            out.append(EnumSource.cases(choice));
        }
        fields.forEach(field -> out.append(field.storage()).append(field.getters()));
        out.append("    @Override\n    protected void writeTo(SlimWriter out) {\n");
        fields.forEach(field -> out.append(field.writes()));
        out.append(
                        "    }\n\n    @Override\n    protected boolean read(int tag, SlimReader in) throws UnreadableBytesException {\n")
                .append("        boolean known = true;\n        switch (tag) {\n");
        fields.forEach(field -> out.append(field.reads()));
        out.append("            default -> known = false;\n        }\n        return known;\n    }\n\n")
                .append("    private %1$s copy() {\n        %1$s copy = new %1$s();\n".formatted(type.getName()));
        type.getRealOneofs()
                .forEach(choice -> out.append("        copy.%1$sCase_ = %1$sCase_;\n        copy.%1$s_ = %1$s_;\n"
                        .formatted(choice.getName())));
        fields.forEach(field -> out.append(field.copies()));
        out.append("        return copy;\n    }\n\n").append(builder(type.getName()));
        fields.forEach(field -> out.append(field.setters()));
        type.getRealOneofs()
                .forEach(choice -> out.append("""
                        public %2$sCase get%2$sCase() {
                            return message.get%2$sCase();
                        }
                """.formatted(choice.getName(), JavaNames.upper(choice.getName()))));
        return out.append("    }\n}\n").toString();
    }

    private static String head(String name) {
        return """
            public final class %1$s extends SlimMessage {
                private static final %1$s DEFAULT = new %1$s();

                private %1$s() {}

                static %1$s fresh() {
                    return new %1$s();
                }

                public static %1$s getDefaultInstance() {
                    return DEFAULT;
                }

                public static %1$s parseFrom(byte[] bytes) throws UnreadableBytesException {
                    return SlimReader.read(bytes, new %1$s());
                }

                public static Builder newBuilder() {
                    return new Builder(new %1$s());
                }

                public Builder toBuilder() {
                    return new Builder(copy());
                }
            """.formatted(name);
    }

    /** A message that was built is copied before it is changed again, so that nobody who has it sees the change. */
    private static String builder(String name) {
        return """
                public static final class Builder {
                    private %1$s message;
                    private boolean built;

                    private Builder(%1$s message) {
                        this.message = message;
                    }

                    public %1$s build() {
                        built = true;
                        return message;
                    }

                    private %1$s own() {
                        if (built) {
                            message = message.copy();
                            built = false;
                        }
                        return message;
                    }
            """.formatted(name);
    }
}
