package dev.truce.match.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** One line of a record's machine form, read token by token: what is expected and does not stand there is an error with its place. */
final class JsonLine implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final int line;
    private JsonToken token = JsonToken.NOT_AVAILABLE;

    JsonLine(String text, int line) {
        this.line = line;
        try {
            this.parser = JSON.createParser(text);
        } catch (IOException e) {
            throw syntax(1, "no JSON");
        }
        next();
        take(JsonToken.START_OBJECT, "expected an object");
    }

    /** Steps over a key that must stand here. */
    JsonLine key(String name) {
        if (!isAtKey(name)) {
            throw wrong("expected the key \"" + name + "\"");
        }
        next();
        return this;
    }

    boolean isAtKey(String name) {
        return token == JsonToken.FIELD_NAME && text().equals(name);
    }

    String string() {
        String text = text();
        take(JsonToken.VALUE_STRING, "expected a string");
        return text;
    }

    /** Returns the digits of a number as they stand. */
    String number() {
        String text = text();
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            next();
        } else {
            take(JsonToken.VALUE_NUMBER_INT, "expected a number");
        }
        return text;
    }

    boolean bool() {
        boolean value = token == JsonToken.VALUE_TRUE;
        if (value) {
            next();
        } else {
            take(JsonToken.VALUE_FALSE, "expected true or false");
        }
        return value;
    }

    /** Steps over null, if it stands here. */
    boolean isNull() {
        if (token != JsonToken.VALUE_NULL) {
            return false;
        }
        next();
        return true;
    }

    void beginObject() {
        take(JsonToken.START_OBJECT, "expected an object");
    }

    void endObject() {
        take(JsonToken.END_OBJECT, "expected the end of the object");
    }

    void beginArray() {
        take(JsonToken.START_ARRAY, "expected a list");
    }

    /** Returns whether another item of the list follows; steps over its end if none does. */
    boolean hasMore() {
        if (token != JsonToken.END_ARRAY) {
            return true;
        }
        next();
        return false;
    }

    /** Ends the line. */
    void end() {
        endObject();
        if (token != JsonToken.NOT_AVAILABLE) {
            throw wrong("expected the end of the line");
        }
    }

    int column() {
        return parser.currentTokenLocation().getColumnNr();
    }

    RecordSyntax wrong(String detail) {
        return syntax(Math.max(1, column()), detail);
    }

    private void take(JsonToken expected, String complaint) {
        if (token != expected) {
            throw wrong(complaint);
        }
        next();
    }

    private void next() {
        try {
            JsonToken read = parser.nextToken();
            token = read == null ? JsonToken.NOT_AVAILABLE : read;
        } catch (JsonProcessingException e) {
            throw syntax(Math.max(1, e.getLocation().getColumnNr()), "this is no JSON");
        } catch (IOException e) {
            throw syntax(1, "this is no JSON");
        }
    }

    private String text() {
        try {
            String text = parser.getText();
            return text == null ? "" : text;
        } catch (IOException e) {
            throw wrong("this is no JSON");
        }
    }

    private RecordSyntax syntax(int column, String detail) {
        return new RecordSyntax(RecordFault.Code.RECORD_SYNTAX, line, column, detail);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw syntax(1, "this is no JSON");
        }
    }
}
