package dev.truce.protocol.generator;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.truce.protocol.generator.SchemaField.Part;
import dev.truce.protocol.options.v2.RecordRules;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what maps the records of a family to the messages of the wire, in both directions. */
final class CodecWriter {
    /** All numbers with bounds are times. */
    private static final String OUT_OF_RANGE = "refused.malformed.millis";

    private final SchemaFiles schema;
    private final String family;
    private final OneofDescriptor choice;
    private final List<FieldDescriptor> kinds;
    private final StringBuilder out = new StringBuilder();
    private final Set<EnumDescriptor> tables = new LinkedHashSet<>();
    private final Set<Descriptor> values = new LinkedHashSet<>();

    private CodecWriter(SchemaFiles schema, String family) {
        this.schema = schema;
        this.family = family;
        this.choice = schema.choiceOf(family);
        this.kinds = schema.kindsOf(family);
    }

    /** Returns the source of the mapping of a family. */
    static String source(SchemaFiles schema, String family, String packageName) {
        return new CodecWriter(schema, family).write(packageName);
    }

    private String write(String packageName) {
        kinds.forEach(kind -> kind(kind.getMessageType(), false));
        Set<Descriptor> done = new LinkedHashSet<>();
        while (!done.containsAll(values)) {
            for (Descriptor value : List.copyOf(values)) {
                if (done.add(value)) {
                    kind(value, true);
                }
            }
        }
        String container = JavaNames.WIRE + choice.getContainingType().getName();
        String cases = container + "." + JavaNames.upper(choice.getName()) + "Case";
        String head = """
            package %1$s;

            import dev.truce.protocol.codec.table.EnumTable;
            import dev.truce.protocol.codec.table.UnreadableException;
            import dev.truce.protocol.codec.table.WireLists;
            import dev.truce.protocol.message.Wire;
            import java.util.ArrayList;
            import java.util.EnumSet;
            import java.util.LinkedHashMap;
            import java.util.List;
            import java.util.Locale;
            import java.util.Map;
            import java.util.Set;
            import org.jspecify.annotations.Nullable;

            /** Maps the kinds of %2$s, in both directions. */
            final class %3$sWire {
            """.formatted(packageName, family, family);
        return head + tables() + family(container, cases) + out + "}\n";
    }

    private String tables() {
        return tables.stream()
                .map(type ->
                        "    static final EnumTable<%1$s, %2$s> %3$s =\n            EnumTable.of(%1$s.class, %2$s.class, \"%3$s_\");\n\n"
                                .formatted(
                                        schema.java(
                                                SchemaFiles.rules(type).getName(),
                                                SchemaFiles.rules(type).getType()),
                                        JavaNames.WIRE + type.getName(),
                                        JavaNames.constant(type.getName())))
                .collect(Collectors.joining());
    }

    private String type(Descriptor message) {
        RecordRules rules = SchemaFiles.rules(message).orElseThrow();
        return schema.java(rules.getName(), rules.getType());
    }

    private String family(String container, String cases) {
        String game = schema.java(family, "");
        boolean own = choice.getContainingType().getName().equals(family);
        StringBuilder text = new StringBuilder();
        text.append("    private static final Map<Class<? extends ")
                .append(game)
                .append(">, ")
                .append(cases)
                .append("> KINDS = kindsByType();\n\n    private ")
                .append(family)
                .append("Wire() {}\n\n    private static Map<Class<? extends ")
                .append(game)
                .append(">, ")
                .append(cases)
                .append("> kindsByType() {\n        Map<Class<? extends ")
                .append(game)
                .append(">, ")
                .append(cases)
                .append("> kinds = new LinkedHashMap<>();\n");
        kinds.forEach(kind -> text.append("        kinds.put(")
                .append(type(kind.getMessageType()))
                .append(".class, ")
                .append(cases)
                .append(".")
                .append(kind.getName().toUpperCase(Locale.ROOT))
                .append(");\n"));
        text.append("        return kinds;\n    }\n\n");
        text.append("    /** Returns all kinds. */\n    static Set<Class<? extends ")
                .append(game)
                .append(">> kinds() {\n        return KINDS.keySet();\n    }\n\n")
                .append(
                        "    /** Returns what the schema calls a kind, or null if it is none. */\n    static @Nullable String nameOf(Class<?> type) {\n        ")
                .append(cases)
                .append(" kind = KINDS.get(type);\n        return kind == null ? null : kind.name();\n    }\n\n")
                .append("    /** Returns whether a message is of this family. */\n    static boolean reads(")
                .append(cases)
                .append(" kind) {\n        return KINDS.containsValue(kind);\n    }\n\n");
        text.append("    private record Writing(")
                .append(container)
                .append(".Builder to) implements ")
                .append(game)
                .append(".Cases<")
                .append(container)
                .append(".Builder> {\n");
        for (FieldDescriptor kind : kinds) {
            String simple = RecordWriter.simple(
                    SchemaFiles.rules(kind.getMessageType()).orElseThrow().getName());
            text.append("        @Override\n        public ")
                    .append(container)
                    .append(".Builder ")
                    .append(JavaNames.first(simple))
                    .append("(")
                    .append(game)
                    .append(".")
                    .append(simple)
                    .append(" kind) {\n            return to.set")
                    .append(JavaNames.upper(kind.getName()))
                    .append("(toWire(kind));\n        }\n\n");
        }
        text.append("    }\n\n    /** Writes a value. */\n    static void write(")
                .append(game)
                .append(" from, ")
                .append(container)
                .append(".Builder to) {\n        from.in(new Writing(to));\n    }\n\n");
        text.append("    /** Reads a value. */\n    static ")
                .append(game)
                .append(" read(")
                .append(container)
                .append(" from, String field) throws UnreadableException {\n        ")
                .append(cases)
                .append(" kind = from.get")
                .append(JavaNames.upper(choice.getName()))
                .append(
                        "Case();\n        if (!reads(kind)) {\n            throw UnreadableException.missing(field);\n        }\n")
                .append(
                        "        String name = kind.name().toLowerCase(Locale.ROOT);\n        String at = field.isEmpty() ? name : field + \".\" + name;\n        return switch (kind) {\n");
        for (FieldDescriptor kind : kinds) {
            text.append("            case ")
                    .append(kind.getName().toUpperCase(Locale.ROOT))
                    .append(" -> toGame(from.get")
                    .append(JavaNames.upper(kind.getName()))
                    .append("(), at);\n");
        }
        text.append("            default -> throw UnreadableException.missing(field);\n        };\n    }\n\n");
        if (own) {
            text.append("    /** Returns a value as the schema has it. */\n    static ")
                    .append(container)
                    .append(" toWire(")
                    .append(game)
                    .append(" from) {\n        ")
                    .append(container)
                    .append(".Builder to = ")
                    .append(container)
                    .append(
                            ".newBuilder();\n        write(from, to);\n        return to.build();\n    }\n\n    /** Reads a value. */\n    static ")
                    .append(game)
                    .append(" toGame(")
                    .append(container)
                    .append(
                            " from, String field) throws UnreadableException {\n        return read(from, field);\n    }\n\n");
        }
        return text.toString();
    }

