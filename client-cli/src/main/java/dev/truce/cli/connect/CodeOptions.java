package dev.truce.cli.connect;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.option.TlsOptions;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The code of a room or a class, with the server before it unless it is on this machine. */
public final class CodeOptions {
    @Mixin
    private final TlsOptions tls = new TlsOptions();

    @Parameters(paramLabel = "[HOST:PORT] CODE", arity = "1..2", descriptionKey = "param.join")
    private List<String> where = List.of();

    private TypedPlace place = new TypedPlace(ServerAddress.USUAL, false, "", false);

    /** Returns the code, once it is known how to call the server. */
    public String code() {
        return place.code();
    }

    /**
     * Returns how to call the server.
     *
     * @param command what is typed before the address, for example {@code truce watch}
     */
    public ServerCall call(String command) throws FaultException {
        place = TypedPlace.of(where, command);
        return ServerCall.to(place.server(), tls.context(place.encrypted()), command + " " + place.before() + "CODE");
    }
}
