package dev.truce.match.record;

import java.io.Serial;

/** A place at which a text stops being a record; never leaves this package. Has no stack trace, since files may be anybody's. */
final class RecordSyntax extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RecordFault fault;

    RecordSyntax(RecordFault.Code code, int line, int column, String detail) {
        super(detail, null, false, false);
        this.fault = new RecordFault(code, line, column, detail);
    }

    RecordFault fault() {
        return fault;
    }
}
