package dev.truce.lab.mcp;

import dev.truce.bot.line.json.JsonText;
import dev.truce.bot.line.json.ObservationJson;
import dev.truce.bot.line.json.RecordBinding;
import dev.truce.bot.line.model.ModelFile;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.Assumption;
import dev.truce.engine.forecast.Forecast;
import dev.truce.engine.forecast.OpenDecisions;
import dev.truce.engine.forecast.Preview;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Notice;
import dev.truce.match.notation.OrderText;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.page.Part.Sentence;
import dev.truce.story.topic.TryTopic;
import dev.truce.story.words.Wording;
import dev.truce.tournament.result.MatchFolder;
import dev.truce.tournament.tools.ToolSetup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tools: each takes arguments and gives one JSON object. What a guest is shown is made of what its own seat sees. Thread-safe. */
final class MatchTools {
    private static final String MATCH = "match";
    private static final String SIDE = "side";
    private static final String ORDERS = "orders";
    private static final String TEXT = "text";
    private static final String STATEMENT = "statement";
    private static final String A_TEXT = "\"...\"";
    private static final Pattern STATED = Pattern.compile("[A-Za-z0-9.<>= ]{1,120}");

    private final ToolSetup setup;
    private final GuestMatches matches;
    private final ObservationJson json;
    private final Wording wording;

    private record RulesTold(String rules, String tools) {}

    private record LookTold(
            String match, String ask, String offered, Map<String, @Nullable Object> draft, List<String> said) {}

    private record ResultTold(boolean over, String side, int rounds, double usScore, double cnScore)
            implements RecordBinding.Inline {}

    private record RecordTold(ResultTold result, long seed, int number, String file, String chain, String text) {}

    MatchTools(ToolSetup setup, GuestMatches matches) {
        this.setup = setup;
        this.matches = matches;
        Scenario scenario = setup.rules().scenario();
        this.json = new ObservationJson(scenario, true);
        this.wording = new Wording(scenario, Bundles.of(setup.language()), text -> SafeText.line(text, text.length()));
    }

    /**
     * A tool as it is listed.
     *
     * @param schema of its arguments
     */
    record Listed(String name, String description, Map<String, Object> schema) {}

