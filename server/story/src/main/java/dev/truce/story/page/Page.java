package dev.truce.story.page;

import dev.truce.story.page.Part.Datum;
import dev.truce.story.page.Part.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * What a topic has to tell. Parts are drawn in the order in which they are given. A listener and a program may want another
 * order: it names the parts that begin a group, and a part that it does not name stays after the one before it. So a new
 * part has its place in every order.
 */
public final class Page {
    private final List<Part> parts;
    private final List<String> spokenOrder;
    private final List<String> programOrder;

    private Page(List<Part> parts, List<String> spokenOrder, List<String> programOrder) {
        this.parts = List.copyOf(parts);
        this.spokenOrder = List.copyOf(spokenOrder);
        this.programOrder = List.copyOf(programOrder);
    }

    /** Returns a page that is drawn, said and written in one order. */
    public static Page of(List<Part> parts) {
        return new Page(parts, List.of(), List.of());
    }

    /** Returns the page with another order of its sentences. */
    public Page spokenInOrder(String... names) {
        return new Page(parts, List.of(names), programOrder);
    }

    public Page programsInOrder(String... names) {
        return new Page(parts, spokenOrder, List.of(names));
    }

    /** Its parts as they are drawn. */
    public List<Part> parts() {
        return parts;
    }

    /** Returns its sentences as they are said. */
    public List<Sentence> sentences() {
        List<Sentence> sentences = new ArrayList<>();
        inOrder(spokenOrder).forEach(part -> sentences.addAll(part.sentences()));
        return sentences;
    }

    /** Returns its values as programs get them. */
    public List<Datum> data() {
        List<Datum> data = new ArrayList<>();
        inOrder(programOrder).forEach(part -> data.addAll(part.data()));
        return data;
    }

    private List<Part> inOrder(List<String> names) {
        List<List<Part>> groups = new ArrayList<>();
        for (int i = 0; i <= names.size(); i++) {
            groups.add(new ArrayList<>());
        }
        int group = 0;
        for (Part part : parts) {
            int named = names.indexOf(part.name());
            group = named < 0 ? group : named + 1;
            groups.get(group).add(part);
        }
        List<Part> ordered = new ArrayList<>();
        groups.forEach(ordered::addAll);
        return ordered;
    }

    /**
     * A part of a document with a heading.
     *
     * @param id its name in links
     * @param title its heading
     * @param page what it tells
     */
    public record DocumentSection(String id, String title, Page page) {}
}
