package dev.truce.story.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.record.verify.Verification;
import dev.truce.match.referee.Referee;
import dev.truce.scenario.ScenarioException;
import dev.truce.scenario.Scenarios;
import dev.truce.scenario.Section;
import dev.truce.story.bundles.Bundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a file has a sentence in every language, with a place for each of its arguments. */
class FileRefusalsTest {
    private static final Pattern PLACE = Pattern.compile("%(?:(\\d+)\\$)?s");
    private static final Path GOLDEN =
            Path.of("..", "match", "src", "test", "resources", "dev", "truce", "match", "record", "golden");
    private static final Scenario BUSAN = Scenarios.busan2025R2();

    private final Set<String> told = new TreeSet<>();

    private void tell(Refusal refusal) {
        told.add(refusal.key());
        for (Phrases phrases : Bundles.all()) {
            assertThat(phrases.has(refusal.key())).as(refusal.key()).isTrue();
            Set<Integer> places = new TreeSet<>();
            int next = 1;
            Matcher place = PLACE.matcher(phrases.pattern(refusal.key()));
            while (place.find()) {
                places.add(place.group(1) == null ? next++ : Integer.parseInt(place.group(1)));
            }
            assertThat(places).as(refusal.key()).hasSameSizeAs(refusal.arguments());
            assertThat(RefusalWords.of(phrases, refusal)).isNotBlank().isNotEqualTo(refusal.facts());
        }
    }

    private void isToldWhole(String family) {
        assertThat(told)
                .containsAll(Bundles.of(Language.EN).keys().stream()
                        .filter(key -> key.startsWith(family))
                        .toList());
    }

    @Test
    void everythingThatIsWrongWithARecordHasItsSentence() throws IOException {
        String text = Files.readString(GOLDEN.resolve("match.twg"));
        String negotiated = Files.readString(GOLDEN.resolve("negotiated.twg"));
        broken(text).forEach(this::record);
        broken(negotiated).forEach(this::record);
        String round = "5. US HOLD | CN RECIP=54; REE5=tight #247ee6d60a475510\n";
        for (String deeds : List.of(
                "nonsense",
                "US UNDO",
                "us warn",
                "US warn",
                "US NOTICE\n- CN NOTICE\n- US NOTICE",
                "US VOTE 1 yes",
                "US.3 NOTICE",
                "US ACCEPT CN-1",
                "CN NOTICE\n- US NOTICE",
                "CARD flood",
                "CARD market-panic\n- CARD harvest-failure")) {
            record(text.replace(round, round + "- " + deeds + "\n"));
        }
        record(text.replace("[Record \"2\"]\n", ""));
        record(text.replace("[Record \"2\"]", "[Record \"7\"]"));
        record(text.replace("Group A", "Group \\A"));
        record(text.replace("Group A", "Group \u0007"));
        record(text.replace("[Seed \"20260401\"]", "[Seed \"many\"]"));
        record(text.replace("[Horizon \"fixed 12\"]", "[Horizon \"soon\"]"));
        record(text.replace("[Ending \"horizon\"]", "[Ending \"*\"]"));
        record(text.replace("[Ruleset ", "[Match \"m1\"]\n[Ruleset "));
        record(text.replace("[Summits", "[Moods"));
        record(text.replace("CHIP=strict |", "CHIP=strict ready |"));
        record(text.replace("CHIP=strict |", "CHIP=strict|"));
        record(text.replace("CHIP=strict |", "chip=strict |"));
        record(text.replace("horizon\"]\n", "horizon\"]more\n"));
        record(text.replace("\n", "\r\n"));
        record(text + "more\n");
        record(text + "signed ed25519:abc def\n");
        record("{}");
        record("x".repeat(RecordReader.MAX_BYTES + 1));
        record(text.replace("Group A", "x".repeat(RecordReader.MAX_LINE_CHARACTERS)));
        tell(RecordReader.read(new byte[] {(byte) 0xff, '\n'}, this::shelf));
        StringBuilder more = new StringBuilder();
        for (int number = 13; number <= 65; number++) {
            more.append(number).append(". US HOLD | CN HOLD #1758ba1d84c4a6b5\n");
        }
        record(text.replace("hash sha", more + "hash sha"));
        record(text.replace("[Rounds \"12\"]", "[Rounds \"13\"]")
                .replace("hash sha", more.substring(0, 40) + "hash sha"));
        cards();
        isToldWhole("refused.record.");
    }

