package dev.truce.cli.option;

import dev.truce.app.config.DataDirectory;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.store.StoreException;
import dev.truce.store.sqlite.JournalCheck;
import java.io.IOException;
import java.nio.file.Path;

/** The folder of a server that has stopped. */
public final class StoppedServer {
    private StoppedServer() {}

    /** Insists on a folder with a journal. */
    public static void requireJournal(Path directory) throws FaultException {
        if (!JournalCheck.hasJournal(directory)) {
            throw FaultException.usage(UsageFault.of(
                    "NO_JOURNAL",
                    Texts.of("fault.journal.none", directory),
                    Texts.of("fault.unchanged.files"),
                    Texts.of("fault.next.no-journal")));
        }
    }

    /** Insists on a folder with a journal that no server uses. */
    public static void require(Path directory) throws FaultException {
        requireJournal(directory);
        try {
            if (DataDirectory.isInUse(directory)) {
                throw FaultException.failed(UsageFault.of(
                        "DATA_DIRECTORY_IN_USE",
                        Texts.of("fault.journal.in-use", directory),
                        Texts.of("fault.unchanged.files"),
                        Texts.of("fault.next.journal-in-use")));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the fault of a journal that cannot be read. */
    public static FaultException unreadable(Exception e) {
        StoreException.Code known = e instanceof StoreException store ? store.code() : StoreException.Code.UNAVAILABLE;
        boolean lacksWitness = known == StoreException.Code.WITNESS_UNREADABLE;
        String code =
                lacksWitness || known == StoreException.Code.JOURNAL_VERSION ? known.name() : "JOURNAL_UNREADABLE";
        return FaultException.failed(
                UsageFault.of(
                        code,
                        String.valueOf(e.getMessage()),
                        Texts.of("fault.unchanged.files"),
                        Texts.of(lacksWitness ? "fault.next.journal-witness" : "fault.next.other-copy")),
                e);
    }
}
