package dev.truce.cli.server;

import dev.truce.app.http.Assets;
import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.Settings;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce page}: writes the page as files that any web server can give, for play against bots and for records. */
@Command(name = "page")
public final class PageCommand implements Callable<Integer> {
    private static final String ZIP = ".zip";
    /** The files say nothing of when they were written, so that two zips of one program are the same. */
    private static final long NO_TIME = 315_532_800_000L;

    private static final String START = "index.html";
    /** What the first file of every page has in it. */
    private static final String MARK = "<title>truce</title>";
    /** The first file has a few lines. */
    private static final int MAX_START = 1 << 16;

    @Mixin
    private final Settings settings = new Settings();

    @Option(names = "--out", paramLabel = "DIR|FILE.zip", descriptionKey = "option.page.out", required = true)
    private @Nullable Path out;

    @Override
    public Integer call() throws FaultException {
        Path wanted = Objects.requireNonNull(out, "the parser sets it");
        Map<String, byte[]> files =
                Assets.on(PageCommand.class.getClassLoader()).alone();
        if (files.isEmpty()) {
            throw EmbeddedServer.withoutPage();
        }
        try {
            refuseOthers(wanted, files);
            if (wanted.toString().endsWith(ZIP)) {
                zip(files, wanted);
            } else {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Path at = wanted.resolve(file.getKey());
                    Files.createDirectories(at.toAbsolutePath().getParent());
                    Files.write(at, file.getValue());
                }
            }
        } catch (IOException refused) {
            throw FaultException.failed(
                    UsageFault.of(
                            "FILE_UNWRITABLE",
                            Texts.of("fault.unwritable", wanted),
                            Texts.of("fault.unchanged.everything"),
                            "truce page --out page.zip"),
                    refused);
        }
        List<String> lines = new ArrayList<>(List.of(Texts.of("page.written", files.size(), wanted)));
        lines.add(Texts.of("page.serve"));
        settings.printer(false).lines(lines);
        return ExitCodes.OK;
    }

    /** An older page is replaced; any other file stays as it is, and then nothing is written. */
    private static void refuseOthers(Path wanted, Map<String, byte[]> files) throws IOException, FaultException {
        boolean packed = wanted.toString().endsWith(ZIP);
        Path start = packed ? wanted : wanted.resolve(START);
        if (packed ? !Files.exists(wanted) || isPacked(wanted) : isPage(start)) {
            return;
        }
        for (String name : packed ? List.of("") : List.copyOf(files.keySet())) {
            Path at = packed ? wanted : wanted.resolve(name);
            if (Files.exists(at)) {
                throw FaultException.failed(UsageFault.of(
                        "FILE_EXISTS",
                        Texts.of("fault.page-other", Texts.safe(at.toString())),
                        Texts.of("fault.unchanged.everything"),
                        Texts.of("fault.next.page-other")));
            }
        }
    }

    /** Returns whether a file is the first one of a page. */
    private static boolean isPage(Path start) throws IOException {
        return Files.isRegularFile(start)
                && Files.size(start) <= MAX_START
                && Files.readString(start, StandardCharsets.ISO_8859_1).contains(MARK);
    }

    /** Returns whether a file is a zip of a page. */
    private static boolean isPacked(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry start = zip.getEntry(START);
            if (start == null) {
                return false;
            }
            try (InputStream in = zip.getInputStream(start)) {
                return new String(in.readNBytes(MAX_START), StandardCharsets.ISO_8859_1).contains(MARK);
            }
        } catch (ZipException other) {
            return false;
        }
    }

    private static void zip(Map<String, byte[]> files, Path wanted) throws IOException {
        try (OutputStream file = Files.newOutputStream(wanted);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTime(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(each.getValue());
            }
        }
    }
}
