package dev.truce.bot.line.model;

import dev.truce.bot.line.json.Fields;
import dev.truce.bot.line.json.JsonText;
import dev.truce.bot.line.json.RecordBinding;
import dev.truce.protocol.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an endpoint is spoken to. */
enum Dialect {
    /** Chat completions, as most programs offer that run a model. */
    OPENAI {
        @Override
        Map<String, String> headers(String key) {
            return key.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + key);
        }

        @Override
        String body(ModelFile file, String system, List<ChatMessage> messages) {
            List<ChatMessage> all = new ArrayList<>();
            all.add(new ChatMessage("system", system));
            all.addAll(messages);
            return request(file, file.replyTokens(), new Talk(all));
        }

        @Override
        ModelReply read(Fields reply) {
            Fields choice = reply.objects("choices").get(0);
            Fields message = choice.object("message");
            String finish = text(choice, "finish_reason");
            Optional<Fields> usage = object(reply, "usage");
            Optional<Fields> details = usage.flatMap(all -> object(all, "prompt_tokens_details"));
            return new ModelReply(
                    text(message, "content"),
                    message.has("refusal") || finish.equals("content_filter"),
                    shown(text(reply, "model")),
                    shown(finish),
                    tokens(usage, "prompt_tokens"),
                    tokens(details, "cached_tokens"),
                    tokens(usage, "completion_tokens"),
                    has(usage, "prompt_tokens", "completion_tokens"));
        }
    },
    /** Messages of Anthropic. */
    ANTHROPIC {
        private static final int USUAL_TOKENS = 1_024;

        @Override
        Map<String, String> headers(String key) {
            Map<String, String> headers = new LinkedHashMap<>(Map.of("anthropic-version", "2023-06-01"));
            headers.putAll(key.isEmpty() ? Map.of() : Map.of("x-api-key", key));
            return headers;
        }

        @Override
        String body(ModelFile file, String system, List<ChatMessage> messages) {
            int most = file.replyTokens() > 0 ? file.replyTokens() : USUAL_TOKENS;
            return request(file, most, new Briefed(system, messages));
        }

        @Override
        ModelReply read(Fields reply) {
            StringBuilder said = new StringBuilder();
            for (Fields block : reply.objects("content")) {
                said.append(text(block, "text"));
            }
            String finish = text(reply, "stop_reason");
            Optional<Fields> usage = object(reply, "usage");
            long cached = tokens(usage, "cache_read_input_tokens");
            return new ModelReply(
                    said.toString(),
                    finish.equals("refusal"),
                    shown(text(reply, "model")),
                    shown(finish),
                    tokens(usage, "input_tokens") + cached,
                    cached,
                    tokens(usage, "output_tokens"),
                    has(usage, "input_tokens", "output_tokens"));
        }
    };

    /** Longest text of an endpoint that stands in a table. */
    private static final int MAX_SHOWN = 100;

    private record ModelNamed(String model) {}

    private record Warmth(double temperature) {}

    private record Length(int maxTokens) {}

    private record Talk(List<ChatMessage> messages) {}

    private record Briefed(String system, List<ChatMessage> messages) {}

    /** Returns the headers of a request beside its kind of content. */
    abstract Map<String, String> headers(String key);

    /** Returns the request in which a model is asked. */
    abstract String body(ModelFile file, String system, List<ChatMessage> messages);

    /** Reads a reply; throws {@link IllegalArgumentException} or {@link IndexOutOfBoundsException} if it has another form. */
    abstract ModelReply read(Fields reply);

    /** Returns what a reply says; {@link ModelReply#NONE} if it is no reply of this form. */
    ModelReply read(String body) {
        try {
            return read(new Fields("", JsonText.object(body)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException none) {
            return ModelReply.NONE;
        }
    }

    private static String request(ModelFile file, int replyTokens, Record messages) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(RecordBinding.of(new ModelNamed(file.model())));
        file.temperature().ifPresent(warmth -> body.putAll(RecordBinding.of(new Warmth(warmth))));
        if (replyTokens > 0) {
            body.putAll(RecordBinding.of(new Length(replyTokens)));
        }
        body.putAll(RecordBinding.of(messages));
        return JsonText.write(body);
    }

    private static String text(Fields from, String name) {
        return from.has(name) ? from.string(name) : "";
    }

    private static Optional<Fields> object(Fields from, String name) {
        return from.has(name) ? Optional.of(from.object(name)) : Optional.empty();
    }

    private static boolean has(Optional<Fields> usage, String in, String out) {
        return usage.filter(all -> all.has(in) && all.has(out)).isPresent();
    }

    private static long tokens(Optional<Fields> usage, String name) {
        return usage.filter(all -> all.has(name))
                .map(all -> Math.min(Math.max(0, all.wholeLong(name)), Integer.MAX_VALUE))
                .orElse(0L);
    }

    private static String shown(String text) {
        return SafeText.line(text, MAX_SHOWN);
    }
}
