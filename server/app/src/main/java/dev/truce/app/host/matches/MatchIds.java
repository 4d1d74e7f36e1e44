package dev.truce.app.host.matches;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids of matches and classes: a letter and 16 hex digits, random so that they tell nothing and collide never. */
public final class MatchIds {
    private MatchIds() {}

    static String draw(SecureRandom random) {
        return draw('m', random);
    }

    /** Draws an id that begins with a letter and a hyphen. */
    public static String draw(char kind, SecureRandom random) {
        return kind + "-" + HexFormat.of().toHexDigits(random.nextLong());
    }
}
