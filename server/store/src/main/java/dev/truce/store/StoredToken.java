package dev.truce.store;

/**
 * A token that opens a place in a room again; only its hash is stored.
 *
 * @param hash SHA-256 of the token, 64 hex digits
 * @param place the place it opens, in the host's words, at most 32 characters
 * @param parent hash of the token that it replaces once it is used, or empty
 * @param ordinal counts the tokens of the match; the higher, the newer
 */
public record StoredToken(String hash, String place, String parent, long ordinal) {}
