package dev.truce.app.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.truce.engine.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the page, as the build has put them into a folder of the class path: each is read when it is first asked for, then served
 * from memory. The manifest says
 * which files there are, so nothing else of the class path can be asked for.
 *
 * <pre>
 * manifest.json        {"main.js": {"file": "main.1f3a.js", "type": "text/javascript; charset=utf-8", "length": 812}, ...}
 * main.1f3a.js         what a browser may keep for ever, since another content has another name
 * main.1f3a.js.gz      the same, compressed; not there if that saves nothing
 * </pre>
 *
 * <p>Of a large file the compressed one alone may be there, as in the jar.
 *
 * <p>Under its plain name a file is there too, and is asked for again each time: {@code index.html}, and what needs an address that stays.
 */
public final class Assets {
    /** Where the build puts them. */
    public static final String FOLDER = "META-INF/truce-web/";

    /** A page may run its own scripts and styles and its WebAssembly, ask its own server, and be shown in no other page. */
    public static final String POLICY =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none';"
                    + " require-trusted-types-for 'script'; trusted-types lit-html truce; frame-ancestors 'none'";

    private static final String INDEX = "index.html";
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Asset> byPath;

    /** One file under one of its names. */
    private record Asset(Content content, String cache, String type) {}

    /** The bytes of a file. A server that nobody visits with a browser never reads them. */
    private static final class Content {
        private final ClassLoader classPath;
        private final Entry entry;
        private @Nullable Bytes bytes;

        Content(ClassLoader classPath, Entry entry) {
            this.classPath = classPath;
            this.entry = entry;
        }

        synchronized Bytes bytes() {
            Bytes known = bytes;
            if (known == null) {
                known = read();
                bytes = known;
            }
            return known;
        }

        private Bytes read() {
            try {
                byte[] zipped = Assets.bytes(classPath, entry.packed());
                byte[] plain = Assets.bytes(classPath, entry.file);
                if (plain == null && zipped != null) {
                    plain = unpacked(zipped, entry.length);
                }
                if (plain == null || plain.length != entry.length) {
                    throw entry.isAnother();
                }
                return new Bytes(hash(plain), plain, zipped);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** What a file holds, also compressed if that saves something, and a name for it. */
    private record Bytes(String tag, byte[] plain, byte @Nullable [] zipped) {}

    /** What the manifest says of a file. */
    private record Entry(String file, String type, int length) {
        String packed() {
            return file + ".gz";
        }

        IllegalStateException isAnother() {
            return new IllegalStateException("the page was built with another " + file + " than is there");
        }
    }

    private Assets(Map<String, Asset> byPath) {
        this.byPath = byPath;
    }

    /** Returns those of a server without the page. */
    public static Assets none() {
        return new Assets(Map.of());
    }

    /**
     * Returns those of a class path; none if it has no manifest.
     *
     * @throws IllegalStateException if the files are not what the manifest says
     */
    public static Assets on(ClassLoader classPath) {
        try {
            byte[] manifest = bytes(classPath, "manifest.json");
            Map<String, Asset> byPath = new HashMap<>();
            if (manifest != null) {
                for (Map.Entry<String, Entry> each : entries(manifest).entrySet()) {
                    add(classPath, each.getKey(), each.getValue(), byPath);
                }
            }
            Asset index = byPath.get("/" + INDEX);
            if (index != null) {
                byPath.put("/", index);
            }
            return new Assets(byPath);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void add(ClassLoader classPath, String name, Entry entry, Map<String, Asset> byPath)
            throws IOException {
        URL there = classPath.getResource(FOLDER + entry.file);
        if (there == null
                ? classPath.getResource(FOLDER + entry.packed()) == null
                : there.openConnection().getContentLengthLong() != entry.length) {
            throw entry.isAnother();
        }
        Content content = new Content(classPath, entry);
        // A file that keeps its name has no hash in it, so this is the second of the two.
        byPath.put("/" + entry.file, new Asset(content, FOREVER, entry.type));
        byPath.put("/" + name, new Asset(content, ASK_AGAIN, entry.type));
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.start().digest(bytes), 0, 8);
    }

    private static byte @Nullable [] bytes(ClassLoader classPath, String file) throws IOException {
        try (InputStream in = classPath.getResourceAsStream(FOLDER + file)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    /** Returns what was packed, cut one byte after the length that it should have. */
    private static byte[] unpacked(byte[] zipped, int length) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return in.readNBytes(length + 1);
        }
    }

    private static Map<String, Entry> entries(byte[] manifest) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(manifest)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                entries.put(name, entry(json));
            }
        }
        return entries;
    }

