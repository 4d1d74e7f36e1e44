package dev.truce.scenario;

import dev.truce.engine.text.NearWord;
import dev.truce.scenario.Node.Place;
import dev.truce.scenario.ScenarioException.Code;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A table of keys, all of them known and present; reads values with their type and range. */
public final class Section {
    private final Place place;
    private final Map<String, Node> values;

    private Section(Place place, Map<String, Node> values) {
        this.place = place;
        this.values = values;
    }

    /**
     * Reads a file of another kind than a scenario, by the same rules.
     *
     * @param text YAML without anchors, aliases and tags
     * @param file what the place of a fault is called
     * @throws ScenarioException if it is no table, has an unknown key or lacks a required one
     */
    public static Section read(String text, String file, List<String> keys, List<String> optional) {
        return of(YamlTree.parse(text, file), keys, optional);
    }

    /** Returns the fault that the value of a key is none of those that are allowed. */
    public ScenarioException outOf(String key, Collection<String> legal) {
        return wrongType(node(key), "one-of", String.join(" ", legal));
    }

    /**
     * A fault for the caller to throw: the value of a key is not good enough for who reads it.
     *
     * @param sentence the end of its key, after {@code refused.scenario.}
     * @param named what the sentence names
     */
    public ScenarioException refuses(String key, String sentence, Object... named) {
        return node(key).place().error(Code.OUT_OF_RANGE, sentence, named);
    }

    /**
     * Opens a table that must have exactly these keys.
     *
     * @throws ScenarioException if it is no table, has an unknown key or lacks one
     */
    static Section of(Node node, List<String> keys) {
        return of(node, keys, List.of());
    }

    /**
     * Opens a table that must have all of {@code keys} and may have some of {@code optional}.
     *
     * @throws ScenarioException if it is no table, has an unknown key or lacks a required one
     */
    static Section of(Node node, List<String> keys, List<String> optional) {
        if (!(node instanceof Node.Table table)) {
            throw wrongType(node, "keys", String.join(", ", keys));
        }
        List<String> known = new ArrayList<>(keys);
        known.addAll(optional);
        for (Map.Entry<String, Node> entry : table.values().entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw entry.getValue()
                        .place()
                        .error(
                                Code.UNKNOWN_KEY,
                                "unknown-key",
                                entry.getKey(),
                                NearWord.nearest(entry.getKey(), known));
            }
        }
        for (String key : keys) {
            if (!table.values().containsKey(key)) {
                throw table.place().error(Code.MISSING_KEY, "missing-key", key);
            }
        }
        return new Section(table.place(), table.values());
    }

    /** Opens a table whose keys are some of these. */
    static Section someOf(Node node, List<String> keys) {
        if (!(node instanceof Node.Table table)) {
            throw wrongType(node, "some-keys", String.join(", ", keys));
        }
        List<String> present = keys.stream().filter(table.values()::containsKey).toList();
        Section section = new Section(table.place(), table.values());
        if (present.size() < table.values().size()) {
            of(node, keys);
        }
        return section;
    }

    Place place() {
        return place;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    Node node(String key) {
        Node node = values.get(key);
        if (node == null) {
            throw place.error(Code.MISSING_KEY, "missing-key", key);
        }
        return node;
    }

    Section section(String key, List<String> keys) {
        return of(node(key), keys);
    }

    /** Reads a list of at least {@code min} and at most {@code max} values. */
    List<Node> list(String key, int min, int max) {
        return list(node(key), min, max);
    }

    static List<Node> list(Node node, int min, int max) {
        if (!(node instanceof Node.Row row)) {
            throw wrongType(node, "list");
        }
        if (row.values().size() < min || row.values().size() > max) {
            throw row.place().error(Code.OUT_OF_RANGE, "length", row.values().size(), min, max);
        }
        return row.values();
    }

    /** Reads a text for people: not blank, at most {@code max} characters, no control characters. */
    public String text(String key, int max) {
        return text(node(key), max);
    }

    private static String text(Node value, int max) {
        Node.Text node = single(value);
        String text = node.text();
        if (text.isBlank() || text.codePointCount(0, text.length()) > max) {
            throw node.place().error(Code.OUT_OF_RANGE, "characters", max);
        }
        // A title goes to terminals, of people who got the file from a server too: a control character could rewrite
        // the
        // screen, and a hidden one reorder or hide what stands there.
        if (text.codePoints()
                .anyMatch(point -> Character.isISOControl(point)
                        || Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.SURROGATE)) {
            throw node.place().error(Code.OUT_OF_RANGE, "hidden-character");
        }
        return text;
    }

    /** Reads one text for people, or a list of them. */
    public List<String> texts(String key, int max) {
        return node(key) instanceof Node.Row row
                ? row.values().stream().map(node -> text(node, max)).toList()
                : List.of(text(key, max));
    }

    /** Returns where the value of a key stands: file, line, column and keys. */
    public String where(String key) {
        return ScenarioException.where(node(key).place());
    }

    /** Reads a word: lower-case ASCII letters, digits, point and hyphen, as orders and ids use it. */
    public String word(String key) {
        return word(node(key));
    }

    static String word(Node node) {
        Node.Text text = single(node);
        if (!text.text().matches("[a-z0-9][a-z0-9.-]{0,39}")) {
            throw text.place().error(Code.WRONG_TYPE, "no-word", text.kind());
        }
        return text.text();
    }

    public double number(String key, double min, double max) {
        return number(node(key), min, max);
    }

    static double number(Node node, double min, double max) {
        Node.Text text = single(node);
        if (text.quoted() || !isNumber(text.text())) {
            throw wrongType(node, "number");
        }
        double value = Double.parseDouble(text.text());
        if (!(value >= min && value <= max)) {
            throw text.place()
                    .error(Code.OUT_OF_RANGE, "range", text.text(), Double.toString(min), Double.toString(max));
        }
        // One zero only, so that -0 and 0 give the same hash and the same results.
        return value == 0 ? 0.0 : value;
    }

    public int integer(String key, int min, int max) {
        return integer(node(key), min, max);
    }

    static int integer(Node node, int min, int max) {
        double value = number(node, min, max);
        if (value != Math.rint(value)) {
            throw wrongType(node, "whole", min, max);
        }
        return (int) value;
    }

    public boolean flag(String key) {
        Node.Text text = single(node(key));
        if (!text.quoted() && text.text().equals("true")) {
            return true;
        }
        if (!text.quoted() && text.text().equals("false")) {
            return false;
        }
        throw wrongType(text, "flag");
    }

    /** Returns whether a word is a decimal number; no hexadecimal, no infinity, no NaN. */
    static boolean isNumber(String word) {
        return word.matches("-?[0-9]{1,20}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?");
    }

    static boolean isText(Node node) {
        return node instanceof Node.Text;
    }

    static Node.Text single(Node node) {
        if (node instanceof Node.Text text) {
            return text;
        }
        throw wrongType(node, "single");
    }

    /**
     * Says that a value of another kind is needed.
     *
     * @param wanted end of the key of the sentence that says of which
     * @param named what that sentence names besides what was found
     */
    static ScenarioException wrongType(Node node, String wanted, Object... named) {
        List<Object> all = new ArrayList<>(List.of(node.kind()));
        all.addAll(List.of(named));
        return node.place().error(Code.WRONG_TYPE, "type." + wanted, all.toArray());
    }
}
