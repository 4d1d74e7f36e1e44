package dev.truce.cli.economy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.PublishedSchema;
import dev.truce.cli.economy.Validation.Row;
import dev.truce.cli.economy.Validation.Verdict;
import dev.truce.engine.economy.EconomyParameters;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** One command prints every row of the model card, and the card shows what it prints. */
class ValidationTest {
    private static final Path CARD = Path.of("..", "docs", "why", "model-card.md");

    private static String printed(int exit, String... args) {
        StringWriter out = new StringWriter();
        assertThat(new CommandLine(new EconomyCommand())
                        .setOut(new PrintWriter(out, true))
                        .execute(args))
                .isEqualTo(exit);
        return out.toString();
    }

    /** A stale table is renewed with {@code -Dtest=ValidationTest -Dtest.jvm=-Dgolden=write}. */
    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r1", "busan-2025"})
    void theModelCardShowsWhatTheCommandPrints(String scenario) throws IOException {
        String block = printed(0, "--validate", "--scenario", scenario).indent(4);
        String card = Files.readString(CARD);
        if ("write".equals(System.getProperty("golden"))) {
            String head = "    " + scenario + " sha256:";
            int from = card.indexOf(head);
            int to = card.indexOf("\n\n", from) + 1;
            card = card.substring(0, from) + block + card.substring(to);
            Files.writeString(CARD, card);
        }
        assertThat(card).contains(block);
    }

    static List<String> ids() {
        return Scenarios.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void noRowOfAShippedScenarioIsOutOfItsRange(String id) {
        assertThat(Validation.of(Scenarios.named(id).economy()))
                .filteredOn(row -> row.verdict() == Verdict.OUT)
                .extracting(Row::id)
                // A teaching scenario, no fact: rare earths weigh no more in it than chips.
                .isEqualTo(id.equals("symmetric") ? List.of("V11 ban") : List.of());
    }

    @Test
    void everyRowOfTheCardIsComputed() throws IOException {
        List<String> card = Files.readAllLines(CARD).stream()
                .filter(line -> line.matches("\\| V\\d+ .*"))
                .map(line -> line.split(" ")[1])
                .toList();
        List<String> computed = Validation.of(EconomyParameters.DEFAULT).stream()
                .map(row -> row.id().split(" ")[0])
                .distinct()
                .toList();
        assertThat(card).containsExactlyInAnyOrderElementsOf(computed);
    }

    @Test
    void programsGetTheSameRows() {
        String json = printed(0, "--validate", "--json", "--scenario", "busan-2025");
        PublishedSchema.named("command-output").assertFits(json.lines().toList());
        assertThat(json)
                .contains("\"hash\":\"" + Scenarios.busan2025().hash() + "\"", "\"row\":\"V17\"", "\"good\":true");
        assertThat(printed(0, "--validate", "--json", "--scenario", "busan-2025-r1"))
                .contains("{\"row\":\"V17\",\"unit\":\"\",\"low\":0.3,\"high\":0.7,\"verdict\":\"NONE\"}");
    }

    @Test
    void aRowOutOfItsRangeIsSaidAndIsNoSuccess() throws IOException {
        EconomyParameters slow = EconomyParameters.DEFAULT.withDelta(.01);
        assertThat(Validation.of(slow)).extracting(Row::verdict).contains(Verdict.OUT, Verdict.IN);
        ValidationText table = new ValidationText(Scenarios.busan2025R1(), Validation.of(slow));
        assertThat(table.isGood()).isFalse();
        StringBuilder text = new StringBuilder();
        table.write(text);
        assertThat(text.toString()).contains("out of range");
    }
}
