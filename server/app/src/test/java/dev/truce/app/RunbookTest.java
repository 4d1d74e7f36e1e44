package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerSettings;
import dev.truce.app.config.Setting;
import dev.truce.app.config.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Somebody who is woken by an alert, or by a server that does not start, finds what to do. */
class RunbookTest {
    private static final Path DOCS = Path.of("..", "..", "docs", "use");

    private static List<String> found(String regex, Path file) throws IOException {
        Matcher matcher = Pattern.compile(regex, Pattern.MULTILINE).matcher(Files.readString(file));
        return Stream.iterate(matcher, Matcher::find, same -> same)
                .map(same -> same.group(1))
                .toList();
    }

    @Test
    void eachAlertAndEachCodeOfTheStartHasItsParagraph() throws Exception {
        List<String> alerts = found("^ *- alert: (\\w+)$", DOCS.resolve("monitoring/truce.rules.yml"));
        assertThat(alerts).hasSizeGreaterThan(8);
        List<String> codes =
                Arrays.stream(StartException.Code.values()).map(Enum::name).toList();
        // A paragraph of its own, with something in it.
        assertThat(found("^### (\\w+)\\n[A-Z]", DOCS.resolve("runbook.md")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(alerts.stream(), codes.stream()).toList());
    }

    @Test
    void theSettingsOfTheServiceAreSettings() throws Exception {
        Path file = DOCS.resolve("operations/truce.yaml");
        ServerSettings settings = ServerSettings.of(Map.of(), Map.of(), file);
        assertThat(settings.value(Setting.PORT).place()).startsWith(file.toString());
        String unit = Files.readString(DOCS.resolve("operations/truce.service"));
        assertThat(unit).contains("serve --config /etc/truce/truce.yaml", "TimeoutStopSec=");
        int stop = Integer.parseInt(unit.replaceAll("(?s).*\nTimeoutStopSec=(\\d+)\n.*", "$1"));
        assertThat(stop).isGreaterThan(Integer.parseInt(Setting.DRAIN_SECONDS.usual()));
    }
}
