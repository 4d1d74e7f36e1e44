package dev.truce.scenario.shelf;

import dev.truce.engine.scenario.Instruments;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.Titles;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a class {@code Shelf} whose methods make the scenarios that ship, one each, out of the values that the loader has read and checked. */
public final class ShelfWriter {
    /** Records with more components have a method of their own: scenarios have most of them in common, which then stand once. */
    private static final int SHARED_FROM = 4;

    private final Map<Record, String> shared = new LinkedHashMap<>();
    private final StringBuilder methods = new StringBuilder();

    private ShelfWriter() {}

    /**
     * Writes the class, unless it is there already and the same, so that nothing is compiled again.
     *
     * @param arguments full name of the class, and the folder of its sources
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1], arguments[0].replace('.', '/') + ".java");
        String source = source(arguments[0]);
        if (!Files.exists(file) || !Files.readString(file).equals(source)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        }
    }

    /** Returns the source of a class of a name. */
    static String source(String name) {
        ShelfWriter writer = new ShelfWriter();
        int dot = name.lastIndexOf('.');
        String className = name.substring(dot + 1);
        String scenario = Scenario.class.getName();
        StringBuilder out = new StringBuilder();
        line(out, "package", name.substring(0, dot) + ";");
        line(out, "@SuppressWarnings({\"rawtypes\", \"unchecked\"})");
        line(out, "public", "final", "class", className, "{");
        line(out, "private", className + "()", "{}");
        line(out, "public", "static", "java.util.List<String>", "ids()", "{");
        line(out, "return", writer.literal(Scenarios.ids()) + ";", "}");
        line(out, "public", "static", scenario, "make(String id)", "{", "return switch (id) {");
        for (String id : Scenarios.ids()) {
            line(out, "case", text(id), "->", method(id) + "();");
        }
        line(out, "default -> null;", "};", "}");
        line(out, "public", "static", scenario, "nearest(String id, String hash)", "{");
        line(out, "return switch (id + \" \" + hash) {");
        for (ScenarioFile earlier : Scenarios.earlier()) {
            Scenario played = earlier.scenario();
            String named = played.id() + " " + played.hash();
            line(out, "case", text(named), "->", method(named) + "();");
        }
        line(out, "default -> make(id);", "};", "}");
        String titles = Titles.class.getName();
        line(out, "public", "static", titles, "titles(String id)", "{", "return switch (id) {");
        for (String id : Scenarios.ids()) {
            line(out, "case", text(id), "->", writer.literal(Scenarios.named(id).titles()) + ";");
        }
        line(out, "default -> throw new IllegalArgumentException(id);", "};", "}");
        for (String id : Scenarios.ids()) {
            writer.method(method(id), Scenarios.named(id));
        }
        for (ScenarioFile earlier : Scenarios.earlier()) {
            Scenario played = earlier.scenario();
            writer.method(method(played.id() + " " + played.hash()), played);
        }
        return out.append(writer.methods).append("}\n").toString();
    }

    private static void line(StringBuilder out, String... words) {
        out.append(String.join(" ", words)).append('\n');
    }

    private void method(String name, Record made) {
        String literal = record(made);
        methods.append("\n    private static ")
                .append(made.getClass().getCanonicalName())
                .append(" ")
                .append(name);
        methods.append("() {\n        return ").append(literal).append(";\n    }\n");
    }

    private static String method(String id) {
        return id.replaceAll("[^a-z0-9]", "_");
    }

    private String literal(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof String text) {
            return text(text);
        } else if (value instanceof Double number) {
            return number(number);
        } else if (value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        } else if (value instanceof Enum<?> constant) {
            return constant.getDeclaringClass().getCanonicalName() + "." + constant.name();
        } else if (value instanceof List<?> list) {
            return "java.util.List.of(" + list.stream().map(this::literal).collect(Collectors.joining(", ")) + ")";
        } else if (value instanceof Record record) {
            return record.getClass().getRecordComponents().length < SHARED_FROM ? record(record) : shared(record);
        }
        throw new IllegalArgumentException("a scenario has no values of " + value.getClass());
    }

    private String shared(Record record) {
        String known = shared.get(record);
        if (known == null) {
            known = "part" + shared.size();
            shared.put(record, known);
            method(known, record);
        }
        return known + "()";
    }

    private String record(Record record) {
        StringBuilder out = new StringBuilder("new " + record.getClass().getCanonicalName() + "(");
        String separator = "";
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String literal = literal(value(record, component));
            boolean has = component.getType() == Instruments.class;
            out.append(separator).append(has ? Instruments.class.getName() + ".of(" + literal + ")" : literal);
            separator = ", ";
        }
        return out.append(")").toString();
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static String number(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a scenario has no value " + number);
        }
        // Java reads this back to the same bits; so does the compiler.
        return Double.toString(number);
    }

    private static String text(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
