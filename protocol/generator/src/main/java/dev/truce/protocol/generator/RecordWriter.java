package dev.truce.protocol.generator;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.truce.protocol.generator.SchemaField.Part;
import dev.truce.protocol.options.v2.FamilyRules;
import dev.truce.protocol.options.v2.Range;
import dev.truce.protocol.options.v2.RecordRules;
import dev.truce.protocol.options.v2.WrapRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the records of a family: its kinds, the values that they are made of, and its enums. */
final class RecordWriter {
    private final SchemaFiles schema;
    private final String family;
    private final WordsWriter words;
    private final StringBuilder out = new StringBuilder();

    private RecordWriter(SchemaFiles schema, String family) {
        this.schema = schema;
        this.family = family;
        this.words = new WordsWriter(schema, family);
    }

    /** Returns the source of a family. */
    static String source(SchemaFiles schema, String family, String packageName) {
        return new RecordWriter(schema, family).write(packageName);
    }

    private String write(String packageName) {
        List<Descriptor> kinds = schema.kindsOf(family).stream()
                .map(FieldDescriptor::getMessageType)
                .toList();
        FamilyRules rules = schema.family(family);
        List<String> names = new ArrayList<>();
        kinds.forEach(kind -> names.add(simple(kind)));
        rules.getWrapsList().forEach(wrap -> names.add(wrap.getName()));
        if (!rules.getOtherwise().isEmpty()) {
            names.add(rules.getOtherwise());
        }
        out.append("package ")
                .append(packageName)
                .append(";\n\nimport java.util.List;\nimport java.util.Set;\n")
                .append("import org.jspecify.annotations.Nullable;\n\n")
                .append(doc("", rules.getWhat(), List.of()))
                .append("public sealed interface ")
                .append(family)
                .append(" {\n")
                .append(
                        "    /** Returns what a handler of every kind makes of this one. */\n    <R extends @Nullable Object> R in(Cases<R> cases);\n\n");
        out.append(words.ofFamily(family));
        cases(names);
        if (rules.getSome()) {
            some(names);
        }
        within(kinds);
        for (Descriptor kind : kinds) {
            record(kind, true);
        }
        rules.getWrapsList().forEach(this::wrap);
        if (!rules.getOtherwise().isEmpty()) {
            plain("What this program does not know.", rules.getOtherwise(), "", "");
        }
        for (Descriptor message : schema.messages()) {
            boolean isValue = SchemaFiles.rules(message)
                            .map(value -> value.getName().startsWith(family + "."))
                            .orElse(false)
                    && !kinds.contains(message);
            if (isValue) {
                record(message, false);
            }
        }
        schema.enumsOf(family).forEach(type -> constants(type, "    "));
        return out.append("}\n").toString();
    }

    static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String simple(Descriptor message) {
        return simple(SchemaFiles.rules(message).orElseThrow().getName());
    }

    private void wrap(WrapRules wrap) {
        String beside = wrap.getBeside();
        String more = beside.isEmpty()
                ? ""
                : ", "
                        + new SchemaField(
                                        schema,
                                        schema.kindsWith(wrap.getFamily(), beside)
                                                .get(0)
                                                .getMessageType()
                                                .findFieldByName(beside))
                                .type()
                        + " " + JavaNames.lower(beside);
        plain(
                schema.family(wrap.getFamily()).getWhat(),
                wrap.getName(),
                schema.java(wrap.getFamily(), "") + " " + wrap.getComponent() + more,
                words.ofWrap(wrap, beside.isEmpty() ? "" : ", " + JavaNames.lower(beside)));
    }

    private void plain(String what, String name, String components, String more) {
        out.append(doc("    ", what, List.of()))
                .append("    record ")
                .append(name)
                .append("(")
                .append(components)
                .append(") implements ")
                .append(family)
                .append(" {\n");
        in(name);
        out.append(more).append("    }\n\n");
    }

