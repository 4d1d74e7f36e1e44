package dev.truce.cli.pool;

import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.Gate;
import dev.truce.tournament.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What is asked of the game and what was measured, in words. */
final class GateWords {
    private static final int VERDICT = 5;
    private static final int ID = 13;

    private GateWords() {}

    /** Returns the lines of a gate: its verdict, what is asked, and what was measured. */
    static List<String> lines(Gate gate, boolean expected) {
        String head = TextWidth.pad(verdict(gate), VERDICT) + TextWidth.pad(gate.id(), ID);
        List<String> lines = new ArrayList<>(TextWidth.wrap(head, asks(gate)));
        String indent = " ".repeat(VERDICT + ID);
        lines.addAll(TextWidth.wrap(indent, found(gate)));
        if (expected) {
            lines.addAll(TextWidth.wrap(indent, Texts.of("pool.gate.expected")));
        }
        return lines;
    }

    private static String verdict(Gate gate) {
        return switch (gate.outcome()) {
            case PASSED -> Texts.of("pool.verdict.passed");
            case FAILED -> Texts.of("pool.verdict.failed");
            case NOT_RUN -> Texts.of("pool.verdict.not-run");
        };
    }

    /** Returns what is asked, a sentence without its full stop. */
    static String asks(Gate gate) {
        return Texts.of("pool.asks." + gate.id(), words(gate.limits().values()));
    }

    /** Returns what was measured, or why nothing was. */
    static String found(Gate gate) {
        Gate.NotRun why = gate.notRun();
        return why != null
                ? Texts.of("pool.not-run." + why.name())
                : Texts.of("pool.found." + gate.id(), words(gate.figures().values()));
    }

    private static Object[] words(Collection<Object> values) {
        List<Object> words = new ArrayList<>();
        for (Object value : values) {
            words.add(word(value));
        }
        return words.toArray();
    }

    /** Numbers stay numbers, since the pattern says how many decimals they have. */
    private static Object word(Object value) {
        if (value instanceof Interval interval) {
            return interval(interval);
        }
        if (value instanceof List<?> list) {
            List<String> items = new ArrayList<>();
            for (Object item : list) {
                items.add(item instanceof Gate.Named named ? named(named) : String.valueOf(item));
            }
            return items.isEmpty() ? Texts.of("pool.none") : String.join(", ", items);
        }
        return value;
    }

    private static String named(Gate.Named named) {
        boolean whole = named.value() == Math.rint(named.value());
        return named.name() + " " + String.format(Locale.ROOT, whole ? "%.0f" : "%.2f", named.value());
    }

    /** Returns a mean with its interval. */
    static String interval(Interval interval) {
        return interval.isTooFew()
                ? Texts.of("pool.interval.too-few", interval.mean())
                : Texts.of("pool.interval", interval.mean(), interval.low(), interval.high());
    }
}
