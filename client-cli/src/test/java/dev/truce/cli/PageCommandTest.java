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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
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
    void anOlderPageIsReplaced() throws IOException {
        for (String name : List.of("page", "page.zip")) {
            String out = folder.resolve(name).toString();
            assertThat(Typed.line("page", "--out", out).exit()).isZero();
            assertThat(Typed.line("page", "--out", out).exit()).isZero();
        }
    }

    @Test
    void aFileThatBelongsToNoPageStaysAsItIs() throws IOException {
        Path plain = folder.resolve("letter.zip");
        Files.writeString(plain, "Dear Ann");
        Path zip = folder.resolve("other.zip");
        try (ZipOutputStream other = new ZipOutputStream(Files.newOutputStream(zip))) {
            other.putNextEntry(new ZipEntry("letter.txt"));
        }
        Path course = Files.createDirectory(folder.resolve("course"));
        Path start = course.resolve("index.html");
        Files.writeString(start, "<title>Trade, week 3</title>");
        Path styled = Files.createDirectory(folder.resolve("styled"));
        Typed.line("page", "--out", folder.resolve("page").toString());
        Path style;
        try (Stream<Path> files = Files.list(folder.resolve("page"))) {
            style = styled.resolve(files.map(Path::getFileName)
                    .filter(name -> name.toString().endsWith(".css"))
                    .findFirst()
                    .orElseThrow());
        }
        Files.writeString(style, "p {}");
        for (List<Path> each :
                List.of(List.of(plain, plain), List.of(zip, zip), List.of(course, start), List.of(styled, style))) {
            byte[] before = Files.readAllBytes(each.get(1));
            Typed refused = Typed.line("page", "--out", each.get(0).toString());
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err().replaceAll("\\s+", ""))
                    .contains("FILE_EXISTS", each.get(1).getFileName().toString());
            assertThat(Files.readAllBytes(each.get(1))).isEqualTo(before);
        }
        try (Stream<Path> files = Files.list(course)) {
            assertThat(files).containsExactly(start);
        }
        Path free = Files.createDirectory(folder.resolve("free"));
        Files.writeString(free.resolve("notes.txt"), "kept");
        assertThat(Typed.line("page", "--out", free.toString()).exit()).isZero();
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
