package dev.truce.protocol.codec.json;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.ServerEnvelope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the wire as JSON: the names and values that proto3 gives them, made from the schema, so that a new message or field needs
 * nothing here. One thing differs: an act of a desk is its notation, as {@link ClassActNotation} prints and reads it.
 */
public final class WireJson {
    /** A request without a number is the only one that is waited for. */
    private static final long ONLY = 1;

    private WireJson() {}

    /** Returns what a server says: one field, with the name of the message. */
    public static Map<String, @Nullable Object> object(ServerMessage said) {
        ServerEnvelope wire = ServerFrames.toWire(new ServerFrame("", 0, 0, 0, 0, said));
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        FieldDescriptor body = body(wire);
        object.put(body.getJsonName(), MessagePrinter.value(body, wire.getField(body)));
        return object;
    }

    /** Returns what is in the message that a server says, without its name. */
    public static @Nullable Object content(ServerMessage said) {
        return object(said).values().iterator().next();
    }

    private static FieldDescriptor body(ServerEnvelope wire) {
        return wire.getOneofFieldDescriptor(
                ServerEnvelope.getDescriptor().getOneofs().get(0));
    }

    /** Returns whether clients send a message of this name. */
    public static boolean isMessage(String name) {
        return find(name).isPresent();
    }

    private static Optional<FieldDescriptor> find(String name) {
        return ClientEnvelope.getDescriptor().getOneofs().get(0).getFields().stream()
                .filter(field -> field.getJsonName().equals(name))
                .findFirst();
    }

    /**
     * Reads what a client says.
     *
     * @param name of the message, which the text does not have; one that clients send
     * @param text the message as a JSON object
     * @throws UnreadableException if it is none, or says nothing that has a meaning
     */
    public static ClientMessage message(String name, String text) throws UnreadableException {
        FieldDescriptor field = find(name).orElseThrow();
        ClientEnvelope.Builder wire = ClientEnvelope.newBuilder().setRequestId(ONLY);
        Message.Builder message = wire.newBuilderForField(field);
        MessageReader.read(text, message);
        return ClientFrames.toGame(wire.setField(field, message.build()).build())
                .body();
    }

    /**
     * What a client says on one line.
     *
     * @param id number of the request, or 0 if it has none
     * @param message what is said
     */
    public record Line(long id, ClientMessage message) {}

    /**
     * Reads what a client says: one field with the name of a message, and if the client likes, {@code requestId}.
     *
     * @throws UnreadableException if it is no JSON object, or says nothing that has a meaning
     */
    public static Line read(String text) throws UnreadableException {
        ClientEnvelope.Builder wire = ClientEnvelope.newBuilder();
        MessageReader.read(text, wire);
        long id = wire.getRequestId();
        wire.setRequestId(id == 0 ? ONLY : id);
        return new Line(id, ClientFrames.toGame(wire.build()).body());
    }
}
