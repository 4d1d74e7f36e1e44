package dev.truce.protocol.slim.build;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.truce.protocol.generator.JavaNames;
import org.jspecify.annotations.Nullable;

/** What a field adds to the source of its message. In templates: 1 name, 2 Name, 3 type, 4 boxed type, 5 number, 6 tag, 7 initial value, 8 choice. */
final class FieldSource {
    private static final int LENGTH = 2;

    private final FieldDescriptor field;
    private final Kind kind;
    private final @Nullable OneofDescriptor choice;
    private final boolean isMessage;
    private final boolean isEnum;

    FieldSource(FieldDescriptor field) {
        this.field = field;
        this.kind = Kind.of(field);
        this.choice = field.getRealContainingOneof();
        this.isMessage = field.getJavaType() == JavaType.MESSAGE;
        this.isEnum = field.getJavaType() == JavaType.ENUM;
    }

    private String fill(String template) {
        String upper = JavaNames.upper(field.getName());
        return template.formatted(
                Character.toLowerCase(upper.charAt(0)) + upper.substring(1) + "_",
                upper,
                kind.type(),
                kind.boxed(),
                field.getNumber(),
                tag(wireType()),
                kind.initial(),
                choice == null ? "" : choice.getName());
    }

    private int tag(int wireType) {
        return field.getNumber() << 3 | wireType;
    }

    private int wireType() {
        return switch (field.getType()) {
            case DOUBLE, FIXED64 -> 1;
            case STRING, MESSAGE -> LENGTH;
            default -> 0;
        };
    }

    private boolean isPacked() {
        return field.isRepeated() && wireType() != LENGTH;
    }

    private boolean isPlain() {
        return !field.isRepeated() && choice == null;
    }

    /** Whether a bit beside the value says that it is there. */
    private boolean hasFlag() {
        return isPlain() && field.hasPresence() && !isMessage;
    }

    private String enumName() {
        return field.getEnumType().getName();
    }

    String storage() {
        if (field.isRepeated()) {
            return fill("    private List<%4$s> %1$s = List.of();\n");
        }
        if (choice != null) {
            return "";
        }
        return fill(isMessage ? "    private %3$s %1$s;\n" : "    private %3$s %1$s = %7$s;\n")
                + (hasFlag() ? fill("    private boolean has%2$s_;\n") : "");
    }

    String getters() {
        if (field.isRepeated()) {
            return listGetters();
        }
        String has = !field.hasPresence()
                ? ""
                : fill("    public boolean has%2$s() {\n        return "
                        + (choice != null ? "%8$sCase_ == %5$s" : isMessage ? "%1$s != null" : "has%2$s_")
                        + ";\n    }\n");
        String value = choice != null
                ? fill("has%2$s() ? (%4$s) %8$s_ : %7$s")
                : fill(isMessage ? "%1$s == null ? %7$s : %1$s" : "%1$s");
        return has
                + (isEnum
                        ? getter("int", "Value", value)
                                + getter(enumName(), "", enumName() + ".known(" + fill("get%2$sValue()") + ")")
                        : getter(kind.type(), "", value));
    }

    private String getter(String type, String suffix, String value) {
        return "    public " + type + fill(" get%2$s") + suffix + "() {\n        return " + value + ";\n    }\n";
    }

    private String listGetters() {
        String element = isEnum ? enumName() : kind.boxed();
        String list = isEnum
                ? fill("%1$s.stream().map(" + enumName() + "::known).toList()")
                : fill("Collections.unmodifiableList(%1$s)");
        String single = fill(isEnum ? enumName() + ".known(%1$s.get(index))" : "%1$s.get(index)");
        return getter("List<" + element + ">", "List", list)
                + getter("int", "Count", fill("%1$s.size()"))
                + fill("    public " + (isEnum ? element : kind.type()) + " get%2$s(int index) {\n        return ")
                + single
                + ";\n    }\n" + fill("""
                    private List<%4$s> own%2$s() {
                        if (%1$s.isEmpty()) {
                            %1$s = new ArrayList<>();
                        }
                        return %1$s;
                    }
                """);
    }

