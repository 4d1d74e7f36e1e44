package dev.truce.cli.option;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.protocol.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that people name; one of them is never read further than it may be long. */
public final class InputFile {
    private static final int MAX_NAME = 400;

    private InputFile() {}

    /**
     * Returns the bytes of a file.
     *
     * @param most how many there may be
     * @param next what to type if it cannot be read
     */
    public static byte[] bytes(Path file, int most, String next) throws FaultException {
        // A pipe or a device would be waited for, maybe for ever.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            String kind = Files.isDirectory(file) ? "fault.file.folder" : "fault.file.special";
            throw FaultException.failed(fault(file, Texts.of(kind), next));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw FaultException.failed(fault(file, Texts.of("fault.file.large", most), next));
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw FaultException.failed(fault(file, Texts.of("fault.file.missing"), next), missing);
        } catch (IOException broken) {
            throw FaultException.failed(fault(file, Texts.of("fault.file.unreadable"), next), broken);
        }
    }

    /** Returns the text of a file in UTF-8; the rest as in {@link #bytes}. */
    public static String text(Path file, int most, String next) throws FaultException {
        return new String(bytes(file, most, next), StandardCharsets.UTF_8);
    }

    /** Returns the fault of a file that cannot be read. */
    static UsageFault fault(Path file, String why, String next) {
        return UsageFault.unstarted(
                "FILE_UNREADABLE", Texts.of("fault.file", SafeText.line(file.toString(), MAX_NAME), why), next);
    }
}