    /** A record without the card that its scenario plays. */
    private void cards() {
        Scenario carded = Scenarios.load(
                Scenarios.text("busan-2025-r2") + "\ncards: {played: [{round: 2, card: election-swing US}]}\n", "mine");
        Rules rules = Rules.of(carded);
        MatchSetup setup = new MatchSetup(7, new Horizon.Fixed(2), carded.calendar(), MatchSetup.Conditions.PLAY);
        Referee referee = new Referee(rules, setup, MatchTerms.untimed("A", "B"));
        referee.handle(new Input.Hosts(new HostAct.Start()));
        for (int each = 1; each <= 2; each++) {
            for (Side side : Side.values()) {
                referee.handle(new Input.Does(Seat.head(side), each, "ready-" + each, new Deed.Ready(true, 0)));
            }
        }
        String text = RecordText.write(referee.record(), carded).replace("- CARD election-swing US\n", "");
        tell(RecordReader.read(text, id -> Optional.of(carded)));
    }

    private Optional<Scenario> shelf(RulesStamp named) {
        return named.scenario().equals(BUSAN.id()) ? Optional.of(BUSAN) : Optional.empty();
    }

    private void record(String text) {
        tell(RecordReader.read(text, this::shelf));
    }

    private void tell(RecordReading reading) {
        if (reading instanceof RecordReading.Unreadable unreadable) {
            tell(unreadable.fault().why());
        } else if (reading instanceof RecordReading.Read read
                && RecordReplay.of(read.match(), Rules.of(read.scenario())).verification()
                        instanceof Verification.Differs differs
                && differs.why() != null) {
            tell(differs.why());
        }
    }