    String writes() {
        if (isPacked()) {
            return "        out." + kind.method() + "s(" + tag(LENGTH) + ", " + fill("%1$s);\n");
        }
        if (field.isRepeated()) {
            return fill("        for (%4$s each : %1$s) {\n            out." + kind.method()
                    + "(%6$s, each);\n        }\n");
        }
        String set = field.hasPresence() ? fill("has%2$s()") : kind.isSet().formatted(fill("%1$s"));
        String value = choice != null ? fill("(%4$s) %8$s_") : fill("%1$s");
        return fill(
                "        if (" + set + ") {\n            out." + kind.method() + "(%6$s, " + value + ");\n        }\n");
    }

    String reads() {
        String read = "in." + kind.method();
        if (isPacked()) {
            return fill("            case " + tag(LENGTH) + " -> " + read
                    + "s(own%2$s());\n            case %6$s -> own%2$s().add(" + read + "());\n");
        }
        if (isMessage) {
            String known = field.isRepeated()
                    ? "%3$s.fresh()"
                    : choice != null ? "has%2$s() ? (%4$s) %8$s_ : %3$s.fresh()" : "%1$s == null ? %3$s.fresh() : %1$s";
            String kept = field.isRepeated()
                    ? "own%2$s().add(each);"
                    : choice != null ? "%8$s_ = each;\n                %8$sCase_ = %5$s;" : "%1$s = each;";
            return fill("            case %6$s -> {\n                %3$s each = " + known
                    + ";\n                in.message(each);\n" + "                " + kept + "\n            }\n");
        }
        if (field.isRepeated()) {
            return fill("            case %6$s -> own%2$s().add(" + read + "());\n");
        }
        if (choice != null) {
            return fill("            case %6$s -> {\n                %8$s_ = " + read
                    + "();\n                %8$sCase_ = %5$s;\n            }\n");
        }
        return fill(
                hasFlag()
                        ? "            case %6$s -> {\n                %1$s = " + read
                                + "();\n                has%2$s_ = true;\n            }\n"
                        : "            case %6$s -> %1$s = " + read + "();\n");
    }

    String copies() {
        if (choice != null) {
            return "";
        }
        return fill(
                        field.isRepeated()
                                ? "        copy.%1$s = %1$s.isEmpty() ? %1$s : new ArrayList<>(%1$s);\n"
                                : "        copy.%1$s = %1$s;\n")
                + (hasFlag() ? fill("        copy.has%2$s_ = has%2$s_;\n") : "");
    }

    String setters() {
        if (field.isRepeated()) {
            String element = isEnum ? enumName() : kind.type();
            String boxed = isEnum ? enumName() : kind.boxed();
            return setter("add", element, fill("own().own%2$s().add(" + number("value") + ");"))
                    + (isMessage
                            ? setter("add", kind.type() + ".Builder", fill("own().own%2$s().add(value.build());"))
                            : "")
                    + fill(
                            "        public Builder addAll%2$s(Iterable<? extends " + boxed
                                    + "> values) {\n            values.forEach(this::add%2$s);\n            return this;\n        }\n");
        }
        return (isEnum
                        ? setter("set", enumName(), store("value.getNumber()"))
                                + fill("        public Builder set%2$sValue(int value) {\n            " + store("value")
                                        + "\n            return this;\n        }\n")
                        : setter("set", kind.type(), store("value")))
                + (isMessage
                        ? setter("set", kind.type() + ".Builder", store("value.build()"))
                                + fill(
                                        "        public %3$s get%2$s() {\n            return message.get%2$s();\n        }\n")
                        : "");
    }

    private String number(String value) {
        return isEnum ? value + ".getNumber()" : value;
    }

    private String store(String value) {
        return choice != null
                ? fill("own().%8$s_ = " + value + ";\n            message.%8$sCase_ = %5$s;")
                : fill("own().%1$s = " + value + ";" + (hasFlag() ? "\n            message.has%2$s_ = true;" : ""));
    }

    private String setter(String verb, String type, String statement) {
        return "        public Builder " + verb + fill("%2$s(") + type + " value) {\n            " + statement
                + "\n            return this;\n        }\n";
    }
}
