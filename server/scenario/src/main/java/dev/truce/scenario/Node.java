package dev.truce.scenario;

import java.util.List;
import java.util.Map;

/** A value of a scenario file with the place where it stands. */
sealed interface Node {
    /** Returns where the value begins. */
    Place place();

    /** Returns what kind of value this is, in words of the file's author. */
    String kind();

    /** Where a value stands: file, line and column from 1, and the keys that lead to it. */
    record Place(String file, int line, int column, String path) {
        ScenarioException error(ScenarioException.Code code, String problem) {
            return new ScenarioException(code, file, line, column, path, problem);
        }

        Place at(int otherLine, int otherColumn, String key) {
            return new Place(file, otherLine, otherColumn, path.isEmpty() ? key : path + "." + key);
        }
    }

    /** A single word, number or text; {@code quoted} texts are never numbers. */
    record Text(Place place, String text, boolean quoted) implements Node {
        @Override
        public String kind() {
            return quoted ? "the text \"" + text + "\"" : "'" + text + "'";
        }
    }

    /** Keys with values, in the order of the file. */
    record Table(Place place, Map<String, Node> values) implements Node {
        @Override
        public String kind() {
            return "a table of keys";
        }
    }

    /** Values without keys. */
    record Row(Place place, List<Node> values) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }
}