    private void kind(Descriptor message, boolean isValue) {
        String wire = JavaNames.WIRE + message.getName();
        String game = type(message);
        List<SchemaField> components = schema.components(message);
        out.append("    static ")
                .append(wire)
                .append(" toWire(")
                .append(game)
                .append(" from) {\n        ")
                .append(wire)
                .append(".Builder to = ")
                .append(wire)
                .append(".newBuilder();\n");
        components.forEach(component -> out.append(writes(component)));
        out.append("        return to.build();\n    }\n\n");
        out.append("    static ")
                .append(game)
                .append(" toGame(")
                .append(wire)
                .append(" from, String field) throws UnreadableException {\n");
        Map<String, String> arguments = new LinkedHashMap<>();
        Set<String> facts = new LinkedHashSet<>();
        for (SchemaField component : components) {
            if (component.isFact()) {
                if (facts.add(component.factName())) {
                    out.append("        Set<")
                            .append(component.factType())
                            .append("> ")
                            .append(component.factName())
                            .append(" = EnumSet.noneOf(")
                            .append(component.factType())
                            .append(".class);\n");
                }
                out.append("        if (from.get")
                        .append(upper(component))
                        .append("()) {\n            ")
                        .append(component.factName())
                        .append(".add(")
                        .append(component.factConstant())
                        .append(");\n        }\n");
                arguments.putIfAbsent(component.factName(), component.factName());
            } else {
                reads(component, arguments);
            }
        }
        out.append("        return new ")
                .append(game)
                .append("(")
                .append(String.join(", ", arguments.values()))
                .append(");\n    }\n\n");
    }

    private static String upper(SchemaField component) {
        return JavaNames.upper(component.field.getName());
    }

    private String value(SchemaField component, String from) {
        if (component.isMessage()) {
            return mapper(component) + "toWire(" + from + ")";
        }
        return component.isEnum() ? table(component) + ".toWire(" + from + ")" : from;
    }

    /** Returns the class that maps a message, with a point; empty for this one. */
    private String mapper(SchemaField component) {
        RecordRules record = component.record();
        if (!record.getCodec().isEmpty()) {
            return record.getCodec() + ".";
        }
        Descriptor message = component.field.getMessageType();
        String owner = record.getName().isEmpty() ? family : record.getName().split("\\.")[0];
        if (!owner.equals(family)) {
            return owner + "Wire.";
        }
        values.add(message);
        return "";
    }

    private String table(SchemaField component) {
        EnumDescriptor type = component.field.getEnumType();
        if (!component.constants().getTable().isEmpty()) {
            return component.constants().getTable();
        }
        tables.add(type);
        return JavaNames.constant(type.getName());
    }

