package dev.truce.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.ScenarioException.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks all keys of the shipped file: each one is needed, is known by its name only, and changes what is loaded. */
class EveryKeyTest {
    private static final List<String> MAY_BE_LEFT_OUT = List.of(
            "about",
            "agreements",
            "red_lines",
            "section232",
            "instruments.us.port_fee",
            "instruments.cn.port_fee",
            "instruments.cn.unreliable_entities",
            "economy.soya_reroute",
            "economy.soya_supply_slope",
            "economy.chip_quota");

    private final Node.Table busan = YamlTree.parse(Scenarios.text("busan-2025-r2"), "busan");
    private final String hash = Scenarios.busan2025R2().hash();

    @Test
    void aMissingKeyIsAnErrorThatNamesIt() {
        int keys = 0;
        for (List<String> path : keys()) {
            keys++;
            assertThatThrownBy(() -> load(edit(path, (table, key) -> table.remove(key))))
                    .as(path.toString())
                    .isInstanceOfSatisfying(ScenarioException.class, e -> {
                        // Without 'hidden' the horizon says nothing at all, which is a contradiction rather than a gap.
                        boolean horizon = path.get(0).equals("horizon") && path.size() == 2;
                        assertThat(e.code()).isEqualTo(horizon ? Code.INCONSISTENT : Code.MISSING_KEY);
                        if (horizon) {
                            assertThat(e.refusal().key()).isEqualTo("refused.scenario.horizon");
                        } else {
                            assertThat(e.refusal().arguments()).contains(path.get(path.size() - 1));
                        }
                        assertThat(e.line()).isPositive();
                    });
        }
        assertThat(keys).isGreaterThan(500);
    }

    @Test
    void aMisspelledKeyIsAnErrorThatNamesTheNearestKnownOne() {
        for (List<String> path : keys()) {
            String right = path.get(path.size() - 1);
            String wrong = right + "z";
            assertThatThrownBy(() -> load(edit(path, (table, key) -> table.put(wrong, misspelled(table.remove(key))))))
                    .as(path.toString())
                    .isInstanceOfSatisfying(ScenarioException.class, e -> {
                        assertThat(e.code()).isEqualTo(Code.UNKNOWN_KEY);
                        assertThat(e.path()).endsWith(wrong);
                        assertThat(e.getMessage()).contains(right);
                    });
        }
    }

    @Test
    void everyValueThatMayBeChangedGivesAnotherHash() {
        List<String> stuck = new ArrayList<>();
        for (List<String> path : leaves()) {
            boolean loaded = false;
            for (String other : alternatives(path)) {
                Node.Table tree = edit(path, (table, key) -> table.put(key, said(other, table.get(key))));
                try {
                    assertThat(load(tree).hash()).as(path + " = " + other).isNotEqualTo(hash);
                    loaded = true;
                } catch (ScenarioException e) {
                    assertThat(e.code()).isNotNull();
                }
            }
            if (!loaded) {
                stuck.add(String.join(".", path));
            }
        }
        // The scale is bound to the words of the ladder; the word of a level that is a start, a fallback or a bound is
        // referred to, and a rise of the mildest or harshest number may meet its neighbour.
        assertThat(stuck).allMatch(path -> path.endsWith(".scale") || path.endsWith(".level"));
        assertThat(stuck.stream().filter(path -> path.endsWith(".level")).count())
                .isLessThan(60);
    }

    @Test
    void commentsSpacingAndTheOrderOfKeysDoNotChangeTheHash() {
        assertThat(load((Node.Table) reversed(busan)).hash()).isEqualTo(hash);
        assertThat(Scenarios.load("# a comment\n" + Scenarios.text("busan-2025-r2"), "commented")
                        .hash())
                .isEqualTo(hash);
    }

    @Test
    void aLoadedScenarioEqualsItselfLoadedAgain() {
        assertThat(Scenarios.load(Scenarios.text("busan-2025-r2"), "again")).isEqualTo(Scenarios.busan2025R2());
        assertThat(hash).matches("[0-9a-f]{64}");
    }

    @Test
    void aClauseMayBeLeftOutAndThenTheTruceIsAnotherOne() {
        for (List<String> path : leaves()) {
            if (isClause(path)) {
                Scenario scenario = load(edit(path, (table, key) -> table.remove(key)));
                assertThat(scenario.truce()).hasSize(15);
                assertThat(scenario.hash()).isNotEqualTo(hash);
            }
        }
    }

    private interface Edit {
        void apply(Map<String, Node> table, String key);
    }

    /** All required keys: those of tables, also inside lists, but not those that may be left out. */
    private List<List<String>> keys() {
        List<List<String>> keys = new ArrayList<>();
        walk(busan, new ArrayList<>(), keys, false);
        keys.removeIf(path -> isClause(path) || MAY_BE_LEFT_OUT.contains(String.join(".", path)));
        return keys;
    }

    private List<List<String>> leaves() {
        List<List<String>> leaves = new ArrayList<>();
        walk(busan, new ArrayList<>(), leaves, true);
        // For people only; BaseTest shows that it is no part of the hash.
        leaves.removeIf(path -> path.get(0).equals("about"));
        return leaves;
    }

