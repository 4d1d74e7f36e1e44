package dev.truce.app.net.desk;

import dev.truce.app.http.HttpAnswer;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.codec.json.WireJson;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.print.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What the API of desks answers: the messages of the wire as JSON, and a refusal with the status that HTTP has for it. */
final class DeskAnswers {
    private static final String JSON = "application/json";

    private static final Set<Refusal.Code> MALFORMED =
            Set.of(ConnectionCode.MALFORMED, ConnectionCode.OUT_OF_RANGE, ConnectionCode.UNSUPPORTED_VERSION);

    private static final Set<Refusal.Code> UNKNOWN = Set.of(
            ConnectionCode.UNKNOWN_CODE,
            ConnectionCode.UNKNOWN_TABLE,
            ConnectionCode.UNKNOWN_MEMBER,
            ConnectionCode.UNKNOWN_BOT,
            ConnectionCode.UNKNOWN_SCENARIO,
            ConnectionCode.NO_SUCH_SEAT);

    private DeskAnswers() {}

    static HttpAnswer of(Reply<ClassNews> reply) {
        return reply.in(DeskAnswers::of, DeskAnswers::refused);
    }

    static HttpAnswer of(ClassNews news) {
        return json(200, WireJson.object(new ServerMessage.OfClass(news)), Map.of());
    }

    static HttpAnswer json(Map<String, ?> object) {
        return json(200, object, Map.of());
    }

    private static HttpAnswer json(int status, Map<String, ?> object, Map<String, String> headers) {
        return new HttpAnswer(status, JSON, (Json.write(object) + "\n").getBytes(StandardCharsets.UTF_8), headers);
    }

    /** A refusal, with the status that fits its code. */
    static HttpAnswer refused(Refusal refusal) {
        return refused(status(refusal.code()), refusal);
    }

    /** A refusal with its sentence for people, in their language. */
    static HttpAnswer refused(Refusal refusal, String sentence) {
        return refused(status(refusal.code()), refusal, sentence);
    }

    /** A refusal in English, for programs. */
    static HttpAnswer refused(int status, Refusal refusal) {
        return refused(status, refusal, Bundles.inEnglish(refusal));
    }

    static HttpAnswer refused(int status, Refusal refusal, String sentence) {
        Refusal told = refusal.saying(sentence);
        Map<String, String> headers = new LinkedHashMap<>();
        if (refusal.retryAfterMillis() > 0) {
            long seconds = TimeUnit.MILLISECONDS.toSeconds(refusal.retryAfterMillis() + 999);
            headers.put("retry-after", Long.toString(seconds));
        }
        if (status == 401) {
            headers.put("www-authenticate", "Bearer");
        }
        return json(status, WireJson.object(new ServerMessage.Refused(told, "")), headers);
    }

    /** What is refused for the state of the class is a conflict; so is a code that is new. */
    private static int status(Refusal.Code code) {
        if (code == ConnectionCode.NOT_INSTRUCTOR || code == ConnectionCode.BAD_TOKEN) {
            return 401;
        } else if (code == ConnectionCode.NOT_ALLOWED) {
            return 403;
        } else if (code == ConnectionCode.RATE_LIMITED) {
            return 429;
        } else if (ConnectionCode.isTemporary(code)) {
            return 503;
        } else if (MALFORMED.contains(code)) {
            return 400;
        }
        return UNKNOWN.contains(code) ? 404 : 409;
    }
}
