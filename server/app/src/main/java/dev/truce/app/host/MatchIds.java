package dev.truce.app.host;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids of matches: {@code m-} and 16 hex digits, random so that they tell nothing and collide never. */
final class MatchIds {
    private MatchIds() {}

    static String draw(SecureRandom random) {
        return "m-" + HexFormat.of().toHexDigits(random.nextLong());
    }
}
