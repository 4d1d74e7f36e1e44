package dev.truce.app.net;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.Setting;
import dev.truce.app.config.StartException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens and with which certificate, found out before it leaves a trace anywhere.
 *
 * @param config the settings
 * @param address the port itself
 * @param plain the port that sends browsers on to it, or null for none
 * @param tls with what connections are encrypted, or null for no encryption
 */
public record Listening(
        ServerConfig config,
        InetSocketAddress address,
        @Nullable InetSocketAddress plain,
        @Nullable Certificates tls) {
    /**
     * Finds it out.
     *
     * @throws StartException if a server cannot listen so: exposed without consent, a bad host or certificate, a port in use
     */
    public static Listening of(ServerConfig config) throws StartException {
        ServerConfig.Tls files = config.tls();
        if (files == null && config.has(Setting.REDIRECT_PORT)) {
            throw new StartException(StartException.Code.BAD_TLS, "redirect", config.whole(Setting.REDIRECT_PORT));
        }
        requireFree(config);
        return new Listening(config, config.address(), plain(config), files == null ? null : Certificates.of(files));
    }

    /**
     * Insists on ports that no other program has. Another one may take them in the next moment: then to listen fails in the same words.
     *
     * @throws StartException if it cannot listen
     */
    public static void requireFree(ServerConfig config) throws StartException {
        requireFree(config.address(), Setting.PORT);
        InetSocketAddress plain = plain(config);
        if (plain != null) {
            requireFree(plain, Setting.REDIRECT_PORT);
        }
    }

    private static @Nullable InetSocketAddress plain(ServerConfig config) throws StartException {
        return config.has(Setting.REDIRECT_PORT)
                ? new InetSocketAddress(config.address().getAddress(), config.whole(Setting.REDIRECT_PORT))
                : null;
    }

    private static void requireFree(InetSocketAddress address, Setting port) throws StartException {
        try (ServerSocket tried = new ServerSocket()) {
            tried.setReuseAddress(true);
            tried.bind(address);
        } catch (IOException refused) {
            throw refused(address, port, refused);
        }
    }

    /** Returns why a server cannot listen. */
    static StartException refused(InetSocketAddress address, Setting port, Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return new StartException(
                // The native transport has its own exception for it, so the message has to tell.
                message.toLowerCase(Locale.ROOT).contains("in use")
                        ? StartException.Code.PORT_IN_USE
                        : StartException.Code.BAD_HOST,
                "listen",
                address.getHostString() + ":" + address.getPort(),
                message,
                port.option() + " " + (address.getPort() < 65_535 ? address.getPort() + 1 : ServerConfig.DEFAULT_PORT));
    }
}
