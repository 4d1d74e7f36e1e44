package dev.truce.bench.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bench.lesson.ClassFigures.BellFigures;
import dev.truce.bench.wire.Latencies;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClassReportTest {
    private static Spread spread(int longest) {
        Latencies latencies = new Latencies();
        for (int i = 1; i <= 100; i++) {
            latencies.add(TimeUnit.MILLISECONDS.toNanos(i == 100 ? longest : i));
        }
        return Spread.of(latencies);
    }

    private static ClassBenchmark.Result result(boolean page) {
        ClassSettings settings = new ClassSettings(300, 2, 500, 4, 10, page, 1, "127.0.0.1", List.of());
        BellFigures bell = new BellFigures(spread(200), spread(300), spread(400));
        ClassFigures cold = new ClassFigures(
                812.5,
                page ? spread(900) : null,
                page ? 868_000 : 0,
                spread(700),
                1_234,
                10.25,
                List.of(bell, bell),
                5_000);
        ClassFigures warm =
                new ClassFigures(80, page ? spread(500) : null, 1, spread(150), 400, 30, List.of(bell), 900);
        return new ClassBenchmark.Result(settings, warm, cold);
    }

    @Test
    void aSpreadTellsHowLongMostAndHowLongTheLastWaited() {
        Spread spread = spread(500);
        assertThat(spread.count()).isEqualTo(100);
        assertThat(spread.median()).isBetween(49.8, 50.2);
        assertThat(spread.slow()).isBetween(94.6, 95.4);
        assertThat(spread.late()).isBetween(98.6, 99.4);
        assertThat(spread.last()).isBetween(498.0, 502.0);
    }

    @Test
    void eachBellHasRowsOfItsOwnBelowTheServerThatItWasOn() {
        assertThat(ClassReport.text(result(true)))
                .containsSubsequence(
                        "300 seats",
                        "cold, first round opened 10.3 s after its start",
                        "class opened after",
                        "812.5",
                        "page of 868 kB there",
                        "joined",
                        "the last sat after",
                        "1234.0",
                        "round 1 opened and heard",
                        "bell 1 answered",
                        "bell 1 to the end of its round",
                        "bell 2 answered",
                        "warm, after 4 classes",
                        "bell 1 answered");
        assertThat(ClassReport.text(result(false))).doesNotContain("kB");
    }

    @Test
    void scriptsGetOneLineOfJson() {
        assertThat(ClassReport.json(result(true)))
                .startsWith("{\"seats\":300,\"warm_up_classes\":4,\"gap_millis\":500,")
                .contains("\"cold\":{\"opened_millis\":812.5,\"page_bytes\":868000,\"page\":{\"p50\":")
                .contains("\"bells\":[{\"heard\":{\"p50\":")
                .contains("\"saved\":{\"p50\":")
                .doesNotContain("\n");
        assertThat(ClassReport.json(result(false))).doesNotContain("page");
    }
}
