package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.record.RecordLink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFolderAndAZipHoldTheSamePage() throws IOException {
        Path plain = folder.resolve("page");
        Path zip = folder.resolve("page.zip");
        assertThat(Typed.line("page", "--out", plain.toString()).out()).contains(plain.toString());
        assertThat(Typed.line("page", "--out", zip.toString()).out()).contains(zip.toString());
        List<String> names;
        try (Stream<Path> files = Files.list(plain)) {
            names = files.map(file -> file.getFileName().toString()).toList();
        }
        assertThat(names).contains("index.html").anyMatch(name -> name.matches("truce\\.[0-9a-f]{16}\\.wasm"));
        try (ZipFile packed = new ZipFile(zip.toFile())) {
            assertThat(packed.stream()).hasSameSizeAs(names);
            for (String name : names) {
                try (InputStream in = packed.getInputStream(packed.getEntry(name))) {
                    assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(plain.resolve(name)));
                }
            }
        }
    }

    @Test
    void aLinkHoldsTheWholeRecord() throws IOException {
        String record = "[Event \"truce\"]\n".repeat(40) + "1. US hold\n";
        String link = RecordLink.of(record);
        assertThat(link)
                .startsWith("#/record/1.")
                .matches("#/record/1\\.[A-Za-z0-9_-]+")
                .hasSizeLessThan(200);
        byte[] packed = Base64.getUrlDecoder().decode(link.substring("#/record/1.".length()));
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(true))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(record);
        }
    }
}
