package dev.truce.scenario;

import dev.truce.engine.orders.Refusal;

/**
 * A scenario file that cannot be used. The refusal is for the author of the file; the message, for logs, has its facts.
 */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with a file; codes never change. */
    public enum Code implements Refusal.Code {
        /** No scenario of this id is shipped. */
        UNKNOWN_SCENARIO,
        /** The text is longer than {@link Scenarios#MAX_TEXT_BYTES}. */
        TOO_LARGE,
        /** The text is not YAML, or not one document. */
        NOT_YAML,
        /** Values are nested too deeply, or there are too many of them. */
        TOO_DEEP,
        /** Anchors, aliases and tags are not allowed: a file says what it means where it means it. */
        NOT_PLAIN,
        /** A key is given twice. */
        DUPLICATE_KEY,
        /** A key that no scenario has. */
        UNKNOWN_KEY,
        /** A key that every scenario has is missing. */
        MISSING_KEY,
        /** A value of another kind is needed here. */
        WRONG_TYPE,
        /** A number or text is outside its limits. */
        OUT_OF_RANGE,
        /** A level that the instrument's ladder does not have. */
        NOT_ON_LADDER,
        /** Two values contradict each other. */
        INCONSISTENT
    }

    private final transient Refusal refusal;
    private final transient Node.Place place;

    ScenarioException(Node.Place place, Refusal refusal) {
        super(where(place) + ": " + refusal.facts());
        this.place = place;
        this.refusal = refusal;
    }

    static String where(Node.Place place) {
        return place.file()
                + (place.line() > 0 ? ":" + place.line() + ":" + place.column() : "")
                + (place.path().isEmpty() ? "" : ": " + place.path());
    }

    /** What is wrong. */
    public Code code() {
        return (Code) refusal.code();
    }

    /** What is wrong, with what its sentence names; its field is the keys that lead to the place. */
    public Refusal refusal() {
        return refusal;
    }

    /** Returns where it is wrong: the name under which the text was loaded, the line if there is one, and the keys. */
    public String where() {
        return where(place);
    }

    /** Counted from 1; 0 for the whole file. */
    public int line() {
        return place.line();
    }

    /** Counted from 1; 0 for the whole file. */
    public int column() {
        return place.column();
    }

    /** Returns the keys that lead to the place, for example {@code knobs.false_alarm}; empty for the whole file. */
    public String path() {
        return place.path();
    }
}
