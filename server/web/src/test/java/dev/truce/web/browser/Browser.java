package dev.truce.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A browser without a window, driven by WebDriver BiDi: Chromium's driver is asked for a session over HTTP, and all else goes over one WebSocket.
 * Everything that the console is told is kept, so that a test can insist on silence.
 */
public final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Longest that anything may take: a machine in CI may have other work. */
    private static final int SECONDS = 300;
    /** Most times that a process is started which ends before it listens. */
    private static final int MOST_STARTS = 5;

    /** Where Debian has Firefox. */
    public static final String FIREFOX = "/usr/bin/firefox-esr";

    private static final List<String> OPTIONS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            // As on a phone, where they take no room.
            "--hide-scrollbars",
            "--enable-precise-memory-info",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Process driver;
    private final Path profile;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<String> console = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger ids = new AtomicInteger();
    private final WebSocket socket;
    private String tab;

    /** Starts Chromium with a profile of its own, without anything of another. */
    public Browser() throws Exception {
        this(false);
    }

    /** Starts Firefox, which needs no driver. */
    public static Browser firefox() throws Exception {
        return new Browser(true);
    }

    private Browser(boolean firefox) throws Exception {
        profile = Files.createTempDirectory("truce-browser");
        List<String> command = firefox
                ? List.of(
                        FIREFOX,
                        "--headless",
                        "--no-remote",
                        "--remote-debugging-port=0",
                        "--profile",
                        profile.toString())
                : List.of("chromedriver", "--port=0");
        Started started = start(
                command, firefox ? "WebDriver BiDi listening on (ws://\\S+)" : "started successfully on port (\\d+)");
        driver = started.driver();
        String address = firefox ? started.said() + "/session" : session(started.said());
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(address), new Ear())
                .get(SECONDS, TimeUnit.SECONDS);
        if (firefox) {
            ask("session.new", Map.of("capabilities", Map.of()));
        }
        ask("session.subscribe", Map.of("events", List.of("log.entryAdded")));
        tab = ask("browsingContext.getTree", Map.of()).at("/contexts/0/context").asText();
    }

    /** Opens a session at the driver of Chromium, and returns the address of its socket. */
    private String session(String port) throws Exception {
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("--user-data-dir=" + profile);
        Map<String, ?> chrome = Map.of("binary", binary(), "args", options);
        String wish = JSON.writeValueAsString(Map.of(
                "capabilities", Map.of("alwaysMatch", Map.of("webSocketUrl", true, "goog:chromeOptions", chrome))));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(wish))
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        String address =
                JSON.readTree(answer).at("/value/capabilities/webSocketUrl").asText();
        if (address.isEmpty()) {
            close(driver);
            throw new IllegalStateException("no session: " + answer);
        }
        return address;
    }

    /** Chromium itself: Debian starts it through a script. */
    private static String binary() {
        return Files.isExecutable(Path.of("/usr/bin/chromium")) ? "/usr/bin/chromium" : "/usr/bin/google-chrome";
    }

    /**
     * Starts the driver, or Firefox, and hears where it listens. Chromium's driver looks for a port that is free and takes it a moment later:
     * when another process is quicker, it ends, so it is started again.
     */
    static Started start(List<String> command, String wanted) throws Exception {
        Pattern pattern = Pattern.compile(wanted);
        List<String> heard = new ArrayList<>();
        for (int start = 0; start < MOST_STARTS; start++) {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                heard.add(line);
                Matcher found = pattern.matcher(line);
                if (found.find()) {
                    return new Started(process, found.group(1));
                }
            }
            heard.add("ended with " + process.waitFor());
        }
        throw new IllegalStateException("the browser does not start: " + String.join("\n", heard));
    }

    /** A process that listens, and where. */
    record Started(Process driver, String said) {}

    /** Runs a script in every page that is opened from now on, before the page's own. */
    public void prepare(String body) throws Exception {
        ask("script.addPreloadScript", Map.of("functionDeclaration", "() => " + body));
    }

    /** Opens another tab and goes there; returns where it was. */
    public String anotherTab() throws Exception {
        String before = tab;
        goTo(ask("browsingContext.create", Map.of("type", "tab"))
                .path("context")
                .asText());
        return before;
    }

    /** Goes to a tab. */
    public void goTo(String other) throws Exception {
        tab = other;
        ask("browsingContext.activate", Map.of("context", tab));
    }

    /** Opens a page and waits until it is loaded. */
    public void open(String address) throws Exception {
        ask("browsingContext.navigate", Map.of("context", tab, "url", address, "wait", "complete"));
    }

    /**
     * Runs a script in the page.
     *
     * @param body what follows {@code () =>}; a promise is waited for
     * @return what it returns, as text
     * @throws AssertionError if it throws
     */
    public String run(String body) throws Exception {
        JsonNode result = ask(
                "script.callFunction",
                Map.of(
                        "functionDeclaration",
                        "async () => " + body,
                        "awaitPromise",
                        true,
                        "target",
                        Map.of("context", tab)));
        if (!result.path("type").asText().equals("success")) {
            throw new AssertionError(result.at("/exceptionDetails/text").asText());
        }
        return result.at("/result/value").asText();
    }

    /**
     * Waits until a condition of the page holds.
     *
     * @throws AssertionError with what the page shows, if it does not
     */
    public void await(String condition) throws Exception {
        String shown = run(
                "{ const end = Date.now() + 60000; const holds = () => { try { return " + condition
                        + "; } catch { return false; } }; while (!holds() && Date.now() < end)"
                        + " await new Promise((next) => setTimeout(next, 20));"
                        + " return holds() ? '' : (document.documentElement.dataset.failed ?? '') + document.body.textContent; }");
        if (!shown.isEmpty()) {
            throw new AssertionError(condition + ": " + shown);
        }
    }

    /** Presses what is there, or follows it, once it is there and can be pressed. */
    public void click(String element) throws Exception {
        await("!document.querySelector('" + element + "').disabled");
        run("{ document.querySelector('" + element + "').click(); return ''; }");
    }

    /** Opens an address of the page in place of another, and waits until the program answers. */
    public void visit(String address) throws Exception {
        // Two addresses that differ after # alone are one document.
        open("about:blank");
        open(address);
        await("'ready' in document.documentElement.dataset");
    }

    /** Makes the window's inside this large. */
    public void size(int width, int height) throws Exception {
        ask(
                "browsingContext.setViewport",
                Map.of("context", tab, "viewport", Map.of("width", width, "height", height)));
    }

    /** Sets what the page is told of the person's taste: the colours, light or dark, and that nothing is to move. */
    public void taste(String scheme) throws Exception {
        String session = ask("goog:cdp.getSession", Map.of("context", tab))
                .path("session")
                .asText();
        List<Map<String, String>> features = List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"));
        ask(
                "goog:cdp.sendCommand",
                Map.of(
                        "method",
                        "Emulation.setEmulatedMedia",
                        "params",
                        Map.of("features", features),
                        "session",
                        session));
    }

    /** Goes on to the open round, if the one before it is still being told. */
    public void goOn() throws Exception {
        run("{ document.querySelector('#on')?.click(); return ''; }");
    }

    /** Waits until what was done is drawn. */
    private void drawn() throws Exception {
        run("new Promise((next) => requestAnimationFrame(() => setTimeout(next)))");
    }

    /**
     * Presses keys, one after another; names of keys are those of WebDriver. A person presses keys on what is drawn, and looks at what is drawn
     * after them: a browser drops keys before it has drawn a page, and moves the focus out of what has vanished when it draws.
     */
    public void press(String keys) throws Exception {
        drawn();
        List<Map<String, String>> actions = new ArrayList<>();
        keys.codePoints().forEach(key -> {
            String value = Character.toString(key);
            actions.add(Map.of("type", "keyDown", "value", value));
            actions.add(Map.of("type", "keyUp", "value", value));
        });
        ask(
                "input.performActions",
                Map.of("context", tab, "actions", List.of(Map.of("type", "key", "id", "keys", "actions", actions))));
        drawn();
    }

    /** Writes a picture of what is to be seen. */
    public void picture(Path file) throws Exception {
        Files.createDirectories(file.toAbsolutePath().getParent());
        String data = ask("browsingContext.captureScreenshot", Map.of("context", tab))
                .path("data")
                .asText();
        Files.write(file, Base64.getDecoder().decode(data));
    }

    /** Returns what the console was told. */
    public List<String> console() {
        return List.copyOf(console);
    }

    private JsonNode ask(String method, Map<String, ?> parameters) throws Exception {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .get(SECONDS, TimeUnit.SECONDS);
        JsonNode told = answer.get(SECONDS, TimeUnit.SECONDS);
        if (!told.path("type").asText().equals("success")) {
            throw new IllegalStateException(method + ": " + told);
        }
        return told.path("result");
    }

    @Override
    public void close() throws Exception {
        try {
            ask("session.end", Map.of());
        } finally {
            close(driver);
        }
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void close(Process driver) throws InterruptedException {
        List<ProcessHandle> children = driver.descendants().toList();
        driver.destroy();
        children.forEach(ProcessHandle::destroy);
        for (ProcessHandle child : children) {
            child.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
        }
        driver.waitFor(SECONDS, TimeUnit.SECONDS);
    }

    /** Hears answers and what the console is told. */
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder heard = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            heard.append(data);
            if (last) {
                hear(heard.toString());
                heard.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void hear(String text) {
            try {
                JsonNode message = JSON.readTree(text);
                CompletableFuture<JsonNode> waiting =
                        asked.remove(message.path("id").asInt(-1));
                if (waiting != null) {
                    waiting.complete(message);
                } else if (message.path("method").asText().equals("log.entryAdded")) {
                    console.add(message.at("/params/text").asText());
                }
            } catch (IOException unreadable) {
                console.add("unreadable: " + unreadable.getMessage());
            }
        }
    }
}
