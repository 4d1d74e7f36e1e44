package dev.truce.app.net.desk;

import dev.truce.engine.orders.Refusal;
import dev.truce.protocol.message.ConnectionCode;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A call of the API of desks.
 *
 * @param method of HTTP
 * @param word what the path says after that of the API
 * @param query parameters of the address, the first of each name
 * @param token what stands in the header of the authorisation, or empty
 * @param contentType what the body is, or empty
 * @param bytes the body
 * @param most {@link #ALL}, or how many bytes the body may have if it had more, and is left out
 * @param address who calls
 * @param known called, from any thread, once it is known that a desk calls
 */
public record DeskCall(
        String method,
        String word,
        Map<String, String> query,
        String token,
        String contentType,
        byte[] bytes,
        int most,
        InetAddress address,
        Runnable known) {
    /** All of the body is there. */
    public static final int ALL = 0;

    private static final String JSON = "application/json";

    public DeskCall {
        query = Map.copyOf(query);
    }

    String body() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    boolean isJson() {
        String type = contentType.split(";", 2)[0].strip();
        return type.toLowerCase(Locale.ROOT).equals(JSON);
    }

    /** The refusal of a body that is no JSON. */
    static Refusal otherType() {
        return Refusal.of(ConnectionCode.MALFORMED, "content-type")
                .because("refused.http.type")
                .legal(JSON);
    }

    /** The refusal of a method that this call does not have. */
    Refusal otherMethod(String root, String right) {
        return Refusal.of(ConnectionCode.MALFORMED, "")
                .because("refused.http.method", root + word, right)
                .legal(right);
    }

    /** Hides the secrets. */
    @Override
    public String toString() {
        return "DeskCall[" + method + " " + word + "]";
    }
}
