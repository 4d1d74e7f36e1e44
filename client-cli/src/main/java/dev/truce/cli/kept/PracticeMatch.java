package dev.truce.cli.kept;

import dev.truce.app.config.DataDirectory;
import dev.truce.app.config.ServerConfig;
import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.NamedScenario;
import dev.truce.cli.option.PrivateFile;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A practice match on disk: a folder with the journal of its server, the secret of the seat and the draft. It goes when the match is over.
 *
 * @param folder the folder
 * @param beganUnixMillis when it began
 * @param scenario id of the scenario
 * @param record file of the record that was asked for, or null for a usual name
 * @param tellsSeed whether the seed is a secret until the end
 */
public record PracticeMatch(
        Path folder,
        long beganUnixMillis,
        String scenario,
        @Nullable Path record,
        boolean tellsSeed) {
    private static final String FILE = "practice";
    private static final String SCENARIO = "scenario.yaml";
    private static final String JOURNAL = "journal";

    /** How many may be unfinished at a time. */
    public static final int MAX_KEPT = 40;

    /** Returns where practice matches lie. */
    public static Path root() {
        return ServerConfig.defaultData().resolve("practice");
    }

    /** Returns whether no more may be kept until some are played to their end, or dropped. */
    public static boolean isFull(Path root) {
        return all(root).size() >= MAX_KEPT;
    }

    /** Makes a folder for a new match. */
    public static PracticeMatch begin(
            Path root, NamedScenario named, @Nullable Path record, boolean tellsSeed, long nowUnixMillis)
            throws IOException {
        PrivateFile.makeFolder(root);
        Path folder = Files.createTempDirectory(root, "match-");
        PracticeMatch match = new PracticeMatch(
                folder,
                nowUnixMillis,
                named.scenario().id(),
                record == null ? null : record.toAbsolutePath(),
                tellsSeed);
        if (!Scenarios.ids().contains(match.scenario)) {
            PrivateFile.write(folder.resolve(SCENARIO), named.file().text());
        }
        PrivateFile.write(folder.resolve(FILE), match.text());
        return match;
    }

    private String text() {
        return String.join(
                "\n",
                "began=" + beganUnixMillis,
                "scenario=" + scenario,
                "record=" + (record == null ? "" : record.toString().replace("\\", "\\\\")),
                "tells-seed=" + tellsSeed,
                "");
    }

    /** Returns the matches that can go on, the newest first; what cannot be understood is left out. */
    public static List<PracticeMatch> all(Path root) {
        List<PracticeMatch> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            folders.forEach(folder -> read(folder).ifPresent(found::add));
        } catch (IOException | UncheckedIOException none) {
            return List.of();
        }
        found.sort(Comparator.comparingLong(PracticeMatch::beganUnixMillis)
                .reversed()
                .thenComparing(match -> match.folder().toString()));
        return found;
    }

    private static Optional<PracticeMatch> read(Path folder) {
        Properties values = new Properties();
        try {
            values.load(new StringReader(Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8)));
            if (SavedSeat.load(folder).isEmpty()) {
                return Optional.empty();
            }
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
        String began = values.getProperty("began", "");
        String record = values.getProperty("record", "");
        if (!began.matches("\\d{1,15}")) {
            return Optional.empty();
        }
        return Optional.of(new PracticeMatch(
                folder,
                Long.parseLong(began),
                values.getProperty("scenario", ""),
                record.isEmpty() ? null : Path.of(record),
                Boolean.parseBoolean(values.getProperty("tells-seed"))));
    }

    /** Starts its server, which goes on with the match if there is one. */
    public EmbeddedServer start() throws FaultException {
        ScenarioFile played = Scenarios.ids().contains(scenario)
                ? Scenarios.file(scenario)
                : NamedScenario.read(folder.resolve(SCENARIO));
        return EmbeddedServer.keeping(folder.resolve(JOURNAL), played);
    }

    /** Returns whether a program plays it now, here or in another terminal. */
    public boolean isOpen() {
        try {
            return DataDirectory.isInUse(folder.resolve(JOURNAL));
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Deletes it. */
    public void forget() {
        EmbeddedServer.delete(folder);
    }
}
