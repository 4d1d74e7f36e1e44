package dev.truce.match.notation;

/** Says why a text is no deed. Has no stack trace: what others write is wrong often, and nobody looks at where that was found. */
final class DeedSyntax extends Exception {
    private static final long serialVersionUID = 1L;

    private final NotationFault code;
    private final String detail;
    private final String legal;

    /**
     * @param code what is wrong
     * @param detail one sentence that names the wrong thing
     * @param legal what would be right there
     */
    DeedSyntax(NotationFault code, String detail, String legal) {
        super(detail, null, false, false);
        this.code = code;
        this.detail = detail;
        this.legal = legal;
    }

    NotationFault code() {
        return code;
    }

    String detail() {
        return detail;
    }

    String legal() {
        return legal;
    }
}