    /** Returns all tools, in the order in which they are listed. */
    static List<Listed> listed() {
        try (InputStream in = MatchTools.class.getResourceAsStream("tools.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<Listed> tools = new ArrayList<>();
            for (Object tool :
                    (List<?>) Objects.requireNonNull(JsonText.object(text).get("tools"))) {
                Map<?, ?> map = (Map<?, ?>) tool;
                Map<String, Object> schema = new LinkedHashMap<>();
                ((Map<?, ?>) Objects.requireNonNull(map.get("schema")))
                        .forEach((key, value) -> schema.put((String) key, value));
                tools.add(new Listed(String.valueOf(map.get("name")), String.valueOf(map.get("description")), schema));
            }
            return tools;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Calls a tool.
     *
     * @return what it gives, one JSON object
     * @throws ToolRefusal if it does not do what it was called for
     * @throws InterruptedException if this thread was interrupted
     */
    String call(String tool, Map<String, @Nullable Object> arguments) throws ToolRefusal, InterruptedException {
        return switch (tool) {
            case "rules" -> {
                only(arguments, SIDE);
                yield rules(side(arguments));
            }
            case "new_match" -> {
                only(arguments, SIDE);
                yield look(matches.open(side(arguments)));
            }
            case "look" -> {
                only(arguments, MATCH);
                yield look(handle(arguments));
            }
            case "what_if" -> {
                only(arguments, MATCH, ORDERS);
                yield whatIf(match(arguments), arguments);
            }
            case "act" -> {
                only(arguments, MATCH, ORDERS, "offer", "accept", "judge");
                match(arguments).draft(draft -> draft.with(arguments));
                yield look(handle(arguments));
            }
            case "say" -> {
                only(arguments, MATCH, TEXT, STATEMENT);
                String item = said(arguments);
                match(arguments).draft(draft -> draft.saying(item));
                yield look(handle(arguments));
            }
            case "end" -> {
                only(arguments, MATCH);
                match(arguments).end();
                yield look(handle(arguments));
            }
            case "record" -> {
                only(arguments, MATCH, TEXT);
                yield record(match(arguments), Boolean.TRUE.equals(arguments.get(TEXT)));
            }
            default ->
                throw new ToolRefusal(Refusal.of(ToolFault.UNKNOWN_TOOL, tool)
                        .legal(String.join(
                                " ", listed().stream().map(Listed::name).toList())));
        };
    }

    private static void only(Map<String, @Nullable Object> arguments, String... known) throws ToolRefusal {
        for (String argument : arguments.keySet()) {
            if (!List.of(known).contains(argument)) {
                throw wrong(argument, String.join(" ", known));
            }
        }
    }

    private static ToolRefusal wrong(String argument, String right) {
        String shown = SafeText.line(argument, 40);
        return new ToolRefusal(Refusal.of(ToolFault.BAD_ARGUMENT, shown)
                .because("refused.tool.argument", shown)
                .legal(right));
    }

    private static Side side(Map<String, @Nullable Object> arguments) throws ToolRefusal {
        Object named = arguments.getOrDefault(SIDE, Side.US.name());
        for (Side side : Side.values()) {
            if (side.name().equals(named)) {
                return side;
            }
        }
        throw wrong(SIDE, "US CN");
    }

    private static String handle(Map<String, @Nullable Object> arguments) throws ToolRefusal {
        return string(arguments, MATCH);
    }

    private static String string(Map<String, @Nullable Object> arguments, String name) throws ToolRefusal {
        if (arguments.get(name) instanceof String text) {
            return text;
        }
        throw wrong(name, A_TEXT);
    }

    private GuestMatch match(Map<String, @Nullable Object> arguments) throws ToolRefusal {
        return matches.of(handle(arguments));
    }

    private String rules(Side side) {
        String prompt = ModelFile.shippedPrompt(setup.language().word())
                .replace("{role}", side.name())
                .replace("{other}", side.other().name());
        return JsonText.write(RecordBinding.of(new RulesTold(prompt, wording.text("tool.rules"))));
    }

    private String look(String handle) throws ToolRefusal, InterruptedException {
        GuestMatch match = matches.of(handle);
        GuestMatch.KeptMatch ended = match.ended();
        if (ended != null) {
            return JsonText.write(RecordBinding.of(result(match, ended)));
        }
        try {
            return match.at((question, draft) -> {
                Offer offered = question.offered();
                LookTold head = new LookTold(
                        handle,
                        question.isFirst() ? "decide" : "answer",
                        offered == null ? "" : offered.id().toString(),
                        draft.fields(),
                        draft.said());
                String position = json.write(question.seen(), question.talks(), question.known());
                String begun = JsonText.write(RecordBinding.of(head));
                return begun.substring(0, begun.length() - 1) + ",\"position\":" + position + "}";
            });
        } catch (ToolRefusal refused) {
            GuestMatch.KeptMatch now = match.ended();
            if (now != null) {
                return JsonText.write(RecordBinding.of(result(match, now)));
            }
            throw refused;
        }
    }

    private String whatIf(GuestMatch match, Map<String, @Nullable Object> arguments)
            throws ToolRefusal, InterruptedException {
        if (!(arguments.get(ORDERS) instanceof Map<?, ?>)) {
            throw wrong(ORDERS, "{\"PORT\": \"80\"}");
        }
        return match.at((question, draft) -> {
            Orders orders = match.orders(question, Draft.EMPTY.with(arguments));
            Forecast forecast =
                    new Forecast(setup.rules(), setup.rules().scenario().calendar());
            List<Preview> previews = new ArrayList<>();
            for (Assumption assumption : Assumption.values()) {
                previews.add(forecast.of(question.belief(), question.seen(), orders, OpenDecisions.NONE, assumption));
            }
            Preview held = orders.isHold()
                    ? null
                    : forecast.of(
                            question.belief(), question.seen(), Orders.HOLD, OpenDecisions.NONE, Assumption.HOLDS);
            String words = OrderText.of(orders, setup.rules().scenario());
            return JsonText.write(Map.of(
                    "what_if",
                    new TryTopic(wording)
                            .page(match.side(), question.seen(), words, orders, previews, held).sentences().stream()
                                    .map(Sentence::text)
                                    .toList()));
        });
    }

    private static String said(Map<String, @Nullable Object> arguments) throws ToolRefusal {
        String words = arguments.containsKey(TEXT) ? string(arguments, TEXT) : "";
        String said = words.isBlank()
                ? ""
                : "SAY all \"" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        if (!arguments.containsKey(STATEMENT)) {
            if (said.isEmpty()) {
                throw wrong(TEXT, A_TEXT);
            }
            return said;
        }
        String statement = string(arguments, STATEMENT).strip();
        if (!STATED.matcher(statement).matches()
                || statement.toUpperCase(Locale.ROOT).matches("(SAY|TELL|WHISPER|OFFER|REFUSE|WITHDRAW)\\b.*")) {
            throw wrong(STATEMENT, "THREATEN PORT=80 by r5 unless CN.SOY>=8");
        }
        return said.isEmpty() ? statement : statement + " " + said;
    }

    private static ResultTold result(GuestMatch match, GuestMatch.KeptMatch ended) {
        Notice.MatchOver over = ended.played().result();
        return new ResultTold(
                true,
                match.side().name(),
                ended.played().reports().size(),
                over.us().score(),
                over.cn().score());
    }

    private static String record(GuestMatch match, boolean hasText) throws ToolRefusal {
        GuestMatch.KeptMatch ended = match.ended();
        if (ended == null) {
            throw new ToolRefusal(Refusal.of(ToolFault.NOT_OVER, MATCH)
                    .because("refused.tool.not-over")
                    .legal("end"));
        }
        MatchFolder.Kept kept = ended.kept();
        try {
            String text = hasText ? Files.readString(kept.file(), StandardCharsets.UTF_8) : "";
            return JsonText.write(RecordBinding.of(new RecordTold(
                    result(match, ended),
                    match.seed(),
                    kept.number(),
                    kept.file().toString(),
                    kept.chain(),
                    text)));
        } catch (IOException broken) {
            throw new ToolRefusal(Refusal.of(ToolFault.MATCH_FAILED, MATCH)
                    .because("refused.tool.failed", String.valueOf(broken.getMessage())));
        }
    }
}
