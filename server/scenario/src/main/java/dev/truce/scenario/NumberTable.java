package dev.truce.scenario;

import dev.truce.engine.scenario.EscalationNumbers;
import dev.truce.engine.scenario.HeadlineShares;
import dev.truce.engine.scenario.Knobs;
import dev.truce.engine.scenario.PayoffWeights;
import dev.truce.engine.scenario.PolicyNumbers;
import dev.truce.engine.scenario.TensionNumbers;
import dev.truce.scenario.ScenarioException.Code;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a table whose keys are the components of a record of numbers and flags: {@code falseAlarm} is the key
 * {@code false_alarm}. A new component is at once a required key.
 */
final class NumberTable {
    /** Beyond this a weight is a slip of the keyboard; the largest shipped one is 12. */
    private static final double MAX_WEIGHT = 1000;

    /** More numbers than any list has; each record insists on its own count. */
    private static final int MAX_LIST = 8;

    private NumberTable() {}

    static Knobs knobs(Node node) {
        return read(node, Knobs.class);
    }

    static PayoffWeights weights(Node node) {
        return read(node, PayoffWeights.class);
    }

    /** Returns the keys of a record type, in component order. */
    static List<String> keys(Class<? extends Record> type) {
        List<String> keys = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            keys.add(key(component.getName()));
        }
        return keys;
    }

    static <T extends Record> T read(Node node, Class<T> type) {
        Section section = Section.of(node, keys(type));
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            String key = key(components[i].getName());
            Range range = range(type, components[i].getName());
            if (types[i] == double.class) {
                values[i] = section.number(key, range.min, range.max);
            } else if (types[i] == int.class) {
                values[i] = section.integer(key, (int) range.min, (int) range.max);
            } else if (types[i] == boolean.class) {
                values[i] = section.flag(key);
            } else if (types[i] == List.class) {
                values[i] = section.list(key, 1, MAX_LIST).stream()
                        .map(entry -> Section.number(entry, range.min, range.max))
                        .toList();
            } else {
                throw new IllegalArgumentException(type + " has a component of type " + types[i]);
            }
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            // The record's own check, for example deep below war.
            throw section.place()
                    .error(
                            Code.INCONSISTENT,
                            "values",
                            String.valueOf(e.getTargetException().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made from its components", e);
        }
    }

    private record Range(double min, double max) {}

    private static final Range CHANCE = new Range(0, 1);
    private static final Range POSITIVE = new Range(0, 100);
    /** A whole port fee ladder must stay below a cost of 1. */
    private static final Range ICE = new Range(0, 0.1);
    /** Tension that did not decay would grow without a bound. */
    private static final Range MEMORY = new Range(0, 0.99);

    private static final Range POINTS = new Range(0, 10);
    private static final Range DEPTH = new Range(0.001, 10);

    private static Range range(Class<?> type, String name) {
        if (type == HeadlineShares.class) {
            return CHANCE;
        } else if (type == PolicyNumbers.class) {
            return name.contains("Ice") ? ICE : CHANCE;
        } else if (type == EscalationNumbers.class) {
            return switch (name) {
                case "usTariff", "cnTariff" -> new Range(0, 1000);
                case "portFee", "portStep", "minor", "missingCompliance" -> new Range(0, 10);
                default -> CHANCE;
            };
        } else if (type == TensionNumbers.class) {
            return name.equals("memory") ? MEMORY : POINTS;
        } else if (type != Knobs.class) {
            return new Range(-MAX_WEIGHT, MAX_WEIGHT);
        }
        return switch (name) {
            case "detectionUs",
                    "detectionCn",
                    "detectionCap",
                    "falseAlarm",
                    "lapse",
                    "reputationStart",
                    "reputationRecovery",
                    "breachReputation",
                    "caughtReputation",
                    "withdrawalReputation",
                    "leastSeverity",
                    "courtChance",
                    "eventStep" -> CHANCE;
            // Each of two events has this chance, and at most one of them happens.
            case "eventChance" -> new Range(0, 0.5);
            case "materialBreach", "fullSeverity" -> DEPTH;
            case "courtRounds" -> new Range(1, 64);
            case "courtCap" -> new Range(0, 1000);
            default -> POSITIVE;
        };
    }

    /** Returns the key of a component: {@code falseAlarm} is {@code false_alarm}. */
    static String key(String component) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < component.length(); i++) {
            char c = component.charAt(i);
            if (Character.isUpperCase(c)) {
                key.append('_');
            }
            key.append(c);
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }
}
