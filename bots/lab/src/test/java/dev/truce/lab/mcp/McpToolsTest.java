package dev.truce.lab.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.line.json.JsonText;
import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.scenario.Scenarios;
import dev.truce.story.words.Language;
import dev.truce.tournament.result.MatchFolder;
import dev.truce.tournament.tools.ToolServer;
import dev.truce.tournament.tools.ToolSetup;
import io.modelcontextprotocol.modern.McpSchema;
import io.modelcontextprotocol.modern.client.McpClient;
import io.modelcontextprotocol.modern.client.McpSyncClient;
import io.modelcontextprotocol.modern.client.transport.HttpClientMcpTransport;
import io.modelcontextprotocol.modern.client.transport.McpClientTransport;
import io.modelcontextprotocol.modern.client.transport.StdioMcpClientTransport;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matches that the protocol's own client plays. */
@Timeout(240)
class McpToolsTest {
    private static final Scenario SCENARIO = Scenarios.busan2025();
    private static final Rules RULES = Rules.of(SCENARIO);

    @TempDir
    private Path temporary = Path.of("");

    private static ToolSetup setup(String against) {
        return new ToolSetup(RULES, 4, Roster.find(against).orElseThrow(), OptionalLong.of(7), Language.EN);
    }

    private MatchFolder folder() throws IOException {
        return MatchFolder.open(temporary.resolve("out"), RULES, "{}");
    }

    private static McpSyncClient client(McpClientTransport transport) {
        return McpClient.sync(transport)
                .clientInfo(McpSchema.Implementation.builder("test", "1").build())
                .jsonMapper(McpTools.mapper())
                .build();
    }

    private static String text(McpSchema.CallToolResult result) {
        return ((McpSchema.TextContent) result.content().get(0)).text();
    }

    /** Calls a tool that does what it is called for. */
    private static Map<String, Object> does(McpSyncClient client, String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.tool(tool).arguments(arguments).call();
        assertThat(result.isError()).as("%s: %s", tool, text(result)).isNotEqualTo(true);
        return JsonText.object(text(result));
    }

    private static String refused(McpSyncClient client, String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.tool(tool).arguments(arguments).call();
        assertThat(result.isError()).as("%s: %s", tool, text(result)).isTrue();
        return String.valueOf(JsonText.object(text(result)).get("error"));
    }

    /** Plays a match: words, orders, what they would do, and an answer to each offer. */
    private static Map<String, Object> plays(McpSyncClient client) {
        assertThat(does(client, "rules", Map.of()).get("rules").toString()).contains("delegation of US");
        Map<String, Object> seen = does(client, "new_match", Map.of("side", "US"));
        String match = seen.get("match").toString();
        assertThat(refused(client, "record", Map.of("match", match))).isEqualTo("NOT_OVER");
        assertThat(does(client, "what_if", Map.of("match", match, "orders", Map.of("PORT", "80"))))
                .isNotEmpty();
        assertThat(refused(client, "act", Map.of("match", match, "orders", Map.of("PORT", "81"))))
                .isEqualTo("ILLEGAL");
        does(client, "say", Map.of("match", match, "text", "We \"keep\" our word; PORT=80"));
        does(client, "act", Map.of("match", match, "offer", "{US.FENT<=5; CN.SOY>=8; for 3}"));
        while (!Boolean.TRUE.equals(seen.get("over"))) {
            if (seen.get("ask").equals("decide")) {
                does(client, "act", Map.of("match", match, "orders", Map.of("PORT", "80")));
            } else {
                does(client, "act", Map.of("match", match, "accept", seen.get("offered")));
            }
            seen = does(client, "end", Map.of("match", match));
        }
        assertThat(refused(client, "act", Map.of("match", match, "orders", Map.of())))
                .isEqualTo("MATCH_OVER");
        return does(client, "record", Map.of("match", match, "text", true));
    }

