package dev.truce.cli.option;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder that a command fills. */
public final class EmptyFolder {
    private EmptyFolder() {}

    /** Insists that nothing is in it. */
    public static void require(Path out) throws FaultException {
        if (!Files.exists(out)) {
            return;
        }
        try (Stream<Path> inside = Files.list(out)) {
            if (inside.findAny().isEmpty()) {
                return;
            }
        } catch (IOException unreadable) {
            throw unwritable(out, unreadable);
        }
        throw FaultException.failed(UsageFault.of(
                "FOLDER_NOT_EMPTY",
                Texts.of("fault.export.folder", Texts.safe(out.toString())),
                Texts.of("fault.unchanged.files"),
                Texts.of("fault.next.export-out")));
    }

    /** Returns the fault of a folder that cannot be written. */
    public static FaultException unwritable(Path out, IOException cause) {
        return FaultException.failed(
                UsageFault.of(
                        "FILE_UNWRITABLE",
                        Texts.of("fault.unwritable", out),
                        Texts.of("fault.unchanged.everything"),
                        Texts.of("fault.next.export-out")),
                cause);
    }
}
