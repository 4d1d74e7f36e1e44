package dev.truce.app.classroom.sheet;

import java.io.IOException;

/** A file begins as a workbook of Excel, and cannot be read as one. */
public final class BrokenWorkbookException extends IOException {
    private static final long serialVersionUID = 1;

    BrokenWorkbookException(Throwable why) {
        super(why);
    }

    BrokenWorkbookException() {}
}
