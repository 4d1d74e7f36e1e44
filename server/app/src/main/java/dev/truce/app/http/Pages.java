package dev.truce.app.http;

import static dev.truce.app.http.HttpAnswer.page;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.room.PlaceToken;
import dev.truce.store.BrokenStream;
import dev.truce.store.StoreException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pages for who watches the server. That of the figures takes milliseconds to make, so it is made once a second at most, for all who ask, and
 * only for those with the key. Thread-safe.
 */
public final class Pages {
    /** Where the figures are. */
    public static final String METRICS = "/metrics";

    /** For how long a page of figures is told again. */
    static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String JSON = "application/json";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final BooleanSupplier draining;
    private final Supplier<Optional<StoreException.Code>> fault;
    private final Supplier<List<BrokenStream>> broken;
    private final String version;
    private final String ruleset;
    private final PlaceToken key;
    private final Ticker ticker;
    private @Nullable HttpAnswer figures;
    private long madeNanos;

    /**
     * Makes the pages.
     *
     * @param draining whether the server is about to stop
     * @param fault why the journal takes nothing now, or empty
     * @param broken matches whose journal is not as it was written
     * @param key opens the figures
     */
    public Pages(
            PrometheusMeterRegistry registry,
            BooleanSupplier draining,
            Supplier<Optional<StoreException.Code>> fault,
            Supplier<List<BrokenStream>> broken,
            String version,
            String ruleset,
            PlaceToken key,
            Ticker ticker) {
        this.key = key;
        this.ticker = ticker;
        this.registry = registry;
        this.draining = draining;
        this.fault = fault;
        this.broken = broken;
        this.version = version;
        this.ruleset = ruleset;
    }

    /**
     * Returns the refusal of who wants the figures without their key; takes the same time whatever is shown.
     *
     * @param shown what was shown for a key, or an empty text
     */
    public Optional<HttpAnswer> refusal(String shown) {
        boolean known = PlaceToken.parse(shown)
                .map(token -> MessageDigest.isEqual(bytes(token.hash()), bytes(key.hash())))
                .orElse(false);
        return known
                ? Optional.empty()
                : Optional.of(page(401, "figures are for who has the key of the file metrics.key")
                        .with("WWW-Authenticate", "Bearer"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns how the server is; takes microseconds. */
    public HttpAnswer health() {
        List<BrokenStream> found = broken.get();
        Optional<StoreException.Code> stopped = fault.get();
        String status = status(stopped.isPresent(), !found.isEmpty());
        StringBuilder body = new StringBuilder("{\"status\":\"").append(status).append('"');
        stopped.ifPresent(reason -> body.append(",\"reason\":\"").append(reason).append('"'));
        for (int i = 0; i < found.size(); i++) {
            // Ids of matches need no escape: the server draws them.
            body.append(i == 0 ? ",\"broken\":[" : ",")
                    .append("{\"match\":\"")
                    .append(found.get(i).stream())
                    .append("\",\"entry\":")
                    .append(found.get(i).seq())
                    .append(i == found.size() - 1 ? "}]" : "}");
        }
        body.append(",\"version\":\"")
                .append(version)
                .append("\",\"ruleset\":\"")
                .append(ruleset)
                .append("\"}\n");
        return new HttpAnswer(
                status.equals("ok") ? 200 : 503, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String status(boolean isStopped, boolean isBroken) {
        if (draining.getAsBoolean()) {
            return "draining";
        }
        if (isStopped) {
            return "cannot save";
        }
        return isBroken ? "journal broken" : "ok";
    }

    /** Returns the figures; may take milliseconds. */
    public synchronized HttpAnswer metrics() {
        long now = ticker.read();
        HttpAnswer last = figures;
        if (last != null && now - madeNanos < FRESH_NANOS) {
            return last;
        }
        HttpAnswer made = new HttpAnswer(200, PROMETHEUS, bytes(registry.scrape()));
        figures = made;
        madeNanos = now;
        return made;
    }
}
