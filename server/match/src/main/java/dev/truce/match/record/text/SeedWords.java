package dev.truce.match.record.text;

import dev.truce.engine.state.MatchSetup;
import dev.truce.match.record.SeedOrigin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes where a seed comes from as the values of headers. */
final class SeedWords {
    /** The headers that tell it, in their order. */
    static final List<Header> HEADERS = List.of(Header.SEED_BY, Header.MATCH, Header.SEED_SALT, Header.SEED_HASH);

    /** What {@link Header#SEED_BY} says of a seed that the server drew. */
    static final String SERVER = "server";

    private static final String CREATOR = "creator";

    private SeedWords() {}

    /** Returns the value of one of the headers; empty if the record does without it. */
    static String value(@Nullable SeedOrigin origin, Header header) {
        if (origin instanceof SeedOrigin.Drawn drawn) {
            return switch (header) {
                case SEED_BY -> SERVER;
                case MATCH -> drawn.matchId();
                case SEED_SALT -> drawn.salt();
                case SEED_HASH -> drawn.hash();
                default -> "";
            };
        }
        return origin instanceof SeedOrigin.Chosen && header == Header.SEED_BY ? CREATOR : "";
    }

    /** Returns the value of {@link Header#SEED_OF_TABLE}; empty if the record does without it. */
    static String ofTable(MatchSetup setup) {
        return setup.tableSeed() == null ? "" : Long.toString(setup.tableSeed());
    }

    /** Returns whether a value of {@link Header#SEED_BY} says that the server drew the seed. */
    static boolean isDrawn(String text) {
        if (!text.equals(SERVER) && !text.equals(CREATOR)) {
            throw new IllegalArgumentException("expected '" + SERVER + "' or '" + CREATOR + "'");
        }
        return text.equals(SERVER);
    }
}
