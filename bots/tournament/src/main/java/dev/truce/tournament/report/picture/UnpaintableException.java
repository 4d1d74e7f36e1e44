package dev.truce.tournament.report.picture;

/** This Java cannot draw: it came without its drawing libraries, or the system has no fonts. */
public final class UnpaintableException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param cause what the drawing library said
     */
    public UnpaintableException(Throwable cause) {
        super(String.valueOf(cause), cause);
    }
}
