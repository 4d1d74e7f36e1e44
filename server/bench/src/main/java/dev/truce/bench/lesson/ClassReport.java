package dev.truce.bench.lesson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.truce.bench.lesson.ClassBenchmark.Result;
import dev.truce.bench.lesson.ClassFigures.BellFigures;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Prints what was measured of classes. */
final class ClassReport {
    private ClassReport() {}

    /** Returns a table, with a row for each bell. */
    static String text(Result result) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d seats, two at a table; milliseconds%n%44s%8s%8s%8s%8s%n",
                result.settings().seats(),
                "",
                "p50",
                "p95",
                "p99",
                "last"));
        part(
                text,
                String.format(
                        Locale.ROOT,
                        "cold, first round opened %.1f s after its start",
                        result.cold().ageSeconds()),
                result.cold());
        part(text, "warm, after " + result.settings().warmUps() + " classes", result.warm());
        return text.toString().stripTrailing();
    }

    private static void part(StringBuilder text, String title, ClassFigures figures) {
        text.append(title).append(String.format("%n"));
        text.append(String.format(Locale.ROOT, "%-44s%8.1f%n", "  class opened after", figures.openedMillis()));
        Spread page = figures.page();
        if (page != null) {
            row(text, String.format(Locale.ROOT, "  page of %.0f kB there", figures.pageBytes() / 1e3), page);
        }
        row(text, "  joined", figures.join());
        text.append(String.format(
                Locale.ROOT, "%-44s%8.1f%n", "  all came at once, the last sat after", figures.doorMillis()));
        for (int i = 0; i < figures.bells().size(); i++) {
            BellFigures bell = figures.bells().get(i);
            row(text, "  round " + (i + 1) + " opened and heard", bell.heard());
            row(text, "  bell " + (i + 1) + " answered", bell.saved());
            row(text, "  bell " + (i + 1) + " to the end of its round", bell.told());
        }
        text.append(String.format(Locale.ROOT, "%-44s%8.1f%n", "  processor of the server", figures.serverCpuMillis()));
    }

    private static void row(StringBuilder text, String label, Spread spread) {
        text.append(String.format(
                Locale.ROOT,
                "%-44s%8.1f%8.1f%8.1f%8.1f%n",
                label,
                spread.median(),
                spread.slow(),
                spread.late(),
                spread.last()));
    }

    /** Returns one JSON object on one line. */
    static String json(Result result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("seats", result.settings().seats());
            json.writeNumberField("warm_up_classes", result.settings().warmUps());
            json.writeNumberField("gap_millis", result.settings().gapMillis());
            json.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
            json.writeStringField("java", Runtime.version().toString());
            figures(json, "cold", result.cold());
            figures(json, "warm", result.warm());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void figures(JsonGenerator json, String name, ClassFigures figures) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("opened_millis", figures.openedMillis());
        Spread page = figures.page();
        if (page != null) {
            json.writeNumberField("page_bytes", figures.pageBytes());
            spread(json, "page", page);
        }
        spread(json, "join", figures.join());
        json.writeNumberField("door_millis", figures.doorMillis());
        json.writeNumberField("age_seconds", figures.ageSeconds());
        json.writeNumberField("server_cpu_millis", figures.serverCpuMillis());
        json.writeArrayFieldStart("bells");
        for (BellFigures bell : figures.bells()) {
            json.writeStartObject();
            spread(json, "heard", bell.heard());
            spread(json, "saved", bell.saved());
            spread(json, "told", bell.told());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void spread(JsonGenerator json, String name, Spread spread) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("p50", spread.median());
        json.writeNumberField("p95", spread.slow());
        json.writeNumberField("p99", spread.late());
        json.writeNumberField("last", spread.last());
        json.writeEndObject();
    }
}
