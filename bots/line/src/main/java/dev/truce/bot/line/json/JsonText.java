package dev.truce.bot.line.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON on one line, from and to maps, lists, strings, numbers, booleans and null. Keys keep their order. */
public final class JsonText {
    /** What a line of the protocol holds is flat; a deeper text is somebody's attempt at our stack. */
    private static final int MAX_DEPTH = 32;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    /** How an object begins: with nothing in it, or with a key. */
    private static final Pattern BEGUN = Pattern.compile("\\{\\s*+(?:}|\"[^\"\\n]{0,200}+\"\\s*+:)");

    private JsonText() {}

    /**
     * Returns a value as JSON.
     *
     * @throws IllegalArgumentException for a value of another kind
     */
    public static String write(@Nullable Object value) {
        return write(value, false);
    }

    /**
     * Returns a value as JSON on lines for people.
     *
     * @throws IllegalArgumentException for a value of another kind
     */
    public static String pretty(Object value) {
        return write(value, true) + "\n";
    }

    private static String write(@Nullable Object value, boolean isPretty) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            if (isPretty) {
                json.useDefaultPrettyPrinter();
            }
            write(json, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string took no more text", impossible);
        }
        return text.toString();
    }

    /**
     * Returns the object that a text holds; whole numbers as {@link Long}, others as {@link Double}.
     *
     * @throws IllegalArgumentException if the text is not one JSON object
     */
    public static Map<String, @Nullable Object> object(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("expected a JSON object");
            }
            Map<String, @Nullable Object> read = map(json);
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("expected nothing behind the JSON object");
            }
            return read;
        } catch (IOException wrong) {
            throw new IllegalArgumentException("this is no JSON", wrong);
        }
    }

    /**
     * Returns the first object in a text, whatever stands before and after it; braces that begin no object are words.
     *
     * @throws IllegalArgumentException if there is none, or if it breaks off: what stands in a broken object is no object of its own
     */
    public static Map<String, @Nullable Object> first(String text) {
        Matcher begun = BEGUN.matcher(text);
        if (!begun.find()) {
            throw new IllegalArgumentException("expected a JSON object");
        }
        try (JsonParser json = JSON.createParser(text.substring(begun.start()))) {
            json.nextToken();
            return map(json);
        } catch (IOException wrong) {
            throw new IllegalArgumentException("this is no JSON", wrong);
        }
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                write(json, item);
            }
            json.writeEndArray();
        } else if (value == null) {
            json.writeNull();
        } else if (value instanceof String string) {
            json.writeString(string);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double number && Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            throw new IllegalArgumentException("no JSON form of " + value.getClass());
        }
    }

    private static @Nullable Object value(JsonParser json, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> map(json);
            case START_ARRAY -> list(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException("this is no JSON");
        };
    }

    private static Map<String, @Nullable Object> map(JsonParser json) throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            map.put(key, value(json, json.nextToken()));
        }
        return map;
    }

    private static List<@Nullable Object> list(JsonParser json) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == null) {
                throw new IllegalArgumentException("this is no JSON");
            }
            list.add(value(json, token));
        }
        return list;
    }
}
