package dev.truce.story.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a page tells, in all its forms.
 *
 * @param name its name within the page, for the orders of {@link Page}
 * @param block how it is drawn
 * @param sentences how it is said
 * @param data what programs get
 */
public record Part(String name, Block block, List<Sentence> sentences, List<Datum> data) {
    public Part {
        sentences = List.copyOf(sentences);
        data = List.copyOf(data);
    }

    /** Returns a part that has no form yet. */
    public static Part named(String name) {
        return new Part(name, new Block.Nothing(), List.of(), List.of());
    }

    /** Returns an empty line between what is drawn before and after it. */
    public static Part gap() {
        return named("gap").drawn(new Block.Gap());
    }

    /** Returns the part drawn like this. */
    public Part drawn(Block as) {
        return new Part(name, as, sentences, data);
    }

    /** Returns the part with one more sentence. */
    public Part said(String sentence) {
        return said(new Sentence(sentence, 0));
    }

    public Part said(Sentence sentence) {
        List<Sentence> more = new ArrayList<>(sentences);
        more.add(sentence);
        return new Part(name, block, more, data);
    }

    /** Returns the part with a value that programs get under its own name. */
    public Part datum(@Nullable Object value) {
        return datum(List.of(name), value);
    }

    /** Returns the part with one more value for programs. */
    public Part datum(List<String> path, @Nullable Object value) {
        List<Datum> more = new ArrayList<>(data);
        more.add(new Datum(path, value));
        return new Part(name, block, sentences, more);
    }

    /**
     * A value for programs.
     *
     * @param path its name, and before it the names of the objects in which it stands
     * @param value a string, number or boolean, a list or map of such, a page, or null
     */
    public record Datum(List<String> path, @Nullable Object value) {
        public Datum {
            path = List.copyOf(path);
        }
    }

    /**
     * Something that is said.
     *
     * @param text its words
     * @param indent by how much its lines after the first are indented
     */
    public record Sentence(String text, int indent) {}
}
