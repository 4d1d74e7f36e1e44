package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a program gets that reads the news of a record. */
class NewsOutputTest {
    private static final Path MATCH =
            Path.of("..", "server/match/src/test/resources/dev/truce/match/record/golden/match.twg");

    @Test
    void everyLineFitsThePublishedSchema() throws IOException {
        PublishedSchema schema = PublishedSchema.named("news-output");
        Typed news = Typed.line("news", "--json", MATCH.toString());
        assertThat(news.exit()).as(news.err()).isZero();
        assertThat(news.lines()).hasSizeGreaterThan(2);
        for (String line : news.lines()) {
            if (line.startsWith("{\"type\":\"news\"")) {
                schema.assertFits(line);
                schema.assertRefuses(line.replace("\"quarter\"", "\"quartre\""));
            }
        }
        assertThat(news.lines())
                .filteredOn(line -> line.contains("\"type\":\"news\""))
                .hasSizeGreaterThan(1);
    }
}
