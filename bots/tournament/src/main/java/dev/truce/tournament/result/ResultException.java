package dev.truce.tournament.result;

import dev.truce.engine.orders.Refusal;

/** A result file is not what the program writes. */
public final class ResultException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Code implements Refusal.Code {
        /** The file is not what the program writes. */
        RESULTS_DIFFER
    }

    private final String file;
    private final long row;
    private final transient Refusal refusal;

    /**
     * @param file name of the file
     * @param row its row, from 1 without the header; 0 if it is about the whole file
     * @param sentence end of the key of the sentence on what is wrong
     * @param named what the sentence names
     */
    public ResultException(String file, long row, String sentence, Object... named) {
        this(file, row, Refusal.of(Code.RESULTS_DIFFER, "").because("refused.result." + sentence, named));
    }

    /** Says that something in a file is refused. */
    public ResultException(String file, long row, Refusal refusal) {
        super(file + (row > 0 ? " row " + row : "") + ": " + refusal.key() + " " + refusal.facts());
        this.refusal = refusal;
        this.file = file;
        this.row = row;
    }

    /** What is wrong, with what its sentence names. */
    public Refusal refusal() {
        return refusal;
    }

    public String file() {
        return file;
    }

    /** Counted from 1 without the header; 0 for the whole file. */
    public long row() {
        return row;
    }
}