    /** A text with each line left out, doubled, cut, put after the next, and with another number, in turn. */
    private static List<String> broken(String text) {
        List<String> lines = text.lines().toList();
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            for (String other : List.of(
                    "",
                    line + "\n" + line + "\n",
                    line.substring(0, line.length() / 2) + "\n",
                    line.substring(0, Math.max(0, line.length() - 1)) + "\n",
                    line.replaceFirst("[0-9]", "7") + "\n",
                    line.replaceFirst("[0-9]", "x") + "\n")) {
                broken.add(joined(lines.subList(0, i)) + other + joined(lines.subList(i + 1, lines.size())));
            }
            if (i + 1 < lines.size()) {
                broken.add(joined(lines.subList(0, i)) + lines.get(i + 1) + "\n" + line + "\n"
                        + joined(lines.subList(i + 2, lines.size())));
            }
        }
        return broken;
    }

    private static String joined(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    @Test
    void everythingThatIsWrongWithAScenarioHasItsSentence() {
        String text = Scenarios.text("busan-2025-r2");
        for (String wrong : List.of(
                "headline_base: many",
                "headline_base: \"27\"",
                "headline_base: 27.5",
                "headline_base: 9000",
                "headline_base: &a 27",
                "headline_base: !!int 27",
                "headline_base: *a",
                "headline_base: [27]",
                "headline_base: {27",
                "headline_base: 27\nheadline_base: 27",
                "headlin_base: 27",
                "",
                "[a, b]: 1\nheadline_base: 27")) {
            scenario(text.replace("headline_base: 27", wrong));
        }
        changed(text, "grace: true", "grace: yes");
        changed(text, "first_quarter: 2026Q1", "first_quarter: 2026Q5");
        changed(text, "summits: [2, 4, 8, 12]", "summits: [2, 4, 4, 12]");
        changed(text, "summits: [2, 4, 8, 12]", "summits: 2");
        changed(text, "{hidden: {at_least: 10, go_on: 0.8, at_most: 16}}", "{}");
        changed(text, "us.chip_control: licensed", "us.chip_control: sealed");
        changed(text, "us.chip_control: licensed", "us.chip_controll: licensed");
        changed(text, "war_us: -47.764042324396925", "war_us: 20");
        changed(text, "{level: 5, depth: 0.325,", "{level: 50, depth: 0.325,");
        changed(text, "{level: 5, depth: 0.325,", "{level: 5, depth: 0.625,");
        changed(text, "{level: 5, depth: 0.325,", "{level: five, depth: 0.325,");
        changed(text, "en: \"fentanyl\", zh: \"芬太尼关税\"", "en: \"fentanyl\", zh: \"芬太尼的关税\"");
        changed(text, "en: \"Busan truce, second ruleset\"", "en: \"Busan \\e[2J\"");
        changed(text, "en: \"Busan truce, second ruleset\"", "en: \" \"");
        changed(text, "level: active, depth: 0,", "level: paused, depth: 0,");
        changed(text, "level: active, depth: 0,", "level: 1, depth: 0,");
        changed(text, "level: active, depth: 0,", "level: \"No word\", depth: 0,");
        for (String card : List.of("flood", "leak", "port-strike US", "leak US.PACE}, {round: 3, card: leak CN.PACE")) {
            scenario(text + "\ncards: {played: [{round: 3, card: " + card + "}]}\n");
        }
        scenario(text + "\nlaw: 3\n");
        scenario(text + "\ncards: 3\n");
        scenario(text + "\n---\na: 1\n");
        scenario("");
        scenario("[1, 2]");
        scenario("[".repeat(100));
        scenario("#".repeat(Scenarios.MAX_TEXT_BYTES + 1));
        scenario("base: moon-2030\n");
        scenario("base: busan-2025\nid: less\ntitles: {en: \"Less\", zh: \"少\"}\nanchors: computed\n"
                + "instruments: {us.chip_control: none}\n");
        changed(text, "level: 0.5, depth: 0,", "level: 0.5, depth: 3,");
        changed(text, "licence_pace]", "licence_place]");
        changed(text, "scale: numbers", "scale: both");
        scenario(text.substring(0, text.indexOf("\nanchors:")) + "\nanchors: soon\n");
        scenario(
                text
                        + "\nlaw: [{round: 3, instrument: us.port, level: 50, en: \"a law\", zh: \"法律\", source: \"nowhere\"}]\n");
        String script =
                "\nscript: {cn_base: 22, cn_agri_share: 0.5, steps: [{round: 2, orders: {}, signed: {rounds: 3, communique: true%s},"
                        + " us: {average: 47.5, basis: %s}, cn: {average: 30, basis: seed}, note: {en: \"a fee\", zh: \"费用\"}, source: \"it\"}]}\n";
        scenario(text + script.formatted(", clauses: {}", "published"));
        scenario(text + script.formatted("", "guessed"));
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            scenario(joined(lines.subList(0, i)) + joined(lines.subList(i + 1, lines.size())));
        }
        Section template = Section.read("seed: 7\n", "mine.yaml", List.of(), List.of("seed"));
        tell(template.refuses("seed", "weak-seed", 96).refusal());
        isToldWhole("refused.scenario.");
    }

    private void changed(String text, String right, String wrong) {
        assertThat(text).contains(right);
        scenario(text.replace(right, wrong));
    }

    private void scenario(String text) {
        try {
            Scenarios.read(text, "mine.yaml");
        } catch (ScenarioException wrong) {
            tell(wrong.refusal());
        }
    }
}