    private static Entry entry(JsonParser json) throws IOException {
        String file = "";
        String type = "";
        int length = -1;
        json.nextToken();
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (field) {
                case "file" -> file = json.getText();
                case "type" -> type = json.getText();
                case "length" -> length = json.getIntValue();
                default -> {
                    if (value.isStructStart()) {
                        json.skipChildren();
                    }
                }
            }
        }
        return new Entry(file, type, length);
    }

    /**
     * Returns the files of a page that any web server can give, under any path: it has no rooms, and carries its policy in itself.
     *
     * @return empty if there is no page
     */
    public Map<String, byte[]> alone() {
        Map<String, byte[]> files = new TreeMap<>();
        byPath.forEach((path, asset) -> {
            boolean isIndex = asset.type.startsWith("text/html");
            // A page cannot say of itself who may show it.
            String said = POLICY.substring(0, POLICY.lastIndexOf(';'));
            byte[] plain = asset.content.bytes().plain;
            byte[] bytes = isIndex
                    ? new String(plain, StandardCharsets.UTF_8)
                            .replaceFirst("<html", "<html data-alone")
                            .replaceFirst(
                                    "<head>",
                                    "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + said + "\">")
                            .getBytes(StandardCharsets.UTF_8)
                    : plain;
            if (asset.cache.equals(FOREVER) || path.equals("/" + INDEX)) {
                files.put(path.substring(1), bytes);
            }
        });
        return files;
    }

    /** Returns whether there is a page to open. */
    public boolean hasPage() {
        return byPath.containsKey("/");
    }

    /**
     * Returns the file of a path, or empty if there is none.
     *
     * @param path of the request, without its query
     * @param encodings the header Accept-Encoding, or the empty text
     * @param known the header If-None-Match, or the empty text
     */
    public Optional<HttpAnswer> find(String path, String encodings, String known) {
        Asset asset = byPath.get(path);
        if (asset == null) {
            return path.equals("/")
                    ? Optional.of(HttpAnswer.page(404, "this server was built without the page"))
                    : Optional.empty();
        }
        Bytes bytes = asset.content.bytes();
        byte[] zipped = acceptsGzip(encodings) ? bytes.zipped : null;
        String tag = "\"" + bytes.tag + (zipped == null ? "" : ".gz") + "\"";
        Map<String, String> headers = new HashMap<>();
        headers.put("ETag", tag);
        headers.put("Cache-Control", asset.cache);
        headers.put("Vary", "Accept-Encoding");
        if (isKnown(known, tag)) {
            return Optional.of(new HttpAnswer(304, asset.type, new byte[0], headers));
        }
        if (zipped == null) {
            return Optional.of(new HttpAnswer(200, asset.type, bytes.plain, headers));
        }
        headers.put("Content-Encoding", "gzip");
        return Optional.of(new HttpAnswer(200, asset.type, zipped, headers));
    }

    private static boolean isKnown(String known, String tag) {
        for (String each : known.split(",", -1)) {
            String strong = each.strip().startsWith("W/") ? each.strip().substring(2) : each.strip();
            if (strong.equals(tag) || strong.equals("*")) {
                return true;
            }
        }
        return false;
    }

    /** A coding with the weight 0 is one that the client does not take. */
    private static boolean acceptsGzip(String encodings) {
        boolean any = false;
        for (String each : encodings.split(",", -1)) {
            String[] parts = each.split(";", -1);
            String coding = parts[0].strip();
            boolean taken = parts.length < 2 || !parts[1].replace(" ", "").matches("q=0(\\.0*)?");
            if (coding.equalsIgnoreCase("gzip")) {
                return taken;
            }
            any |= coding.equals("*") && taken;
        }
        return any;
    }
}
