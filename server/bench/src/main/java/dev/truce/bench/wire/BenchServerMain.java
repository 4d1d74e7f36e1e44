package dev.truce.bench.wire;

import dev.truce.app.ServerLog;
import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.ServerLimits;
import dev.truce.app.config.Setting;
import dev.truce.app.config.StartException;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The process of a server that is measured. Prints its port when it listens, and ends when its standard input does, so that it never
 * outlives the process that has started it, however that ends.
 */
public final class BenchServerMain {
    /** Which server is measured. */
    enum Kind {
        /** The server of matches, as {@code truce serve} runs it. */
        GAME,
        /** The same with its usual limits, at an address that is named. */
        CLASS,
        /** An echo of frames. */
        ECHO,
        /** An echo of frames that saves each before it answers. */
        DURABLE_ECHO;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private BenchServerMain() {}

    /**
     * Runs the server.
     *
     * @param args its kind, its data directory, and for a class its address
     */
    public static void main(String[] args) throws IOException, StartException {
        int port = start(Kind.valueOf(args[0]), Path.of(args[1]), args.length > 2 ? args[2] : "");
        System.out.println(port);
        System.out.flush();
        while (System.in.read() >= 0) {
            // Nobody says anything: this waits for the end.
        }
        // Nothing is closed in order: what was acknowledged is saved, and the directory is thrown away.
        Runtime.getRuntime().halt(0);
    }

    private static int start(Kind kind, Path data, String host) throws StartException {
        if (kind == Kind.ECHO) {
            return EchoServer.start().port();
        } else if (kind == Kind.DURABLE_ECHO) {
            return EchoServer.start(data).port();
        }
        ServerConfig config = ServerConfig.embedded(data);
        if (kind == Kind.CLASS) {
            return TruceServer.startWarm(
                            config.with(Setting.HOST, host).with(Setting.ALLOW_NETWORK, true),
                            Scenarios.files(),
                            () -> ServerLog.switchOn("text"))
                    .port();
        }
        ServerLog.switchOn("text");
        return TruceServer.start(config.withLimits(limits())).port();
    }

    private static ServerLimits limits() {
        ServerLimits usual = ServerLimits.STANDARD;
        // All come from one address, and all at once at the start.
        return usual.edit().strangersPerAddress(usual.connections()).done();
    }
}
