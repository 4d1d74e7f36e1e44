package dev.truce.tournament.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.truce.tournament.plan.Format;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the results of a folder come from: {@code run.json}. No field is optional; docs/tournament-run.schema.json describes it.
 *
 * @param settings what was played; the seed is 0 if it was read from a file that does not have it
 * @param bots who played
 * @param edition ruleset, scenario, its hash and data version
 * @param program version, commit, whether the sources had changes, hash of the jar
 * @param machine Java, operating system and processor
 * @param commandLine the arguments as they were given first
 * @param concurrency pairs that were played at a time
 * @param runner who played them: {@link #THREADS}, {@link #WIRE}, or kind and place of a cluster
 * @param state running, stopped or finished
 * @param planned pairs that the settings ask for
 * @param played pairs that are in the files
 * @param resumed how often it was taken up again
 * @param startedAt ISO 8601
 * @param endedAt ISO 8601, empty while it is running
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
        String endedAt) {
    /** The runner that is this program itself. */
    public static final String THREADS = "threads";

    /** The runner that is this program, with connections to a server of its own. */
    public static final String WIRE = "wire";

    /** Name of the file. */
    public static final String FILE = "run.json";

    private static final int FORMAT = 1;
    private static final String ALL = "all";
    private static final String NONE = "none";
    private static final JsonFactory JSON = new JsonFactory();

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
     * @param kind roster or command
     * @param sha256 hash of its program as far as that is known, 64 hex digits
     */
    public record Entrant(String name, String given, String kind, String sha256) {}

    /** What was played: ruleset, id of the scenario, hash of its values, version of its data. */
    public record Edition(String ruleset, String scenario, String scenarioSha256, String dataVersion) {}

    /** What played it: version, commit or {@code unknown}, {@code yes}, {@code no} or {@code unknown}, hash or {@code unknown}. */
    public record Program(String version, String commit, String dirty, String jarSha256) {}

    /** On what it was played. */
    public record Machine(String java, String vm, String system, String architecture, String cpu, int cores) {}

    /** Returns the card with another state. */
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
                ended);
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
                "");
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
                endedAt);
    }

    /** Returns the names of the bots, by the indices of the plan. */
    public List<String> names() {
        return bots.stream().map(Entrant::name).toList();
    }

    /** Returns the file. */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            out.writeStartObject();
            out.writeNumberField("truce_run", FORMAT);
            out.writeStringField("state", state.word());
            out.writeBooleanField("reproducible", settings.movetimeMillis() == 0);
            out.writeNumberField("pairs_planned", planned);
            out.writeNumberField("pairs_played", played);
            out.writeNumberField("resumed", resumed);
            out.writeStringField("started_at", startedAt);
            out.writeStringField("ended_at", endedAt);
            strings(out, "command_line", commandLine);
            settings(out);
            out.writeArrayFieldStart("bots");
            for (Entrant bot : bots) {
                out.writeStartObject();
                out.writeStringField("name", bot.name());
                out.writeStringField("given", bot.given());
                out.writeStringField("kind", bot.kind());
                out.writeStringField("sha256", bot.sha256());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeStringField("ruleset", rulesStamp.ruleset());
            out.writeStringField("scenario", rulesStamp.scenario());
            out.writeStringField("scenario_sha256", rulesStamp.scenarioSha256());
            out.writeStringField("data_version", rulesStamp.dataVersion());
            out.writeStringField("version", program.version());
            out.writeStringField("commit", program.commit());
            out.writeStringField("dirty", program.dirty());
            out.writeStringField("jar_sha256", program.jarSha256());
            out.writeStringField("java", machine.java());
            out.writeStringField("vm", machine.vm());
            out.writeStringField("system", machine.system());
            out.writeStringField("architecture", machine.architecture());
            out.writeStringField("cpu", machine.cpu());
            out.writeNumberField("cores", machine.cores());
            out.writeNumberField("concurrency", concurrency);
            out.writeStringField("runner", runner);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a writer of strings does not fail", e);
        }
        return text.append('\n').toString();
    }

    private void settings(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("settings");
        strings(out, "bots", settings.bots());
        out.writeStringField("format", settings.format().word());
        out.writeNumberField("pairs", settings.pairs());
        out.writeBooleanField("self", settings.self());
        out.writeStringField("seed", state == State.SEALED ? "" : Long.toString(settings.seed()));
        out.writeStringField("scenario", settings.scenario());
        out.writeNumberField("steps", settings.steps());
        out.writeStringField("records", settings.records() ? ALL : NONE);
        out.writeStringField("parquet", settings.parquet() ? ALL : NONE);
        out.writeNumberField("movetime_millis", settings.movetimeMillis());
        out.writeStringField("sprt", settings.sprt());
        out.writeBooleanField("recover", settings.recover());
        out.writeEndObject();
    }

    private static void strings(JsonGenerator out, String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    /**
     * Reads a file.
     *
     * @throws ResultException if it is not what {@link #json} writes
     */
    public static RunCard read(String text) throws ResultException {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            Node node = new Node(value(parser));
            if (node.number("truce_run") != FORMAT) {
                throw new ResultException(FILE, 0, "written by another version of the program");
            }
            Node settings = new Node(node.of("settings"));
            List<Entrant> bots = new ArrayList<>();
            for (Object bot : node.list("bots")) {
                Node entry = new Node(bot);
                bots.add(
                        new Entrant(entry.text("name"), entry.text("given"), entry.text("kind"), entry.text("sha256")));
            }
            return new RunCard(
                    new TournamentSettings(
                            settings.texts("bots"),
                            Format.find(settings.text("format")).orElseThrow(),
                            (int) settings.number("pairs"),
                            settings.isTrue("self"),
                            settings.text("seed").isEmpty() ? 0 : Long.parseLong(settings.text("seed")),
                            settings.text("scenario"),
                            settings.number("steps"),
                            settings.text("records").equals(ALL),
                            settings.text("parquet").equals(ALL),
                            settings.number("movetime_millis"),
                            settings.text("sprt"),
                            settings.isTrue("recover")),
                    bots,
                    new Edition(
                            node.text("ruleset"),
                            node.text("scenario"),
                            node.text("scenario_sha256"),
                            node.text("data_version")),
                    new Program(node.text("version"), node.text("commit"), node.text("dirty"), node.text("jar_sha256")),
                    new Machine(
                            node.text("java"),
                            node.text("vm"),
                            node.text("system"),
                            node.text("architecture"),
                            node.text("cpu"),
                            (int) node.number("cores")),
                    node.texts("command_line"),
                    (int) node.number("concurrency"),
                    node.text("runner"),
                    State.valueOf(node.text("state").toUpperCase(Locale.ROOT)),
                    (int) node.number("pairs_planned"),
                    (int) node.number("pairs_played"),
                    (int) node.number("resumed"),
                    node.text("started_at"),
                    node.text("ended_at"));
        } catch (IOException | RuntimeException wrong) {
            throw new ResultException(FILE, 0, "is not what this program writes: " + wrong.getMessage());
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, value(parser));
                }
                return map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                return list;
            }
            case VALUE_NUMBER_INT -> {
                return parser.getLongValue();
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                return parser.getBooleanValue();
            }
            default -> {
                return parser.getText();
            }
        }
    }

    /** An object of the file; asking for what is not there throws. */
    private record Node(@Nullable Object value) {
        Object of(String name) {
            Object found = value instanceof Map<?, ?> map ? map.get(name) : null;
            if (found == null) {
                throw new IllegalArgumentException("no " + name);
            }
            return found;
        }

        String text(String name) {
            return (String) of(name);
        }

        long number(String name) {
            return (Long) of(name);
        }

        boolean isTrue(String name) {
            return (Boolean) of(name);
        }

        List<?> list(String name) {
            return (List<?>) of(name);
        }

        List<String> texts(String name) {
            return list(name).stream().map(String.class::cast).toList();
        }
    }
}
