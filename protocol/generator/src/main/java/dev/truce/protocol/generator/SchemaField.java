package dev.truce.protocol.generator;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import dev.truce.protocol.options.v2.ComponentRules;
import dev.truce.protocol.options.v2.EnumRules;
import dev.truce.protocol.options.v2.OptionsProto;
import dev.truce.protocol.options.v2.RecordRules;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field of the schema as a component of a record, or as several. */
final class SchemaField {
    final FieldDescriptor field;
    final ComponentRules rules;
    private final SchemaFiles schema;

    SchemaField(SchemaFiles schema, FieldDescriptor field) {
        this.schema = schema;
        this.field = field;
        this.rules = field.getOptions().getExtension(OptionsProto.is);
    }

    /** A part of a component that is spread, or the component itself. */
    record Part(String type, String name, String accessor) {}

    boolean isFact() {
        return !rules.getFact().isEmpty();
    }

    String factName() {
        return rules.getFact().split(" = ", 2)[0];
    }

    /** Returns the constant that says that the condition holds, with its type. */
    String factConstant() {
        return rules.getFact().split(" = ", 2)[1];
    }

    String factType() {
        String constant = factConstant();
        return constant.substring(0, constant.lastIndexOf('.'));
    }

    String name() {
        return rules.getName().isEmpty() ? JavaNames.lower(field.getName()) : rules.getName();
    }

    /** Returns the component that it belongs to, and what leads from there to it; one name if it is a component itself. */
    List<String> path() {
        return rules.getGroup().isEmpty()
                ? List.of(name())
                : Stream.concat(Stream.of(rules.getGroup().split("\\.")), Stream.of(name()))
                        .toList();
    }

    /** Returns what gives its value. */
    String accessor() {
        return path().stream().map(step -> "." + step + "()").collect(Collectors.joining("", "from", ""));
    }

    /** Returns what the schema says of a component. */
    String what() {
        return rules.getGroup().isEmpty()
                ? schema.comment(field)
                : SchemaFiles.rules(field.getContainingType()).orElseThrow().getGroupsList().stream()
                        .map(group -> group.split(" ", 3))
                        .filter(group -> group[1].equals(path().get(0)))
                        .map(group -> group[2])
                        .findFirst()
                        .orElse("");
    }

    /** Returns the type of a group. */
    String group(String path) {
        return SchemaFiles.rules(field.getContainingType()).orElseThrow().getGroupsList().stream()
                .map(group -> group.split(" ", 3))
                .filter(group -> group[1].equals(path))
                .map(group -> group[0])
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(field.getFullName() + " is in a group without type"));
    }

    List<Part> parts() {
        if (!rules.getGroup().isEmpty()) {
            String name = path().get(0);
            return List.of(new Part(group(name), name, ""));
        } else if (isFact()) {
            return List.of(new Part("java.util.Set<" + factType() + ">", factName(), ""));
        }
        if (!rules.getSpread()) {
            return List.of(new Part(type(), name(), ""));
        }
        return record().getPartsList().stream()
                .map(part -> {
                    String[] words = part.split("[ =]+");
                    return new Part(words[0], words[1], words[2]);
                })
                .toList();
    }

    RecordRules record() {
        return SchemaFiles.rules(field.getMessageType())
                .orElseThrow(() -> new IllegalArgumentException(
                        field.getMessageType().getFullName() + " does not say which record it is"));
    }

    EnumRules constants() {
        return SchemaFiles.rules(field.getEnumType());
    }

    /** Returns whether a class that is named maps it. */
    boolean isMapped() {
        return !rules.getType().isEmpty();
    }

    boolean isList() {
        return field.isRepeated() && !isMapped();
    }

    boolean isMessage() {
        return !isMapped() && field.getJavaType() == JavaType.MESSAGE;
    }

    boolean isEnum() {
        return !isMapped() && field.getJavaType() == JavaType.ENUM;
    }

    /** Returns the type of a single value. */
    String single() {
        if (isMapped()) {
            return rules.getType();
        }
        return switch (field.getJavaType()) {
            case MESSAGE -> schema.java(record().getName(), record().getType());
            case ENUM -> schema.java(constants().getName(), constants().getType());
            case INT -> "int";
            case LONG -> "long";
            case BOOLEAN -> "boolean";
            case DOUBLE -> "double";
            case STRING -> "String";
            default -> throw new IllegalArgumentException("no record has a component like " + field.getFullName());
        };
    }

    private String boxed() {
        return switch (single()) {
            case "int" -> "Integer";
            case "long" -> "Long";
            case "boolean" -> "Boolean";
            case "double" -> "Double";
            default -> single();
        };
    }

    String type() {
        if (isList()) {
            return "List<" + boxed() + ">";
        }
        if (!rules.getNullable()) {
            return single();
        }
        String single = boxed();
        int simple = single.lastIndexOf('.') + 1;
        return single.substring(0, simple) + "@Nullable " + single.substring(simple);
    }

    /** Returns what stands for a component that is not told. */
    String untold() {
        if (isList()) {
            return "List.of()";
        } else if (isFact()) {
            return "java.util.Set.of()";
        } else if (isMapped() || rules.getNullable() || !rules.getGroup().isEmpty()) {
            return "null";
        }
        return switch (field.getJavaType()) {
            case INT, LONG, DOUBLE -> "0";
            case BOOLEAN -> "false";
            case STRING -> "\"\"";
            default -> "null";
        };
    }

    String absentName() {
        return rules.getAbsent().split(" = ", 2)[0];
    }

    String absentValue() {
        return rules.getAbsent().split(" = ", 2)[1];
    }

    /** Returns the constant of a bound, such as {@code MAX_MILLIS}. */
    String bound(String which) {
        return which + "_" + field.getName().toUpperCase(Locale.ROOT);
    }
}