    private void isKept(Map<String, Object> told) throws Exception {
        Path file = Path.of(told.get("file").toString());
        String text = Files.readString(file);
        assertThat(told.get("text")).isEqualTo(text);
        assertThat(text).contains("We \\\"keep\\\" our word");
        RecordReading reading = RecordReader.read(text, stamp -> Optional.of(SCENARIO));
        assertThat(RecordReplay.of(((RecordReading.Read) reading).match(), RULES)
                        .reports())
                .hasSize(4);
        assertThat(Files.readAllLines(temporary.resolve("out/matches.csv")))
                .hasSize(2)
                .element(1)
                .asString()
                .contains(",guest,")
                .contains(told.get("chain").toString());
        assertThat(Files.readAllLines(temporary.resolve("out/rounds.csv"))).hasSize(5);
        assertThat(Files.readAllLines(temporary.resolve("out/moves.csv"))).hasSize(9);
    }

    @Test
    void aMatchIsPlayedOverHttpAndItsRecordVerifies() throws Exception {
        try (MatchFolder folder = folder();
                ToolServer.Listening server = new McpTools()
                        .listen(
                                setup("tft"),
                                folder,
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                false)) {
            URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + "/mcp");
            isKept(plays(client(HttpClientMcpTransport.builder(uri)
                    .jsonMapper(McpTools.mapper())
                    .build())));
        }
    }

    @Test
    void aMatchIsPlayedOverStreamsAndWhatIsLeftOpenIsHeldToItsEnd() throws Exception {
        PipedInputStream in = new PipedInputStream(1 << 16);
        PipedOutputStream toServer = new PipedOutputStream(in);
        PipedInputStream fromServer = new PipedInputStream(1 << 16);
        PipedOutputStream out = new PipedOutputStream(fromServer);
        AtomicReference<Throwable> failed = new AtomicReference<>();
        try (MatchFolder folder = folder()) {
            Thread serving = new Thread(() -> {
                try {
                    new McpTools().serve(setup("tft"), folder, in, out);
                } catch (IOException | InterruptedException | RuntimeException broken) {
                    failed.set(broken);
                }
            });
            serving.start();
            try (StdioMcpClientTransport transport = StdioMcpClientTransport.builder(fromServer, toServer)
                    .jsonMapper(McpTools.mapper())
                    .start()) {
                McpSyncClient client = client(transport);
                isKept(plays(client));
                does(client, "new_match", Map.of("side", "CN"));
            }
            toServer.close();
            serving.join();
            assertThat(failed.get()).isNull();
        }
        assertThat(Files.readAllLines(temporary.resolve("out/matches.jsonl")))
                .hasSize(2)
                .element(1)
                .asString()
                .contains("\"cn_bot\":\"guest\"", "\"cn_no_answers\":4");
    }

    @Test
    void theListOfToolsIsShort() {
        List<MatchTools.Listed> tools = MatchTools.listed();
        assertThat(tools)
                .extracting(MatchTools.Listed::name)
                .containsExactly("rules", "new_match", "look", "what_if", "act", "say", "end", "record");
        List<Object> listed = new ArrayList<>();
        tools.forEach(each -> listed.add(
                Map.of("name", each.name(), "description", each.description(), "inputSchema", each.schema())));
        // No tokenizer makes more tokens of it than half its bytes.
        assertThat(JsonText.write(listed).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2 * 2_000);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http://evil.example, 127.0.0.1, 403",
                "null, 127.0.0.1, 403",
                "http://127.0.0.1.evil.example, 127.0.0.1, 403",
                "http://localhost:3000, 127.0.0.1, 400",
                "-, 127.0.0.1, 400",
            })
    void aPageOfAnotherSiteIsRefused(String origin, String host, int status) throws Exception {
        try (MatchFolder folder = folder();
                ToolServer.Listening server = new McpTools()
                        .listen(
                                setup("tft"),
                                folder,
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                false)) {
            assertThat(post(server, host, "{}", origin)).isEqualTo(status);
            assertThat(post(server, host, " ".repeat(McpTools.MAX_REQUEST + 1), null))
                    .isEqualTo(413);
        }
    }

    private static int post(ToolServer.Listening server, String host, String body, @Nullable String origin)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://" + host + ":" + server.address().getPort() + "/mcp"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