    private void in(String name) {
        out.append(
                        "        @Override\n        public <R extends @Nullable Object> R in(Cases<R> cases) {\n            return cases.")
                .append(JavaNames.first(name))
                .append("(this);\n        }\n\n");
    }

    private void cases(List<String> kinds) {
        out.append(
                        "    /**\n     * Handles every kind; a new one does not compile before every implementation has a method for it.\n")
                .append(
                        "     *\n     * @param <R> what comes of it; Void for nothing\n     */\n    interface Cases<R extends @Nullable Object> {\n");
        for (String kind : kinds) {
            out.append("        R ")
                    .append(JavaNames.first(kind))
                    .append("(")
                    .append(kind)
                    .append(" kind);\n");
        }
        out.append("    }\n\n");
    }

    private void some(List<String> kinds) {
        out.append(
                        "    /**\n     * Handles some kinds, and all others alike.\n     *\n     * @param <R> what comes of it; Void for nothing\n     */\n")
                .append(
                        "    interface Some<R extends @Nullable Object> extends Cases<R> {\n        /** Handles every kind without a method of its own. */\n")
                .append("        R otherwise(")
                .append(family)
                .append(" kind);\n\n");
        for (String kind : kinds) {
            out.append("        @Override\n        default R ")
                    .append(JavaNames.first(kind))
                    .append("(")
                    .append(kind)
                    .append(" kind) {\n            return otherwise(kind);\n        }\n\n");
        }
        out.append("    }\n\n");
    }

