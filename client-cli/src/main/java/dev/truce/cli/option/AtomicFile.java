package dev.truce.cli.option;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the record of a match that is over, whole or not at all. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Returns the file to write: the one that was asked for, or one named after scenario and seed.
     *
     * @param seed seed of the match, or null if it is not known
     */
    public static Path file(@Nullable Path wished, Scenario scenario, @Nullable Long seed) {
        String name = scenario.id().equals("busan-2025") ? "busan" : scenario.id();
        return wished != null ? wished : Path.of("truce-" + name + (seed == null ? "" : "-" + seed) + ".twg");
    }

    public static void write(Path file, String text) throws FaultException {
        write(file, text, "--record FILE");
    }

    /**
     * Writes any text, whole or not at all.
     *
     * @param next what to type if it cannot be written
     */
    public static void write(Path file, String text, String next) throws FaultException {
        try {
            Path written = file.resolveSibling("." + file.getFileName() + ".new");
            try {
                Files.writeString(written, text, StandardCharsets.UTF_8);
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException refused) {
            throw FaultException.failed(
                    UsageFault.of(
                            "FILE_UNWRITABLE",
                            Texts.of("fault.unwritable", file),
                            Texts.of("fault.unchanged.everything"),
                            next),
                    refused);
        }
    }

    /** Returns the lines that tell where the record is and how to check it. */
    public static List<String> lines(Path file) {
        String shown = shown(file);
        return List.of(Texts.of("record.written", shown), Texts.of("record.check", shown));
    }

    /** Returns a path as one would type it. */
    public static String shown(Path file) {
        return file.isAbsolute() || file.getNameCount() > 1 ? file.toString() : "./" + file;
    }
}
