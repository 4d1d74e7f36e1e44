package dev.truce.cli.option;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the record of a match that is over, whole or not at all. */
public final class AtomicFile {
    private static final String NEXT = "--record FILE";

    /** Records of one name that may lie in a folder. */
    private static final int MAX_ALIKE = 999;

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

    /**
     * Writes a record without touching another one: if the file is taken, into the next free one, which has {@code -2} or more at the end of
     * its name. The same record is not written twice.
     *
     * @return where the record is
     */
    public static Path keep(Path file, String text) throws FaultException {
        try {
            for (int number = 1; number <= MAX_ALIKE; number++) {
                Path place = numbered(file, number);
                if (!Files.exists(place)) {
                    write(place, text, NEXT);
                    return place;
                }
                if (Files.isRegularFile(place)
                        && Arrays.equals(Files.readAllBytes(place), text.getBytes(StandardCharsets.UTF_8))) {
                    return place;
                }
            }
            throw new FileAlreadyExistsException(file.toString());
        } catch (IOException refused) {
            throw unwritable(file, NEXT, refused);
        }
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
            throw unwritable(file, next, refused);
        }
    }

    /** The same for what only its owner may read, for example names. */
    public static void writePrivate(Path file, String text, String next) throws FaultException {
        try {
            PrivateFile.write(file, text);
        } catch (IOException refused) {
            throw unwritable(file, next, refused);
        }
    }

    private static Path numbered(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        return number == 1 ? file : file.resolveSibling(name.substring(0, end) + "-" + number + name.substring(end));
    }

    private static FaultException unwritable(Path file, String next, IOException cause) {
        return FaultException.failed(
                UsageFault.of(
                        "FILE_UNWRITABLE",
                        Texts.of("fault.unwritable", file),
                        Texts.of("fault.unchanged.everything"),
                        next),
                cause);
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
