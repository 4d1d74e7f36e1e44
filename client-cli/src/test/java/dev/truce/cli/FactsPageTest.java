package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.session.SessionWords;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.card.CardKind;
import dev.truce.engine.indicator.Indicators;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every fact of the article feeds an element of the game that is really there. */
class FactsPageTest {
    private static final Path PAGE = Path.of("../docs/look-up/facts.md");
    private static final int FACTS = 31;
    private static final int FACTS_OF_THE_LAW = 4;
    private static final Pattern ELEMENT = Pattern.compile("`([a-z]+):([^`]+)`");
    private static final Scenario BUSAN = Scenarios.busan2025();
    private static final Scenario COURTS = Scenarios.named("busan-2026");

    private static List<String> rows() throws IOException {
        return rows("F");
    }

    private static List<String> rows(String letter) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| " + letter + "\\d+ \\|.*"))
                .toList();
    }

    @Test
    void everyFactHasARowInOrder() throws IOException {
        List<String> rows = rows();
        assertThat(rows).hasSize(FACTS);
        for (int fact = 1; fact <= FACTS; fact++) {
            assertThat(rows.get(fact - 1)).startsWith("| F" + fact + " |");
        }
    }

    @Test
    void everyElementThatARowNamesIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        List<String> all = new ArrayList<>(rows());
        all.addAll(rows("L"));
        assertThat(all).hasSize(FACTS + FACTS_OF_THE_LAW);
        for (String row : all) {
            String[] cells = row.split("\\|");
            Matcher element = ELEMENT.matcher(cells[3]);
            int named = 0;
            while (element.find()) {
                named++;
                if (!isThere(element.group(1), element.group(2))) {
                    missing.add(cells[1].strip() + " " + element.group());
                }
            }
            assertThat(named).as(row).isPositive();
            assertThat(cells[3].replaceAll(ELEMENT.pattern(), ""))
                    .as("only elements: " + row)
                    .isBlank();
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void anElementThatIsNotThereIsFound() {
        for (String wrong : List.of(
                "instrument:us.flood",
                "clause:cn.flood",
                "key:knobs.flood",
                "mark:3",
                "text:card.flood",
                "text:card.soya.text~flood",
                "news:flood",
                "indicator:flood",
                "component:FLOOD",
                "card:flood",
                "verb:FLOOD",
                "law:3/us.flood",
                "until:4",
                "flood:flood")) {
            assertThat(isThere(wrong.split(":", 2)[0], wrong.split(":", 2)[1]))
                    .as(wrong)
                    .isFalse();
        }
    }

    private static boolean isThere(String kind, String name) {
        return switch (kind) {
            case "instrument" ->
                Instrument.all().stream().anyMatch(instrument -> instrument.id().equals(name));
            case "clause" ->
                BUSAN.truce().stream()
                        .anyMatch(clause -> clause.instrument().id().equals(name));
            case "key" -> hasKey(name);
            case "mark" ->
                BUSAN.calendar().marks().stream()
                                .anyMatch(mark -> Integer.toString(mark.round()).equals(name))
                        && BUSAN.calendar().isSummit(Integer.parseInt(name));
            case "text" -> {
                String[] parts = name.split("~", 2);
                yield Texts.has(parts[0])
                        && (parts.length == 1 || Texts.of(parts[0]).contains(parts[1]));
            }
            case "news" -> Bundles.all().stream().allMatch(phrases -> phrases.has("news." + name));
            case "indicator" ->
                Arrays.stream(Indicators.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .anyMatch(name::equals);
            case "component" ->
                Arrays.stream(Component.values())
                        .anyMatch(component -> component.name().equals(name));
            case "card" ->
                Arrays.stream(CardKind.values()).anyMatch(card -> card.word().equals(name));
            case "verb" -> SessionWords.all().stream().anyMatch(name::equalsIgnoreCase);
            case "law" ->
                COURTS.law().statutes().stream()
                        .anyMatch(statute -> name.equals(
                                statute.round() + "/" + statute.instrument().id()));
            case "until" ->
                COURTS.truce().stream()
                        .allMatch(clause -> Integer.toString(clause.last()).equals(name));
            default -> false;
        };
    }

    /** Looks a key of the file with the start state up, level by level. */
    private static boolean hasKey(String path) {
        Object node = new Load(LoadSettings.builder().build()).loadFromString(Scenarios.text("busan-2025-r2"));
        for (String key : path.split("\\.")) {
            if (!(node instanceof Map<?, ?> table) || !table.containsKey(key)) {
                return false;
            }
            node = table.get(key);
        }
        return node != null;
    }
}
