package dev.truce.engine.agreement;

import dev.truce.engine.Sha256;
import java.util.HexFormat;
import java.util.List;

/** A short name of terms, so that an acceptance can say exactly what it accepts. */
public final class TermsHash {
    /** Digits of a hash. */
    public static final int DIGITS = 16;

    private static final int RENEWAL = 1;
    private static final int PACKAGE = 2;

    private TermsHash() {}

    /**
     * Returns the first 16 hex digits of SHA-256 over the canonical bytes of the terms: equal terms have equal hashes, and any
     * change of a bound, of the length or of the publicity gives another.
     */
    public static String of(Terms terms) {
        return HexFormat.of().formatHex(Sha256.start().digest(bytes(terms)), 0, DIGITS / 2);
    }

    /**
     * Returns the canonical bytes of terms: one byte for the kind (1 renewal, 2 package), one for the rounds, one for whether they
     * would be published, one for the number of clauses (0 for a renewal), then for each, in instrument order, one for the instrument
     * and four for the bound, big-endian.
     */
    public static byte[] bytes(Terms terms) {
        List<Pledge> pledges = terms instanceof Terms.Package clauses ? clauses.pledges() : List.of();
        byte[] bytes = new byte[4 + 5 * pledges.size()];
        bytes[0] = (byte) (terms instanceof Terms.Renewal ? RENEWAL : PACKAGE);
        bytes[1] = (byte) terms.rounds();
        bytes[2] = (byte) (terms.communique() ? 1 : 0);
        bytes[3] = (byte) pledges.size();
        int at = 4;
        for (Pledge pledge : pledges) {
            bytes[at++] = (byte) pledge.instrument().ordinal();
            for (int shift = 24; shift >= 0; shift -= 8) {
                bytes[at++] = (byte) (pledge.bound() >> shift);
            }
        }
        return bytes;
    }
}
