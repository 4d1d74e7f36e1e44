package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.http.Assets;
import dev.truce.app.http.HttpAnswer;
import dev.truce.app.net.connection.DisconnectCause;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser asks for it, over a socket of its own. */
class PageAssetsTest {
    private static final String INDEX = "<!doctype html><html><head></head><title>truce</title>";
    private static final String WORDS = "greeting = 你好\n".repeat(200);
    private static final int WASM_BYTES = 900_000;

    @TempDir
    Path folder;

    private final byte[] wasm = new byte[WASM_BYTES];
    private URLClassLoader classPath;
    private TruceServer server;

    @BeforeEach
    void start() throws Exception {
        classPath = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
        new Random(12).nextBytes(wasm);
        put("index.html", INDEX.getBytes(StandardCharsets.UTF_8), false);
        put("words/zh.22bb.properties", WORDS.getBytes(StandardCharsets.UTF_8), true);
        put("truce.33cc.wasm", wasm, false);
        manifest(INDEX.length());
        server = TruceServer.start(
                ServerConfig.embedded(folder.resolve("data")), TestParts.real().withPage(page()));
    }

    @AfterEach
    void stopWithoutABug() throws IOException {
        assertThat(TestParts.uncaught(server)).isZero();
        server.close();
        classPath.close();
    }

