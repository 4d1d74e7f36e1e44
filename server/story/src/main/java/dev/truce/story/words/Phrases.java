package dev.truce.story.words;

import dev.truce.engine.agreement.Clause;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The texts of one language by key, handed in by the program. Patterns are those of {@link String#format}; as the order of
 * words differs between languages, a pattern may name its arguments by number, as in {@code %2$s}.
 */
public final class Phrases {
    /** The keys of what stands between things, for a page that joins by itself what it alone knows. */
    public static final List<String> JOINERS = List.of("list.comma", "list.between", "list.and");

    private final Language language;
    private final TreeMap<String, String> patterns;

    /**
     * @param language of the texts
     * @param patterns by key
     */
    public Phrases(Language language, Map<String, String> patterns) {
        this.language = language;
        this.patterns = new TreeMap<>(patterns);
    }

    /** The language in which the texts are. */
    public Language language() {
        return language;
    }

    /**
     * Returns a text.
     *
     * @param key its key
     * @param arguments what its pattern names
     * @throws NoSuchElementException if there is no such key
     */
    public String of(String key, Object... arguments) {
        return String.format(Locale.ROOT, pattern(key), arguments);
    }

    /**
     * Returns a text about a number of things.
     *
     * @param one key of the text about one, which need not name the number
     * @param many key of the text about any other number
     */
    public String count(String one, String many, long number) {
        return of(number == 1 ? one : many, number);
    }

    /** Returns from which round to which, in words; one round if they are the same. */
    public String span(int first, int last) {
        return first == last ? of("span.one", first) : of("span.many", first, last);
    }

    /** Returns until when something binds, in words; {@link Clause#FOREVER} for no last round. */
    public String until(int last) {
        return last == Clause.FOREVER ? of("until.none") : of("until.round", last);
    }

    /** Returns things as a sentence lists them, for example {@code a, b and c}. */
    public String list(List<String> things) {
        int last = things.size() - 1;
        return last < 1 ? row(things) : row(things.subList(0, last)) + pattern("list.and") + things.get(last);
    }

    /** Returns things in a row, as in a cell or before a colon, for example {@code a, b, c}. */
    public String row(List<String> things) {
        return String.join(pattern("list.between"), things);
    }

    /** Returns clauses of one sentence, for example {@code the truce goes on; US has an offer}. */
    public String clauses(List<String> clauses) {
        return String.join(pattern("list.semicolon"), clauses);
    }

    /** Returns parts of one sentence that are no things of a list, for example {@code round 3, seven tables}. */
    public String parts(List<String> parts) {
        return String.join(pattern("list.comma"), parts);
    }

    /** Returns the pattern of a text. */
    public String pattern(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new NoSuchElementException("no text " + key);
        }
        return pattern;
    }

    /** Returns whether there is a text with a key. */
    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    public SortedSet<String> keys() {
        return new TreeSet<>(patterns.keySet());
    }
}
