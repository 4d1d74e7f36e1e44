package dev.truce.cli.option;

import dev.truce.app.config.ServerConfig;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import picocli.CommandLine.ITypeConverter;

/**
 * Where a server is.
 *
 * @param host name or address
 * @param port its port
 */
public record ServerAddress(String host, int port) {
    /** This machine, the usual port. */
    public static final ServerAddress USUAL = new ServerAddress(ServerConfig.DEFAULT_HOST, ServerConfig.DEFAULT_PORT);

    /** Reads {@code HOST}, {@code HOST:PORT} or {@code [IPV6]:PORT}. */
    public static final class Converter implements ITypeConverter<ServerAddress> {
        @Override
        public ServerAddress convert(String text) throws WrongValue {
            int colon = text.lastIndexOf(':');
            boolean bare6 = text.indexOf(':') != colon && !text.startsWith("[");
            boolean portGiven = colon >= 0 && !bare6 && !text.endsWith("]");
            String host = portGiven ? text.substring(0, colon) : text;
            String port = portGiven ? text.substring(colon + 1) : Integer.toString(ServerConfig.DEFAULT_PORT);
            if (host.startsWith("[") && host.endsWith("]")) {
                host = host.substring(1, host.length() - 1);
            }
            if (host.isEmpty()
                    || !port.matches("\\d{1,5}")
                    || Integer.parseInt(port) < 1
                    || Integer.parseInt(port) > 65_535) {
                throw new WrongValue(
                        ExitCodes.USAGE,
                        place -> UsageFault.of(
                                        "BAD_ADDRESS",
                                        Texts.of("fault.address", text),
                                        Texts.of("fault.unchanged.nothing-joined"),
                                        place.before() + USUAL)
                                .about("HOST:PORT", "HOST:1..65535"));
            }
            return new ServerAddress(host, Integer.parseInt(port));
        }
    }

    /**
     * Returns the address of what the page of this server shows.
     *
     * @param tls whether connections are encrypted
     * @param what for example {@code join/CODE}
     */
    public String page(boolean tls, String what) {
        return page(tls) + "#/" + what;
    }

    /** Returns the address of the page of this server, with a slash at its end. */
    public String page(boolean tls) {
        return (tls ? "https://" : "http://") + this + "/";
    }

    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