    private void put(String file, byte[] bytes, boolean zipped) throws IOException {
        Path at = folder.resolve(Assets.FOLDER + file);
        Files.createDirectories(at.getParent());
        Files.write(at, bytes);
        if (zipped) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                zip.write(bytes);
            }
            Files.write(at.resolveSibling(at.getFileName() + ".gz"), out.toByteArray());
        }
    }

    private void manifest(int lengthOfIndex) throws IOException {
        Files.writeString(folder.resolve(Assets.FOLDER + "manifest.json"), """
                {"index.html": {"file": "index.html", "type": "text/html; charset=utf-8", "length": %d},
                 "words/zh.properties": {"file": "words/zh.22bb.properties", "type": "text/plain; charset=utf-8",
                                         "length": %d, "later": [{"a": 1}]},
                 "truce.wasm": {"file": "truce.33cc.wasm", "type": "application/wasm", "length": %d}}
                """.formatted(
                        lengthOfIndex, WORDS.getBytes(StandardCharsets.UTF_8).length, WASM_BYTES));
    }

    private Assets page() {
        return Assets.on(classPath);
    }

    private HttpProbe.Answer get(String path, String headers) throws IOException {
        return HttpProbe.send(server.port(), request("GET", path, headers));
    }

    private String request(String method, String path, String headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n" + headers + "\r\n";
    }

    @Test
    void theAddressOfTheServerIsThePage() throws Exception {
        assertThat(server.hasPage()).isTrue();
        HttpProbe.Answer page = get("/", "");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).isEqualTo(INDEX);
        assertThat(page.head())
                .contains("content-type: text/html; charset=utf-8")
                .contains("cache-control: no-cache")
                .containsPattern("etag: \"[0-9a-f]{16}\"")
                .contains("vary: accept-encoding");
        assertThat(get("/?code=x", "").body()).isEqualTo(INDEX);
        assertThat(get("/index.html", "").body()).isEqualTo(INDEX);
    }

    @Test
    void everyAnswerTellsBrowsersWhatPagesMayDo() throws Exception {
        List<HttpProbe.Answer> answers = List.of(
                get("/", ""),
                get("/truce.33cc.wasm", ""),
                get("/health", ""),
                get("/nothing", ""),
                get("/ws", ""),
                get("/", "If-None-Match: *\r\n"),
                get("/api/desk/state", ""),
                HttpProbe.send(server.port(), request("DELETE", "/", "")),
                HttpProbe.send(server.port(), "GET / NONSENSE\r\nHost: x\r\n\r\n"),
                HttpProbe.send(server.port(), request("POST", "/", "Content-Length: 9000\r\n") + "x".repeat(9_000)));
        assertThat(answers.stream().map(HttpProbe.Answer::status))
                .containsExactly(200, 200, 200, 404, 426, 304, 401, 405, 400, 413);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.head())
                        .contains("content-security-policy: " + Assets.POLICY.toLowerCase(Locale.ROOT))
                        .contains("x-content-type-options: nosniff")
                        .contains("referrer-policy: no-referrer")
                        .contains("cross-origin-opener-policy: same-origin")
                        .contains("cross-origin-resource-policy: same-origin")
                        .contains("permissions-policy: camera=(), microphone=(), geolocation=()")
                        .doesNotContain("strict-transport-security"));
    }

    @Test
    void aPageAloneCarriesItsPolicyAndHasAllFiles() throws Exception {
        Map<String, byte[]> files = page().alone();
        assertThat(files).containsOnlyKeys("index.html", "words/zh.22bb.properties", "truce.33cc.wasm");
        assertThat(files.get("truce.33cc.wasm")).isEqualTo(wasm);
        assertThat(new String(files.get("index.html"), StandardCharsets.UTF_8))
                .startsWith("<!doctype html><html data-alone>")
                .contains("content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval';")
                .doesNotContain("frame-ancestors");
        assertThat(Assets.none().alone()).isEmpty();
    }

    @Test
    void aFileWithItsHashIsKeptForEver() throws Exception {
        HttpProbe.Answer hashed = get("/words/zh.22bb.properties", "");
        assertThat(hashed.body()).isEqualTo(WORDS);
        assertThat(hashed.head()).contains("cache-control: public, max-age=31536000, immutable");
        assertThat(get("/words/zh.properties", "").head()).contains("cache-control: no-cache");
    }

    @Test
    void aBrowserThatHasItAlreadyIsToldSo() throws Exception {
        String head = get("/", "").head();
        String tag = head.substring(head.indexOf("etag: ") + 6, head.indexOf("etag: ") + 24);
        HttpProbe.Answer same = get("/", "If-None-Match: \"other\", W/" + tag + "\r\n");
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.head()).containsPattern("etag: \"[0-9a-f]{16}\"").doesNotContain("content-length");
        assertThat(get("/", "If-None-Match: \"index.00.html\"\r\n").status()).isEqualTo(200);
    }

    @Test
    void whoTakesGzipGetsIt() throws Exception {
        String path = "/words/zh.22bb.properties";
        String accepted = request("GET", path, "Accept-Encoding: br, gzip;q=0.5\r\n");
        HttpProbe.Answer zipped = HttpProbe.send(server.port(), accepted);
        assertThat(zipped.head()).contains("content-encoding: gzip").containsPattern("etag: \"[0-9a-f]{16}\\.gz\"");
        byte[] body = HttpProbe.body(server.port(), accepted);
        assertThat(body.length).isLessThan(WORDS.length());
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(WORDS);
        }
        assertThat(get(path, "Accept-Encoding: gzip;q=0, *\r\n").body()).isEqualTo(WORDS);
        assertThat(get(path, "Accept-Encoding: br\r\n").body()).isEqualTo(WORDS);
        assertThat(get(path, "Accept-Encoding: *\r\n").head()).contains("content-encoding: gzip");
        assertThat(get("/", "Accept-Encoding: gzip\r\n").body())
                .as("a file that has no twin")
                .isEqualTo(INDEX);
    }

    @Test
    void aLongFileArrivesWhole() throws Exception {
        assertThat(HttpProbe.body(server.port(), request("GET", "/truce.33cc.wasm", "")))
                .isEqualTo(wasm);
        HttpProbe.Answer head = HttpProbe.send(server.port(), request("HEAD", "/truce.33cc.wasm", ""));
        assertThat(head.head()).contains("content-length: " + WASM_BYTES).contains("content-type: application/wasm");
        assertThat(head.body()).isEmpty();
        assertThat(HttpProbe.raw(
                                server.port(),
                                request("GET", "/truce.wasm", "")
                                        + request("GET", "/", "")
                                        + request("GET", "/nothing", "Connection: close\r\n"))
                        .body())
                .as("one after the other over one connection")
                .contains(INDEX + "HTTP/1.1 404");
    }

    @Test
    void onlyWhatTheManifestNamesIsThere() throws Exception {
        for (String path : List.of(
                "/manifest.json",
                "/words/zh.22bb.properties.gz",
                "/words/",
                "//",
                "/../manifest.json",
                "/%2e%2e/",
                "/logback.xml")) {
            assertThat(get(path, "").status()).as(path).isEqualTo(404);
        }
        HttpProbe.Answer posted = HttpProbe.send(server.port(), request("POST", "/", "Content-Length: 0\r\n"));
        assertThat(posted.status()).isEqualTo(405);
        assertThat(posted.head()).contains("allow: get, head");
    }

    @Test
    void sixtyPhonesOfOneAddressGetIn() throws Exception {
        List<Socket> phones = new ArrayList<>();
        try {
            // Browsers open six connections to a host.
            for (int i = 0; i < 60 * 6; i++) {
                Socket phone = new Socket(InetAddress.getLoopbackAddress(), server.port());
                phone.setSoTimeout(15_000);
                phones.add(phone);
                ask(phone);
            }
            for (Socket phone : phones) {
                ask(phone);
            }
        } finally {
            for (Socket phone : phones) {
                phone.close();
            }
        }
        assertThat(TestParts.ends(server, DisconnectCause.SERVER_FULL)).isZero();
    }

    private void ask(Socket phone) throws IOException {
        phone.getOutputStream().write(request("GET", "/", "").getBytes(StandardCharsets.UTF_8));
        StringBuilder heard = new StringBuilder();
        while (!heard.toString().endsWith(INDEX)) {
            int each = phone.getInputStream().read();
            assertThat(each).as("the connection stays").isNotNegative();
            heard.append((char) each);
        }
    }

    @Test
    void aFileThatIsThereCompressedOnlyIsServedInBothForms() throws Exception {
        put("truce.33cc.wasm", wasm, true);
        Files.delete(folder.resolve(Assets.FOLDER + "truce.33cc.wasm"));

        Assets packed = page();
        assertThat(packed.find("/truce.33cc.wasm", "", "").orElseThrow().body()).isEqualTo(wasm);
        HttpAnswer zipped = packed.find("/truce.33cc.wasm", "gzip", "").orElseThrow();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(wasm);
        }
        assertThat(packed.alone()).containsEntry("truce.33cc.wasm", wasm);
    }

    @Test
    void aFileThatIsThereCompressedOnlyAndIsNotWhatItsManifestSaysIsNotServed() throws Exception {
        for (int length : new int[] {WASM_BYTES - 1, WASM_BYTES + 1}) {
            put("truce.33cc.wasm", Arrays.copyOf(wasm, length), true);
            Files.delete(folder.resolve(Assets.FOLDER + "truce.33cc.wasm"));

            Assets packed = page();
            assertThatThrownBy(() -> packed.find("/truce.33cc.wasm", "", ""))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("truce.33cc.wasm");
        }
    }

    @Test
    void aPageThatIsNotWhatItsManifestSaysIsNotServed() throws Exception {
        manifest(INDEX.length() + 1);
        assertThatThrownBy(this::page).isInstanceOf(IllegalStateException.class).hasMessageContaining("index.html");
    }

    @Test
    void aServerWithoutThePageSaysSo() throws Exception {
        try (TruceServer bare = TruceServer.start(
                ServerConfig.embedded(folder.resolve("bare")), TestParts.real().withPage(Assets.none()))) {
            assertThat(bare.hasPage()).isFalse();
            HttpProbe.Answer answer = HttpProbe.get(bare.port(), "/");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("built without the page");
        }
    }
}
