package dev.truce.scenario;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Node.Table;
import dev.truce.scenario.ScenarioException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Provides the scenarios that ship, and loads others from their text. */
public final class Scenarios {
    /** Each file says these itself: two scenarios of one name, or another's score scale, would mislead. */
    static final List<String> OWN = List.of("id", "titles", "about", "anchors", "script");

    /** Keys of these are alternatives or may be left out, so a mixture with the base would say what nobody wrote. */
    static final List<String> WHOLE = List.of("horizon", "agreement.clauses");

    /** Longest text, in bytes of UTF-8; the shipped file has a tenth of it. */
    public static final int MAX_TEXT_BYTES = 256 * 1024;

    private static final List<String> IDS = List.of(
            "busan-2025",
            "busan-2025-r1",
            "busan-2025-r2",
            "busan-2026",
            "class-2026",
            "class-8",
            "fog-2026",
            "geneva-2025",
            "history-2018",
            "quiet-2026",
            "symmetric");

    /** What an id of today named earlier: its ruleset then, and the file. */
    private record Earlier(String id, String ruleset, String file) {}

    private static final List<Earlier> EARLIER =
            List.of(new Earlier("busan-2025", "busan-2.0.0", "busan-2025-until-3"));

    /** What has been asked for so far; a file is read and its anchors are computed once in the life of the program. */
    private static final Map<String, ScenarioFile> READ = new ConcurrentHashMap<>();

    private Scenarios() {}

    /** The ids of the scenarios that ship. */
    public static List<String> ids() {
        return IDS;
    }

    /** Returns the truce of Busan, the scenario that every match plays unless its host says otherwise. */
    public static Scenario busan2025() {
        return named("busan-2025");
    }

    /** Returns the truce of Busan under the second ruleset, as it was played before detection led to accusations. */
    public static Scenario busan2025R2() {
        return named("busan-2025-r2");
    }

    /** Returns the truce of Busan under the first ruleset, as it was played before there were red lines. */
    public static Scenario busan2025R1() {
        return named("busan-2025-r1");
    }

    /**
     * Returns a shipped scenario.
     *
     * @param id one of {@link #ids()}
     * @throws ScenarioException UNKNOWN_SCENARIO if there is none of that id
     */
    public static Scenario named(String id) {
        return file(id).scenario();
    }

    /**
     * Returns all that the file of a shipped scenario says.
     *
     * @param id one of {@link #ids()}
     * @throws ScenarioException UNKNOWN_SCENARIO if there is none of that id
     */
    public static ScenarioFile file(String id) {
        requireShipped(id, Node.Place.whole(id.isEmpty() ? "scenario" : id));
        return packed(id);
    }

    private static ScenarioFile packed(String name) {
        ScenarioFile known = READ.get(name);
        if (known == null) {
            // Two threads may both read it; what they read is equal, and the first to arrive stays.
            ScenarioFile read = read(resource(name + ".yaml"), name + ".yaml");
            known = Objects.requireNonNullElse(READ.putIfAbsent(name, read), read);
        }
        return known;
    }

    /**
     * Returns what ids of today named earlier, by other rules. No new match plays these; records, journals and classes from before name
     * them by their hash.
     */
    public static List<ScenarioFile> earlier() {
        return EARLIER.stream().map(then -> packed(then.file())).toList();
    }

    /**
     * Returns the scenario that an id named when it had a hash.
     *
     * @return the one that ships, or the {@link #earlier()} one of that hash; empty if no scenario of that id ever had it
     */
    public static Optional<ScenarioFile> edition(String id, String hash) {
        return Stream.concat(
                        IDS.contains(id) ? Stream.of(id) : Stream.empty(),
                        EARLIER.stream().filter(then -> then.id().equals(id)).map(Earlier::file))
                .map(Scenarios::packed)
                .filter(file -> file.scenario().id().equals(id)
                        && file.scenario().hash().equals(hash))
                .findFirst();
    }

    /**
     * Returns what a record, a journal or a class was played by, or what says best why it cannot be had: the {@link #edition} of its hash, else
     * what the id named when it had that ruleset, else what it names today.
     *
     * @return empty if no scenario has that id
     */
    public static Optional<ScenarioFile> nearest(String id, String hash, String ruleset) {
        return edition(id, hash)
                .or(() -> EARLIER.stream()
                        .filter(then -> then.id().equals(id) && then.ruleset().equals(ruleset))
                        .map(then -> packed(then.file()))
                        .findFirst())
                .or(() -> IDS.contains(id) ? Optional.of(packed(id)) : Optional.empty());
    }

