package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.truce.app.log.JsonLines;
import dev.truce.store.log.LogEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each line of a server's log is an event of the list, the list is explained, and lines as JSON can be read by a program. */
class LogEventsTest {
    private static final Pattern CALL = Pattern.compile("LOG\\.(trace|debug|info|warn|error)\\(\\s*([^,)]*)");
    private static final Pattern LISTED = Pattern.compile("LogEvent\\.([A-Z_]+)\\.marker\\(");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ([a-z, ]+) \\| \\S.* \\|$");

    private static Map<String, TreeSet<String>> called() throws IOException {
        Map<String, TreeSet<String>> levels = new TreeMap<>();
        for (String module : new String[] {"app", "store"}) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    Matcher call = CALL.matcher(Files.readString(file));
                    while (call.find()) {
                        Matcher event = LISTED.matcher(call.group(2) + "(");
                        assertThat(LISTED.matcher(call.group(2)).find())
                                .as("a call in %s that names no event: %s", file, call.group())
                                .isTrue();
                        assertThat(event.find()).isTrue();
                        levels.computeIfAbsent(event.group(1), unused -> new TreeSet<>())
                                .add(call.group(1));
                    }
                }
            }
        }
        return levels;
    }

    @Test
    void eachCallNamesAnEventAndEachEventIsCalledAndExplained() throws Exception {
        Map<String, TreeSet<String>> called = called();
        assertThat(called.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(LogEvent.values()).map(Enum::name).toList());
        Map<String, String> explained = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("..", "..", "docs", "look-up", "log-events.md")));
        while (row.find()) {
            explained.put(row.group(1), row.group(2));
        }
        Map<String, String> levels = new TreeMap<>();
        called.forEach((event, level) -> levels.put(event, String.join(", ", level)));
        assertThat(explained).isEqualTo(levels);
    }

    @Test
    void aLineIsAnObjectWithoutWhatAnExceptionSays() throws Exception {
        LoggerContext context = new LoggerContext();
        LoggingEvent event = new LoggingEvent(
                "fqcn",
                context.getLogger("dev.truce.app.Some"),
                Level.ERROR,
                "two\nlines of {} \u001b[31m",
                new IllegalStateException("Ann said \u001b]52;", new IOException("token")),
                new Object[] {7});
        event.addMarker(LogEvent.TASK_FAILED.marker());
        event.setMDCPropertyMap(Map.of("match", "m-1", "seat", "US.head", "round", "3"));
        String line = new String(new JsonLines().encode(event), StandardCharsets.UTF_8);
        assertThat(line).endsWith("\n").doesNotContain("Ann", "token", "\u001b");
        assertThat(line.strip().lines()).hasSize(1);
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue() && parser.currentName() != null) {
                    fields.put(parser.currentName(), parser.getText());
                } else if (parser.currentToken() == JsonToken.START_ARRAY) {
                    parser.nextToken();
                    fields.put(parser.getParsingContext().getParent().getCurrentName(), parser.getText());
                }
            }
        }
        assertThat(fields)
                .containsEntry("level", "ERROR")
                .containsEntry("event", "TASK_FAILED")
                .containsEntry("match", "m-1")
                .containsEntry("seat", "US.head")
                .containsEntry("round", "3")
                .containsEntry("text", "two\nlines of 7 \u001b[31m")
                .containsEntry("cause", "java.lang.IllegalStateException");
        assertThat(fields.get("at")).startsWith("dev.truce.app.LogEventsTest.");
    }

    @Test
    void aLineOfALibraryIsMarkedAsSuch() {
        LoggingEvent event = new LoggingEvent(
                "fqcn", new LoggerContext().getLogger("io.netty"), Level.WARN, "something", null, null);
        event.setMDCPropertyMap(Map.of());
        assertThat(new String(new JsonLines().encode(event), StandardCharsets.UTF_8))
                .contains("\"event\":\"LIBRARY\"");
    }
}
