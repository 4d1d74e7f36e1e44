package dev.truce.tournament.result;

import dev.truce.bot.line.BotName;
import dev.truce.bot.line.json.JsonText;
import dev.truce.bot.line.json.RecordBinding;
import dev.truce.engine.Sha256;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.table.TableForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the results of a folder come from: {@code run.json}. No field is optional; docs/look-up/tournament-run.schema.json describes it.
 *
 * @param settings what was played; the seed is 0 if it was read from a file that does not have it
 * @param bots who played
 * @param rulesStamp ruleset, scenario, its hash and data version
 * @param program version, commit, whether the sources had changes, hash of the jar
 * @param machine Java, operating system and processor
 * @param commandLine the arguments as they were given first
 * @param concurrency pairs that were played at a time
 * @param runner who played them: {@link #THREADS}, {@link #WIRE}, {@link #MERGE}, or kind and place of a cluster
 * @param state running, stopped or finished
 * @param planned pairs that the settings ask for
 * @param played pairs that are in the files
 * @param resumed how often it was taken up again
 * @param startedAt ISO 8601
 * @param endedAt ISO 8601, empty while it is running
 * @param seedSha256 binds it to its seed before anything is played: SHA-256 of {@code truce-master-seed}, a line feed, the seed and a line
 *     feed, 64 hex digits; empty in a file that an older program wrote
 */
public record RunCard(
        TournamentSettings settings,
        List<Entrant> bots,
        Edition rulesStamp,
        Program program,
        Machine machine,
        List<String> commandLine,
        int concurrency,
        String runner,
        State state,
        int planned,
        int played,
        int resumed,
        String startedAt,
        String endedAt,
        String seedSha256) {
    /** The runner that is this program itself. */
    public static final String THREADS = "threads";

    /** The runner that is this program, with connections to a server of its own. */
    public static final String WIRE = "wire";

    /** The runner of a tournament that was merged from its parts. */
    public static final String MERGE = "merge";

    /** Name of the file. */
    public static final String FILE = "run.json";

    private static final int FORMAT = 1;
    private static final String SEED_SHA256 = "seed_sha256";
    private static final String ALL = "all";
    private static final String NONE = "none";
    private static final String SETTINGS = "settings";
    private static final String TABLES = "tables";
    private static final String PARQUET = "parquet";
    private static final String PART = "part";

    /** A card that is bound to the seed of its settings. */
    public RunCard(
            TournamentSettings settings,
            List<Entrant> bots,
            Edition rulesStamp,
            Program program,
            Machine machine,
            List<String> commandLine,
            int concurrency,
            String runner,
            State state,
            int planned,
            int played,
            int resumed,
            String startedAt,
            String endedAt) {
        this(
                settings,
                bots,
                rulesStamp,
                program,
                machine,
                commandLine,
                concurrency,
                runner,
                state,
                planned,
                played,
                resumed,
                startedAt,
                endedAt,
                sha256(settings.seed()));
    }

    private static String sha256(long seed) {
        return Sha256.hex("truce-master-seed\n" + seed + "\n");
    }

    public RunCard {
        bots = List.copyOf(bots);
        commandLine = List.copyOf(commandLine);
    }

    /** How far it is. */
    public enum State {
        /** A program is writing the folder, or was killed while it did. */
        RUNNING,
        /** As running; the seed is not in the file, so that commands that play cannot read it there. */
        SEALED,
        /** It was stopped and can go on. */
        STOPPED,
        /** All is there. */
        FINISHED;

        /** Returns the word for it in the file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A bot.
     *
     * @param name its name in all files
     * @param given how it was named on the command line
     * @param kind roster, command or model
     * @param sha256 hash of its program as far as that is known, 64 hex digits; of a model what decides what it is asked
     */
    public record Entrant(String name, String given, String kind, String sha256) {
        /** Returns the hash of a bot as it is now; bots of the roster are part of the program. */
        static String hash(String given, String program) {
            if (BotName.isModel(given)) {
                return FileHash.ofModel(given);
            }
            return BotName.isCommand(given) || given.indexOf(':') >= 0 ? FileHash.ofCommand(given) : program;
        }

        boolean isChanged() {
            return !hash(given, sha256).equals(sha256);
        }
    }

    /** What was played: ruleset, id of the scenario, hash of its values, version of its data. */
    public record Edition(String ruleset, String scenario, String scenarioSha256, String dataVersion)
            implements RecordBinding.Inline {}

    /** What played it: version, commit or {@code unknown}, {@code yes}, {@code no} or {@code unknown}, hash or {@code unknown}. */
    public record Program(String version, String commit, String dirty, String jarSha256)
            implements RecordBinding.Inline {}

    /** On what it was played. */
    public record Machine(String java, String vm, String system, String architecture, String cpu, int cores)
            implements RecordBinding.Inline {}

    public RunCard at(State now, int pairs, String ended) {
        return new RunCard(
                settings,
                bots,
                rulesStamp,
                program,
                machine,
                commandLine,
                concurrency,
                runner,
                now,
                planned,
                pairs,
                resumed,
                startedAt,
                ended,
                seedSha256);
    }

    /** Returns the card of a run that is taken up again, by a program and on a machine that may be others. */
    public RunCard resumedBy(Program by, Machine on, int atATime, String who) {
        return new RunCard(
                settings,
                bots,
                rulesStamp,
                by,
                on,
                commandLine,
                atATime,
                who,
                State.RUNNING,
                planned,
                played,
                resumed + 1,
                startedAt,
                "",
                seedSha256);
    }

    /** Returns the card with the seed that its file does not have. */
    public RunCard withSeed(long seed) {
        return new RunCard(
                settings.withSeed(seed),
                bots,
                rulesStamp,
                program,
                machine,
                commandLine,
                concurrency,
                runner,
                state,
                planned,
                played,
                resumed,
                startedAt,
                endedAt,
                seedSha256);
    }

    /** Returns whether a seed may be that of the run: the file is bound to it, or is of an older program and bound to none. */
    public boolean mayHaveSeed(long seed) {
        return seedSha256.isEmpty() || seedSha256.equals(sha256(seed));
    }

    /** Returns the names of commands and policies whose files are no longer those that have played. */
    public List<String> changedBots() {
        return bots.stream().filter(Entrant::isChanged).map(Entrant::name).toList();
    }

    /** Returns the names of the bots, by the indices of the plan. */
    public List<String> names() {
        return bots.stream().map(Entrant::name).toList();
    }

    /** What the file has, in its order. */
    private record Stored(
            int truceRun,
            String state,
            boolean reproducible,
            int pairsPlanned,
            int pairsPlayed,
            int resumed,
            String startedAt,
            String endedAt,
            List<String> commandLine,
            StoredSettings settings,
            List<Entrant> bots,
            Edition edition,
            Program program,
            Machine machine,
            int concurrency,
            String runner) {}

    /** What the file has of the settings; the seed is empty while it is sealed. */
    private record StoredSettings(
            List<String> bots,
            String format,
            int pairs,
            boolean self,
            String seed,
            String scenario,
            long steps,
            String records,
            List<String> tables,
            long movetimeMillis,
            String sprt,
            boolean recover,
            String part) {}

    /** Returns the file. */
    public String json() {
        StoredSettings kept = new StoredSettings(
                settings.bots(),
                settings.format().word(),
                settings.pairs(),
                settings.self(),
                state == State.SEALED ? "" : Long.toString(settings.seed()),
                settings.scenario(),
                settings.steps(),
                settings.records().word(),
                settings.tables().forms().stream().map(TableForm::word).toList(),
                settings.movetimeMillis(),
                settings.sprt(),
                settings.recover(),
                settings.part().toString());
        Map<String, @Nullable Object> file = new LinkedHashMap<>(RecordBinding.of(new Stored(
                FORMAT,
                state.word(),
                settings.movetimeMillis() == 0,
                planned,
                played,
                resumed,
                startedAt,
                endedAt,
                commandLine,
                kept,
                bots,
                rulesStamp,
                program,
                machine,
                concurrency,
                runner)));
        if (!seedSha256.isEmpty()) {
            file.put(SEED_SHA256, seedSha256);
        }
        if (settings.tables().isFirst()) {
            file.put(SETTINGS, asFirst(file));
        }
        return JsonText.pretty(file);
    }

    /** Returns the settings as the first edition of the tables told them: whether there is Parquet too. */
    private static Map<String, @Nullable Object> asFirst(Map<String, @Nullable Object> file) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        settingsOf(file).forEach((key, value) -> {
            boolean isTables = key.equals(TABLES);
            boolean hasParquet = isTables && String.valueOf(value).contains(TableForm.PARQUET.word());
            if (!key.equals(PART)) {
                kept.put(isTables ? PARQUET : key, isTables ? hasParquet ? ALL : NONE : value);
            }
        });
        return kept;
    }

    private static boolean isFirst(Map<String, @Nullable Object> file) {
        return settingsOf(file).containsKey(PARQUET);
    }

    /** Returns a file of the first edition as it is written now. */
    private static Map<String, @Nullable Object> asNow(Map<String, @Nullable Object> file) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(settingsOf(file));
        List<String> tables = new ArrayList<>(List.of(TableForm.CSV.word(), TableForm.JSONL.word()));
        if (ALL.equals(kept.remove(PARQUET))) {
            tables.add(TableForm.PARQUET.word());
        }
        kept.put(TABLES, tables);
        kept.put(PART, TournamentPart.WHOLE.toString());
        Map<String, @Nullable Object> now = new LinkedHashMap<>(file);
        now.put(SETTINGS, kept);
        return now;
    }

    @SuppressWarnings("unchecked") // an object has strings as keys, and else the file is none of ours
    private static Map<String, @Nullable Object> settingsOf(Map<String, @Nullable Object> file) {
        Object kept = file.get(SETTINGS);
        return kept == null ? Map.of() : (Map<String, @Nullable Object>) kept;
    }

    /**
     * Reads a file.
     *
     * @throws ResultException if it is not what {@link #json} writes
     */
    public static RunCard read(String text) throws ResultException {
        try {
            Map<String, @Nullable Object> map = JsonText.object(text);
            if (!Objects.equals(map.get("truce_run"), (long) FORMAT)) {
                throw new ResultException(FILE, 0, "version");
            }
            Object bound = map.get(SEED_SHA256);
            String seedSha256 = bound instanceof String hash ? hash : "";
            boolean isFirst = isFirst(map);
            Stored stored = RecordBinding.read(Stored.class, FILE, isFirst ? asNow(map) : map);
            StoredSettings kept = stored.settings;
            TournamentSettings settings = new TournamentSettings(
                    kept.bots,
                    Format.find(kept.format).orElseThrow(),
                    kept.pairs,
                    kept.self,
                    kept.seed.isEmpty() ? 0 : Long.parseLong(kept.seed),
                    kept.scenario,
                    kept.steps,
                    RecordChoice.valueOf(kept.records.toUpperCase(Locale.ROOT)),
                    new TableChoice(TableChoice.of(kept.tables).forms(), isFirst),
                    kept.movetimeMillis,
                    kept.sprt,
                    kept.recover,
                    TournamentPart.parse(kept.part));
            RunCard card = new RunCard(
                    settings,
                    stored.bots,
                    stored.edition,
                    stored.program,
                    stored.machine,
                    stored.commandLine,
                    stored.concurrency,
                    stored.runner,
                    State.valueOf(stored.state.toUpperCase(Locale.ROOT)),
                    stored.pairsPlanned,
                    stored.pairsPlayed,
                    stored.resumed,
                    stored.startedAt,
                    stored.endedAt,
                    seedSha256);
            if (!kept.seed.isEmpty() && !card.mayHaveSeed(settings.seed())) {
                throw new IllegalArgumentException(SEED_SHA256);
            }
            return card;
        } catch (RuntimeException wrong) {
            throw new ResultException(FILE, 0, "card", String.valueOf(wrong.getMessage()));
        }
    }
}
