package dev.truce.protocol.generator;

import com.google.protobuf.Descriptors.Descriptor;
import dev.truce.protocol.generator.SchemaField.Part;
import dev.truce.protocol.options.v2.FamilyRules;
import dev.truce.protocol.options.v2.OptionsProto;
import dev.truce.protocol.options.v2.RecordRules;
import dev.truce.protocol.options.v2.Text;
import dev.truce.protocol.options.v2.WrapRules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the methods by which all that a person has written in what clients send gets other words, wherever in it a text is words. */
final class WordsWriter {
    private final SchemaFiles schema;
    private final boolean isSent;

    /** @param family whose records are written */
    WordsWriter(SchemaFiles schema, String family) {
        this.schema = schema;
        this.isSent = schema.messages().stream()
                .flatMap(message -> message.getOptions().getExtension(OptionsProto.families).stream())
                .filter(FamilyRules::getReworded)
                .anyMatch(sent -> families(sent.getName()).contains(family));
    }

    /** Returns a family and all that its kinds have. */
    private Set<String> families(String family) {
        Set<String> all = new LinkedHashSet<>(Set.of(family));
        schema.family(family).getWrapsList().forEach(wrap -> all.addAll(families(wrap.getFamily())));
        schema.kindsOf(family).stream()
                .flatMap(kind -> schema.components(kind.getMessageType()).stream())
                .flatMap(component -> familyOf(component).stream())
                .forEach(inner -> all.addAll(families(inner)));
        return all;
    }

    private boolean has(Descriptor message) {
        return isSent && schema.components(message).stream().anyMatch(this::has);
    }

    private boolean has(SchemaField component) {
        return isWords(component)
                || familyOf(component).stream()
                        .flatMap(family -> families(family).stream())
                        .flatMap(family -> schema.kindsOf(family).stream())
                        .flatMap(kind -> schema.components(kind.getMessageType()).stream())
                        .anyMatch(WordsWriter::isWords);
    }

    private static boolean isWords(SchemaField component) {
        return component.rules.getText() == Text.TEXT_WORDS;
    }

    private static Optional<String> familyOf(SchemaField component) {
        return component.isMessage()
                ? SchemaFiles.rules(component.field.getMessageType())
                        .map(RecordRules::getName)
                        .filter(name -> !name.isEmpty() && !name.contains("."))
                : Optional.empty();
    }

    /** Returns the method of the family; empty if clients do not send it. */
    String ofFamily(String family) {
        return isSent ? """
                /** Returns the same with other words, wherever it has words. */
                default %s reworded(java.util.function.UnaryOperator<String> words) {
                    return this;
                }

            """.formatted(family) : "";
    }

    /** Returns the method of a kind; empty for one without words. */
    String ofKind(Descriptor kind, String name) {
        if (!has(kind)) {
            return "";
        }
        List<SchemaField> components = schema.components(kind);
        return method(
                name,
                RecordWriter.parts(components).stream()
                        .map(part -> argument(part, components))
                        .collect(Collectors.joining(", ")));
    }

    /** Returns the method of a kind that is another family. */
    String ofWrap(WrapRules wrap, String beside) {
        return isSent ? method(wrap.getName(), wrap.getComponent() + ".reworded(words)" + beside) : "";
    }

    private String argument(Part part, List<SchemaField> components) {
        for (SchemaField component : components) {
            if (has(component)
                    && (component.isList()
                            || component.rules.getNullable()
                            || component.path().size() > 1)) {
                throw new IllegalArgumentException(
                        component.field.getFullName() + " has words where none are looked for");
            }
            if (has(component) && component.name().equals(part.name())) {
                return isWords(component) ? "words.apply(" + part.name() + ")" : part.name() + ".reworded(words)";
            }
        }
        return part.name();
    }

    private static String method(String name, String arguments) {
        return """
                    @Override
                    public %1$s reworded(java.util.function.UnaryOperator<String> words) {
                        return new %1$s(%2$s);
                    }

            """.formatted(name, arguments);
    }
}
