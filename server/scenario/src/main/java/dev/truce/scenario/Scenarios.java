package dev.truce.scenario;

import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.ScenarioException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Provides the scenarios that ship, and loads others from their text. */
public final class Scenarios {
    /** Longest text, in bytes of UTF-8; the shipped file has a tenth of it. */
    public static final int TEXT_BYTES_MAX = 256 * 1024;

    private static final List<String> IDS = List.of("busan-2025");

    private Scenarios() {}

    /** Returns the ids of the scenarios that ship. */
    public static List<String> ids() {
        return IDS;
    }

    /** Returns the truce of Busan, the scenario that every match plays unless its host says otherwise. */
    public static Scenario busan2025() {
        return Busan.SCENARIO;
    }

    /**
     * Returns a shipped scenario.
     *
     * @param id one of {@link #ids()}
     * @throws ScenarioException UNKNOWN_SCENARIO if there is none of that id
     */
    public static Scenario named(String id) {
        if (!IDS.contains(id)) {
            throw new ScenarioException(
                    Code.UNKNOWN_SCENARIO,
                    id.isEmpty() ? "scenario" : id,
                    0,
                    0,
                    "",
                    "no scenario of this id ships; there is " + String.join(", ", IDS));
        }
        return busan2025();
    }

    /**
     * Returns the text of a shipped scenario, as a start for one's own.
     *
     * @throws ScenarioException UNKNOWN_SCENARIO if there is none of that id
     */
    public static String text(String id) {
        named(id);
        return resource(id + ".yaml");
    }

    /**
     * Loads a scenario.
     *
     * @param text YAML, at most {@link #TEXT_BYTES_MAX} bytes
     * @param name what error messages call it, for example the file name
     * @throws ScenarioException if anything in it is unknown, missing, doubled, out of range or contradictory
     */
    public static Scenario load(String text, String name) {
        // Every character takes at least one byte, so the cheap test keeps the encoding bounded too.
        if (text.length() > TEXT_BYTES_MAX || text.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES_MAX) {
            throw new ScenarioException(
                    Code.TOO_LARGE,
                    name,
                    0,
                    0,
                    "",
                    "the text is longer than " + TEXT_BYTES_MAX + " bytes; a scenario needs about 20,000");
        }
        return ScenarioReader.read(YamlTree.parse(text, name));
    }

    private static String resource(String file) {
        try (InputStream in = Scenarios.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loaded once, when first asked for. */
    private static final class Busan {
        static final Scenario SCENARIO = load(resource("busan-2025.yaml"), "busan-2025.yaml");
    }
}
