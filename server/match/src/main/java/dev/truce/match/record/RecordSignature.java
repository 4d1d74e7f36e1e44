package dev.truce.match.record;

/**
 * An Ed25519 signature of a record, as the record carries it. It is checked outside of this module, over the text that
 * {@code RecordText.claims} returns.
 *
 * @param key the public key, 32 bytes as 64 hex digits
 * @param value the signature, 64 bytes as 128 hex digits
 */
public record RecordSignature(String key, String value) {
    /** Hex digits of a signature. */
    public static final int DIGITS = 2 * Hex.WHOLE;

    /**
     * Insists on the digits.
     *
     * @throws IllegalArgumentException if the key or the value has not its digits
     */
    public RecordSignature {
        Hex.require("key", key, Hex.WHOLE);
        Hex.require("signature", value, DIGITS);
    }
}
