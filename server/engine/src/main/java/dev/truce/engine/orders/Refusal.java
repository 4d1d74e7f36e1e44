package dev.truce.engine.orders;

import java.util.List;
import java.util.Locale;

/**
 * Why nothing was done: a code for programs, a key and arguments for the text that people read. The text itself stands in a bundle,
 * once for each language; the value holds no prose.
 *
 * @param code the first reason that applies
 * @param field what was wrong, for example {@code orders[1].level} or {@code round}; empty if no field was
 * @param key key of the sentence in the bundles, for example {@code refused.stale_round}
 * @param arguments what the sentence names, in the order of its places: strings, whole numbers and decimal numbers
 * @param legal what would be right, for example {@code 0 5 10}; empty if nothing would
 * @param retryAfterMillis when to try again, 0 if trying again is no use
 */
public record Refusal(
        Code code, String field, String key, List<Object> arguments, String legal, long retryAfterMillis) {
    /** A reason with a name that never changes; each family of reasons is an enum. */
    public interface Code {
        /** Returns the name, for example {@code STALE_ROUND}. */
        String name();
    }

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    /** Returns a refusal whose sentence has the key {@code refused.} with the code in lower case, and no arguments. */
    public static Refusal of(Code code, String field) {
        return new Refusal(code, field, "refused." + code.name().toLowerCase(Locale.ROOT), List.of(), "", 0);
    }

    /** Returns the refusal with this sentence. */
    public Refusal because(String sentence, Object... named) {
        return new Refusal(code, field, sentence, List.of(named), legal, retryAfterMillis);
    }

    /** Returns the refusal with what would be right. */
    public Refusal legal(Object right) {
        return new Refusal(code, field, key, arguments, right.toString(), retryAfterMillis);
    }

    /** Returns the refusal of what may succeed unchanged after a delay in milliseconds. */
    public Refusal after(long millis) {
        return new Refusal(code, field, key, arguments, legal, millis);
    }
}
