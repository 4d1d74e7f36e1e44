package dev.truce.cli.author;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.json.JsonText;
import dev.truce.bot.line.json.RecordBinding;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.operate.StopSignals;
import dev.truce.cli.option.BotConverter;
import dev.truce.cli.option.BotOptions;
import dev.truce.cli.option.MatchOptions;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.option.Settings;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.tournament.result.MatchFolder;
import dev.truce.tournament.tools.ToolServer;
import dev.truce.tournament.tools.ToolServer.Listening;
import dev.truce.tournament.tools.ToolSetup;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce mcp}: an agent plays matches against a bot by calling tools, over the standard streams or HTTP. */
@Command(name = "mcp")
public final class McpCommand implements Callable<Integer> {
    /** Matches that are open are held to their end within this time. */
    private static final Duration CLOSING = Duration.ofMinutes(5);

    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final MatchOptions match = new MatchOptions();

    @Mixin
    private final BotOptions bots = new BotOptions();

    @Option(
            names = "--against",
            paramLabel = "BOT",
            required = true,
            descriptionKey = "option.mcp.against",
            converter = BotConverter.class)
    private @Nullable BotName against;

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "option.mcp.out")
    private Path out = Path.of("");

    @Option(
            names = "--http",
            paramLabel = "HOST:PORT",
            descriptionKey = "option.mcp.http",
            converter = ServerAddress.Converter.class)
    private @Nullable ServerAddress http;

    @Option(names = "--public", descriptionKey = "option.mcp.public")
    private boolean isPublic;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        ToolServer server = ToolServer.installed()
                .orElseThrow(() -> FaultException.usage(
                        UsageFault.unstarted("LAB_ABSENT", Texts.of("fault.mcp.lab"), Texts.of("fault.mcp.lab.next"))
                                .about("mcp", "")));
        BotFactory bot = bots.bot("--against", Objects.requireNonNull(against, "the parser sets it"));
        Rules rules = Rules.of(match.scenario());
        Long seed = match.seed();
        ToolSetup setup = new ToolSetup(
                rules,
                match.rounds(),
                bot,
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                Texts.language());
        InetSocketAddress address = http == null ? null : address(http);
        try (MatchFolder folder = folder(setup)) {
            if (address == null) {
                // What the program prints is text; the protocol is bytes.
                try (OutputStream bytes = new FileOutputStream(FileDescriptor.out)) {
                    server.serve(setup, folder, System.in, bytes);
                }
                return ExitCodes.OK;
            }
            Listening listening = server.listen(setup, folder, address, isPublic);
            StopSignals.listen(() -> close(listening, folder), CLOSING);
            settings.printer(false)
                    .notes(List.of(Texts.of("mcp.listens", "http://" + Objects.requireNonNull(http) + "/mcp", out)));
            new CountDownLatch(1).await();
            return ExitCodes.OK;
        } catch (IOException broken) {
            throw FaultException.failed(
                    UsageFault.unstarted(
                            "FOLDER_UNUSABLE",
                            Texts.of("fault.tournament.unusable", out, String.valueOf(broken.getMessage())),
                            "--out " + out + "-2"),
                    broken);
        }
    }

    private static void close(Listening listening, MatchFolder folder) {
        try (folder) {
            listening.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A port that others reach lets them play on this machine's account, so that it has to be asked for. */
    private InetSocketAddress address(ServerAddress wanted) throws FaultException {
        try {
            InetAddress host = InetAddress.getByName(wanted.host());
            if (host.isLoopbackAddress() || isPublic) {
                return new InetSocketAddress(host, wanted.port());
            }
            throw FaultException.usage(UsageFault.unstarted(
                            "NOT_LOOPBACK",
                            Texts.of("fault.mcp.public", wanted.host()),
                            "--http 127.0.0.1:" + wanted.port())
                    .about("--http", "127.0.0.1:PORT"));
        } catch (UnknownHostException none) {
            throw FaultException.usage(UsageFault.unstarted(
                            "BAD_ADDRESS", Texts.of("fault.address", wanted), "--http 127.0.0.1:" + wanted.port())
                    .about("--http", "127.0.0.1:PORT"));
        }
    }

    private record ToolsCard(String scenario, String scenarioHash, int rounds, String against) {}

    private MatchFolder folder(ToolSetup setup) throws FaultException, IOException {
        Scenario scenario = setup.rules().scenario();
        String text = JsonText.pretty(RecordBinding.of(new ToolsCard(
                scenario.id(), scenario.hash(), setup.rounds(), setup.against().name())));
        if (!MatchFolder.fits(out, text)) {
            throw FaultException.usage(UsageFault.of(
                            "FOLDER_IN_USE",
                            Texts.of("fault.mcp.folder", out),
                            Texts.of("fault.unchanged.files"),
                            "--out " + out + "-2")
                    .about("--out", ""));
        }
        return MatchFolder.open(out, setup.rules(), text);
    }
}
