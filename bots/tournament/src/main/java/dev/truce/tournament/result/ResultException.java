package dev.truce.tournament.result;

/** A result file is not what the program writes. */
public final class ResultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long row;

    /**
     * @param file name of the file
     * @param row its row, from 1 without the header; 0 if it is about the whole file
     * @param what what is wrong
     */
    public ResultException(String file, long row, String what) {
        super(file + (row > 0 ? " row " + row : "") + ": " + what);
        this.file = file;
        this.row = row;
    }

    public String file() {
        return file;
    }

    /** Counted from 1 without the header; 0 for the whole file. */
    public long row() {
        return row;
    }
}