    private void within(List<Descriptor> kinds) {
        Set<String> families = kinds.stream()
                .map(kind -> SchemaFiles.rules(kind).orElseThrow().getWithin())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String name : families) {
            out.append("    /** Kinds that belong together. */\n    sealed interface ")
                    .append(name)
                    .append(" extends ")
                    .append(family)
                    .append(" {}\n\n");
        }
    }

    private void record(Descriptor message, boolean isKind) {
        RecordRules rules = SchemaFiles.rules(message).orElseThrow();
        List<SchemaField> components = schema.components(message);
        List<SchemaField> own = components.stream()
                .filter(component -> component.rules.getGroup().isEmpty())
                .toList();
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> declared = new ArrayList<>();
        for (SchemaField component : components) {
            for (Part part : component.parts()) {
                if (texts.putIfAbsent(part.name(), component.what()) == null) {
                    declared.add(part.type() + " " + part.name());
                }
            }
        }
        List<String> parameters = new ArrayList<>();
        texts.forEach((name, text) -> parameters.add(name + " " + JavaNames.first(text)));
        String parent = rules.getWithin().isEmpty() ? family : rules.getWithin();
        out.append(doc("    ", schema.comment(message), parameters))
                .append("    record ")
                .append(simple(message))
                .append("(")
                .append(String.join(", ", declared))
                .append(")")
                .append(parents(isKind ? parent : "", rules.getDoes()))
                .append(" {\n");
        rules.getConstantsList().forEach(this::constant);
        bounds(own);
        copies(message, own);
        if (isKind) {
            in(simple(message));
        }
        if (!rules.getShorter().isEmpty()) {
            shorter(message, components, rules.getShorter());
        }
        if (components.stream().anyMatch(component -> component.rules.getDesks())) {
            forAll(message, components);
        }
        withers(message, components);
        if (isKind) {
            out.append(words.ofKind(message, simple(message)));
        }
        if (components.stream().anyMatch(component -> component.rules.getSecret())) {
            printed(message, components);
        }
        schema.enumsOf(rules.getName()).forEach(type -> constants(type, "        "));
        out.append("    }\n\n");
    }

    private static String parents(String family, String does) {
        String all = Stream.of(family, does).filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : " implements " + all;
    }

    private void constant(String text) {
        String[] parts = text.split(": ", 2);
        out.append("        /** ")
                .append(parts[1])
                .append(" */\n        public static final ")
                .append(parts[0])
                .append(";\n\n");
    }

    /** Returns the parts of all components, each once. */
    static List<Part> parts(List<SchemaField> components) {
        return new ArrayList<>(components.stream()
                .flatMap(component -> component.parts().stream())
                .collect(Collectors.toMap(Part::name, part -> part, (first, again) -> first, LinkedHashMap::new))
                .values());
    }

    private void bounds(List<SchemaField> components) {
        for (SchemaField component : components) {
            Range range = component.rules.getRange();
            if (component.rules.hasRange()) {
                out.append("        /** The most that it may be. */\n        public static final ")
                        .append(component.single())
                        .append(" ")
                        .append(component.bound("MAX"))
                        .append(" = ")
                        .append(range.getMax())
                        .append("L;\n\n");
            }
            if (!component.rules.getAbsent().isEmpty()) {
                out.append("        /** In place of a number that is absent. */\n        public static final ")
                        .append(component.single())
                        .append(" ")
                        .append(component.absentName())
                        .append(" = ")
                        .append(component.absentValue())
                        .append(";\n\n");
            }
            if (component.rules.getMaxItems() > 0) {
                out.append("        /** Most of them. */\n        public static final int ")
                        .append(component.bound("MAX"))
                        .append(" = ")
                        .append(component.rules.getMaxItems())
                        .append(";\n\n");
            }
        }
        for (SchemaField component : components) {
            if (component.rules.hasRange()) {
                out.append(
                                "        /** Returns whether a number is within its bounds. */\n        public static boolean isInRange(")
                        .append(component.single())
                        .append(" ")
                        .append(component.name())
                        .append(") {\n            return ")
                        .append(inRange(component))
                        .append(";\n        }\n\n");
            }
        }
    }

    private static String inRange(SchemaField component) {
        Range range = component.rules.getRange();
        String name = component.name();
        String absent = component.rules.getAbsent().isEmpty() ? "" : name + " == " + component.absentName() + " || ";
        return absent + name + " >= " + range.getMin() + "L && " + name + " <= " + component.bound("MAX")
                + (range.getNotZero() ? " && " + name + " != 0" : "");
    }

    /** A record owns its lists, and refuses numbers that are out of bounds. */
    private void copies(Descriptor message, List<SchemaField> components) {
        StringBuilder body = new StringBuilder();
        Set<String> facts = new LinkedHashSet<>();
        for (SchemaField component : components) {
            if (component.rules.hasRange()) {
                body.append("            if (!isInRange(")
                        .append(component.name())
                        .append(")) {\n                throw new IllegalArgumentException(")
                        .append(component.name())
                        .append(" + \", expected ")
                        .append(component.rules.getRange().getMin())
                        .append("..\" + ")
                        .append(component.bound("MAX"))
                        .append(");\n            }\n");
            }
            if (component.isList()) {
                body.append("            ")
                        .append(component.name())
                        .append(" = List.copyOf(")
                        .append(component.name())
                        .append(");\n");
            }
            if (component.isFact() && facts.add(component.factName())) {
                body.append("            ")
                        .append(component.factName())
                        .append(" = Set.copyOf(")
                        .append(component.factName())
                        .append(");\n");
            }
        }
        if (body.length() > 0) {
            List<Part> parts = parts(schema.components(message));
            // In full: javac forgets the annotations of a compact constructor's types.
            out.append("        /** Keeps what cannot change. */\n        public ")
                    .append(simple(message))
                    .append(parts.stream()
                            .map(part -> part.type() + " " + part.name())
                            .collect(Collectors.joining(", ", "(", ") {\n")))
                    .append(body);
            parts.forEach(part -> out.append("            this.%1$s = %1$s;\n".formatted(part.name())));
            out.append("        }\n\n");
        }
    }

    private void shorter(Descriptor message, List<SchemaField> components, String before) {
        List<Part> given = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        Map<String, String> untold = new LinkedHashMap<>();
        components.forEach(
                component -> component.parts().forEach(part -> untold.putIfAbsent(part.name(), component.untold())));
        boolean isGiven = true;
        for (Part part : parts(components)) {
            isGiven &= !part.name().equals(before);
            if (isGiven) {
                given.add(part);
            }
            arguments.add(isGiven ? part.name() : untold.getOrDefault(part.name(), "null"));
        }
        out.append("        /** Without what follows, which is absent. */\n        public ")
                .append(simple(message))
                .append("(")
                .append(given.stream()
                        .map(part -> part.type() + " " + part.name())
                        .collect(Collectors.joining(", ")))
                .append(") {\n            this(")
                .append(String.join(", ", arguments))
                .append(");\n        }\n\n");
    }

    private void forAll(Descriptor message, List<SchemaField> components) {
        Map<String, String> told = new LinkedHashMap<>();
        for (SchemaField component : components) {
            for (Part part : component.parts()) {
                told.putIfAbsent(part.name(), component.rules.getDesks() ? component.untold() : part.name());
            }
        }
        out.append("        /** Returns what all may know of it: not what only desks are told. */\n        public ")
                .append(simple(message))
                .append(" forAll() {\n            return new ")
                .append(simple(message))
                .append("(")
                .append(String.join(", ", told.values()))
                .append(");\n        }\n\n");
    }

    private void withers(Descriptor message, List<SchemaField> components) {
        List<Part> parts = parts(components);
        for (String name : SchemaFiles.rules(message).orElseThrow().getWithersList()) {
            Part changed = parts.stream()
                    .filter(part -> part.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(message.getFullName() + " has no " + name));
            String arguments = parts.stream()
                    .map(part -> part.equals(changed) ? "other" : part.name())
                    .collect(Collectors.joining(", "));
            out.append("        /** Returns the same with another ")
                    .append(name)
                    .append(". */\n        public ")
                    .append(simple(message))
                    .append(" with")
                    .append(JavaNames.upper(name))
                    .append("(")
                    .append(changed.type())
                    .append(" other) {\n            return new ")
                    .append(simple(message))
                    .append("(")
                    .append(arguments)
                    .append(");\n        }\n\n");
        }
    }

    private void printed(Descriptor message, List<SchemaField> components) {
        Set<String> secret = components.stream()
                .filter(component -> component.rules.getSecret())
                .flatMap(component -> component.parts().stream())
                .map(Part::name)
                .collect(Collectors.toSet());
        String shown = parts(components).stream()
                .filter(part -> !secret.contains(part.name()))
                .map(part -> part.name() + "=\" + " + part.name() + " + \"")
                .collect(Collectors.joining(", "));
        out.append(
                        "        /** Leaves secrets out. */\n        @Override\n        public String toString() {\n            return \"")
                .append(simple(message))
                .append("[")
                .append(shown)
                .append("]\";\n        }\n");
    }

    private void constants(EnumDescriptor type, String indent) {
        String prefix = JavaNames.constant(type.getName()) + "_";
        List<String> constants = type.getValues().stream()
                .filter(value -> value.getNumber() > 0)
                .map(value -> indent + "    /** " + schema.comment(value) + " */\n    " + indent
                        + value.getName().substring(prefix.length()))
                .toList();
        out.append(doc(indent, schema.comment(type), List.of()))
                .append(indent)
                .append("public enum ")
                .append(simple(SchemaFiles.rules(type).getName()))
                .append(" {\n")
                .append(String.join(",\n", constants))
                .append("\n")
                .append(indent)
                .append("}\n\n");
    }

    private static String doc(String indent, String text, List<String> parameters) {
        StringBuilder doc = new StringBuilder(indent)
                .append("/**\n")
                .append(indent)
                .append(" * ")
                .append(text.isEmpty() ? "A value of the schema." : escaped(text))
                .append("\n");
        if (!parameters.isEmpty()) {
            doc.append(indent).append(" *\n");
        }
        parameters.forEach(parameter -> doc.append(indent)
                .append(" * @param ")
                .append(escaped(parameter))
                .append("\n"));
        return doc.append(indent).append(" */\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("*/", "");
    }
}
