package dev.truce.bot.line.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.truce.bot.Talks;
import dev.truce.bot.line.json.ObservationReader.SeenAndHeard;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a seat sees as a line of JSON. */
class ObservationJsonTest {
    private static final Path SCHEMA = Path.of("../../docs/look-up/observation.schema.json");
    private static final ObservationJson WRITER = new ObservationJson(Listening.BUSAN, true);
    private static List<SeenAndHeard> heard = List.of();

    @BeforeAll
    static void play() {
        heard = Listening.matches();
        assertThat(heard).hasSizeGreaterThan(60);
        assertThat(heard).anyMatch(each -> !each.talks().offers().isEmpty());
        assertThat(heard).anyMatch(each -> each.talks().lastOffer() != null);
        assertThat(heard).anyMatch(each -> each.talks().said().size() == 2);
    }

    @Test
    void whatIsWrittenReadsBackAsTheSame() {
        ObservationReader reader = new ObservationReader(Listening.BUSAN);
        for (SeenAndHeard each : heard) {
            String line = WRITER.write(each.observation(), each.talks());
            SeenAndHeard read = reader.read(line);
            assertThat(read).isEqualTo(each);
            assertThat(WRITER.write(read.observation(), read.talks())).isEqualTo(line);
        }
    }

    /** By the third ruleset a treaty has two layers and accusations are open; all of that has to fit beside the round before. */
    @Test
    void aLineOfTheThirdRulesetHasTheRoundBeforeAndTheAccusations() throws IOException {
        Scenario third = Scenarios.busan2025();
        ObservationJson writer = new ObservationJson(third, true);
        ObservationReader reader = new ObservationReader(third);
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
        List<Offer> many = heard.stream()
                .flatMap(each -> each.talks().offers().stream())
                .limit(10)
                .toList();
        int accused = 0;
        int leftOut = 0;
        Map<Viewer, Suspicion> known = new EnumMap<>(Viewer.class);
        for (SeenAndHeard each : Listening.matches(third)) {
            Observation seen = each.observation();
            Suspicion before = seen.last() == null ? Suspicion.start(Rules.of(third)) : known.get(seen.viewer());
            Suspicion now = seen.last() == null ? before : before.after(seen.last());
            known.put(seen.viewer(), now);
            String line = writer.write(seen, each.talks(), now);
            assertThat(schema.validate(line, InputFormat.JSON)).isEmpty();
            assertThat(reader.read(line)).isEqualTo(each);
            List<Object> open = new ArrayList<>();
            for (Side side : Side.values()) {
                Instrument on = seen.accusedOn(side);
                if (on != null) {
                    open.add(Map.of(
                            "side",
                            side.name(),
                            "instrument",
                            on.qualifiedWord(),
                            "odds_milli",
                            Math.round(1000 * now.ofGuilt(on))));
                }
            }
            assertThat(JsonText.object(line).get("accusations")).isEqualTo(open);
            String full = writer.write(seen, new Talks(null, many, each.talks().said()), now);
            assertThat(JsonText.object(full).get("accusations")).isEqualTo(open);
            leftOut += JsonText.object(full).get("last_left_out").equals(true) ? open.size() : 0;
            accused += open.size();
        }
        assertThat(accused).isGreaterThan(10);
        assertThat(leftOut).as("accusations beside a round that is left out").isPositive();
    }

    @Test
    void whatAScenarioLeavesOutIsNotInIt() throws IOException {
        Scenario less = Scenarios.load("""
                base: busan-2025
                id: less
                titles: {en: "Less", zh: "少"}
                anchors: computed
                instruments: {us.port_fee: none, cn.unreliable_entities: none}
                agreement: {clauses: {us.fentanyl_tariff: 10, cn.soy_purchases: 6.25}}
                """, "less.yaml");
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
        ObservationJson writer = new ObservationJson(less, true);
        for (SeenAndHeard each : Listening.matches(less)) {
            String line = writer.write(each.observation(), each.talks());
            assertThat(line).doesNotContain("US.PORT", "CN.UEL").contains("CN.PORT");
            assertHasTheLevelsOf(less, line);
            assertThat(schema.validate(line, InputFormat.JSON)).isEmpty();
            assertThat(new ObservationReader(less).read(line)).isEqualTo(each);
        }
    }

