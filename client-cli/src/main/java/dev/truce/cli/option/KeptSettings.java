package dev.truce.cli.option;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person has chosen once for all: lines {@code NAME=value} in the folder of settings, which stand for environment variables of that
 * name. The environment wins.
 */
final class KeptSettings {
    static final String ACCESSIBLE = "ACCESSIBLE";

    private static final String FILE = "settings";
    private static final int MAX_BYTES = 4_096;
    private static final Set<String> KNOWN = Set.of(ACCESSIBLE);

    private final Path file;

    /** @param folder the folder of settings */
    KeptSettings(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** Returns an environment with what was chosen once for all. */
    Map<String, String> under(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>();
        for (String line : lines()) {
            int equals = line.indexOf('=');
            if (equals > 0 && KNOWN.contains(line.substring(0, equals))) {
                all.put(line.substring(0, equals), line.substring(equals + 1).strip());
            }
        }
        all.putAll(environment);
        return Map.copyOf(all);
    }

    /** A file that cannot be read is as none: no command fails because of it. */
    private List<String> lines() {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Chooses something once for all; other lines stay. */
    void keep(String name, String value) throws IOException {
        List<String> all = new ArrayList<>(lines());
        all.removeIf(line -> line.startsWith(name + "="));
        all.add(name + "=" + value);
        PrivateFile.write(file, String.join("\n", all) + "\n");
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
