package dev.truce.bot.line;

import dev.truce.protocol.message.Wire;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Programs that play bots, and names that they can have in files. */
final class Programs {
    private Programs() {}

    /** Returns a name as bots can have it: lower-case letters, digits and hyphens, a letter first; empty if nothing is left. */
    static String name(String wished) {
        String made =
                wished.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        return made.substring(0, Math.min(made.length(), Wire.NAME_CHARACTERS)).replaceAll("-+$", "");
    }

    /** Returns whether a word names a program that can be started. */
    static boolean isProgram(String word) {
        if (word.isEmpty()) {
            return false;
        }
        try {
            if (word.contains("/") || word.contains(File.separator)) {
                return Files.isExecutable(Path.of(word)) && !Files.isDirectory(Path.of(word));
            }
            String path = System.getenv("PATH");
            for (String folder : (path == null ? "" : path).split(File.pathSeparator)) {
                for (String ending : List.of("", ".exe", ".cmd", ".bat")) {
                    if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, word + ending))) {
                        return true;
                    }
                }
            }
            return false;
        } catch (InvalidPathException none) {
            return false;
        }
    }
}
