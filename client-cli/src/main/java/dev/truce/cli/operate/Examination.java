package dev.truce.cli.operate;

import dev.truce.app.config.DataDirectory;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.Setting;
import dev.truce.app.config.StartException;
import dev.truce.app.http.Assets;
import dev.truce.app.net.Certificates;
import dev.truce.app.net.Listening;
import dev.truce.app.signature.RecordKey;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.frame.Frame;
import dev.truce.cli.option.StoppedServer;
import dev.truce.cli.terminal.TerminalSize;
import dev.truce.cli.terminal.Tint;
import dev.truce.cli.text.Texts;
import dev.truce.store.StoreException;
import dev.truce.store.sqlite.JournalCheck;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at what a server would find: its machine, its port and its folder. Changes nothing but a file that it deletes again. */
final class Examination {
    static final int LEAST_JAVA = 17;
    static final long LEAST_MEMORY_MIB = 200;
    static final long LEAST_FILES = 4_096;
    static final long LEAST_SPACE_MIB = 100;
    static final long GOOD_SPACE_MIB = 1_024;
    static final long SLOW_FORCE_MICROS = 20_000;
    static final Duration CERTIFICATE_LEFT = Duration.ofDays(14);
    private static final int FORCES = 15;
    private static final int ENTRY_BYTES = 256;

    /** How good something is. */
    enum Verdict {
        OK,
        WARNING,
        FAULT
    }

    /**
     * What was found.
     *
     * @param check what was looked at; the same in every language
     * @param what what it is
     * @param right what would be right, empty if it is
     */
    record Finding(String check, Verdict verdict, String what, String right) {}

    private final List<Finding> findings = new ArrayList<>();

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Notes that something is as good as it has to be, or else what would be right. */
    void note(String check, Verdict verdict, Object... named) {
        findings.add(new Finding(
                check,
                verdict,
                Texts.of("doctor." + check, named),
                verdict == Verdict.OK ? "" : Texts.of("doctor.right." + check)));
    }

    /** Notes a fault that a server would have, in its own words. */
    void note(String check, FaultException fault) {
        findings.add(new Finding(
                check, Verdict.FAULT, fault.fault().what(), fault.fault().next()));
    }

    private void note(String check, StartException refused) {
        findings.add(new Finding(check, Verdict.FAULT, Texts.of(refused.refusal()), Texts.of(refused.next())));
    }

    private static Verdict atLeast(long value, long good, long least) {
        return value >= good ? Verdict.OK : value >= least ? Verdict.WARNING : Verdict.FAULT;
    }

    void java(int feature, String version, String vendor) {
        note("java", atLeast(feature, LEAST_JAVA, LEAST_JAVA), version, vendor);
    }

    void memory(long mebibytes) {
        note("memory", atLeast(mebibytes, LEAST_MEMORY_MIB, 0), mebibytes);
    }

    /** @param limit how many files and connections the process may have open; 0 where the system does not say */
    void files(long limit) {
        note("files", limit == 0 ? Verdict.OK : atLeast(limit, LEAST_FILES, 0), limit);
    }

    void page(Assets page) {
        note("page", page.hasPage() ? Verdict.OK : Verdict.WARNING, page.hasPage() ? 1 : 0);
    }

    /**
     * Looks at the screen on which a person would sit at a desk or play.
     *
     * @param size its size, empty if there is no terminal
     * @param ground what colour stands on
     */
    void screen(Optional<TerminalSize> size, Tint.Ground ground) {
        boolean whole = size.map(is -> is.columns() >= Frame.BOARD && is.rows() >= Frame.BOARD_ROWS)
                .orElse(true);
        note(
                "screen",
                whole ? Verdict.OK : Verdict.WARNING,
                size.map(TerminalSize::columns).orElse(0),
                size.map(TerminalSize::rows).orElse(0));
        note("colours", Verdict.OK, Texts.of("doctor.ground." + ground));
    }

