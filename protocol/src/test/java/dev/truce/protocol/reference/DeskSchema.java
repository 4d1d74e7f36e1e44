package dev.truce.protocol.reference;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.truce.protocol.v2.ActDone;
import dev.truce.protocol.v2.ClassAct;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.Refused;
import dev.truce.protocol.v2.ServerEnvelope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the JSON schema of what desks for programs say and are told, from the schema of the wire and its comments. */
final class DeskSchema {
    /** What desks are told and stands in the file of refusals, or has some in it. */
    private static final Set<Descriptor> ELSEWHERE = Set.of(Refused.getDescriptor(), ActDone.getDescriptor());

    private final SchemaImage image;
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private DeskSchema(SchemaImage image) {
        this.image = image;
    }

    static String of(SchemaImage image) {
        DeskSchema schema = new DeskSchema(image);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        page.put("$id", "https://truce.dev/schema/desk-api.schema.json");
        page.put("title", "What desks for programs say and are told");
        page.put(
                "description",
                "A line of truce desk --json, the body of an answer of /api/desk/, or a line that such a desk is given. Made from"
                        + " the schema of the wire; docs/look-up/desk-api.md explains it. Fields are added, never renamed or removed.");
        page.put("oneOf", List.of(reference("answer"), reference("state"), reference("request")));
        schema.definitions.put("answer", schema.line(ServerEnvelope.getDescriptor(), "replyTo"));
        schema.definitions.put("state", schema.state());
        schema.definitions.put("request", schema.line(ClientEnvelope.getDescriptor(), "requestId"));
        page.put("$defs", schema.definitions);
        StringBuilder text = new StringBuilder();
        write(text, page, "");
        return text.append('\n').toString();
    }

    /** One message, by its name, and a number that joins request and answer. */
    private Map<String, Object> line(Descriptor envelope, String number) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (FieldDescriptor body : envelope.getOneofs().get(0).getFields()) {
            Descriptor message = body.getMessageType();
            if (message.getFile().equals(ClassAct.getDescriptor().getFile()) || ELSEWHERE.contains(message)) {
                properties.put(body.getJsonName(), message(message));
            }
        }
        List<Object> one = new ArrayList<>();
        properties.keySet().forEach(name -> one.add(Map.of("required", List.of(name))));
        properties.put(number, whole(1));
        Map<String, Object> line = object(properties);
        line.put("oneOf", one);
        return line;
    }

    private Map<String, Object> state() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("number", whole(0));
        properties.put("classChanged", reference("ClassChanged"));
        properties.put("tables", list(reference("TableChanged")));
        Map<String, Object> state = object(properties);
        state.put("required", List.copyOf(properties.keySet()));
        return state;
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("additionalProperties", false);
        return object;
    }

    private Map<String, Object> message(Descriptor message) {
        if (!definitions.containsKey(message.getName())) {
            Map<String, Object> properties = new LinkedHashMap<>();
            Map<String, Object> definition = object(properties);
            definitions.put(message.getName(), definition);
            definition.put("description", image.comment(message.getName()));
            List<String> required = new ArrayList<>();
            for (FieldDescriptor field : message.getFields()) {
                Map<String, Object> value = new LinkedHashMap<>(value(field));
                value.put("description", image.comment(message.getName() + "." + field.getName()));
                properties.put(field.getJsonName(), field.isRepeated() ? list(value) : value);
                if (!field.hasPresence()) {
                    required.add(field.getJsonName());
                }
            }
            boolean told = !isAsked(message);
            if (told && !required.isEmpty()) {
                definition.put("required", required);
            }
        }
        return reference(message.getName());
    }

    /** What is asked may leave out what has its usual value; what is told has all of it. */
    private static boolean isAsked(Descriptor message) {
        return ClientEnvelope.getDescriptor().getOneofs().get(0).getFields().stream()
                .anyMatch(body -> body.getMessageType().equals(message));
    }

    private Map<String, Object> value(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case MESSAGE ->
                field.getMessageType().equals(ClassAct.getDescriptor())
                        ? Map.of("type", "string")
                        : message(field.getMessageType());
            case ENUM ->
                Map.of(
                        "enum",
                        field.getEnumType().getValues().stream()
                                .map(EnumValueDescriptor::getName)
                                .toList());
            case STRING -> Map.of("type", "string");
            case BOOLEAN -> Map.of("type", "boolean");
            case INT -> Map.of("type", "integer");
            case LONG -> Map.of("type", List.of("integer", "string"));
            default -> Map.of("type", "number");
        };
    }

    private static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/$defs/" + name);
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", items);
        return list;
    }

    private static Map<String, Object> whole(int least) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("type", "integer");
        whole.put("minimum", least);
        return whole;
    }

    private static void write(StringBuilder text, Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            String before = "{\n";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(before)
                        .append(indent)
                        .append(" \"")
                        .append(entry.getKey())
                        .append("\": ");
                write(text, entry.getValue(), indent + " ");
                before = ",\n";
            }
            text.append(map.isEmpty() ? "{}" : "\n" + indent + "}");
        } else if (value instanceof List<?> list) {
            String before = "[";
            for (Object item : list) {
                text.append(before);
                write(text, item, indent + " ");
                before = ", ";
            }
            text.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof String string) {
            text.append('"')
                    .append(string.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        } else {
            text.append(value);
        }
    }
}
