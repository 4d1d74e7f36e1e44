package dev.truce.match.record.text;

import dev.truce.engine.orders.Refusal;
import dev.truce.match.record.MatchRecord;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A place at which a text stops being a record; never leaves this package. Has no stack trace, since files may be anybody's. */
final class RecordSyntax extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RecordFault fault;

    RecordSyntax(RecordFault.Code code, int line, int column, String detail) {
        this(code, line, column, detail, null);
    }

    RecordSyntax(RecordFault.Code code, int line, int column, String detail, @Nullable Refusal orders) {
        super(detail, null, false, false);
        this.fault = new RecordFault(code, line, column, detail, orders);
    }

    /** The end of the file came before the end of the record. */
    static RecordSyntax truncated(int line) {
        return new RecordSyntax(
                RecordFault.Code.RECORD_TRUNCATED,
                line,
                1,
                "the record ends without its last line, which has the hash");
    }

    /** The record is of another version. */
    static RecordSyntax version(String version, int line) {
        return new RecordSyntax(
                RecordFault.Code.RECORD_VERSION,
                line,
                1,
                version.equals("1")
                        ? "truce 1.0.0 reads version 1 of records; here it is version " + MatchRecord.VERSION
                        : "version '" + version + "', here " + MatchRecord.VERSION);
    }

    RecordFault fault() {
        return fault;
    }
}
