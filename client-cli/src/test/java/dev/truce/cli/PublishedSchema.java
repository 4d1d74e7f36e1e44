package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One of the schemas in docs, and what fits it. */
public final class PublishedSchema {
    private static final Path DOCS = Path.of("..", "docs", "look-up");
    private static final String ADDRESS = "https://truce.dev/schema/";

    private final JsonSchema schema;

    private PublishedSchema(JsonSchema schema) {
        this.schema = schema;
    }

    /**
     * Reads a schema, and those that it names from the same folder.
     *
     * @param name such as {@code demo-output}
     */
    public static PublishedSchema named(String name) {
        try {
            String docs = DOCS.toRealPath().toUri().toString();
            return new PublishedSchema(JsonSchemaFactory.getInstance(
                            SpecVersion.VersionFlag.V202012,
                            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(ADDRESS, docs)))
                    .getSchema(Files.readString(page(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path page(String name) {
        return DOCS.resolve(name + ".schema.json");
    }

    /** Insists that each line is an object that fits. */
    public void assertFits(Iterable<String> lines) {
        lines.forEach(line ->
                assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty());
    }

    public void assertFits(String... lines) {
        assertFits(List.of(lines));
    }

    public void assertRefuses(String line) {
        assertThat(schema.validate(line, InputFormat.JSON)).as(line).isNotEmpty();
    }
}
