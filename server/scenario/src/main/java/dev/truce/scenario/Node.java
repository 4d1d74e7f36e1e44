package dev.truce.scenario;

import dev.truce.engine.orders.Refusal;
import java.util.List;
import java.util.Map;

/** A value of a scenario file with the place where it stands. */
sealed interface Node {
    /** Returns where the value begins. */
    Place place();

    /** Returns what kind of value this is, as it would stand in a file. */
    String kind();

    /** Returns what stands below keys of it; nothing unless it is a table. */
    default Map<String, Node> entries() {
        return Map.of();
    }

    /** Where a value stands: file, line and column from 1, and the keys that lead to it. */
    record Place(String file, int line, int column, String path) {
        static Place whole(String file) {
            return new Place(file, 0, 0, "");
        }

        /**
         * Says what is wrong here.
         *
         * @param sentence end of the key of its sentence
         * @param named what the sentence names
         */
        ScenarioException error(ScenarioException.Code code, String sentence, Object... named) {
            return error(Refusal.of(code, path).because("refused.scenario." + sentence, named));
        }

        ScenarioException error(Refusal refusal) {
            return new ScenarioException(this, refusal);
        }

        Place at(int otherLine, int otherColumn, String key) {
            return new Place(file, otherLine, otherColumn, path.isEmpty() ? key : path + "." + key);
        }
    }

    /** A single word, number or text; {@code quoted} texts are never numbers. */
    record Text(Place place, String text, boolean quoted) implements Node {
        @Override
        public String kind() {
            return quoted ? "\"" + text + "\"" : "'" + text + "'";
        }
    }

    /** Keys with values, in the order of the file. */
    record Table(Place place, Map<String, Node> values) implements Node {
        @Override
        public String kind() {
            return "{...}";
        }

        @Override
        public Map<String, Node> entries() {
            return values;
        }
    }

    /** Values without keys. */
    record Row(Place place, List<Node> values) implements Node {
        @Override
        public String kind() {
            return "[...]";
        }
    }
}
