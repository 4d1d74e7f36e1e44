package dev.truce.protocol.generator;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.truce.protocol.options.v2.RecordRules;
import dev.truce.protocol.options.v2.WrapRules;
import java.util.Comparator;
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
        Set<Descriptor> done = new LinkedHashSet<>();
        kinds.forEach(kind -> done.add(kind.getMessageType()));
        List.copyOf(done).forEach(this::message);
        while (!done.containsAll(values)) {
            for (Descriptor value : List.copyOf(values)) {
                if (done.add(value)) {
                    message(value);
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
            import java.util.List;
            import java.util.Locale;
            import java.util.Set;
            import java.util.stream.IntStream;
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
        String own = """

                /** Returns a value as the schema has it. */
                static %2$s toWire(%1$s from) {
                    %2$s.Builder to = %2$s.newBuilder();
                    write(from, to);
                    return to.build();
                }

                /** Reads a value. */
                static %1$s toGame(%2$s from, String field) throws UnreadableException {
                    return read(from, field);
                }
            """.formatted(game, container);
        boolean isOwn = choice.getContainingType().getName().equals(family);
        return kinds(cases) + writing(game, container) + reading(game, container, cases) + (isOwn ? own : "") + "\n";
    }

    private String kinds(String cases) {
        return """
                private %1$sWire() {}

                /** Returns whether a message is of this family. */
                static boolean reads(%2$s kind) {
                    return switch (kind) {
                        case %3$s -> true;
                        default -> false;
                    };
                }

            """.formatted(
                        family, cases, kinds.stream().map(CodecWriter::constant).collect(Collectors.joining(", ")));
    }

    private static String constant(FieldDescriptor kind) {
        return kind.getName().toUpperCase(Locale.ROOT);
    }

    private String writing(String game, String container) {
        String methods = kinds.stream()
                .map(kind -> {
                    String simple = RecordWriter.simple(SchemaFiles.rules(kind.getMessageType())
                            .orElseThrow()
                            .getName());
                    return """
                                    @Override
                                    public %1$s.Builder %2$s(%3$s.%4$s kind) {
                                        return to.set%5$s(toWire(kind));
                                    }
                            """.formatted(
                                    container, JavaNames.first(simple), game, simple, JavaNames.upper(kind.getName()));
                })
                .collect(Collectors.joining("\n"));
        String wrapped = schema.family(family).getWrapsList().stream()
                .map(wrap -> """

                                @Override
                                public %1$s.Builder %2$s(%3$s.%4$s kind) {
                        %7$s            %5$sWire.write(kind.%6$s(), to);
                                    return to;
                                }
                        """.formatted(
                                container,
                                JavaNames.first(wrap.getName()),
                                game,
                                wrap.getName(),
                                wrap.getFamily(),
                                wrap.getComponent(),
                                besides(wrap)))
                .collect(Collectors.joining());
        String otherwise = schema.family(family).getOtherwise();
        if (!otherwise.isEmpty()) {
            wrapped += """

                            @Override
                            public %1$s.Builder %2$s(%3$s.%4$s kind) {
                                return to;
                            }
                    """.formatted(container, JavaNames.first(otherwise), game, otherwise);
        }
        return """
                private record Writing(%2$s.Builder to) implements %1$s.Cases<%2$s.Builder> {
            %3$s%4$s    }

                /** Writes a value. */
                static void write(%1$s from, %2$s.Builder to) {
                    from.in(new Writing(to));
                }

            """.formatted(game, container, methods, wrapped);
    }

    /** Returns what writes a component that stands beside a family into the messages that have it. */
    private String besides(WrapRules wrap) {
        return schema.kindsWith(wrap.getFamily(), wrap.getBeside()).stream()
                .map(kind -> """
                                    if (kind.%4$s() instanceof %5$s it) {
                                        return to.set%1$s(%6$sWire.builder(it).set%2$s(kind.%3$s()));
                                    }
                        """.formatted(
                                JavaNames.upper(kind.getName()),
                                JavaNames.upper(wrap.getBeside()),
                                JavaNames.lower(wrap.getBeside()),
                                wrap.getComponent(),
                                type(kind.getMessageType()),
                                wrap.getFamily()))
                .collect(Collectors.joining());
    }

    /** Returns what reads the families that are kinds of this one. */
    private String wrapped(String game) {
        return schema.family(family).getWrapsList().stream()
                .map(wrap -> {
                    String beside = schema.kindsWith(wrap.getFamily(), wrap.getBeside()).stream()
                            .map(kind -> "from.has%1$s() ? from.get%1$s().get%2$s() : "
                                    .formatted(JavaNames.upper(kind.getName()), JavaNames.upper(wrap.getBeside())))
                            .collect(Collectors.joining());
                    return """
                                    if (%1$sWire.reads(kind)) {
                                        return new %2$s.%3$s(%1$sWire.read(from, field)%4$s);
                                    }
                            """.formatted(
                            wrap.getFamily(), game, wrap.getName(), beside.isEmpty() ? "" : ", " + beside + "0");
                })
                .collect(Collectors.joining());
    }

    private String reading(String game, String container, String cases) {
        String rows = kinds.stream()
                .map(kind -> "            case %s -> toGame(from.get%s(), at);\n"
                        .formatted(constant(kind), JavaNames.upper(kind.getName())))
                .collect(Collectors.joining());
        String otherwise = schema.family(family).getOtherwise();
        String none = otherwise.isEmpty()
                ? "throw UnreadableException.missing(field.isEmpty() ? \"" + choice.getName() + "\" : field);"
                : "return new " + game + "." + otherwise + "();";
        return """
                /** Reads a value. */
                static %1$s read(%2$s from, String field) throws UnreadableException {
                    %3$s kind = from.get%4$sCase();
            %6$s        if (!reads(kind)) {
                        %7$s
                    }
                    String name = kind.name().toLowerCase(Locale.ROOT);
                    String at = field.isEmpty() ? name : field + "." + name;
                    return switch (kind) {
            %5$s            default -> throw UnreadableException.missing(field);
                    };
                }
            """.formatted(game, container, cases, JavaNames.upper(choice.getName()), rows, wrapped(game), none);
    }

    private void message(Descriptor message) {
        List<SchemaField> components = schema.components(message);
        String writes = components.stream().map(this::writes).collect(Collectors.joining());
        StringBuilder before = new StringBuilder();
        Map<String, String> arguments = new LinkedHashMap<>();
        Map<String, String> groups = new LinkedHashMap<>();
        Set<String> facts = new LinkedHashSet<>();
        for (SchemaField component : components) {
            if (component.isFact()) {
                if (facts.add(component.factName())) {
                    before.append("        Set<%2$s> %1$s = EnumSet.noneOf(%2$s.class);\n"
                            .formatted(component.factName(), component.factType()));
                }
                before.append("        if (from.get%s()) {\n            %s.add(%s);\n        }\n"
                        .formatted(upper(component), component.factName(), component.factConstant()));
                arguments.putIfAbsent(component.factName(), component.factName());
            } else {
                before.append(checks(component)).append(reads(component, arguments));
                String group = component.rules.getGroup();
                if (!group.isEmpty()) {
                    groups.putIfAbsent(group, component.group(group));
                    groups.putIfAbsent(
                            component.path().get(0),
                            component.group(component.path().get(0)));
                }
            }
        }
        // The sender of the record adds what is not a component of it.
        boolean isOpen = schema.components(message).size() < message.getFields().size();
        String writing = isOpen ? """
                static %1$s.Builder builder(%2$s from) {
                    %1$s.Builder to = %1$s.newBuilder();
            %3$s        return to;
                }

                static %1$s toWire(%2$s from) {
                    return builder(from).build();
                }
            """ : """
                static %1$s toWire(%2$s from) {
                    %1$s.Builder to = %1$s.newBuilder();
            %3$s        return to.build();
                }
            """;
        out.append((writing + """

                static %2$s toGame(%1$s from, String field) throws UnreadableException {
            %4$s        return new %2$s(%5$s);
                }

            """)
                .formatted(
                        JavaNames.WIRE + message.getName(), type(message), writes, before, grouped(arguments, groups)));
    }

    /** Returns the arguments of a record, those of groups within their records; both are keyed by their paths. */
    private static String grouped(Map<String, String> arguments, Map<String, String> groups) {
        Map<String, String> left = new LinkedHashMap<>(arguments);
        List<String> deepestFirst = groups.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (String group : deepestFirst) {
            List<String> inner = left.keySet().stream()
                    .filter(path -> path.startsWith(group + "."))
                    .toList();
            String made = inner.stream()
                    .map(path -> left.getOrDefault(path, ""))
                    .collect(Collectors.joining(", ", "new " + groups.get(group) + "(", ")"));
            Map<String, String> outer = new LinkedHashMap<>();
            left.forEach((path, value) -> outer.put(
                    path.startsWith(group + ".") ? group : path, path.startsWith(group + ".") ? made : value));
            left.clear();
            left.putAll(outer);
        }
        return String.join(", ", left.values());
    }

    private static String upper(SchemaField component) {
        return JavaNames.upper(component.field.getName());
    }

    private String value(SchemaField component, String from) {
        if (component.isMapped()) {
            return component.rules.getCodec() + ".toWire(" + from + ")";
        }
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
        if (!component.constants().getCodec().isEmpty()) {
            return component.constants().getCodec();
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
        String from = component.accessor();
        if (component.rules.getOfAll()) {
            return "        " + component.rules.getCodec() + ".write(" + from + ", to);\n";
        }
        if (component.field.isRepeated() && component.isMapped()) {
            return "        to.addAll" + upper + "(" + value(component, from) + ");\n";
        }
        if (component.isList()) {
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

    private static String at(SchemaField component) {
        return "field + \"." + component.field.getName() + "\"";
    }

    /** Returns what refuses a field that is missing, or a list that is too long. */
    private static String checks(SchemaField component) {
        String required = """
                    if (!from.has%1$s()) {
                        throw UnreadableException.missing(%2$s);
                    }
            """;
        String bounded = """
                    if (from.get%1$sCount() > %3$d) {
                        throw new UnreadableException(%2$s, "refused.malformed.count", "", %3$d, from.get%1$sCount());
                    }
            """;
        int most = component.rules.getMaxItems();
        return ((component.rules.getRequired() ? required : "") + (most > 0 ? bounded : ""))
                .formatted(upper(component), at(component), most);
    }

    /** Returns what is read before the record is made, and adds its arguments. */
    private String reads(SchemaField component, Map<String, String> arguments) {
        String upper = upper(component);
        String name = component.name();
        String value = component.isList() ? list(component) : single(component);
        if (component.rules.getSpread()) {
            component.parts().forEach(part -> arguments.put(part.name(), name + "Read." + part.accessor() + "()"));
            return "        %s %sRead = %s;\n".formatted(component.single(), name, value);
        }
        if (component.rules.getNullable()) {
            value = "from.has" + upper + "() ? " + value + " : null";
        }
        boolean mayBeAbsent = !component.rules.getAbsent().isEmpty();
        if (mayBeAbsent) {
            value = "from.has" + upper + "() ? " + value + " : " + component.absentValue();
        }
        if (!component.rules.hasRange()) {
            arguments.put(String.join(".", component.path()), value);
            return "";
        }
        arguments.put(name, name);
        return """
                    %1$s %2$s = %3$s;
                    if (%4$s!%5$s.isInRange(%2$s)) {
                        throw new UnreadableException(%6$s, "%7$s", "", %8$dL);
                    }
            """.formatted(
                component.single(),
                name,
                value,
                // What is sent must not stand for what is absent.
                mayBeAbsent
                        ? "from.has" + upper + "() && from.get" + upper + "() == " + component.absentValue() + " || "
                        : "",
                type(component.field.getContainingType()),
                at(component),
                OUT_OF_RANGE,
                component.rules.getRange().getMax());
    }

    private String list(SchemaField component) {
        if (component.single().equals("String")) {
            // Lists of texts have a type of protobuf-java, which the page has not.
            return "IntStream.range(0, from.get%1$sCount()).mapToObj(from::get%1$s).toList()"
                    .formatted(upper(component));
        }
        String list = "from.get" + upper(component) + "List()";
        return component.isMessage() || component.isEnum()
                ? "WireLists.read(" + list + ", " + at(component) + ", " + reader(component) + ")"
                : list;
    }

    private String single(SchemaField component) {
        if (component.rules.getOfAll()) {
            return component.rules.getCodec() + ".read(from, field)";
        }
        String value = "from.get" + upper(component) + (component.field.isRepeated() ? "List()" : "()");
        if (component.isMapped()) {
            return component.rules.getCodec() + ".toGame(" + value + ", " + at(component) + ")";
        }
        if (component.isMessage()) {
            return mapper(component) + "toGame(" + value + ", " + at(component) + ")";
        }
        return component.isEnum()
                ? table(component) + ".toGame(" + value + ", " + at(component) + ")"
                : text(component, value, at(component));
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
            case TEXT_SCENARIO -> "WireTexts.scenario(" + value + ", " + at + ")";
            case TEXT_PROGRAM -> "WireTexts.ascii(" + value + ", " + at + ", Wire.PROGRAM_CHARACTERS)";
            default -> value;
        };
    }
}
