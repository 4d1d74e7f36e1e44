package dev.truce.cli.server;

import dev.truce.app.ServerLog;
import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.ServerSettings;
import dev.truce.app.config.Setting;
import dev.truce.app.config.StartException;
import dev.truce.app.room.KeyFile;
import dev.truce.app.signature.RecordKey;
import dev.truce.cli.connect.DeskOptions;
import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.connect.OwnAddresses;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.desk.TeachLinkCommand;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.operate.SettingOptions;
import dev.truce.cli.operate.StopSignals;
import dev.truce.cli.option.CardFile;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.option.Settings;
import dev.truce.cli.room.RoomHost;
import dev.truce.cli.room.RoomOptions;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.TextWidth;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code truce serve}: a server that keeps its matches on disk and runs until it is stopped. */
@Command(name = "serve")
public final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final RoomOptions match = new RoomOptions();

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--accept-loss", descriptionKey = "option.accept-loss")
    private boolean acceptLoss;

    @Option(names = "--show-config", descriptionKey = "option.show-config")
    private boolean showConfig;

    @Option(names = "--room", descriptionKey = "option.serve.room")
    private boolean room;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        Printer printer = settings.printer(false);
        requireRoom();
        ServerSettings chosen = options.read(settings.surroundings().environment());
        ServerConfig config = usable(chosen.config());
        if (showConfig) {
            printer.lines(SettingOptions.lines(chosen));
            return ExitCodes.OK;
        }
        RoomRequest request = match.request();
        List<CardFile.Entry> cards = match.cards();
        try (TruceServer server =
                TruceServer.startWarm(config, scenarios(), () -> ServerLog.switchOn(config.text(Setting.LOG_FORMAT)))) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            StopSignals stop = StopSignals.listen(
                    () -> {
                        printer.notes(List.of(Texts.of("serve.stopping")));
                        server.close();
                    },
                    Duration.ofSeconds(config.whole(Setting.DRAIN_SECONDS)));
            int listening = server.address().getPort();
            List<String> lines = new ArrayList<>();
            for (String address : addresses(server)) {
                lines.add(Texts.of("serve.at", address, listening));
            }
            if (server.hasPage()) {
                pages(server, config).forEach(page -> lines.add(Texts.of("serve.page", page)));
                lines.add(TeachLinkCommand.told(
                        pages(server, config).get(0),
                        config.data().resolve(KeyFile.DESK).toAbsolutePath(),
                        settings.surroundings().terminal()));
            }
            String first = addresses(server).get(0);
            String prefix = first.equals(ServerConfig.DEFAULT_HOST) && listening == ServerConfig.DEFAULT_PORT
                    ? ""
                    : first + ":" + listening + " ";
            if (!room) {
                String tls = config.has(Setting.TLS_CERT) ? "--tls" : "";
                lines.add(Texts.of("serve.room", prefix + tls).stripTrailing());
                lines.add(Texts.of("serve.join", prefix + "CODE " + tls).stripTrailing());
            }
            config.store().ifPresent(store -> lines.add(Texts.of("serve.store", store)));
            lines.addAll(TextWidth.wrap(
                    "", Texts.of("serve.key", RecordKey.of(config.data()).shown())));
            lines.add(Texts.of("serve.stop"));
            printer.lines(lines);
            printer.notes(warnings(config));
            if (room) {
                ServerAddress here = new ServerAddress(first, listening);
                hold(
                        new RoomHost(
                                ServerCall.to(here, null, "truce room --help"),
                                printer,
                                code -> prefix + code,
                                code -> server.hasPage() ? pages(server, config).get(0) + "#/join/" + code : "",
                                cards,
                                false),
                        request.withDeskKey(DeskOptions.key(config.data().resolve(KeyFile.DESK))),
                        stop);
            }
            new CountDownLatch(1).await();
            return ExitCodes.OK;
        } catch (StartException refused) {
            throw FaultException.failed(told(refused, config.whole(Setting.PORT)), refused);
        }
    }

    /** Options of a room are not dropped where no room opens; a scenario is one that the server has, with or without. */
    private void requireRoom() throws FaultException {
        ParseResult typed = spec.commandLine().getParseResult();
        Optional<String> ofRoom = CommandSpec.forAnnotatedObject(new RoomOptions()).options().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !name.equals("--scenario") && typed.hasMatchedOption(name))
                .findFirst();
        if (!room && ofRoom.isPresent()) {
            throw FaultException.usage(UsageFault.of(
                            "WRONG_USAGE",
                            Texts.of("fault.room-option", ofRoom.get()),
                            Texts.of("fault.unchanged.no-server"),
                            "truce serve --room " + ofRoom.get())
                    .about(ofRoom.get(), ""));
        }
    }

    /** Returns what the person who starts such a server has to know beside its addresses. */
    static List<String> warnings(ServerConfig config) throws StartException {
        return config.isReadable()
                ? List.of(Texts.of(
                        "serve.plain",
                        Texts.of("doctor.plain", config.text(Setting.HOST)),
                        Texts.of("doctor.better", Texts.of("doctor.right.plain"))))
                : List.of();
    }

    /** That the room goes when the server stops is no fault. */
    private static void hold(RoomHost host, RoomRequest request, StopSignals stop)
            throws FaultException, InterruptedException {
        try {
            host.untilStarted(request);
        } catch (FaultException fault) {
            if (!stop.isAsked()) {
                throw fault;
            }
        }
    }

    /** All that ships, and the file that was named. */
    private List<ScenarioFile> scenarios() {
        List<ScenarioFile> files = new ArrayList<>(Scenarios.files());
        if (!match.scenario().isShipped()
                && !Scenarios.ids().contains(match.scenario().scenario().id())) {
            files.add(match.scenario().file());
        }
        return files;
    }

    private ServerConfig usable(ServerConfig config) throws FaultException {
        if (room && config.isOn(Setting.PROXY_PROTOCOL)) {
            throw FaultException.usage(UsageFault.of(
                    "WRONG_USAGE",
                    Texts.of("fault.room-proxied"),
                    Texts.of("fault.unchanged.no-server"),
                    Texts.of("fault.next.room-proxy")));
        }
        if (isEncrypted(config) && room) {
            throw FaultException.usage(UsageFault.of(
                    "WRONG_USAGE",
                    Texts.of("fault.room-tls"),
                    Texts.of("fault.unchanged.no-server"),
                    Texts.of("fault.next.room-tls")));
        }
        return config.withAcceptLoss(acceptLoss).signingRecords();
    }

    /** Half of a pair is told as what was typed wrongly, before anything is done. */
    private static boolean isEncrypted(ServerConfig config) throws FaultException {
        try {
            return config.tls() != null;
        } catch (StartException half) {
            throw FaultException.usage(UsageFault.of(
                    "WRONG_USAGE",
                    Texts.of(half.refusal()),
                    Texts.of("fault.unchanged.no-server"),
                    Texts.of(half.next())));
        }
    }

    private static UsageFault told(StartException refused, int port) {
        if (refused.code() == StartException.Code.PORT_IN_USE
                && String.valueOf(refused.refusal().arguments().get(0)).endsWith(":" + port)) {
            return UsageFault.of(
                            refused.code().name(),
                            Texts.of("fault.port", port),
                            Texts.of("fault.unchanged.no-server"),
                            "truce serve --port " + (port < 65_535 ? port + 1 : ServerConfig.DEFAULT_PORT))
                    .about("--port", "");
        }
        return EmbeddedServer.of(refused);
    }

    /** Addresses that open the page in a browser. */
    public static List<String> pages(TruceServer server, ServerConfig config) {
        if (config.has(Setting.PUBLIC_URL)) {
            return List.of(config.publicUrl());
        }
        int port = server.address().getPort();
        return (config.has(Setting.NAME) ? List.of(config.text(Setting.NAME)) : addresses(server))
                .stream()
                        .map(host -> new ServerAddress(host, port).page(config.has(Setting.TLS_CERT)))
                        .toList();
    }

    /** Addresses under which others reach the server; of all interfaces, those of this machine's networks. */
    private static List<String> addresses(TruceServer server) {
        InetAddress bound = server.address().getAddress();
        if (!bound.isAnyLocalAddress()) {
            return List.of(bound.getHostAddress());
        }
        List<String> addresses = OwnAddresses.all();
        return addresses.isEmpty() ? List.of(ServerConfig.DEFAULT_HOST) : addresses;
    }
}
