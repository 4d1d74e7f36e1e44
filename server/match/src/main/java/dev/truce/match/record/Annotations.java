package dev.truce.match.record;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody wrote between the orders of a round: comments <code>{"..."}</code> and variations {@code (...)}, as they stand. They
 * are outside the hash chain.
 *
 * @param us those after the orders of the US
 * @param cn those after the orders of China
 */
public record Annotations(List<String> us, List<String> cn) {
    /** Nobody wrote anything. */
    public static final Annotations NONE = new Annotations(List.of(), List.of());

    private static final Pattern ASIDE = Pattern.compile("\\{\"[^\"]*\"}|\\([^()]*\\)");

    /**
     * Copies both lists.
     *
     * @throws IllegalArgumentException if one of them is neither a comment nor a variation
     */
    public Annotations {
        us = List.copyOf(us);
        cn = List.copyOf(cn);
        require(us);
        require(cn);
    }

    private static void require(List<String> annotations) {
        for (String aside : annotations) {
            if (!ASIDE.matcher(aside).matches() || !OneLine.is(aside)) {
                throw new IllegalArgumentException("expected a comment {\"...\"} or a variation (...) in one line");
            }
        }
    }
}
