package dev.truce.bot.line.model;

import dev.truce.bot.line.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Answers each request by holding, and says how many tokens it would have taken. Nothing leaves the machine. */
public final class RehearsedEndpoint implements Endpoint {
    /** Bytes of a prompt for two tokens: JSON with short words is cut finer than prose. */
    public static final int BYTES_OF_TWO_TOKENS = 5;

    /** Tokens of a reply: one object with orders and an offer, and few words. */
    public static final int REPLY_TOKENS = 60;

    /** Tokens of forecasts: a word and a number for three clauses. */
    private static final int FORECAST_TOKENS = 40;

    private static final String HOLD = "{\"orders\": {}}";

    private final int replyTokens;

    RehearsedEndpoint(ModelFile file) {
        int usual = REPLY_TOKENS + (file.asked().isForecasting() ? FORECAST_TOKENS : 0);
        this.replyTokens = file.replyTokens() == 0 ? usual : Math.min(file.replyTokens(), usual);
    }

    @Override
    public HttpReply send(String body, String call) {
        int in = 2 * body.getBytes(StandardCharsets.UTF_8).length / BYTES_OF_TWO_TOKENS;
        // In the form of both dialects at once.
        String reply = JsonText.write(Map.of(
                "choices",
                List.of(Map.of("finish_reason", "stop", "message", Map.of("content", HOLD))),
                "content",
                List.of(Map.of("type", "text", "text", HOLD)),
                "usage",
                Map.of(
                        "prompt_tokens",
                        in,
                        "completion_tokens",
                        replyTokens,
                        "input_tokens",
                        in,
                        "output_tokens",
                        replyTokens)));
        return new HttpReply(HttpReply.Arrival.ANSWERED, 200, reply, "");
    }
}
