package dev.truce.app.host.classes;

import dev.truce.app.room.PlaceToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is an instructor of a server: who has the desk key, or the pass of a browser that a desk key or a link has let in. Passes end with the server, and a link
 * that was made before the server started opens nothing, so that no link works twice over a restart. Thread-safe.
 */
public final class Instructors {
    /** Browsers that are let in at a time; the one that was silent for longest makes room. */
    static final int MAX_PASSES = 60;

    /** A pass that nobody shows for so long opens nothing more. */
    static final Duration IDLE = Duration.ofHours(12);

    /** Links that are remembered as used within their hour; more are refused. */
    static final int MAX_USED = 1_000;

    /** What lets an instructor in. */
    public enum Entry {
        /** The desk key. */
        KEY,
        /** A link that was not used. */
        LINK,
        /** A pass that he has. */
        PASS
    }

    /**
     * A browser that is let in.
     *
     * @param with what it showed
     */
    public record LetIn(PlaceToken pass, Entry with) {}

    private final PlaceToken deskKey;
    private final InstantSource clock;
    private final SecureRandom random;
    private final long startedMillis;
    /** When each was shown last, by their hashes, the silent ones first. */
    private final Map<String, Long> passes = new LinkedHashMap<>();
    /** When they were made. */
    private final Map<String, Long> used = new LinkedHashMap<>();

    /** @param deskKey the secret of the server's instructors */
    public Instructors(PlaceToken deskKey, InstantSource clock, SecureRandom random) {
        this.deskKey = deskKey;
        this.clock = clock;
        this.random = random;
        this.startedMillis = clock.millis();
    }

    /** Returns whether somebody is an instructor; takes the same time for all who are not. */
    boolean know(String secret) {
        return isDeskKey(secret) || isPass(secret);
    }

    private boolean isDeskKey(String secret) {
        return PlaceToken.parse(secret)
                .map(token -> MessageDigest.isEqual(
                        token.hash().getBytes(StandardCharsets.US_ASCII),
                        deskKey.hash().getBytes(StandardCharsets.US_ASCII)))
                .orElse(false);
    }

    /** Returns whether this is a pass that was given, and is still in use. */
    public synchronized boolean isPass(String secret) {
        Optional<String> hash = PlaceToken.parse(secret).map(PlaceToken::hash);
        Long shown = hash.map(passes::remove).orElse(null);
        long now = clock.millis();
        if (shown == null || now - shown > IDLE.toMillis()) {
            return false;
        }
        passes.put(hash.get(), now);
        return true;
    }

    /**
     * Lets a browser in.
     *
     * @param secret the desk key, a link that was not used, or a pass, which is given back
     * @return its pass; empty for anything else
     */
    public Optional<LetIn> enter(String secret) {
        if (isPass(secret)) {
            return PlaceToken.parse(secret).map(pass -> new LetIn(pass, Entry.PASS));
        }
        boolean byKey = isDeskKey(secret);
        if (!byKey && !isFresh(secret)) {
            return Optional.empty();
        }
        PlaceToken pass = PlaceToken.draw(random);
        synchronized (this) {
            passes.put(pass.hash(), clock.millis());
            if (passes.size() > MAX_PASSES) {
                passes.remove(passes.keySet().iterator().next());
            }
        }
        return Optional.of(new LetIn(pass, byKey ? Entry.KEY : Entry.LINK));
    }

    /** Returns whether this is a link that opens the page; from then on it opens nothing. */
    private synchronized boolean isFresh(String secret) {
        long now = clock.millis();
        used.values().removeIf(made -> now - made > TeachLink.LIFE.toMillis());
        return TeachLink.read(deskKey, secret)
                .filter(link -> link.madeMillis() >= startedMillis
                        && Math.abs(now - link.madeMillis()) <= TeachLink.LIFE.toMillis()
                        && used.size() < MAX_USED)
                .map(link -> used.putIfAbsent(link.chance(), link.madeMillis()) == null)
                .orElse(false);
    }
}
