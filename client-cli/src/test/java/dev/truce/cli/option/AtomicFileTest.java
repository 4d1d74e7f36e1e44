package dev.truce.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.fault.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void aRecordNeverTakesThePlaceOfAnother() throws IOException, FaultException {
        Path file = folder.resolve("truce-busan-7.twg");
        assertThat(AtomicFile.keep(file, "first")).isEqualTo(file);
        assertThat(AtomicFile.keep(file, "second")).isEqualTo(folder.resolve("truce-busan-7-2.twg"));
        assertThat(AtomicFile.keep(file, "third")).isEqualTo(folder.resolve("truce-busan-7-3.twg"));
        assertThat(file).hasContent("first");
        assertThat(folder.resolve("truce-busan-7-2.twg")).hasContent("second");
    }

    @Test
    void theSameRecordIsKeptOnce() throws IOException, FaultException {
        Path file = folder.resolve("match");
        AtomicFile.keep(file, "first");
        AtomicFile.keep(file, "second");
        assertThat(AtomicFile.keep(file, "second")).isEqualTo(folder.resolve("match-2"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }
}
