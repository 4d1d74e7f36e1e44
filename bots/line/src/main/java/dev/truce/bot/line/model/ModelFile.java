package dev.truce.bot.line.model;

import dev.truce.bot.line.json.JsonText;
import dev.truce.bot.line.json.RecordBinding;
import dev.truce.engine.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A model that plays: where and how it is asked, and what that may cost. The key of its endpoint is never in it.
 *
 * @param name of the bot in all files; empty if the file gives none
 * @param endpoint how it is spoken to
 * @param url of the endpoint
 * @param model as the endpoint calls it
 * @param keyVariable environment variable that holds the key; empty if the endpoint wants none
 * @param prompt what the model is told of the game; {@code {role}} and {@code {other}} stand for the sides
 * @param asked what else it is asked and told
 * @param temperature of its answers; none if the endpoint's own is taken
 * @param replyTokens most tokens of a reply, 0 if that is left to the endpoint
 * @param seconds longest wait for an answer, 1 to 3,600
 * @param retries further attempts at a call that the endpoint did not answer, 0 to 10
 * @param atATime most calls at a time, 1 to 256
 * @param prices per token
 * @param maxCalls most calls of a tournament, 0 for no limit
 * @param maxTokens most tokens of a tournament, 0 for no limit
 * @param maxNanoDollars most that a tournament may cost, billionths of a dollar, 0 for no limit
 */
