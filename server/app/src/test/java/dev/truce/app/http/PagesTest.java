package dev.truce.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.room.PlaceToken;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger made = new AtomicInteger();
    private final PlaceToken key = PlaceToken.draw(new SecureRandom());
    private final Pages pages =
            new Pages(registry, () -> false, Optional::empty, List::of, "dev", "busan-2.0.0", key, now::get);

    @Test
    void aPageOfFiguresIsMadeOnceASecondForAllWhoAsk() {
        Gauge.builder("made", made, AtomicInteger::incrementAndGet).register(registry);
        for (int i = 0; i < 1_000; i++) {
            now.addAndGet(Pages.FRESH_NANOS / 1_000);
            assertThat(pages.metrics().status()).isEqualTo(200);
        }
        assertThat(made).hasValue(1);
        now.addAndGet(Pages.FRESH_NANOS);
        assertThat(new String(pages.metrics().body(), StandardCharsets.UTF_8)).contains("made 2");
    }

    @Test
    void onlyTheKeyOpensTheFigures() {
        assertThat(pages.refusal(key.reveal())).isEmpty();
        for (String other : List.of("", "x", PlaceToken.draw(new SecureRandom()).reveal(), key.hash())) {
            assertThat(pages.refusal(other).orElseThrow().status()).isEqualTo(401);
        }
    }
}
