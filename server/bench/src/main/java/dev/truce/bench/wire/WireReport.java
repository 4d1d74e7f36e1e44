package dev.truce.bench.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.truce.bench.wire.WireBenchmark.WireResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Writes what was found, for people and for programs. */
final class WireReport {
    private static final String LABEL = "%-34s";

    private WireReport() {}

    /** Returns a table; ratios divide the game by an echo. */
    static String text(WireResult result) {
        WireSettings settings = result.settings();
        StringBuilder text = head(settings);
        text.append(String.format(
                Locale.ROOT,
                LABEL + "%12s%12s%14s%12s%14s%n",
                "",
                "game",
                "echo",
                "durable echo",
                "game/echo",
                "game/durable"));
        row(text, result, "moves a second", "%.0f", WireFigures::movesPerSecond, WireFigures.Ratio::movesPerSecond);
        row(
                text,
                result,
                "server processor for a move, us",
                "%.1f",
                WireFigures::serverCpuMicrosPerMove,
                WireFigures.Ratio::serverCpuPerMove);
        row(
                text,
                result,
                "server processor for a match, us",
                "%.0f",
                WireFigures::serverCpuMicrosPerMatch,
                ratio -> Double.NaN);
        row(
                text,
                result,
                "acknowledged after, median, us",
                "%.0f",
                WireFigures::medianMicros,
                WireFigures.Ratio::median);
        row(
                text,
                result,
                "acknowledged after, 99 of 100, us",
                "%.0f",
                WireFigures::lateMicros,
                WireFigures.Ratio::late);
        row(text, result, "bytes for a move", "%.0f", WireFigures::bytesPerMove, WireFigures.Ratio::bytesPerMove);
        counted(
                text,
                "moves",
                result.game().moves(),
                result.echo().moves(),
                result.durableEcho().moves());
        counted(
                text,
                "moves refused",
                result.game().refused(),
                result.echo().refused(),
                result.durableEcho().refused());
        counted(
                text,
                "matches ended",
                result.game().matches(),
                result.echo().matches(),
                result.durableEcho().matches());
        return text.toString().stripTrailing();
    }

    private static StringBuilder head(WireSettings settings) {
        return new StringBuilder(String.format(
                Locale.ROOT,
                "%d matches of %d rounds%s at the same time, %d s after %d s of warm-up; %d processors, Java %s%n%n",
                settings.matches(),
                settings.rounds(),
                settings.hold() ? ", in which both sides hold," : "",
                settings.seconds(),
                settings.warmUpSeconds(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version()));
    }

    /** Returns the lines of a server whose moves began at set times. */
    static String text(WireSettings settings, int rate, WireBenchmark.Paced paced) {
        StringBuilder text = head(settings);
        WireFigures game = paced.figures();
        line(text, "moves a second, as set", rate);
        line(text, "moves a second", game.movesPerSecond());
        line(text, "moves of 100 that came late to begin", paced.latePercent());
        line(text, "server processor for a move, us", game.serverCpuMicrosPerMove());
        line(text, "server processor for a match, us", game.serverCpuMicrosPerMatch());
        line(text, "acknowledged after, median, us", game.medianMicros());
        line(text, "acknowledged after, 99 of 100, us", game.lateMicros());
        line(text, "acknowledged after, 999 of 1,000, us", game.latestMicros());
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String label, double figure) {
        text.append(String.format(Locale.ROOT, LABEL + "%12.1f%n", label, figure));
    }

    /** Returns the same as one JSON object on one line. */
    static String json(WireSettings settings, int rate, WireBenchmark.Paced paced) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            head(json, settings);
            json.writeNumberField("rate", rate);
            number(json, "late_percent", paced.latePercent());
            figures(json, "game", paced.figures());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void row(
            StringBuilder text,
            WireResult result,
            String label,
            String format,
            ToDoubleFunction<WireFigures> figure,
            ToDoubleFunction<WireFigures.Ratio> ratio) {
        text.append(String.format(
                Locale.ROOT,
                LABEL + "%12s%12s%14s%12s%14s%n",
                label,
                String.format(Locale.ROOT, format, figure.applyAsDouble(result.game())),
                String.format(Locale.ROOT, format, figure.applyAsDouble(result.echo())),
                String.format(Locale.ROOT, format, figure.applyAsDouble(result.durableEcho())),
                ratio(ratio.applyAsDouble(result.gameToEcho())),
                ratio(ratio.applyAsDouble(result.gameToDurableEcho()))));
    }

    private static String ratio(double ratio) {
        return Double.isFinite(ratio) ? String.format(Locale.ROOT, "%.3f", ratio) : "-";
    }

    private static void counted(StringBuilder text, String label, long game, long echo, long durableEcho) {
        text.append(String.format(Locale.ROOT, LABEL + "%12d%12d%14d%n", label, game, echo, durableEcho));
    }

    /** Returns one JSON object on one line; a ratio that cannot be told is null. */
    static String json(WireResult result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            head(json, result.settings());
            figures(json, "game", result.game());
            figures(json, "echo", result.echo());
            figures(json, "durable_echo", result.durableEcho());
            ratios(json, "game_to_echo", result.gameToEcho());
            ratios(json, "game_to_durable_echo", result.gameToDurableEcho());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void head(JsonGenerator json, WireSettings settings) throws IOException {
        json.writeNumberField("matches", settings.matches());
        json.writeNumberField("rounds", settings.rounds());
        json.writeBooleanField("hold", settings.hold());
        json.writeNumberField("seconds", settings.seconds());
        json.writeNumberField("warm_up_seconds", settings.warmUpSeconds());
        json.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
        json.writeStringField("java", Runtime.version().toString());
    }

    private static void figures(JsonGenerator json, String name, WireFigures figures) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("moves", figures.moves());
        json.writeNumberField("refused", figures.refused());
        json.writeNumberField("matches_ended", figures.matches());
        number(json, "moves_per_second", figures.movesPerSecond());
        number(json, "server_cpu_micros_per_move", figures.serverCpuMicrosPerMove());
        number(json, "server_cpu_micros_per_match", figures.serverCpuMicrosPerMatch());
        number(json, "ack_p50_micros", figures.medianMicros());
        number(json, "ack_p99_micros", figures.lateMicros());
        number(json, "ack_p999_micros", figures.latestMicros());
        number(json, "bytes_per_move", figures.bytesPerMove());
        json.writeEndObject();
    }

    private static void ratios(JsonGenerator json, String name, WireFigures.Ratio ratio) throws IOException {
        json.writeObjectFieldStart(name);
        number(json, "moves_per_second", ratio.movesPerSecond());
        number(json, "server_cpu_per_move", ratio.serverCpuPerMove());
        number(json, "ack_p50", ratio.median());
        number(json, "ack_p99", ratio.late());
        number(json, "bytes_per_move", ratio.bytesPerMove());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
