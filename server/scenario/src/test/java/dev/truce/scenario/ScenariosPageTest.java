package dev.truce.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.truce.engine.scenario.EscalationNumbers;
import dev.truce.engine.scenario.Knobs;
import dev.truce.engine.scenario.PolicyNumbers;
import dev.truce.engine.scenario.TensionNumbers;
import dev.truce.scenario.ScenarioException.Code;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The page on scenarios names every one that ships and every knob, with the ranges that the loader has. */
class ScenariosPageTest {
    private static final String HEAD =
            "base: busan-2025\nid: mine\ntitles: {en: \"Mine\", zh: \"我的\"}\nanchors: computed\n";

    @Test
    void everyScenarioThatShipsHasARow() throws IOException {
        for (String id : Scenarios.ids()) {
            assertThat(page()).anyMatch(line -> line.startsWith("| `" + id + "` |"));
        }
    }

    @Test
    void everyNumberOfTheKnobsHasARow() throws IOException {
        List<String> documented = rows().stream().map(row -> row.get(0)).toList();
        for (String key : NumberTable.keys(Knobs.class)) {
            if (!key.equals("grace")) {
                assertThat(documented).contains("knobs." + key);
            }
        }
    }

    @Test
    void everyNumberOfPolicyEscalationAndTensionHasARowOrASentence() throws IOException {
        List<String> documented = rows().stream().map(row -> row.get(0)).toList();
        String text = String.join("\n", page());
        Map<String, Class<? extends Record>> sections = new TreeMap<>();
        sections.put("policy", PolicyNumbers.class);
        sections.put("escalation", EscalationNumbers.class);
        sections.put("tension", TensionNumbers.class);
        sections.forEach((section, type) -> {
            for (RecordComponent component : type.getRecordComponents()) {
                String key = section + "." + NumberTable.key(component.getName());
                if (component.getType() == double.class) {
                    assertThat(documented).contains(key);
                } else {
                    assertThat(text).contains("`" + key + "`");
                }
            }
        });
    }

    @Test
    void justOutsideOfADocumentedRangeAFileIsRefusedAtThatKey() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(30);
        for (List<String> row : rows()) {
            BigDecimal step = new BigDecimal("0.0001");
            boolean whole = row.get(1).contains("round") && !row.get(1).contains("chance")
                    || row.get(1).contains("whole")
                    || row.get(1).contains("quarters");
            refused(row.get(0), new BigDecimal(row.get(2)).subtract(whole ? BigDecimal.ONE : step));
            refused(row.get(0), new BigDecimal(row.get(3)).add(whole ? BigDecimal.ONE : step));
        }
    }

    private static void refused(String path, BigDecimal value) {
        String[] keys = path.split("\\.");
        StringBuilder text = new StringBuilder(HEAD);
        // A horizon replaces its base as a whole, so it needs its other keys.
        if (path.equals("horizon.hidden.at_least")) {
            text.append("horizon: {hidden: {at_least: " + value.toPlainString() + ", go_on: 0.5, at_most: 64}}\n");
        } else if (path.equals("horizon.hidden.go_on")) {
            text.append("horizon: {hidden: {at_least: 1, go_on: " + value.toPlainString() + ", at_most: 64}}\n");
        } else {
            String inner = value.toPlainString();
            for (int i = keys.length - 1; i > 0; i--) {
                inner = "{" + keys[i] + ": " + inner + "}";
            }
            text.append(keys[0] + ": " + inner + "\n");
        }
        ScenarioException e =
                catchThrowableOfType(ScenarioException.class, () -> Scenarios.load(text.toString(), "mine.yaml"));
        assertThat(e).as("%s: %s is loaded", path, value).isNotNull();
        assertThat(e.code()).as(e.getMessage()).isEqualTo(Code.OUT_OF_RANGE);
        assertThat(e.path()).isEqualTo(path);
    }

    /** Rows of the table of keys: key, unit, from, to. */
    private static List<List<String>> rows() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : page()) {
            if (line.matches("\\| `[a-z_0-9.]+` \\|[^|]*\\| [0-9.]+ \\| [0-9.]+ \\|")) {
                rows.add(Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList());
            }
        }
        return rows;
    }

    private static List<String> page() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/look-up/scenarios.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "docs/look-up/scenarios.md is in no folder above");
        }
        return Files.readAllLines(folder.resolve("docs/look-up/scenarios.md"));
    }
}
