package dev.truce.scenario;

import dev.truce.scenario.Node.Place;
import dev.truce.scenario.ScenarioException.Code;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the plain part of YAML: tables, lists and single values, without anchors, aliases, tags or several documents.
 * Built on parser events, so that depth and size are bounded before any value exists.
 */
final class YamlTree {
    /** A scenario needs five; a file that nests deeper is a mistake or an attack on the stack. */
    private static final int MAX_DEPTH = 12;

    /** A scenario has about a thousand values; each costs memory. */
    private static final int MAX_VALUES = 50_000;

    private final String file;
    private final Iterator<Event> events;
    private int values;

    private YamlTree(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /**
     * Parses a text.
     *
     * @throws ScenarioException if it is not one plain document whose root is a table
     */
    static Node.Table parse(String text, String file) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(Scenarios.MAX_TEXT_BYTES)
                .build();
        Place whole = Place.whole(file);
        try {
            YamlTree tree =
                    new YamlTree(file, new Parse(settings).parseString(text).iterator());
            return tree.document(whole);
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().orElse(null);
            Place place = mark == null ? whole : new Place(file, mark.getLine() + 1, mark.getColumn() + 1, "");
            throw place.error(Code.NOT_YAML, "not-yaml", String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            throw whole.error(Code.NOT_YAML, "not-yaml", String.valueOf(e.getMessage()));
        }
    }

    private Node.Table document(Place whole) {
        expect(Event.ID.StreamStart, whole);
        if (events.next().getEventId() != Event.ID.DocumentStart) {
            throw whole.error(Code.NOT_YAML, "empty");
        }
        Event first = events.next();
        Node root = node(first, placeOf(first, ""), 0);
        expect(Event.ID.DocumentEnd, root.place());
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw placeOf(after, "").error(Code.NOT_YAML, "second-document");
        }
        if (root instanceof Node.Table table) {
            return table;
        }
        throw root.place().error(Code.WRONG_TYPE, "type.file", root.kind());
    }

    private Node node(Event event, Place place, int depth) {
        if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
            throw place.error(Code.TOO_DEEP, "too-deep", MAX_DEPTH, MAX_VALUES);
        }
        requirePlain(event, place);
        return switch (event.getEventId()) {
            case Scalar -> {
                ScalarEvent scalar = (ScalarEvent) event;
                yield new Node.Text(place, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
            }
            case MappingStart -> table(place, depth);
            case SequenceStart -> row(place, depth);
            default -> throw place.error(Code.NOT_YAML, "not-yaml", event.getEventId());
        };
    }

    private Node.Table table(Place place, int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(event, placeOf(event, place.path()), depth + 1) instanceof Node.Text key)) {
                throw placeOf(event, place.path()).error(Code.WRONG_TYPE, "single-key");
            }
            Event next = events.next();
            Node value = node(next, place.at(line(next), column(next), key.text()), depth + 1);
            if (entries.putIfAbsent(key.text(), value) != null) {
                throw key.place().error(Code.DUPLICATE_KEY, "key-twice", key.text());
            }
        }
        return new Node.Table(place, entries);
    }

    private Node.Row row(Place place, int depth) {
        List<Node> entries = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            String path = place.path() + "[" + entries.size() + "]";
            entries.add(node(event, placeOf(event, path), depth + 1));
        }
        return new Node.Row(place, entries);
    }

    private static void requirePlain(Event event, Place place) {
        if (event.getEventId() == Event.ID.Alias) {
            throw place.error(Code.NOT_PLAIN, "alias");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw place.error(Code.NOT_PLAIN, "anchor");
        }
        boolean tagged = event instanceof ScalarEvent scalar
                ? scalar.getTag().isPresent()
                : event instanceof CollectionStartEvent start && start.getTag().isPresent();
        if (tagged) {
            throw place.error(Code.NOT_PLAIN, "tag");
        }
    }

    private void expect(Event.ID id, Place place) {
        Event event = events.next();
        if (event.getEventId() != id) {
            throw place.error(Code.NOT_YAML, "not-yaml", event.getEventId());
        }
    }

    private Place placeOf(Event event, String path) {
        return new Place(file, line(event), column(event), path);
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private static int column(Event event) {
        return event.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
    }
}
