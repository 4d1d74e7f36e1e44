package dev.truce.tournament;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is asked of the game, and what was measured. It carries figures only; what they mean in words is said by
 * whoever shows them, in the language of the reader.
 *
 * @param id short name, lower case with hyphens; never changes
 * @param group who asks it
 * @param outcome whether it is so
 * @param notRun why nothing was measured, null if something was
 * @param limits what is asked, by name, in a fixed order: whole numbers and decimals
 * @param figures what was measured, by name, in a fixed order: whole numbers, decimals, texts, {@link Interval}s and lists of
 *     {@link Named}
 */
public record Gate(
        String id,
        Group group,
        Outcome outcome,
        @Nullable NotRun notRun,
        Map<String, Object> limits,
        Map<String, Object> figures) {

    /** Who asks. */
    public enum Group {
        /** The rules: what makes it a good game. */
        GAME,
        /** The design's measured table: whether this is still the game that was designed. */
        TABLE
    }

    /** How it came out. */
    public enum Outcome {
        /** It is so. */
        PASSED,
        /** It is not so, or not shown by so few seeds. */
        FAILED,
        /** Nothing was measured; that is never a pass. */
        NOT_RUN
    }

    /** Why nothing was measured. */
    public enum NotRun {
        /** The study was left out. */
        LEFT_OUT,
        /** The study takes so long that it is run only when asked for. */
        ONLY_WHEN_ASKED,
        /** The learners had fewer trials than the full study asks for. */
        SHORTENED
    }

    /**
     * A figure of somebody or something.
     *
     * @param name of a strategy or an instrument
     * @param value its figure
     */
    public record Named(String name, double value) {}

    /** Copies the maps. */
    public Gate {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** Returns a gate nothing of which is known yet. */
    static Gate of(Group group, String id) {
        return new Gate(id, group, Outcome.NOT_RUN, NotRun.LEFT_OUT, Map.of(), Map.of());
    }

    /** Returns the same with one more limit. */
    Gate asking(String name, Object limit) {
        return new Gate(id, group, outcome, notRun, with(limits, name, limit), figures);
    }

    /** Returns the same with one more figure. */
    Gate measuring(String name, Object figure) {
        return new Gate(id, group, outcome, notRun, limits, with(figures, name, figure));
    }

    /** Returns the same, judged. */
    Gate judged(boolean passed) {
        return new Gate(id, group, passed ? Outcome.PASSED : Outcome.FAILED, null, limits, figures);
    }

    /** Returns the same, not judged. */
    Gate notRun(NotRun why) {
        return new Gate(id, group, Outcome.NOT_RUN, why, limits, figures);
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return more;
    }
}
