package dev.truce.scenario;

/**
 * A scenario file that cannot be used. The message is for the author of the file: where, what is wrong, what would be
 * right.
 */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with a file; codes never change. */
    public enum Code {
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

    private final Code code;
    private final String file;
    private final int line;
    private final int column;
    private final String path;

    ScenarioException(Code code, String file, int line, int column, String path, String problem) {
        super(file + (line > 0 ? ":" + line + ":" + column : "") + ": " + (path.isEmpty() ? "" : path + ": ") + problem
                + " [" + code + "]");
        this.code = code;
        this.file = file;
        this.line = line;
        this.column = column;
        this.path = path;
    }

    /** What is wrong. */
    public Code code() {
        return code;
    }

    /** The name under which the text was loaded. */
    public String file() {
        return file;
    }

    /** Counted from 1; 0 for the whole file. */
    public int line() {
        return line;
    }

    /** Counted from 1; 0 for the whole file. */
    public int column() {
        return column;
    }

    /** Returns the keys that lead to the place, for example {@code knobs.false_alarm}; empty for the whole file. */
    public String path() {
        return path;
    }
}