    /** Returns whether an id named something of a ruleset earlier. Reads no file. */
    public static boolean wasOf(String id, String ruleset) {
        return EARLIER.stream()
                .anyMatch(then -> then.id().equals(id) && then.ruleset().equals(ruleset));
    }

    /** Returns the files of all that ship, in the order of their ids. Those that nobody has asked for yet are read on all processors. */
    public static List<ScenarioFile> files() {
        return IDS.parallelStream().map(Scenarios::file).toList();
    }

    /**
     * Returns the text of a shipped scenario, as a start for one's own.
     *
     * @throws ScenarioException UNKNOWN_SCENARIO if there is none of that id
     */
    public static String text(String id) {
        return file(id).text();
    }

    /**
     * Loads a scenario.
     *
     * @param text YAML, at most {@link #MAX_TEXT_BYTES} bytes
     * @param name what error messages call it, for example the file name
     * @throws ScenarioException if anything in it is unknown, missing, doubled, out of range or contradictory
     */
    public static Scenario load(String text, String name) {
        return read(text, name).scenario();
    }

    /**
     * Reads all that a scenario file says.
     *
     * @param text YAML, at most {@link #MAX_TEXT_BYTES} bytes; with the key {@code base} it may leave out what the shipped
     *     scenario of that id says
     * @param name what error messages call it, for example the file name
     * @throws ScenarioException if anything in it is unknown, missing, doubled, out of range or contradictory
     */
    public static ScenarioFile read(String text, String name) {
        // Every character takes at least one byte, so the cheap test keeps the encoding bounded too.
        if (text.length() > MAX_TEXT_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT_BYTES) {
            throw Node.Place.whole(name).error(Code.TOO_LARGE, "too-large", MAX_TEXT_BYTES);
        }
        Node.Table own = YamlTree.parse(text, name);
        Node base = own.values().get("base");
        return ScenarioReader.read(whole(own), base == null ? "" : Section.word(base), text);
    }

    /** Returns a file with what it does not say itself taken from its base, which may have a base in turn. */
    private static Node.Table whole(Node.Table own) {
        Node base = own.values().get("base");
        if (base == null) {
            return own;
        }
        String id = Section.word(base);
        requireShipped(id, base.place());
        Node.Table under = whole(YamlTree.parse(resource(id + ".yaml"), id + ".yaml"));
        Map<String, Node> said = new LinkedHashMap<>(own.values());
        said.remove("base");
        return overlaid(under, new Node.Table(own.place(), said));
    }

    private static void requireShipped(String id, Node.Place place) {
        if (!IDS.contains(id)) {
            throw place.error(Code.UNKNOWN_SCENARIO, "unknown", id, String.join(", ", IDS));
        }
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

    /** Returns the file with what it does not say itself taken from its base; places of errors stay those of the file. */
    static Table overlaid(Table base, Table own) {
        Map<String, Node> taken = new LinkedHashMap<>(base.values());
        taken.keySet().removeAll(OWN);
        return laid(without(takenAway(own), new Table(base.place(), taken), "agreement", "clauses"), own, "");
    }

    /** Returns the ids of what a file takes away from its base. */
    private static Set<String> takenAway(Table own) {
        Node instruments = own.values().get("instruments");
        Map<String, Node> said = instruments == null ? Map.of() : instruments.entries();
        return Instrument.all().stream()
                .filter(each -> InstrumentReader.isTakenAway(said.get(each.id()), each))
                .map(Instrument::id)
                .collect(Collectors.toSet());
    }

    /** What the base says of what is taken away goes too: nobody can change a base. */
    private static Table without(Set<String> gone, Node base, String... path) {
        Map<String, Node> values = new LinkedHashMap<>(base.entries());
        if (path.length == 0) {
            values.keySet().removeAll(gone);
        } else {
            String[] further = Arrays.copyOfRange(path, 1, path.length);
            values.computeIfPresent(path[0], (key, inner) -> without(gone, inner, further));
        }
        return new Table(base.place(), values);
    }

    private static Table laid(Table base, Table own, String path) {
        Map<String, Node> values = new LinkedHashMap<>(base.values());
        own.values().forEach((key, value) -> {
            String inner = path.isEmpty() ? key : path + "." + key;
            if (values.get(key) instanceof Table below && value instanceof Table above && !WHOLE.contains(inner)) {
                values.put(key, laid(below, above, inner));
            } else {
                values.put(key, value);
            }
        });
        return new Table(own.place(), values);
    }
}
