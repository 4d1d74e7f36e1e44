package dev.truce.app.host;

import java.security.SecureRandom;

/** Ids of matches: {@code m-} and 16 hex digits, random so that they tell nothing and collide never. */
final class MatchIds {
    private MatchIds() {}

    static String draw(SecureRandom random) {
        return String.format("m-%016x", random.nextLong());
    }
}
