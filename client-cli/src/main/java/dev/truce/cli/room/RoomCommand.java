package dev.truce.cli.room;

import dev.truce.cli.connect.DeskOptions;
import dev.truce.cli.connect.OwnAddresses;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.TlsOptions;
import dev.truce.protocol.message.RoomRequest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce room [HOST:PORT]}: opens a room on a running server and starts its match when both seats are taken. */
@Command(name = "room")
public final class RoomCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final RoomOptions room = new RoomOptions();

    @Option(names = "--desk", descriptionKey = "option.room.desk")
    private boolean desk;

    @Option(names = "--gated", descriptionKey = "option.gated")
    private boolean gated;

    @Option(names = "--desk-key", paramLabel = "FILE", descriptionKey = "option.room-key")
    private @Nullable Path deskKey;

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    @Parameters(
            paramLabel = "HOST:PORT",
            arity = "0..1",
            descriptionKey = "param.server",
            converter = ServerAddress.Converter.class)
    private ServerAddress server = ServerAddress.USUAL;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        // Others cannot come in under an address that only this machine has.
        ServerAddress others = OwnAddresses.forOthers(server);
        String prefix = others.equals(ServerAddress.USUAL) ? "" : others + " ";
        ServerCall call =
                ServerCall.to(server, tls.context(), "truce room --help").ifAbsent("truce serve");
        RoomRequest request = room.request();
        if (deskKey != null) {
            request = request.withDeskKey(DeskOptions.key(deskKey));
        }
        new RoomHost(
                        call,
                        settings.printer(false),
                        code -> prefix + code + (tls.isOn() ? " --tls" : ""),
                        code -> others.page(tls.isOn(), "join/" + code),
                        room.cards(),
                        desk || gated)
                .untilStarted(gated ? request.gated() : request);
        return ExitCodes.OK;
    }
}