    /** The schema asks only for what every scenario has. */
    @Test
    void whatAScenarioHasIsAllInIt() {
        for (SeenAndHeard each : heard) {
            assertHasTheLevelsOf(Listening.BUSAN, WRITER.write(each.observation(), each.talks()));
        }
    }

    private static void assertHasTheLevelsOf(Scenario scenario, String line) {
        List<String> words = scenario.instruments().all().stream()
                .map(Instrument::qualifiedWord)
                .toList();
        Map<String, Object> json = JsonText.object(line);
        assertThat(((Map<?, ?>) json.get("levels")).keySet())
                .map(String::valueOf)
                .containsExactlyElementsOf(words);
        if (json.get("last") != null) {
            Map<?, ?> last = (Map<?, ?>) json.get("last");
            assertThat(((Map<?, ?>) last.get("levels")).keySet())
                    .map(String::valueOf)
                    .containsExactlyElementsOf(words);
        }
    }

    private static Observation start(Scenario scenario) {
        Rules rules = Rules.of(scenario);
        MatchSetup setup = new MatchSetup(5, scenario.horizon(), scenario.calendar(), MatchSetup.Conditions.PLAY);
        return new Redaction(rules, setup, Viewer.CN).observe(rules.start(setup));
    }

    @Test
    void redLinesAreToldWhereThereAreAny() {
        Rules rules = Rules.of(Listening.BUSAN);
        MatchSetup setup =
                new MatchSetup(5, rules.scenario().horizon(), rules.scenario().calendar(), MatchSetup.Conditions.PLAY);
        MatchState start = rules.start(setup);
        Redaction redaction = new Redaction(rules, setup, Viewer.CN);
        redaction.observe(start);
        Resolution first = new Resolver(rules).resolve(setup, start, JointOrders.HOLD);
        redaction.view(first.report(), first.next());
        Observation seen = redaction.observe(first.next());
        String line = new ObservationJson(rules.scenario(), true).write(seen, Talks.NONE);
        assertThat(line.split("\"red_lines\"", -1))
                .as("in the open round and in the last")
                .hasSize(3);
        assertThat(new ObservationReader(rules.scenario()).read(line).observation())
                .isEqualTo(seen);
        assertThat(seen.redLines()).hasSize(2).allMatch(own -> own.holder() == Side.CN);
        ObservationJson without = new ObservationJson(Scenarios.busan2025R1(), true);
        assertThat(without.write(start(Scenarios.busan2025R1()), Talks.NONE)).doesNotContain("red_lines");
    }

    /** A figure that the schema lacks is added by {@code -Dtest.jvm=-Dgolden=write}, with the comment that the wire has for it. */
    @Test
    void theSchemaHasEverySingleFigure() throws IOException {
        String schema = Files.readString(SCHEMA);
        String before = "";
        for (RecordComponent figure : Observation.Climate.class.getRecordComponents()) {
            String name = figure.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
            if (!schema.contains("\n    \"" + name + "\": {\n") && "write".equals(System.getProperty("golden"))) {
                int at = schema.indexOf("    },\n", schema.indexOf("\n    \"" + before + "\": {")) + 7;
                schema = schema.substring(0, at) + property(figure, name) + schema.substring(at);
                schema = schema.replaceFirst("\n    \"" + before + "\",\n", "$0    \"" + name + "\",\n");
                Files.writeString(SCHEMA, schema);
            }
            assertThat(schema).contains("\n    \"" + name + "\": {\n", "\n    \"" + name + "\",\n");
            before = name;
        }
    }

