package dev.truce.cli.tournament;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.InputFile;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.protocol.text.SafeText;
import dev.truce.scenario.ScenarioException;
import dev.truce.scenario.Section;
import dev.truce.tournament.dataset.DataSetAbout;
import dev.truce.tournament.plan.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody wrote of a data set: what it is, and what is played for it.
 *
 * @param text the file
 * @param about what it is
 * @param words what is played, as a command line of a tournament
 */
record DataSetFile(String text, DataSetAbout about, List<String> words) {
    private static final int MAX_BYTES = 1 << 16;
    private static final int MAX_LINE = 200;
    private static final int MAX_DESCRIPTION = 4_000;
    private static final int MAX_MESSAGE = 600;
    private static final int MAX_PAIRS = 10_000_000;
    private static final int MAX_STEPS = 1_000_000_000;

    private static final List<String> KEYS =
            List.of("name", "title", "description", "licence", "creators", "bots", "pairs", "seed");
    private static final List<String> OPTIONAL =
            List.of("version", "keywords", "url", "published", "format", "self", "scenario", "steps");

    private static final Pattern LICENCE = Pattern.compile("[A-Za-z0-9.+-]+");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    /**
     * Reads a file.
     *
     * @throws FaultException if it cannot be read or says something that is not right; names the place
     */
    static DataSetFile read(Path file) throws FaultException {
        String text = InputFile.text(file, MAX_BYTES, "truce dataset FILE.yaml --out DIR");
        try {
            Section section = Section.read(text, String.valueOf(file.getFileName()), KEYS, OPTIONAL);
            return new DataSetFile(text, about(section), words(section));
        } catch (ScenarioException wrong) {
            throw FaultException.usage(UsageFault.unstarted(
                            wrong.code().name(),
                            SafeText.line(wrong.where(), MAX_MESSAGE)
                                    + Texts.of("list.colon")
                                    + Texts.of(wrong.refusal()),
                            Texts.of("fault.dataset.next"))
                    .about(wrong.path(), ""));
        }
    }

    private static DataSetAbout about(Section section) {
        return new DataSetAbout(
                section.word("name"),
                section.text("title", MAX_LINE),
                section.text("description", MAX_DESCRIPTION),
                shaped(section, "version", VERSION, "1.0.0", "1.0.0"),
                shaped(section, "licence", LICENCE, "", "CC-BY-4.0"),
                section.texts("creators", MAX_LINE),
                section.has("keywords") ? section.texts("keywords", MAX_LINE) : List.of(),
                shaped(section, "url", ADDRESS, "", "https://example.edu/data"),
                shaped(section, "published", DAY, "", "2026-12-31"));
    }

    private static String shaped(Section section, String key, Pattern shape, String usual, String example) {
        if (!section.has(key)) {
            return usual;
        }
        String text = section.text(key, MAX_LINE);
        if (!shape.matcher(text).matches()) {
            throw section.outOf(key, List.of(example));
        }
        return text;
    }

    private static List<String> words(Section section) {
        List<String> words = new ArrayList<>();
        section.texts("bots", MAX_LINE).forEach(bot -> words.addAll(List.of("--bot", bot)));
        words.addAll(List.of("--pairs", Integer.toString(section.integer("pairs", 1, MAX_PAIRS))));
        words.addAll(List.of("--seed", seed(section)));
        if (section.has("format")) {
            String format = section.word("format");
            if (Format.find(format).isEmpty()) {
                throw section.outOf(
                        "format",
                        List.of(Format.values()).stream().map(Format::word).toList());
            }
            words.addAll(List.of("--format", format));
        }
        if (section.has("self") && section.flag("self")) {
            words.add("--self");
        }
        if (section.has("scenario")) {
            words.addAll(List.of("--scenario", section.text("scenario", MAX_LINE)));
        }
        if (section.has("steps")) {
            words.addAll(List.of("--steps", Integer.toString(section.integer("steps", 0, MAX_STEPS))));
        }
        words.addAll(List.of("--tables", "parquet", "--records", "packed"));
        return words;
    }

    private static String seed(Section section) {
        String seed = section.text("seed", MAX_LINE);
        try {
            return Long.toString(Long.parseLong(seed));
        } catch (NumberFormatException none) {
            throw section.outOf("seed", List.of("7046029254386353131"));
        }
    }
}
