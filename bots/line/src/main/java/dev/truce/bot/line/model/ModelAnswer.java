package dev.truce.bot.line.model;

import dev.truce.bot.line.json.Fields;
import dev.truce.bot.line.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a model wants to do, as items of the notation. It comes from the first JSON object of a reply and from nothing else: words around it
 * are not read.
 *
 * @param before what it says before the other side is heard, or empty
 * @param items its orders, what it accepts and how it judges, or empty
 * @param hasOrders whether it says what to order, be it nothing
 * @param forecast what it foretells, as it stands there, or null
 */
public record ModelAnswer(
        String before,
        String items,
        boolean hasOrders,
        @Nullable Object forecast) {
    private static final Pattern LEVEL = Pattern.compile("[A-Za-z0-9.+-]{1,20}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9.]{1,20}");
    private static final Pattern TERMS = Pattern.compile("\\{[^{}\\n\\r\"]{1,400}\\}");
    private static final Pattern OFFER = Pattern.compile("[A-Za-z0-9-]{1,10}");
    private static final Pattern JUDGED = Pattern.compile("[A-Za-z0-9.]{1,20} [a-z]{1,10}");

    /** Foretells nothing. */
    public ModelAnswer(String before, String items, boolean hasOrders) {
        this(before, items, hasOrders, null);
    }

    /** A reply holds no answer. */
    public static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads the words of a model.
     *
     * @param isFirst whether it is asked before the other side was heard
     * @throws NoAnswerException if they hold no JSON object that says what to order, offer, accept or judge
     */
    static ModelAnswer read(String text, boolean isFirst) throws NoAnswerException {
        try {
            return of(JsonText.first(text), isFirst);
        } catch (IllegalArgumentException none) {
            throw new NoAnswerException();
        }
    }

    /**
     * Reads the fields of an answer.
     *
     * @param isFirst whether it is asked before the other side was heard
     * @throws NoAnswerException if they do not say what to order, offer, accept or judge
     */
    public static ModelAnswer of(Map<String, @Nullable Object> map, boolean isFirst) throws NoAnswerException {
        try {
            Fields fields = new Fields("answer", map);
            List<String> before = new ArrayList<>();
            List<String> items = new ArrayList<>();
            if (fields.has("offer") && isFirst) {
                before.add("OFFER o " + matching(TERMS, fields.string("offer").strip()));
            }
            if (fields.has("accept")) {
                items.add("ACCEPT " + matching(OFFER, fields.string("accept").strip()));
            }
            if (fields.has("judge")) {
                items.add("JUDGE " + matching(JUDGED, fields.string("judge").strip()));
            }
            boolean hasOrders = fields.has("orders");
            if (hasOrders) {
                fields.object("orders")
                        .map()
                        .forEach((word, level) ->
                                items.add(matching(WORD, word.strip().toUpperCase(Locale.ROOT))
                                        + "="
                                        + matching(LEVEL, String.valueOf(level).strip())));
            }
            if (items.isEmpty() && !hasOrders && !fields.has("offer")) {
                throw new NoAnswerException();
            }
            return new ModelAnswer(String.join("; ", before), String.join("; ", items), hasOrders, map.get("forecast"));
        } catch (IllegalArgumentException none) {
            throw new NoAnswerException();
        }
    }

    /** One item must not become several. */
    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
