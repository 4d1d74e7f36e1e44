package dev.truce.app.signature;

import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.MatchRecord.RecordSignature;
import dev.truce.match.record.text.RecordText;
import org.jspecify.annotations.Nullable;

/** Who vouches for the records that a host hands out. */
@FunctionalInterface
public interface RecordSigner {
    /** Signs nothing: a server inside another program, whose folder goes with it, has no name that it could vouch with. */
    RecordSigner NONE = claims -> null;

    /**
     * Signs.
     *
     * @param claims what {@link RecordText#claims} returns of a record
     * @return null if nothing is signed
     */
    @Nullable
    RecordSignature sign(String claims);

    /** Returns the text of a record, which has no signature yet, with one. */
    default String signed(String recordText) {
        RecordSignature signature = recordText.isEmpty() ? null : sign(RecordText.claims(recordText));
        return signature == null ? recordText : RecordText.signed(recordText, signature);
    }

    /** Returns a record of a scenario with a signature. */
    default MatchRecord signed(MatchRecord match, Scenario scenario) {
        return match.signedBy(sign(RecordText.claims(RecordText.write(match, scenario))));
    }
}
