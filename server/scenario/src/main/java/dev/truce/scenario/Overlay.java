package dev.truce.scenario;

import dev.truce.scenario.Node.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays a file over the scenario that it names as its base. Tables are laid over key by key; a list, a single value and the
 * tables of {@link #WHOLE} replace what the base has. What names and measures a scenario is never taken over.
 */
final class Overlay {
    /** Each file says these itself: two scenarios of one name, or another's score scale, would mislead. */
    static final List<String> OWN = List.of("id", "titles", "about", "anchors", "script");

    /** Keys of these are alternatives or may be left out, so a mixture with the base would say what nobody wrote. */
    static final List<String> WHOLE = List.of("horizon", "agreement.clauses");

    private Overlay() {}

    /** Returns the file with what it does not say itself taken from its base; places of errors stay those of the file. */
    static Table of(Table base, Table own) {
        Map<String, Node> taken = new LinkedHashMap<>(base.values());
        taken.keySet().removeAll(OWN);
        return laid(new Table(base.place(), taken), own, "");
    }

    private static Table laid(Table base, Table own, String path) {
        Map<String, Node> values = new LinkedHashMap<>(base.values());
        own.values().forEach((key, value) -> {
            String inner = path.isEmpty() ? key : path + "." + key;
            if (values.get(key) instanceof Table below && value instanceof Table above && !WHOLE.contains(inner)) {
                values.put(key, laid(below, above, inner));
            } else {
                values.put(key, value);
            }
        });
        return new Table(own.place(), values);
    }
}
