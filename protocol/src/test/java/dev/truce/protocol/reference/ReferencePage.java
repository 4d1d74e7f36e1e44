package dev.truce.protocol.reference;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the reference page of the wire from the schema and its comments. */
final class ReferencePage {
    private final SchemaImage schema;
    private final List<String> lines = new ArrayList<>();

    private ReferencePage(SchemaImage schema) {
        this.schema = schema;
    }

    static String of(SchemaImage schema) {
        ReferencePage page = new ReferencePage(schema);
        page.write();
        return String.join("\n", page.lines) + "\n";
    }

    private void write() {
        add("# Wire reference");
        add("");
        add("*Read this if you write a client or a server that speaks the protocol.*");
        add("");
        add("Every message and every constant of protocol version 2, package `truce.v2`. Made from the schema in");
        add("`protocol/src/main/proto`; change the comments there and follow the failing test. How the messages"
                + " are used, framed and");
        add("limited is told in [WIRE.md](../../protocol/WIRE.md).");
        add("");
        add("*Required* fields of clients are refused as `MALFORMED` when they are left out, by name. *Optional*"
                + " fields may be absent.");
        add("All other fields have their type's default value (0, empty, false) when they are absent.");
        section("What clients say", "ClientEnvelope", "truce/v2/client.proto");
        section("What is done in a match", "Deed", "truce/v2/deed.proto");
        section("What servers say", "ServerEnvelope", "truce/v2/server.proto");
        section("What is seen of a match", "Observation", "truce/v2/view.proto");
        section("The board", "Order", "truce/v2/board.proto");
        section("Offers", "Offer", "truce/v2/agreement.proto");
        section("Classes", "ClassAct", "truce/v2/class.proto");
        section("Talk", "Statement", "truce/v2/talk.proto");
        section("Refusals", "", "truce/v2/refusal.proto");
    }

    private void section(String title, String first, String file) {
        add("");
        add("## " + title);
        if (!first.isEmpty()) {
            message(first);
        }
        for (DescriptorProto message : schema.file(file).getMessageTypeList()) {
            if (!message.getName().equals(first)) {
                message(message.getName());
            }
        }
        schema.file(file).getEnumTypeList().forEach(this::constants);
    }

    private void message(String name) {
        DescriptorProto message = schema.message(name);
        add("");
        add("### " + name);
        add(schema.comment(name));
        if (message.getFieldCount() == 0) {
            return;
        }
        add("");
        add("| no. | field | type | meaning |");
        add("|--:|---|---|---|");
        for (FieldDescriptorProto field : message.getFieldList()) {
            boolean isOneOf = field.hasOneofIndex() && !field.getProto3Optional();
            String comment = schema.comment(name + "." + field.getName());
            add("| " + field.getNumber() + " | `" + field.getName() + "` | " + type(field, comment) + " | "
                    + (isOneOf ? oneOf(name) : comment.replace("|", "\\|")) + " |");
        }
    }

    private static String oneOf(String message) {
        return message.endsWith("Envelope") ? "one of the bodies" : "one of these";
    }

    private void constants(EnumDescriptorProto type) {
        add("");
        add("### " + type.getName());
        add(schema.comment(type.getName()));
        add("");
        add("| no. | constant | meaning |");
        add("|--:|---|---|");
        for (EnumValueDescriptorProto value : type.getValueList()) {
            add("| " + value.getNumber() + " | `" + value.getName() + "` | "
                    + schema.comment(type.getName() + "." + value.getName()).replace("|", "\\|") + " |");
        }
    }

    private String type(FieldDescriptorProto field, String comment) {
        String type = field.getType() == Type.TYPE_MESSAGE || field.getType() == Type.TYPE_ENUM
                ? link(field.getTypeName().substring(field.getTypeName().lastIndexOf('.') + 1))
                : field.getType().name().substring("TYPE_".length()).toLowerCase(Locale.ROOT);
        if (field.getLabel() == Label.LABEL_REPEATED) {
            return "list of " + type;
        }
        if (!field.getProto3Optional()) {
            return type;
        }
        return type + (comment.contains("Required") ? ", required" : ", optional");
    }

    private static String link(String name) {
        return "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")";
    }

    private void add(String line) {
        lines.add(line);
    }
}
