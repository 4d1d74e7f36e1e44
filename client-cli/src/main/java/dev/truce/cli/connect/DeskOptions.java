package dev.truce.cli.connect;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.room.KeyFile;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.InputFile;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.option.TlsOptions;
import dev.truce.cli.text.Texts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the server of a class is, and what shows it that an instructor asks. */
public final class DeskOptions {
    static final int MAX_KEY = 100;

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    @Option(
            names = "--server",
            paramLabel = "HOST:PORT",
            descriptionKey = "option.class-server",
            converter = ServerAddress.Converter.class)
    private @Nullable ServerAddress server;

    @Option(names = "--desk-key", paramLabel = "FILE", descriptionKey = "option.desk-key")
    private @Nullable Path deskKey;

    /** Returns whether a server was named. */
    public boolean isGiven() {
        return server != null;
    }

    /** Returns whether connections are encrypted. */
    public boolean isEncrypted() {
        return tls.isOn();
    }

    /** Returns these options as they are typed for another command about the same class, each with a blank before it. */
    public String again() {
        StringBuilder typed = new StringBuilder();
        if (server != null) {
            typed.append(" --server ").append(server);
        }
        if (deskKey != null) {
            typed.append(" --desk-key ").append(word(deskKey));
        }
        Path authority = tls.authority();
        if (authority != null) {
            typed.append(" --ca ").append(word(authority));
        } else if (tls.isOn()) {
            typed.append(" --tls");
        }
        return typed.toString();
    }

    /** Returns a path as one word of a shell. */
    public static String word(Path path) {
        String text = Texts.safe(path.toString());
        return text.matches("[A-Za-z0-9_./~+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Returns the address of the server's page. */
    public String page() {
        return (server == null ? ServerAddress.USUAL : server).page(tls.isOn());
    }

    /** Returns how to call the server; the one on this machine if none was named. */
    public ServerCall call(String next) throws FaultException {
        return ServerCall.to(server == null ? ServerAddress.USUAL : server, tls.context(), next)
                .ifAbsent("truce serve")
                .withoutJoining();
    }

    /** Returns the desk key: that of the file, or of the server whose data this machine has. */
    public String key() throws FaultException {
        return key(deskKey == null ? ServerConfig.defaultData().resolve(KeyFile.DESK) : deskKey);
    }

    /** Reads a desk key from its file, since all who use a machine can read the words of a command. */
    public static String key(Path file) throws FaultException {
        return InputFile.text(file, MAX_KEY, Texts.of("fault.next.desk-key")).strip();
    }
}