    /** The names of instruments and their levels are written from the list of all, by {@code -Dtest.jvm=-Dgolden=write}. */
    @Test
    void theSchemaHasEveryInstrument() throws IOException {
        String schema = Files.readString(SCHEMA);
        List<String> all =
                Instrument.all().stream().map(Instrument::qualifiedWord).toList();
        String names = lines(all, "        \"%s\"");
        String levels = lines(all, """
                        "%s": {
                          "type": [
                            "string",
                            "null"
                          ]
                        }""".indent(8).stripTrailing());
        String required = lines(
                Instrument.all().stream()
                        .filter(each -> !each.isOptional())
                        .map(Instrument::qualifiedWord)
                        .toList(),
                "        \"%s\"");
        int of = schema.indexOf("\n    \"levels\": {\n", schema.indexOf("\n  \"$defs\": {\n"));
        String right = between(schema, schema.indexOf("\n    \"instrument\": {\n"), "\"enum\": [", "\n      ]", names);
        right = between(right, of, "\"properties\": {", "\n      }", levels);
        right = between(right, of, "\"required\": [", "\n      ]", required);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(SCHEMA, right);
        } else {
            assertThat(schema).isEqualTo(right);
        }
    }

    private static String lines(List<String> names, String form) {
        return names.stream().map(form::formatted).collect(Collectors.joining(",\n", "\n", ""));
    }

    private static String between(String text, int from, String before, String after, String wanted) {
        int begin = text.indexOf(before, from) + before.length();
        return text.substring(0, begin) + wanted + text.substring(text.indexOf(after, begin));
    }

    private static String property(RecordComponent figure, String name) throws IOException {
        boolean isPair = figure.getType() == BySide.class;
        String proto = Files.readString(Path.of("../../protocol/src/main/proto/truce/v2/view.proto"));
        Matcher comment = Pattern.compile("// ([^\n]*)\n +\\w+ " + (isPair ? "us_" : "") + name + " = ")
                .matcher(proto.substring(proto.indexOf("message Observation {")));
        assertThat(comment.find()).as("a field of the wire for %s", name).isTrue();
        String type =
                figure.getGenericType().getTypeName().toLowerCase(Locale.ROOT).contains("bool") ? "boolean" : "integer";
        String description = "      \"description\": \"" + comment.group(1) + "\"";
        return isPair
                ? """
                    %s: {
                      "type": "object",
                %s,
                      "properties": {
                        "US": {
                          "type": "%s"
                        },
                        "CN": {
                          "type": "%3$s"
                        }
                      },
                      "required": [
                        "US",
                        "CN"
                      ],
                      "additionalProperties": false
                    },
                """.formatted('"' + name + '"', description, type)
                : """
                    %s: {
                      "type": "%s",
                %s
                    },
                """.formatted('"' + name + '"', type, description);
    }

    @Test
    void itFitsIntoALineAndHasNoBreakInIt() {
        int longest = 0;
        for (SeenAndHeard each : heard) {
            String line = WRITER.write(each.observation(), each.talks());
            assertThat(line).doesNotContain("\n", "\r");
            longest = Math.max(longest, line.getBytes(StandardCharsets.UTF_8).length);
        }
        assertThat(longest).isBetween(2_000, ObservationJson.MAX_BYTES);
    }

    @Test
    void longTalkIsCutTheOldestFirstAndCounted() {
        SeenAndHeard last = heard.get(heard.size() - 1);
        Side other = last.observation().viewer() == Viewer.US ? Side.CN : Side.US;
        List<Notice.Said> said = new ArrayList<>();
        for (int i = 1; i <= 16; i++) {
            said.add(new Notice.Said(Seat.head(other), 1, i, Channel.PUBLIC, "\u6211".repeat(280), null));
        }
        String line = WRITER.write(last.observation(), new Talks(null, List.of(), said));
        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(ObservationJson.MAX_BYTES);
        Map<String, Object> json = JsonText.object(line);
        List<?> left = (List<?>) json.get("said");
        assertThat(left).isNotEmpty().hasSizeLessThan(16);
        assertThat(json.get("said_left_out")).isEqualTo((long) (16 - left.size()));
        assertThat(new ObservationReader(Listening.BUSAN).read(line).talks().said())
                .isEqualTo(said.subList(16 - left.size(), 16));
    }

    @Test
    void itMatchesTheSchema() throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
        for (SeenAndHeard each : heard) {
            String line = WRITER.write(each.observation(), each.talks());
            assertThat(schema.validate(line, InputFormat.JSON)).isEmpty();
            String bare = new ObservationJson(Listening.BUSAN, false).write(each.observation(), each.talks());
            assertThat(schema.validate(bare, InputFormat.JSON)).isEmpty();
        }
        String known = WRITER.write(heard.get(0).observation(), heard.get(0).talks());
        assertThat(schema.validate(known.replace("\"quarter\"", "\"quart\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theOtherSidesCovertLevelsAreNotInIt() {
        for (SeenAndHeard each : heard) {
            Side own = each.observation().viewer() == Viewer.US ? Side.US : Side.CN;
            Fields json = new Fields("", JsonText.object(WRITER.write(each.observation(), each.talks())));
            for (Instrument instrument : Listening.BUSAN.instruments().all()) {
                boolean seen = !instrument.isCovert() || instrument.holder() == own;
                assertThat(json.object("levels").has(instrument.qualifiedWord()))
                        .isEqualTo(seen);
                if (json.has("last")) {
                    Fields last = json.object("last");
                    assertThat(last.object("levels").has(instrument.qualifiedWord()))
                            .isEqualTo(seen);
                    assertThat(!seen && last.object("orders").has(instrument.qualifiedWord()))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void itIsMadeForSeatsAlone() {
        Rules rules = Rules.of(Listening.BUSAN);
        MatchSetup setup = rules.setup(3);
        for (Viewer viewer : List.of(Viewer.PUBLIC, Viewer.OMNISCIENT)) {
            var seen = new Redaction(rules, setup, viewer).observe(rules.start(setup));
            assertThatThrownBy(() -> WRITER.write(seen, Talks.NONE)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void legalLevelsAreToldOnlyIfThatIsOn() {
        SeenAndHeard first = heard.get(0);
        assertThat(JsonText.object(WRITER.write(first.observation(), first.talks())))
                .containsKeys("legal", "withheld", "overruled");
        assertThat(JsonText.object(
                        new ObservationJson(Listening.BUSAN, false).write(first.observation(), first.talks())))
                .doesNotContainKeys("legal", "withheld", "overruled");
    }

    @Test
    void levelsThatTheLawOverrulesAreToldWithWhereTheyLead() throws IOException {
        Scenario scenario = Scenarios.named("busan-2026");
        Rules rules = Rules.of(scenario);
        MatchSetup setup = rules.setup(5);
        Observation seen = new Redaction(rules, setup, Viewer.US).observe(rules.start(setup));
        String line = new ObservationJson(scenario, true).write(seen, Talks.NONE);
        assertThat(line)
                .contains("\"US.FENT\":{\"10\":{\"to\":\"0\",\"by\":\"LAW\"},\"20\":{\"to\":\"0\",\"by\":\"LAW\"}}");
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(SCHEMA))
                        .validate(line, InputFormat.JSON))
                .isEmpty();
        assertThat(new ObservationReader(scenario).read(line).observation()).isEqualTo(seen);
    }

    @Test
    void aBrokenLineIsRefusedByName() {
        ObservationReader reader = new ObservationReader(Listening.BUSAN);
        String line = WRITER.write(heard.get(0).observation(), heard.get(0).talks());
        assertThatThrownBy(() -> reader.read(line.replace("\"quarter\"", "\"quart\"")))
                .hasMessageContaining("observation.quarter");
        for (String wrong : List.of("", "{", "[]", "{}", line + "}", line.substring(0, 50), "{".repeat(5000))) {
            assertThatThrownBy(() -> reader.read(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theScenarioFitsIntoALineToo() {
        assertThat(ScenarioJson.write(Listening.BUSAN).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(ObservationJson.MAX_BYTES);
    }

    @Test
    void theScenarioTellsWhatTheLawDoesIfItDoesAnything() {
        assertThat(ScenarioJson.write(Listening.BUSAN)).doesNotContain("\"law\"");
        assertThat(ScenarioJson.write(Scenarios.named("busan-2026")))
                .contains("{\"round\":1,\"word\":\"US.FENT\",\"at_most\":\"0\"}")
                .contains("{\"round\":3,\"word\":\"US.RECIP\",\"level\":\"12.5\"}");
    }
}
