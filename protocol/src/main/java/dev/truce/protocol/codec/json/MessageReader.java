package dev.truce.protocol.codec.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.codec.ClassFrames;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.Wire;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a message from a JSON object that somebody has sent. Depth, length and number of values are bounded before they are kept. */
final class MessageReader {
    /** The longest text is that of an announcement, with some words around it. */
    private static final int MAX_TEXT = 2 * Wire.TEXT_BYTES;

    private static final int MAX_DIGITS = 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Wire.NESTING)
                    .maxNameLength(Wire.ID_CHARACTERS)
                    .maxNumberLength(MAX_DIGITS)
                    .maxStringLength(MAX_TEXT)
                    .maxDocumentLength(Wire.FRAME_BYTES)
                    .build())
            .build();

    private final JsonParser json;
    private int values;

    private MessageReader(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads a message.
     *
     * @param to gets its fields
     * @throws UnreadableException if the text is no JSON object, or has what the message has not
     */
    static void read(String text, Message.Builder to) throws UnreadableException {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw noJson();
            }
            new MessageReader(json).message(to, "");
            if (json.nextToken() != null) {
                throw noJson();
            }
        } catch (IOException wrong) {
            throw noJson();
        }
    }

    private static UnreadableException noJson() {
        return new UnreadableException("", "refused.json", "", Wire.NESTING);
    }

    private void message(Message.Builder to, String path) throws IOException, UnreadableException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            FieldDescriptor field = field(to.getDescriptorForType(), path, name);
            String at = path + name;
            JsonToken token = json.nextToken();
            if (token == JsonToken.VALUE_NULL) {
                continue;
            }
            if (field.getContainingOneof() != null && to.hasOneof(field.getContainingOneof())) {
                throw new UnreadableException(at, "refused.json.second", "", at);
            }
            if (!field.isRepeated()) {
                to.setField(field, value(field, token, to, at));
            } else if (token == JsonToken.START_ARRAY) {
                for (token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                    to.addRepeatedField(field, value(field, token, to, at));
                }
            } else {
                throw another(at, "[]");
            }
        }
    }

    private static FieldDescriptor field(Descriptor message, String path, String name) throws UnreadableException {
        for (FieldDescriptor field : message.getFields()) {
            if (field.getJsonName().equals(name)) {
                return field;
            }
        }
        String known =
                message.getFields().stream().map(FieldDescriptor::getJsonName).collect(Collectors.joining(" "));
        throw new UnreadableException(path + name, "refused.json.unknown", known, name);
    }

    private Object value(FieldDescriptor field, @Nullable JsonToken token, Message.Builder parent, String at)
            throws IOException, UnreadableException {
        values++;
        if (values > Wire.CLIENT_FIELDS) {
            throw new UnreadableException(at, "refused.json.many", "", Wire.CLIENT_FIELDS);
        }
        return switch (field.getType()) {
            case MESSAGE -> message(field, token, parent, at);
            case STRING -> text(token, at);
            case BOOL -> truth(token, at);
            case ENUM -> constant(field, token, at);
            case INT32, SINT32 -> (int) whole(token, Integer.MIN_VALUE, Integer.MAX_VALUE, at);
            case UINT32 -> (int) whole(token, 0, 0xFFFF_FFFFL, at);
            case INT64, SINT64 -> whole(token, Long.MIN_VALUE, Long.MAX_VALUE, at);
            case UINT64, FIXED64 -> unsigned(token, at);
            default -> throw another(at, "");
        };
    }

    private Object message(FieldDescriptor field, @Nullable JsonToken token, Message.Builder parent, String at)
            throws IOException, UnreadableException {
        if (field.getMessageType().equals(dev.truce.protocol.v2.ClassAct.getDescriptor())) {
            return ClassFrames.toWire(act(text(token, at), at));
        }
        if (token != JsonToken.START_OBJECT) {
            throw another(at, "{}");
        }
        Message.Builder inner = parent.newBuilderForField(field);
        message(inner, at + ".");
        return inner.build();
    }

    /** Reads an act. One that means a round has to name it: which is the present one may change while it is on its way. */
    private static ClassAct act(String text, String at) throws UnreadableException {
        Optional<ClassAct> act = ClassActNotation.read(text, 1);
        if (act.isEmpty()) {
            throw new UnreadableException(at, "refused.json.act", String.join(" ", ClassActNotation.words()), at);
        }
        if (!act.equals(ClassActNotation.read(text, 2))) {
            throw new UnreadableException(at, "refused.json.round", ClassActNotation.of(act.get()), at);
        }
        return act.get();
    }

    private String text(@Nullable JsonToken token, String at) throws IOException, UnreadableException {
        if (token != JsonToken.VALUE_STRING) {
            throw another(at, "\"\"");
        }
        String text = json.getText();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                // Half a character, which UTF-8 cannot say.
                throw another(at, "\"\"");
            }
        }
        return text;
    }

    private static boolean truth(@Nullable JsonToken token, String at) throws UnreadableException {
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw another(at, "true false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private EnumValueDescriptor constant(FieldDescriptor field, @Nullable JsonToken token, String at)
            throws IOException, UnreadableException {
        EnumValueDescriptor constant = field.getEnumType().findValueByName(text(token, at));
        if (constant == null) {
            String known = field.getEnumType().getValues().stream()
                    .filter(value -> value.getNumber() != 0)
                    .map(EnumValueDescriptor::getName)
                    .collect(Collectors.joining(" "));
            throw another(at, known);
        }
        return constant;
    }

    private long unsigned(@Nullable JsonToken token, String at) throws IOException, UnreadableException {
        try {
            return Long.parseUnsignedLong(digits(token));
        } catch (NumberFormatException none) {
            throw another(at, "0..18446744073709551615");
        }
    }

    private String digits(@Nullable JsonToken token) throws IOException {
        boolean written = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_STRING;
        return written ? json.getText() : "";
    }

    private long whole(@Nullable JsonToken token, long least, long most, String at)
            throws IOException, UnreadableException {
        try {
            long number = Long.parseLong(digits(token));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw another(at, least + ".." + most);
        }
        throw another(at, least + ".." + most);
    }

    private static UnreadableException another(String at, String legal) {
        return new UnreadableException(at, "refused.json.kind", legal, at);
    }
}
