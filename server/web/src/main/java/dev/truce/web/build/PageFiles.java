package dev.truce.web.build;

import dev.truce.engine.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The files of the page. A file has a hash in its name, so that browsers may keep it for ever; files name each other as
 * {@code ./NAME}, which becomes the name with the hash. {@code dev.truce.app.http.Assets} serves them.
 */
final class PageFiles {
    /** The script that keeps what can be used without a server; where it says this, it gets the names. */
    static final String KEEPER = "sw.js";

    /** What instructors alone need, and only where a server is. */
    private static final Set<String> OF_INSTRUCTORS = Set.of("desk.css", "teach.js", "teach.css");

    private static final String ALL = "\"./all\"";
    private static final String LIT = "META-INF/resources/webjars/lit-html/3.3.1/lit-html.js";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "properties", "text/plain; charset=utf-8",
            "wasm", "application/wasm");

    private final SortedMap<String, byte[]> files;
    private final SortedMap<String, String> names = new TreeMap<>();

    private PageFiles(SortedMap<String, byte[]> files) {
        this.files = files;
        MessageDigest all = Sha256.start();
        files.values().forEach(all::update);
        String rest = hash(all);
        for (String name : files.keySet()) {
            int dot = name.lastIndexOf('.');
            String hash = Program.isOne(name) ? hash(Sha256.start().digest(files.get(name))) : rest;
            names.put(name, name.substring(0, dot) + "." + hash + name.substring(dot));
        }
        files.replaceAll((name, bytes) -> Program.isOne(name) ? bytes : linked(bytes));
    }

    /** The programs: a visitor who does not speak to a server needs the first alone. */
    enum Program {
        /** Matches against bots, and records. */
        SOLO("truce.wasm", "dev.truce.web.bridge.SoloProgram"),
        /** That and seats at a server. */
        WHOLE("whole.wasm", "dev.truce.web.bridge.WholeProgram");

        private final String file;
        private final String main;

        Program(String file, String main) {
            this.file = file;
            this.main = main;
        }

        String file() {
            return file;
        }

        /** Name of the class with which it begins. */
        String main() {
            return main;
        }

        /** Returns whether a file is a program. */
        static boolean isOne(String file) {
            return file.endsWith(".wasm");
        }
    }

    /** Returns the files of a folder, with the programs and the library that draws. */
    static PageFiles of(Path folder, Map<Program, byte[]> programs) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String name = file.getFileName().toString();
                files.put(name, name.endsWith(".js") ? withoutComments(bytes) : bytes);
            }
        }
        programs.forEach((program, bytes) -> files.put(program.file(), bytes));
        try (InputStream in = PageFiles.class.getClassLoader().getResourceAsStream(LIT)) {
            if (in == null) {
                throw new IllegalStateException("no " + LIT + " on the class path");
            }
            // The map of its source is not served.
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^//# sourceMappingURL=.*$", "");
            files.put("lit-html.js", text.getBytes(StandardCharsets.UTF_8));
        }
        AskedKeys asked = new AskedKeys(programs.values());
        for (Language language : Language.values()) {
            files.put(language.file, language.bytes(asked));
        }
        return new PageFiles(files);
    }

    /** Leaves out lines of comments, which nobody downloads to read; a notice that begins with one star stays. */
    private static byte[] withoutComments(byte[] script) {
        StringBuilder kept = new StringBuilder();
        boolean inside = false;
        for (String line : new String(script, StandardCharsets.UTF_8).split("\n")) {
            String text = line.strip();
            boolean begins = text.startsWith("/**");
            if (!begins && !inside && !text.startsWith("//")) {
                kept.append(line).append('\n');
            }
            inside = (begins || inside) && !text.endsWith("*/");
        }
        return kept.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Texts of the screens, by key. */
    private enum Language {
        EN("story_en.properties"),
        ZH("story_zh.properties");

        private final String file;

        Language(String file) {
            this.file = file;
        }

        /**
         * Returns the texts as the page reads them: a line each, sorted, with the line breaks of a text as carriage returns. What no program
         * can ask for, such as texts of the terminal alone, is left out.
         */
        byte[] bytes(AskedKeys asked) throws IOException {
            String path = "dev/truce/story/bundles/" + file;
            Properties texts = new Properties();
            try (InputStream in = PageFiles.class.getClassLoader().getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalStateException("no " + path + " on the class path");
                }
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            StringBuilder lines = new StringBuilder();
            for (String key : new TreeSet<>(texts.stringPropertyNames())) {
                if (!asked.has(key)) {
                    continue;
                }
                lines.append(key)
                        .append('=')
                        .append(texts.getProperty(key).replace('\n', '\r'))
                        .append('\n');
            }
            return lines.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Returns how many bytes each file is when it is sent. */
    SortedMap<String, Integer> weights() {
        SortedMap<String, Integer> weights = new TreeMap<>();
        files.forEach((name, bytes) -> weights.put(name, zipped(bytes).length));
        return weights;
    }

    /** Writes all files, their packed twins and {@code manifest.json}; what was in the folder before goes. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String name = names.getOrDefault(file.getKey(), file.getKey());
            Files.write(folder.resolve(name), file.getValue());
            Files.write(folder.resolve(name + ".gz"), zipped(file.getValue()));
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            rows.add("  \"" + file.getKey() + "\": {\"file\": \"" + name + "\", \"type\": \"" + type
                    + "\", \"length\": " + file.getValue().length + "}");
        }
        Files.writeString(folder.resolve("manifest.json"), "{\n" + String.join(",\n", rows) + "\n}\n");
    }

    /** Returns the names of all files that can be used without a server, between quotes. */
    private String all() {
        List<String> quoted = new ArrayList<>();
        names.forEach((name, file) -> {
            if (!name.equals(KEEPER) && !name.equals(Program.WHOLE.file()) && !OF_INSTRUCTORS.contains(name)) {
                quoted.add("\"./" + file + "\"");
            }
        });
        return String.join(", ", quoted);
    }

    /** Replaces the names by which files name each other. */
    private byte[] linked(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).replace(ALL, all());
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace("\"./" + name.getKey() + "\"", "\"./" + name.getValue() + "\"");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String hash(MessageDigest digest) {
        return hash(digest.digest());
    }

    /** Returns enough of a hash that two versions of a file never have the same. */
    private static String hash(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, 8);
    }
}
