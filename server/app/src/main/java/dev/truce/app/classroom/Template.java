package dev.truce.app.classroom;

import dev.truce.engine.Limits;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.match.AbsenceNotation;
import dev.truce.match.Absences;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.scenario.Section;
import dev.truce.story.words.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a class plays: a file in YAML that an instructor writes once and uses for every class.
 *
 * @param title what the class is called
 * @param scenario which scenario
 * @param mode who decides in a delegation
 * @param usSeats seats of the US at each table
 * @param cnSeats seats of China at each table
 * @param rounds number of rounds, 0 for the scenario's horizon
 * @param windowMillis how long each round stays open, 0 for no deadline
 * @param graceMillis how long a round waits for who is not ready when its time is up
 * @param absences what is done for seats whose students are away
 * @param pace whether all tables open and reveal each round together
 * @param opens whether the class opens the next round by itself, where all open together
 * @param reveals whether the class reveals a round by itself once all tables have shut it
 * @param bot who acts on seats without a student
 * @param leavesGaps whether ministers' seats without a student stay empty; a head's is the bot's all the same
 * @param seed text from which all seeds come, or null if the server draws them
 * @param byLot whether neighbours in the list sit apart
 * @param language of pseudonyms
 * @param watched whether everybody who has the code may watch
 * @param byList whether students pick their names from the list, without keys
 */
public record Template(
        String title,
        String scenario,
        DelegationMode mode,
        int usSeats,
        int cnSeats,
        int rounds,
        long windowMillis,
        long graceMillis,
        Absences absences,
        RoundPace pace,
        boolean opens,
        boolean reveals,
        String bot,
        boolean leavesGaps,
        @Nullable String seed,
        boolean byLot,
        Language language,
        boolean watched,
        boolean byList) {

    /** A week. */
    private static final int MAX_MINUTES = 7 * 24 * 60;

    private static final int MAX_GRACE_SECONDS = 120;
    private static final int MAX_TITLE = 60;
    private static final int MAX_ABSENCE = 200;

    private static final List<String> KEYS = List.of("title", "scenario");
    private static final List<String> OPTIONAL = List.of(
            "mode",
            "us_seats",
            "cn_seats",
            "rounds",
            "minutes",
            "grace_seconds",
            "absence",
            "pace",
            "open",
            "reveal",
            "bot",
            "gaps",
            "seed",
            "grouping",
            "language",
            "watch",
            "entry");

    private static final Map<String, Boolean> BY_ITSELF = Map.of("auto", true, "desk", false);
    private static final Map<String, Boolean> GAPS = Map.of("bot", false, "vacant", true);
    private static final Map<String, Boolean> ENTRIES = Map.of("key", false, "list", true);
    private static final Map<String, Boolean> WATCHERS = Map.of("all", true, "nobody", false);
    private static final Map<String, Boolean> GROUPINGS = Map.of("order", false, "lot", true);

    /**
     * Reads a template.
     *
     * @param text YAML
     * @param file what the place of a fault is called
     * @throws dev.truce.scenario.ScenarioException if it is none; says line and key
     */
    public static Template read(String text, String file) {
        Template read = kept(text, file);
        if (read.seed() != null && SeedStrength.bits(read.seed()) < SeedStrength.MIN_BITS) {
            throw Section.read(text, file, KEYS, OPTIONAL).refuses("seed", "weak-seed", SeedStrength.MIN_BITS);
        }
        return read;
    }

    /**
     * Reads the template of a class that was opened before, whatever seed was good enough then.
     *
     * @throws dev.truce.scenario.ScenarioException as {@link #read}
     */
    public static Template kept(String text, String file) {
        Section section = Section.read(text, file, KEYS, OPTIONAL);
        RoundPace pace = oneOf(section, "pace", words(RoundPace.values()), RoundPace.GATED);
        boolean gated = pace == RoundPace.GATED;
        if (!gated && section.has("seed")) {
            // A fast table would tell the slow ones what chance has in store for them.
            throw section.outOf("pace", List.of("gated"));
        }
        return new Template(
                section.text("title", MAX_TITLE),
                section.word("scenario"),
                oneOf(section, "mode", words(DelegationMode.values()), DelegationMode.HEAD),
                whole(section, "us_seats", 1, Delegation.MAX_SEATS, 1),
                whole(section, "cn_seats", 1, Delegation.MAX_SEATS, 1),
                whole(section, "rounds", 0, Limits.MAX_ROUNDS, 0),
                Math.round(60_000 * (section.has("minutes") ? section.number("minutes", 0, MAX_MINUTES) : 5)),
                1_000L * whole(section, "grace_seconds", 0, MAX_GRACE_SECONDS, 15),
                absences(section),
                pace,
                gated && oneOf(section, "open", BY_ITSELF, true),
                gated && oneOf(section, "reveal", BY_ITSELF, true),
                section.has("bot") ? section.word("bot") : "negotiator",
                oneOf(section, "gaps", GAPS, false),
                section.has("seed") ? section.text("seed", SeedStrength.MAX_LENGTH) : null,
                oneOf(section, "grouping", GROUPINGS, false),
                oneOf(section, "language", languages(), Language.EN),
                oneOf(section, "watch", WATCHERS, true),
                oneOf(section, "entry", ENTRIES, false));
    }

    private static Absences absences(Section section) {
        String text = section.has("absence") ? section.text("absence", MAX_ABSENCE) : "keep";
        return AbsenceNotation.read(text)
                .orElseThrow(() -> section.outOf("absence", List.of("hold", "keep", "bot negotiator 2 keep")));
    }

    private static int whole(Section section, String key, int min, int max, int otherwise) {
        return section.has(key) ? section.integer(key, min, max) : otherwise;
    }

    private static <T> T oneOf(Section section, String key, Map<String, T> legal, T otherwise) {
        if (!section.has(key)) {
            return otherwise;
        }
        T value = legal.get(section.word(key));
        if (value == null) {
            throw section.outOf(key, legal.keySet().stream().sorted().toList());
        }
        return value;
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] constants) {
        return Arrays.stream(constants)
                .collect(java.util.stream.Collectors.toMap(
                        constant -> constant.name().toLowerCase(Locale.ROOT), constant -> constant));
    }

    private static Map<String, Language> languages() {
        return words(Language.values());
    }

    /** Hides the seed. */
    @Override
    public String toString() {
        return "Template[" + title + ", " + scenario + "]";
    }
}
