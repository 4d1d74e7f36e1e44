package dev.truce.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Marker;

/**
 * Writes each event of the log as an object on one line: when, how bad, which event, match, seat and round, what it says, and the
 * kinds of exceptions with the places in this program. Messages of exceptions are left out, since they may quote what strangers have sent.
 */
public final class JsonLines extends EncoderBase<ILoggingEvent> {
    /** Event of a line that a library writes. */
    static final String LIBRARY = "LIBRARY";

    private static final String OWN = "dev.truce.";
    private static final int MAX_CAUSES = 8;
    private static final int MAX_PLACES = 20;

    private final JsonFactory json =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = json.createGenerator(line)) {
            out.writeStartObject();
            out.writeStringField("time", event.getInstant().toString());
            out.writeStringField("level", event.getLevel().toString());
            out.writeStringField("event", name(event));
            Map<String, String> about = event.getMDCPropertyMap();
            for (String key : new String[] {"match", "seat"}) {
                if (about.containsKey(key)) {
                    out.writeStringField(key, about.get(key));
                }
            }
            if (about.containsKey("round")) {
                out.writeNumberField("round", Integer.parseInt(about.get("round")));
            }
            out.writeStringField("text", event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                write(out, event.getThrowableProxy());
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the code of an event. */
    private static String name(ILoggingEvent event) {
        if (event.getMarkerList() != null) {
            for (Marker marker : event.getMarkerList()) {
                return marker.getName();
            }
        }
        return LIBRARY;
    }

    private static void write(JsonGenerator out, IThrowableProxy thrown) throws IOException {
        out.writeArrayFieldStart("cause");
        IThrowableProxy cause = thrown;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            out.writeString(cause.getClassName());
            cause = cause.getCause();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("at");
        int places = 0;
        for (StackTraceElementProxy place : thrown.getStackTraceElementProxyArray()) {
            StackTraceElement element = place.getStackTraceElement();
            if (places < MAX_PLACES && element.getClassName().startsWith(OWN)) {
                out.writeString(element.getClassName() + "." + element.getMethodName() + ":" + element.getLineNumber());
                places++;
            }
        }
        out.writeEndArray();
    }
}
