package dev.truce.engine.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * Why nothing was done: a code for programs, a key and arguments for the text that people read. The text itself stands in a bundle,
 * once for each language; the value holds no prose of its own.
 *
 * @param code the first reason that applies
 * @param field what was wrong, for example {@code orders[1].level} or {@code round}; empty if no field was
 * @param key key of the sentence in the bundles, for example {@code refused.stale_round}
 * @param arguments what the sentence names, in the order of its places: strings, whole numbers (all as {@link Long}) and decimal
 *     numbers
 * @param legal what would be right, for example {@code 0 5 10}; empty if nothing would
 * @param retryAfterMillis when to try again, 0 if trying again is no use
 * @param text the sentence in English as another program has sent it, for one that does not know the key; empty where it is known
 */
public record Refusal(
        Code code, String field, String key, List<Object> arguments, String legal, long retryAfterMillis, String text) {
    /** A reason with a name that never changes; each family of reasons is an enum. */
    public interface Code {
        /** Returns the name, for example {@code STALE_ROUND}. */
        String name();
    }

    public Refusal {
        List<Object> plain = new ArrayList<>();
        for (Object argument : arguments) {
            plain.add(plain(argument));
        }
        arguments = List.copyOf(plain);
        Objects.requireNonNull(code);
    }

    /** Returns a refusal whose sentence has the key {@code refused.} with the code in lower case, and no arguments. */
    public static Refusal of(Code code, String field) {
        return new Refusal(code, field, "refused." + code.name().toLowerCase(Locale.ROOT), List.of(), "", 0, "");
    }

    /**
     * Returns the refusal with this sentence.
     *
     * @param named what it names; of what is no string or number, its name
     */
    public Refusal because(String sentence, Object... named) {
        return new Refusal(code, field, sentence, List.of(named), legal, retryAfterMillis, text);
    }

    /** Returns the refusal with what its sentence names, under the key that it has. */
    public Refusal naming(Object... named) {
        return because(key, named);
    }

    /** Returns the refusal with what would be right. */
    public Refusal legal(Object right) {
        return new Refusal(code, field, key, arguments, right.toString(), retryAfterMillis, text);
    }

    /** Returns the refusal of what may succeed unchanged after a delay in milliseconds. */
    public Refusal after(long millis) {
        return new Refusal(code, field, key, arguments, legal, millis, text);
    }

    /** Returns the refusal with its sentence in English, for a program that may not know the key. */
    public Refusal saying(String english) {
        return new Refusal(code, field, key, arguments, legal, retryAfterMillis, english);
    }

    /** Returns code, field and arguments on one line, for logs and exceptions, where no bundle is at hand. */
    public String facts() {
        StringJoiner facts = new StringJoiner(", ", code.name() + ": ", "").setEmptyValue(code.name());
        if (!text.isEmpty()) {
            return facts.add(text).toString();
        }
        if (!field.isEmpty()) {
            facts.add(field);
        }
        for (Object argument : arguments) {
            facts.add(argument.toString());
        }
        return facts.toString();
    }

    private static Object plain(Object argument) {
        if (argument instanceof Integer whole) {
            return whole.longValue();
        }
        return argument instanceof Long || argument instanceof Double ? argument : argument.toString();
    }
}