    private String writes(SchemaField component) {
        String upper = upper(component);
        if (component.isFact()) {
            return "        to.set" + upper + "(from." + component.factName() + "().contains("
                    + component.factConstant() + "));\n";
        }
        if (component.rules.getSpread()) {
            String parts = component.parts().stream()
                    .map(part -> "from." + part.name() + "()")
                    .collect(Collectors.joining(", "));
            return "        to.set" + upper + "(" + value(component, "new " + component.single() + "(" + parts + ")")
                    + ");\n";
        }
        String from = "from." + component.name() + "()";
        if (component.field.isRepeated()) {
            return component.isMessage() || component.isEnum()
                    ? "        for (" + component.single() + " each : " + from + ") {\n            to.add" + upper + "("
                            + value(component, "each") + ");\n        }\n"
                    : "        to.addAll" + upper + "(" + from + ");\n";
        }
        String set = "to.set" + upper + "(" + value(component, from) + ");\n";
        if (component.rules.getNullable()) {
            String name = component.name();
            return "        " + component.type() + " " + name + " = " + from + ";\n        if (" + name
                    + " != null) {\n            to.set" + upper + "(" + value(component, name) + ");\n        }\n";
        }
        return component.rules.getAbsent().isEmpty()
                ? "        " + set
                : "        if (" + from + " != " + component.absentValue() + ") {\n            " + set + "        }\n";
    }

    private void reads(SchemaField component, Map<String, String> arguments) {
        String upper = upper(component);
        String at = "field + \"." + component.field.getName() + "\"";
        if (component.rules.getRequired()) {
            out.append("        if (!from.has")
                    .append(upper)
                    .append("()) {\n            throw UnreadableException.missing(")
                    .append(at)
                    .append(");\n        }\n");
        }
        if (component.rules.getMaxItems() > 0) {
            out.append("        if (from.get")
                    .append(upper)
                    .append("Count() > ")
                    .append(component.rules.getMaxItems())
                    .append(") {\n            throw new UnreadableException(")
                    .append(at)
                    .append(", \"refused.malformed.count\", \"\", ")
                    .append(component.rules.getMaxItems())
                    .append(", from.get")
                    .append(upper)
                    .append("Count());\n        }\n");
        }
        if (component.rules.getSpread()) {
            out.append("        ")
                    .append(component.single())
                    .append(" ")
                    .append(component.name())
                    .append("Read = ")
                    .append(mapper(component))
                    .append("toGame(from.get")
                    .append(upper)
                    .append("(), ")
                    .append(at)
                    .append(");\n");
            for (Part part : component.parts()) {
                arguments.put(part.name(), component.name() + "Read." + part.accessor() + "()");
            }
            return;
        }
        String value = "from.get" + upper + "()";
        if (component.field.isRepeated()) {
            String list = "from.get" + upper + "List()";
            value = component.isMessage() || component.isEnum()
                    ? "WireLists.read(" + list + ", " + at + ", " + reader(component) + ")"
                    : list;
        } else if (component.isMessage() || component.isEnum()) {
            value = component.isMessage()
                    ? mapper(component) + "toGame(" + value + ", " + at + ")"
                    : table(component) + ".toGame(" + value + ", " + at + ")";
        } else {
            value = text(component, value, at);
        }
        if (component.rules.getNullable()) {
            value = "from.has" + upper + "() ? " + value + " : null";
        }
        if (!component.rules.getAbsent().isEmpty()) {
            value = "from.has" + upper + "() ? " + value + " : " + component.absentValue();
        }
        if (component.rules.hasRange()) {
            String record = type(component.field.getContainingType());
            String name = component.name();
            out.append("        ")
                    .append(component.single())
                    .append(" ")
                    .append(name)
                    .append(" = ")
                    .append(value)
                    .append(";\n        if (");
            if (!component.rules.getAbsent().isEmpty()) {
                out.append("from.has")
                        .append(upper)
                        .append("() && (")
                        .append(name)
                        .append(" < 0 || !")
                        .append(record)
                        .append(".isInRange(")
                        .append(name)
                        .append("))");
            } else {
                out.append("!")
                        .append(record)
                        .append(".isInRange(")
                        .append(name)
                        .append(")");
            }
            out.append(") {\n            throw new UnreadableException(")
                    .append(at)
                    .append(", \"" + OUT_OF_RANGE + "\", \"\", ")
                    .append(component.rules.getRange().getMax())
                    .append("L);\n        }\n");
            value = name;
        }
        arguments.put(component.name(), value);
    }

    private String reader(SchemaField component) {
        String mapper = component.isMessage() ? mapper(component) : table(component) + ".";
        return "(each, place) -> " + mapper + "toGame(each, place)";
    }

    private static String text(SchemaField component, String value, String at) {
        return switch (component.rules.getText()) {
            case TEXT_ID -> "WireTexts.id(" + value + ", " + at + ")";
            case TEXT_ASCII -> "WireTexts.ascii(" + value + ", " + at + ", Wire.ID_CHARACTERS)";
            case TEXT_NAME -> "WireTexts.name(" + value + ", " + at + ")";
            case TEXT_WORDS -> "WireTexts.words(" + value + ", " + at + ")";
            case TEXT_TEMPLATE -> "WireTexts.template(" + value + ", " + at + ")";
            case TEXT_LIST -> "WireTexts.list(" + value + ", " + at + ")";
            default -> value;
        };
    }
}
