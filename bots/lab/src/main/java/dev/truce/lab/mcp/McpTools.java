package dev.truce.lab.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truce.bot.line.json.JsonText;
import dev.truce.bot.line.json.RecordBinding;
import dev.truce.engine.orders.Refusal;
import dev.truce.story.bundles.Bundles;
import dev.truce.tournament.result.MatchFolder;
import dev.truce.tournament.tools.ToolServer;
import dev.truce.tournament.tools.ToolSetup;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.modern.McpSchema;
import io.modelcontextprotocol.modern.server.HmacRequestStateCodec;
import io.modelcontextprotocol.modern.server.McpRequestContext;
import io.modelcontextprotocol.modern.server.McpServer;
import io.modelcontextprotocol.modern.server.McpSyncResponse;
import io.modelcontextprotocol.modern.server.feature.McpSyncTool;
import io.modelcontextprotocol.modern.server.feature.McpSyncToolRepository;
import io.modelcontextprotocol.modern.server.feature.ToolsFeature;
import io.modelcontextprotocol.modern.server.feature.ToolsPage;
import io.modelcontextprotocol.modern.server.transport.StdioMcpTransport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Serves the tools over the Model Context Protocol, by its Java library. No request needs a session: each names its match. */
public final class McpTools implements ToolServer {
    /** Longest request, in bytes. */
    static final int MAX_REQUEST = 1 << 16;

    private static final int STATE_KEY_BYTES = 32;

    /** How long a client may keep the list of tools: as long as the program runs. */
    private static final long LIST_MILLIS = 3_600_000;

    @Override
    public void serve(ToolSetup setup, MatchFolder folder, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        GuestMatches matches = new GuestMatches(setup, folder, System::nanoTime);
        McpJsonMapper mapper = mapper();
        try {
            new StdioMcpTransport(server(setup, matches, mapper), mapper, in, out, MAX_REQUEST)
                    .start()
                    .block();
        } finally {
            matches.close();
        }
    }

    @Override
    public Listening listen(ToolSetup setup, MatchFolder folder, InetSocketAddress address, boolean isPublic)
            throws IOException {
        GuestMatches matches = new GuestMatches(setup, folder, System::nanoTime);
        McpJsonMapper mapper = mapper();
        return HttpDoor.open(server(setup, matches, mapper), mapper, matches, address, isPublic);
    }

    static McpJsonMapper mapper() {
        return new JacksonMcpJsonMapper(new ObjectMapper());
    }

    static McpServer server(ToolSetup setup, GuestMatches matches, McpJsonMapper mapper) {
        // No request has a state to go on from; without a key the library warns of one that it draws.
        byte[] key = new byte[STATE_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return McpServer.builder()
                .requestStateCodec(HmacRequestStateCodec.builder()
                        .key(key)
                        .jsonMapper(mapper)
                        .build())
                .serverInfo(McpSchema.Implementation.builder("truce", version()).build())
                .jsonMapper(mapper)
                .feature(ToolsFeature.ofSync(
                        new Tools(new MatchTools(setup, matches)),
                        mapper,
                        new Unchecked(),
                        LIST_MILLIS,
                        McpSchema.CacheScope.PUBLIC))
                .build();
    }

    private static String version() {
        String version = McpTools.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }

    /** The tools read their arguments themselves, and say with a code what is wrong with them. */
    private static final class Unchecked implements JsonSchemaValidator {
        @Override
        public ValidationResponse validate(Map<String, Object> schema, Object value) {
            return ValidationResponse.asValid("");
        }
    }

    private static final class Tools implements McpSyncToolRepository {
        private final Map<String, McpSyncTool> all = new LinkedHashMap<>();

        Tools(MatchTools tools) {
            for (MatchTools.Listed each : MatchTools.listed()) {
                McpSchema.Tool tool = McpSchema.Tool.builder(each.name(), each.schema())
                        .description(each.description())
                        .build();
                all.put(each.name(), McpSyncTool.of(tool, (context, request) -> call(tools, request)));
            }
        }

        @Override
        public ToolsPage list(McpRequestContext context, @Nullable String cursor) {
            return ToolsPage.of(
                    all.values().stream().map(McpSyncTool::definition).toList());
        }

        @Override
        public @Nullable McpSyncTool find(McpRequestContext context, String name) {
            return all.get(name);
        }
    }

    private static McpSyncResponse<McpSchema.CallToolOutcome> call(
            MatchTools tools, McpSchema.CallToolRequest request) {
        try {
            Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
            if (request.arguments() != null) {
                arguments.putAll(request.arguments());
            }
            return told(tools.call(request.name(), arguments), false);
        } catch (ToolRefusal refused) {
            return told(refusal(refused.refusal()), true);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the call was interrupted", stopped);
        }
    }

    private static McpSyncResponse<McpSchema.CallToolOutcome> told(String text, boolean isError) {
        return McpSyncResponse.result(McpSchema.CallToolResult.builder()
                .content(List.of(McpSchema.TextContent.builder(text).build()))
                .isError(isError)
                .build());
    }

    private static String refusal(Refusal refused) {
        return JsonText.write(
                RecordBinding.of(new RefusalTold(refused.code().name(), Bundles.inEnglish(refused), refused.legal())));
    }

    private record RefusalTold(String error, String message, String right) {}
}
