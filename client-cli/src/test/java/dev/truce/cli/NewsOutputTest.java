package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a program gets that reads the news of a record. */
class NewsOutputTest {
    private static final Path MATCH =
            Path.of("..", "server/match/src/test/resources/dev/truce/match/record/golden/match.twg");

    @Test
    void everyLineFitsThePublishedSchema() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("..", "docs", "news-output.schema.json")));
        Typed news = Typed.line("news", "--json", MATCH.toString());
        assertThat(news.exit()).as(news.err()).isZero();
        assertThat(news.lines()).hasSizeGreaterThan(2);
        for (String line : news.lines()) {
            if (line.startsWith("{\"type\":\"news\"")) {
                assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
                assertThat(schema.validate(line.replace("\"quarter\"", "\"quartre\""), InputFormat.JSON))
                        .isNotEmpty();
            }
        }
        assertThat(news.lines())
                .filteredOn(line -> line.contains("\"type\":\"news\""))
                .hasSizeGreaterThan(1);
    }
}