    private static boolean isClause(List<String> path) {
        return path.size() == 3 && path.get(1).equals("clauses");
    }

    private static void walk(Node node, List<String> path, List<List<String>> found, boolean leavesOnly) {
        boolean isKey = !path.isEmpty() && !path.get(path.size() - 1).startsWith("#");
        if (leavesOnly ? node instanceof Node.Text : isKey) {
            found.add(List.copyOf(path));
        }
        if (node instanceof Node.Table table) {
            table.values().forEach((key, value) -> {
                path.add(key);
                walk(value, path, found, leavesOnly);
                path.remove(path.size() - 1);
            });
        } else if (node instanceof Node.Row row) {
            for (int i = 0; i < row.values().size(); i++) {
                path.add("#" + i);
                walk(row.values().get(i), path, found, leavesOnly);
                path.remove(path.size() - 1);
            }
        }
    }

    private List<String> alternatives(List<String> path) {
        Node node = at(path);
        String text = ((Node.Text) node).text();
        if (((Node.Text) node).quoted()) {
            // A character is replaced, so that width and length stay.
            return List.of(text.substring(0, text.length() - 1) + "x");
        }
        if (path.get(0).equals("instruments") && List.of("start", "fallback").contains(path.get(2))) {
            return otherLevels(path.get(1), text);
        }
        if (isClause(path)) {
            return otherLevels(path.get(2), text);
        }
        if (path.contains("candidates")) {
            return List.of("port_fee");
        }
        if (Section.isNumber(text)) {
            double value = Double.parseDouble(text);
            // An elasticity of 5 can only become 3, the slope of 0.25 only 0.5.
            return List.of(
                    plain(value + 0.001),
                    plain(value - 0.001),
                    plain(value + 0.25),
                    plain(value + 1),
                    plain(value - 1),
                    plain(value - 2));
        }
        return switch (text) {
            case "true" -> List.of("false");
            case "false" -> List.of("true");
            case "2026Q1" -> List.of("2027Q1");
            default -> List.of(text + "x", "0");
        };
    }

    private static List<String> otherLevels(String id, String token) {
        Instrument instrument =
                Instrument.find(id, dev.truce.engine.board.Side.US).orElseThrow();
        return Scenarios.busan2025R2().spec(instrument).ladder().stream()
                .map(Rung::token)
                .filter(other -> !other.equals(token))
                .toList();
    }

    private static String plain(double value) {
        return new java.math.BigDecimal(String.valueOf(value))
                .setScale(6, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private Node at(List<String> path) {
        Node node = busan;
        for (String step : path) {
            node = node instanceof Node.Table table
                    ? Objects.requireNonNull(table.values().get(step))
                    : ((Node.Row) node).values().get(Integer.parseInt(step.substring(1)));
        }
        return node;
    }

    /** What stands in the tree is changed there: writing it as YAML and parsing that a thousand times took most of the time. */
    private Node.Table edit(List<String> path, Edit edit) {
        return (Node.Table) edited(busan, path, edit);
    }

    private static Node edited(Node node, List<String> path, Edit edit) {
        String step = path.get(0);
        List<String> rest = path.subList(1, path.size());
        Map<String, Node> values = new LinkedHashMap<>();
        if (node instanceof Node.Table table) {
            values.putAll(table.values());
        } else {
            List<Node> row = ((Node.Row) node).values();
            for (int i = 0; i < row.size(); i++) {
                values.put("#" + i, row.get(i));
            }
        }
        if (rest.isEmpty()) {
            edit.apply(values, step);
        } else {
            values.put(step, edited(Objects.requireNonNull(values.get(step)), rest, edit));
        }
        return node instanceof Node.Table
                ? new Node.Table(node.place(), values)
                : new Node.Row(node.place(), List.copyOf(values.values()));
    }

    /** Returns another word in the place of one. */
    private static Node said(String other, @Nullable Node before) {
        Node.Text text = (Node.Text) Objects.requireNonNull(before);
        return new Node.Text(text.place(), other, text.quoted());
    }

    /** Returns a value whose key has one letter more. */
    private static Node misspelled(@Nullable Node node) {
        Node.Place right = Objects.requireNonNull(node).place();
        Node.Place place = new Node.Place(right.file(), right.line(), right.column(), right.path() + "z");
        if (node instanceof Node.Text text) {
            return new Node.Text(place, text.text(), text.quoted());
        }
        return node instanceof Node.Table table
                ? new Node.Table(place, table.values())
                : new Node.Row(place, ((Node.Row) node).values());
    }

    private static Node reversed(Node node) {
        if (!(node instanceof Node.Table table)) {
            return node;
        }
        Map<String, Node> reversed = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(table.values().keySet());
        Collections.reverse(keys);
        for (String key : keys) {
            reversed.put(key, reversed(Objects.requireNonNull(table.values().get(key))));
        }
        return new Node.Table(table.place(), reversed);
    }

    private static Scenario load(Node.Table tree) {
        return ScenarioReader.read(tree, "", "").scenario();
    }
}
