package dev.truce.tournament.report.picture;

/** This Java cannot draw: it came without its drawing libraries, or the system has no fonts. */
public final class UnpaintableException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DEPTH = 10;

    /**
     * @param cause what the drawing library said
     */
    public UnpaintableException(Throwable cause) {
        super(String.valueOf(root(cause)), cause);
    }

    /** The library wraps what it says about fonts several times. */
    private static Throwable root(Throwable cause) {
        Throwable root = cause;
        for (int depth = 0; depth < MOST_DEPTH && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
