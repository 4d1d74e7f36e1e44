package dev.truce.app.http;

import dev.truce.store.BrokenStream;
import dev.truce.store.StoreException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The pages. They take milliseconds to make, so they are not made on an event loop.
 */
public final class Pages {
    /** Who wants figures more often than two at a time can be made has to wait for the next scrape. */
    private static final int AT_A_TIME = 2;

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final BooleanSupplier draining;
    private final Supplier<Optional<StoreException.Code>> fault;
    private final Supplier<List<BrokenStream>> broken;
    private final String version;
    private final String ruleset;
    private final Semaphore free = new Semaphore(AT_A_TIME);

    /**
     * Makes the pages.
     *
     * @param draining whether the server is about to stop
     * @param fault why the journal takes nothing now, or empty
     * @param broken matches whose journal is not as it was written
     */
    public Pages(
            PrometheusMeterRegistry registry,
            BooleanSupplier draining,
            Supplier<Optional<StoreException.Code>> fault,
            Supplier<List<BrokenStream>> broken,
            String version,
            String ruleset) {
        this.registry = registry;
        this.draining = draining;
        this.fault = fault;
        this.broken = broken;
        this.version = version;
        this.ruleset = ruleset;
    }

    /** Returns the page of a path, or empty if there is none. */
    public Optional<HttpAnswer> find(String path) {
        return switch (path) {
            case "/health" -> Optional.of(health());
            case "/metrics" -> Optional.of(metrics());
            default -> Optional.empty();
        };
    }

    private HttpAnswer health() {
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

    private HttpAnswer metrics() {
        if (!free.tryAcquire()) {
            return new HttpAnswer(503, TEXT, "busy, try again\n".getBytes(StandardCharsets.UTF_8));
        }
        try {
            return new HttpAnswer(200, PROMETHEUS, registry.scrape().getBytes(StandardCharsets.UTF_8));
        } finally {
            free.release();
        }
    }
}
