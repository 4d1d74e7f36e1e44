package dev.truce.protocol.message;

/**
 * What everybody in a room is told about its seed while the match goes on.
 *
 * @param chosen whether the person who opened the room chose it
 * @param hash SHA-256 that binds the server to the seed that it has drawn, 64 hex digits; empty before the match, and if the seed was
 *     chosen
 */
public record SeedNotice(boolean chosen, String hash) {
    /** Before a match whose seed the server has drawn. */
    public static final SeedNotice DRAWN = new SeedNotice(false, "");

    /** Of a room whose seed was chosen. */
    public static final SeedNotice CHOSEN = new SeedNotice(true, "");
}
