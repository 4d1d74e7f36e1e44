package dev.truce.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.truce.store.StoreException;
import dev.truce.store.chain.Witness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The N-th page of a group cannot be written, for every N: on a disk that is full, and on one that gives an error. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "a disk of a few MiB is made by Linux")
class FullDiskTest {
    @TempDir
    Path data;

    private List<String> said(List<String> command, String kind) throws Exception {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FullDiskMain.class.getName(),
                data.toString(),
                kind));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(text -> text.matches("(append|full|roomy|read-only) .*"))
                .toList();
        assertThat(process.waitFor()).isZero();
        return said;
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Checks what was said of the appends, of which the last found room. */
    private static void failAndGoOn(List<String> appends, String failed) {
        assertThat(appends).hasSizeGreaterThan(4);
        assertThat(appends.subList(0, appends.size() - 1)).allMatch(line -> line.matches(failed));
        assertThat(appends.get(appends.size() - 1)).matches("append done.* whole=true");
    }

    @Test
    void whereThereIsNoRoomNothingIsWrittenAndAllIsRead() throws Exception {
        String mount = "mount -t tmpfs -o size=6m tmpfs '" + data + "'";
        assumeTrue(succeeds("unshare", "-rm", "sh", "-c", mount), "no disk of our own");
        List<String> said = said(List.of("unshare", "-rm", "sh", "-c", mount + " && exec \"$0\" \"$@\""), "full");
        failAndGoOn(said.subList(0, said.size() - 3), "append DISK_FULL reopened=DISK_FULL read=true whole=true");
        assertThat(said.subList(said.size() - 3, said.size()))
                .containsExactly(
                        "full fresh=DISK_FULL again=DISK_FULL",
                        "roomy fresh=fresh again=started",
                        "read-only fresh=READ_ONLY again=READ_ONLY");
    }

    @Test
    void whereTheDiskGivesAnErrorNothingIsWritten() throws Exception {
        assumeTrue(succeeds("prlimit", "--version"), "no limit for the length of files");
        failAndGoOn(said(List.of(), "limited"), "append UNAVAILABLE reopened=UNAVAILABLE whole=true");
    }

    @Test
    void aWitnessThatCannotBeWrittenStopsTheStart() throws Exception {
        Files.createSymbolicLink(data.resolve(Witness.FILE), Path.of("/dev/full"));
        assertThatThrownBy(() -> SqliteStore.open(data))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("No space left");
    }
}
