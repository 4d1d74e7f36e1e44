package dev.truce.tidy;

import java.nio.file.Path;

/**
 * A place that breaks a rule.
 *
 * @param file the file, seen from the root of the repository
 * @param line its line, from 1; 0 for the file as a whole
 * @param what what is wrong there
 */
record Finding(Path file, int line, String what) {
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + what.replaceAll("\\s+", " ");
    }
}
