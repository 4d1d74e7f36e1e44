package dev.truce.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rulebook that people read says what the scenario and the code say. */
class RulebookPageTest {
    private static final Scenario BUSAN = Scenarios.busan2025();

    @ParameterizedTest
    @EnumSource(Instrument.class)
    void theTableOfInstrumentsHasTheLadderWithTheStartInBoldAndTheFallback(Instrument instrument) throws IOException {
        InstrumentSpec spec = BUSAN.spec(instrument);
        List<String> cells = row("| `" + instrument.qualifiedWord() + "`");
        List<String> ladder = new ArrayList<>();
        for (int level = 0; level < spec.ladder().size(); level++) {
            String token = spec.rung(level).token();
            ladder.add(level == spec.start() ? "**" + token + "**" : token);
        }
        assertThat(cells.get(0).endsWith("*")).as("marked covert").isEqualTo(instrument.isCovert());
        assertThat(cells.get(2)).isEqualTo(String.join(" ", ladder));
        assertThat(cells.get(3)).isEqualTo(spec.rung(spec.fallback()).token());
    }

    @Test
    void theRefusalCodesStandInTheirOrderOfPrecedence() throws IOException {
        List<String> codes = new ArrayList<>();
        for (String line : page()) {
            if (line.matches("\\| `[A-Z_]+` \\| .*")) {
                codes.add(line.substring(3, line.indexOf('`', 3)));
            }
        }
        assertThat(codes)
                .containsExactlyElementsOf(
                        Arrays.stream(RefusalCode.values()).map(Enum::name).toList());
    }

    @Test
    void thePhasesOfAResolutionStandInTheirOrder() throws IOException {
        List<String> phases = new ArrayList<>();
        for (String line : page()) {
            if (line.matches("\\d+\\. \\*\\*`[a-z0-9-]+`.*")) {
                phases.add(line.substring(line.indexOf('`') + 1, line.lastIndexOf("`**")));
            }
        }
        assertThat(phases).isEqualTo(Resolver.phaseNames());
    }

    @Test
    void theClausesOfAgreementOneAreThoseOfTheScenario() throws IOException {
        String section = String.join("\n", page());
        BUSAN.truce().forEach(clause -> {
            String sign = clause.instrument().isCovert() ? ">=" : "<=";
            String written = clause.instrument().word()
                    + sign
                    + BUSAN.spec(clause.instrument()).rung(clause.bound()).token();
            assertThat(section).contains("`" + written + "`");
        });
    }

    private static List<String> row(String start) throws IOException {
        String line = page().stream()
                .filter(candidate -> candidate.startsWith(start))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(line.split("\\|"))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static List<String> page() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/look-up/rulebook.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "docs/look-up/rulebook.md is in no folder above");
        }
        return Files.readAllLines(folder.resolve("docs/look-up/rulebook.md"));
    }
}