public record ModelFile(
        String name,
        Dialect endpoint,
        URI url,
        String model,
        String keyVariable,
        String prompt,
        AskedFor asked,
        Optional<Double> temperature,
        int replyTokens,
        int seconds,
        int retries,
        int atATime,
        Prices prices,
        long maxCalls,
        long maxTokens,
        long maxNanoDollars) {
    /** What a model is shown of the match before. */
    enum Recall {
        /** Nothing. */
        NONE,
        /** All that it was asked, and what it answered. */
        TRANSCRIPT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What may differ between two runs with one prompt.
     *
     * @param memory what it is shown of the match before
     * @param isToldLegal whether it is told what is legal in each round; else all levels once
     * @param isNeutral whether sides and instruments have names that tell nothing of the news
     * @param isForecasting whether it says with what chance the other side keeps its word
     */
    record AskedFor(Recall memory, boolean isToldLegal, boolean isNeutral, boolean isForecasting) {
        boolean isRemembering() {
            return memory == Recall.TRANSCRIPT;
        }
    }

    /** Longest file, in bytes, and longest prompt. */
    static final int MAX_FILE = 1 << 16;

    private static final Set<String> KEYS = new TreeSet<>(List.of(
            "name",
            "endpoint",
            "url",
            "model",
            "key_variable",
            "prompt",
            "language",
            "memory",
            "legal",
            "names",
            "forecast",
            "whole_prompt",
            "temperature",
            "reply_tokens",
            "seconds",
            "retries",
            "at_a_time",
            "usd_in",
            "usd_cached",
            "usd_out",
            "max_calls",
            "max_tokens",
            "max_usd"));
    private static final long MAX_BUDGET = 1_000_000_000_000L;
    private static final String NOTHING = "null";
    private static final String REAL = "real";
    private static final String NEUTRAL = "neutral";
    private static final String FORECAST = "forecast";

    /** Billionths of a dollar are the smallest that is counted. */
    private static final int MAX_DECIMALS = 9;

    /**
     * Reads a file; a prompt that it names is read from beside it.
     *
     * @throws ModelFileException if it cannot be read or says something that is not known
     */
    public static ModelFile read(String named) throws ModelFileException {
        Path path;
        try {
            path = Path.of(named);
        } catch (InvalidPathException none) {
            throw new ModelFileException(ModelFileException.ModelRefusal.FILE_UNREADABLE, "unreadable", named);
        }
        String text = text(path);
        try {
            return new Values(path, JsonText.object(text)).file();
        } catch (IllegalArgumentException none) {
            throw new ModelFileException(ModelFileException.ModelRefusal.MODEL_FILE, "no-json", named);
        }
    }

    private static String text(Path path) throws ModelFileException {
        try {
            if (Files.size(path) > MAX_FILE) {
                throw new ModelFileException(ModelFileException.ModelRefusal.FILE_UNREADABLE, "large", path, MAX_FILE);
            }
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new ModelFileException(ModelFileException.ModelRefusal.FILE_UNREADABLE, "unreadable", path);
        }
    }

    /** Returns the text that ships in a language: {@code en} or {@code zh}. */
    public static String shippedPrompt(String language) {
        return shipped("prompt_" + language);
    }

    private static String shipped(String text) {
        try (InputStream in = ModelFile.class.getResourceAsStream(text + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no " + text + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What decides what the model is asked; where it is asked and what it may cost do not. */
    public String condition() {
        return String.join(
                "\n",
                endpoint.name(),
                model,
                asked.memory.word(),
                asked.isToldLegal ? "legal" : "ladders",
                temperature.map(String::valueOf).orElse(""),
                Integer.toString(replyTokens),
                (asked.isForecasting ? FORECAST + "\n" : "") + (asked.isNeutral ? NEUTRAL + "\n" : "") + prompt);
    }

    /** What a file has that says how a model is asked; its address has no query, which may hold a secret, and its key has no name. */
    private record Stored(
            String name,
            String endpoint,
            String url,
            String model,
            String prompt,
            String memory,
            String legal,
            String names,
            String forecast,
            String wholePrompt,
            String temperature,
            int replyTokens,
            int seconds,
            int retries,
            int atATime,
            String usdIn,
            String usdCached,
            String usdOut) {}

    /**
     * Returns a file that says how the model is asked, without key and budget.
     *
     * @param promptFile name of the file beside it that has the prompt
     */
    public String stored(String promptFile) {
        return JsonText.pretty(RecordBinding.of(new Stored(
                name,
                endpoint.name().toLowerCase(Locale.ROOT),
                url.getScheme() + "://" + url.getAuthority() + url.getPath(),
                model,
                promptFile,
                asked.memory.word(),
                Boolean.toString(asked.isToldLegal),
                asked.isNeutral ? NEUTRAL : REAL,
                Boolean.toString(asked.isForecasting),
                Boolean.toString(true),
                temperature
                        .map(warmth -> BigDecimal.valueOf(warmth).toPlainString())
                        .orElse(NOTHING),
                replyTokens,
                seconds,
                retries,
                atATime,
                dollars(prices.in()),
                dollars(prices.cached()),
                dollars(prices.out()))));
    }

    private static String dollars(long millionths) {
        return BigDecimal.valueOf(millionths, 6).toPlainString();
    }

    /** Returns the same without a budget. */
    ModelFile withoutBudget() {
        return new ModelFile(
                name,
                endpoint,
                url,
                model,
                keyVariable,
                prompt,
                asked,
                temperature,
                replyTokens,
                seconds,
                retries,
                atATime,
                prices,
                0,
                0,
                0);
    }

    /** Returns the hash of what decides what the model is asked, 64 hex digits. */
    public String sha256() {
        return Sha256.hex(condition());
    }

    /**
     * Returns the key of the endpoint.
     *
     * @param environment the variables of this process
     * @throws ModelFileException if the file names a variable that is empty, or whose value no header can carry; never names the value
     */
    public String key(Map<String, String> environment) throws ModelFileException {
        if (keyVariable.isEmpty()) {
            return "";
        }
        String key = environment.getOrDefault(keyVariable, "");
        if (key.isEmpty() || key.chars().anyMatch(each -> each <= ' ' || each > '~')) {
            throw new ModelFileException(ModelFileException.ModelRefusal.KEY_MISSING, "key", keyVariable);
        }
        return key;
    }

    /**
     * Returns how long an answer to one question may take, all attempts together.
     *
     * @param askers how many may ask at a time; each waits for those that came before it
     */
    public Duration longestQuestion(int askers) {
        long turns = 1L + (askers + atATime - 1) / atATime;
        return Duration.ofSeconds(seconds)
                .multipliedBy(turns * (retries + 1))
                .plus(ModelCaller.MAX_WAIT.multipliedBy(retries));
    }

    /**
     * Checks whether a run can fit into the budget.
     *
     * @param bot what the run calls it
     * @param questions the fewest that it asks
     * @throws ModelFileException if it cannot
     */
    public void requireRoom(String bot, long questions) throws ModelFileException {
        if (maxCalls > 0 && questions > maxCalls) {
            throw new ModelFileException(
                    ModelFileException.ModelRefusal.BUDGET_TOO_SMALL, "calls", bot, questions, "max_calls", maxCalls);
        }
        // No tokenizer packs more than eight bytes of a prompt into a token on average.
        long tokens = questions * (prompt.length() / 8);
        if (maxTokens > 0 && tokens > maxTokens) {
            throw new ModelFileException(
                    ModelFileException.ModelRefusal.BUDGET_TOO_SMALL, "tokens", bot, tokens, "max_tokens", maxTokens);
        }
        long nanoDollars = prices.nanoDollars(tokens, 0, 0);
        if (maxNanoDollars > 0 && nanoDollars > maxNanoDollars) {
            throw new ModelFileException(
                    ModelFileException.ModelRefusal.BUDGET_TOO_SMALL,
                    "dollars",
                    bot,
                    BigDecimal.valueOf(nanoDollars, 9).toPlainString(),
                    "max_usd",
                    BigDecimal.valueOf(maxNanoDollars, 9).stripTrailingZeros().toPlainString());
        }
    }

    /** The values of a file, by key. */
    private record Values(Path path, Map<String, @Nullable Object> map) {
        ModelFile file() throws ModelFileException {
            for (String key : map.keySet()) {
                if (!KEYS.contains(key)) {
                    throw new ModelFileException(
                            ModelFileException.ModelRefusal.MODEL_FILE,
                            "key-unknown",
                            path,
                            key,
                            String.join(" ", KEYS));
                }
            }
            String temperature = text("temperature", "0");
            AskedFor asked = new AskedFor(
                    Recall.valueOf(one("memory", "none", "none", "transcript").toUpperCase(Locale.ROOT)),
                    isOn("legal", true),
                    one("names", REAL, REAL, NEUTRAL).equals(NEUTRAL),
                    isOn(FORECAST, false));
            String keyVariable = matching("key_variable", "", "([A-Za-z_][A-Za-z0-9_]*)?", "A-Z a-z 0-9 _");
            return new ModelFile(
                    matching("name", "", "([a-z][a-z0-9-]{0,31})?", "a-z 0-9 -"),
                    Dialect.valueOf(
                            one("endpoint", "openai", "openai", "anthropic").toUpperCase(Locale.ROOT)),
                    url(!keyVariable.isEmpty()),
                    matching("model", "", "\\P{Cntrl}{1,200}", "1..200"),
                    keyVariable,
                    prompt(asked),
                    asked,
                    temperature.equals(NOTHING)
                            ? Optional.empty()
                            : Optional.of(decimal("temperature", "0", 2).doubleValue()),
                    (int) whole("reply_tokens", 0, 0, 1_000_000),
                    (int) whole("seconds", 60, 1, 3_600),
                    (int) whole("retries", 2, 0, 10),
                    (int) whole("at_a_time", 4, 1, 256),
                    prices(),
                    whole("max_calls", 0, 0, MAX_BUDGET),
                    whole("max_tokens", 0, 0, MAX_BUDGET),
                    decimal("max_usd", "0", 1_000_000).movePointRight(9).longValue());
        }

        private Prices prices() throws ModelFileException {
            long in = price("usd_in", "0");
            return new Prices(in, price("usd_cached", text("usd_in", "0")), price("usd_out", "0"));
        }

        private long price(String key, String usual) throws ModelFileException {
            return decimal(key, usual, 10_000).movePointRight(6).longValue();
        }

        private String text(String key, String usual) {
            return map.containsKey(key) ? String.valueOf(map.get(key)) : usual;
        }

        private ModelFileException wrong(String key, String right) {
            // What stands in an address may be a password.
            String written = key.equals("url") ? "" : text(key, "");
            return new ModelFileException(
                    ModelFileException.ModelRefusal.MODEL_FILE,
                    "value",
                    path,
                    key,
                    written.substring(0, Math.min(written.length(), 60)),
                    right);
        }

        private String matching(String key, String usual, String pattern, String right) throws ModelFileException {
            String text = text(key, usual);
            if (!text.matches(pattern)) {
                throw wrong(key, right);
            }
            return text;
        }

        private boolean isOn(String key, boolean usual) throws ModelFileException {
            return Boolean.parseBoolean(one(key, Boolean.toString(usual), "true", "false"));
        }

        private String one(String key, String usual, String... right) throws ModelFileException {
            String text = text(key, usual);
            if (!List.of(right).contains(text)) {
                throw wrong(key, String.join(" ", right));
            }
            return text;
        }

        private long whole(String key, long usual, long least, long most) throws ModelFileException {
            String text = text(key, Long.toString(usual));
            if (!text.matches("\\d{1,13}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
                throw wrong(key, least + ".." + most);
            }
            return Long.parseLong(text);
        }

        private BigDecimal decimal(String key, String usual, int most) throws ModelFileException {
            String text = text(key, usual);
            // A small number, such as 0.000001, is read as 1.0E-6.
            if (!text.matches("\\d{1,7}(\\.\\d{1,17})?(E-?\\d{1,2})?")) {
                throw wrong(key, "0.." + most);
            }
            BigDecimal value = new BigDecimal(text).stripTrailingZeros();
            if (value.compareTo(BigDecimal.valueOf(most)) > 0 || value.scale() > MAX_DECIMALS) {
                throw wrong(key, "0.." + most);
            }
            return value;
        }

        /** A prompt tells the game; what else is asked of a model is told after it, unless it says that itself. */
        private String prompt(AskedFor asked) throws ModelFileException {
            String language = one("language", "en", "en", "zh");
            String told = toldGame(language);
            if (isOn("whole_prompt", false)) {
                return told;
            }
            return told + (asked.isForecasting ? shipped("forecast_" + language) : "");
        }

        private String toldGame(String language) throws ModelFileException {
            String named = text("prompt", "");
            if (named.isEmpty()) {
                return shippedPrompt(language);
            }
            try {
                return ModelFile.text(path.resolveSibling(named));
            } catch (InvalidPathException none) {
                throw wrong("prompt", "FILE");
            }
        }

        /** A key goes over an open line to this machine alone; and none may stand in the address, which files keep. */
        private URI url(boolean hasKey) throws ModelFileException {
            URI url;
            try {
                url = URI.create(text("url", ""));
            } catch (IllegalArgumentException none) {
                throw wrong("url", "https://");
            }
            boolean isPlain = "http".equals(url.getScheme());
            if ((!isPlain && !"https".equals(url.getScheme())) || url.getHost() == null || url.getUserInfo() != null) {
                throw wrong("url", "https://HOST/PATH");
            }
            if (isPlain && hasKey && !isLoopback(url.getHost())) {
                throw wrong("url", "https://" + url.getHost());
            }
            return url;
        }

        private static boolean isLoopback(String host) {
            return host.matches("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");
        }
    }
}
