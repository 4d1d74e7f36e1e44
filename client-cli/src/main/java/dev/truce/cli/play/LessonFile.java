package dev.truce.cli.play;

import dev.truce.app.config.ServerConfig;
import dev.truce.cli.option.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was typed in a tutorial that is not over: typed again, it leads to the same place, as the other side and chance are fixed. */
final class LessonFile {
    /** Lines that are kept; a tutorial needs fifty or so. */
    private static final int MAX_LINES = 2_000;

    private final Path file;
    private final List<String> lines = new ArrayList<>();

    LessonFile(Path file) {
        this.file = file;
        if (Files.isRegularFile(file)) {
            try {
                lines.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                // Then the tutorial starts again.
                lines.clear();
            }
        }
    }

    static LessonFile ofPerson() {
        return new LessonFile(ServerConfig.defaultData().resolve("tutorial"));
    }

    /** Returns whether a tutorial has begun and is not over. */
    boolean exists() {
        return !lines.isEmpty();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Keeps one more line; what cannot be written is not kept, and the tutorial goes on. */
    void add(String line) {
        if (lines.size() < MAX_LINES) {
            lines.add(line);
        }
        try {
            PrivateFile.write(file, String.join("\n", lines) + "\n");
        } catch (IOException full) {
            // The tutorial starts again next time.
            return;
        }
    }

    /** Forgets it, at the end. */
    void forget() {
        lines.clear();
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // It is begun where it ended then.
            return;
        }
    }
}
