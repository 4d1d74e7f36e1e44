package dev.truce.match.record.text;

import dev.truce.engine.orders.Refusal;
import dev.truce.match.record.MatchRecord;
import java.io.Serial;

/** A place at which a text stops being a record; never leaves this package. Has no stack trace, since files may be anybody's. */
final class RecordSyntax extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RecordFault fault;

    /**
     * @param sentence end of the key of the sentence that says what is wrong
     * @param named what the sentence names
     */
    RecordSyntax(RecordFault.Code code, int line, int column, String sentence, Object... named) {
        this(code, line, column, Refusal.of(code, "").because("refused.record." + sentence, named));
    }

    RecordSyntax(RecordFault.Code code, int line, int column, Refusal why) {
        super(why.facts(), null, false, false);
        this.fault = new RecordFault(code, line, column, why);
    }

    /** The end of the file came before the end of the record. */
    static RecordSyntax truncated(int line) {
        return new RecordSyntax(RecordFault.Code.RECORD_TRUNCATED, line, 1, "truncated");
    }

    /** The record is of another version. */
    static RecordSyntax version(String version, int line) {
        return version.equals("1")
                ? new RecordSyntax(RecordFault.Code.RECORD_VERSION, line, 1, "version-one", MatchRecord.VERSION)
                : new RecordSyntax(RecordFault.Code.RECORD_VERSION, line, 1, "version", version, MatchRecord.VERSION);
    }

    RecordFault fault() {
        return fault;
    }
}