    /** @param newest when the newest file of the journal was written */
    void clock(Instant now, Instant newest) {
        note("clock", now.isBefore(newest) ? Verdict.WARNING : Verdict.OK, now.toString());
    }

    /** Looks whether a server could listen. */
    void port(ServerConfig config) {
        try {
            Listening.requireFree(config);
            note("port", Verdict.OK, config.text(Setting.HOST), config.whole(Setting.PORT));
        } catch (StartException refused) {
            note("port", refused);
        }
    }

    /** Looks at the folder that keeps the matches. */
    void data(Path folder) {
        if (!Files.exists(folder)) {
            note("data", Verdict.OK, folder);
            return;
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            note("data", Verdict.FAULT, folder);
            return;
        }
        note("data", isOpenToOthers(folder) ? Verdict.WARNING : Verdict.OK, folder);
        try {
            long free = Files.getFileStore(folder).getUsableSpace() >> 20;
            note("space", atLeast(free, GOOD_SPACE_MIB, LEAST_SPACE_MIB), free);
            long[] micros = forces(folder);
            note(
                    "disk",
                    micros[FORCES / 2] <= SLOW_FORCE_MICROS ? Verdict.OK : Verdict.WARNING,
                    micros[FORCES / 2] / 1_000.0,
                    micros[FORCES - 1] / 1_000.0);
        } catch (IOException e) {
            note("space", Verdict.FAULT, 0);
        }
        key(folder);
        journal(folder);
    }

    /** Looks at the key that signs records. */
    private void key(Path folder) {
        try {
            note(
                    "key",
                    Verdict.OK,
                    RecordKey.find(folder).map(RecordKey::shown).orElseGet(() -> Texts.of("doctor.key.none")));
        } catch (IOException unreadable) {
            note("key", Verdict.FAULT, folder.resolve(RecordKey.FILE));
        }
    }

    private static boolean isOpenToOthers(Path folder) {
        try {
            Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
            rights.removeAll(EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE));
            return !rights.isEmpty();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Returns how long it takes to force an entry to the disk, in microseconds, the shortest first. */
    private static long[] forces(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "truce-doctor", ".tmp");
        long[] micros = new long[FORCES];
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            for (int i = 0; i < FORCES; i++) {
                long begun = System.nanoTime();
                channel.write(ByteBuffer.allocate(ENTRY_BYTES));
                channel.force(false);
                micros[i] = (System.nanoTime() - begun) / 1_000;
            }
        }
        Arrays.sort(micros);
        return micros;
    }

    private void journal(Path folder) {
        if (!JournalCheck.hasJournal(folder)) {
            return;
        }
        try {
            if (DataDirectory.isInUse(folder)) {
                note("in-use", Verdict.WARNING, folder);
                return;
            }
            JournalCheck.Findings found = JournalCheck.of(folder);
            note("journal", found.isGood() ? Verdict.OK : Verdict.FAULT, found.matches(), found.entries());
        } catch (StoreException | IOException e) {
            note("journal", StoppedServer.unreadable(e));
        }
    }

    /** Looks at the certificate and its key, or whether the server needs them: with neither, others on its network read along. */
    void tls(ServerConfig config, Instant now) {
        try {
            ServerConfig.Tls files = config.tls();
            if (files == null) {
                if (config.isReadable()) {
                    note("plain", Verdict.WARNING, config.text(Setting.HOST));
                }
                return;
            }
            var unused = Certificates.of(files);
            Instant ends = Certificates.ends(files);
            note(
                    "tls",
                    now.isAfter(ends)
                            ? Verdict.FAULT
                            : now.plus(CERTIFICATE_LEFT).isAfter(ends) ? Verdict.WARNING : Verdict.OK,
                    ends.toString());
        } catch (StartException refused) {
            note("tls", refused);
        } catch (IOException | GeneralSecurityException unreadable) {
            note("tls", Verdict.FAULT, config.text(Setting.TLS_CERT));
        }
    }
}
