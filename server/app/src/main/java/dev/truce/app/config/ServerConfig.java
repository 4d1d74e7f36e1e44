package dev.truce.app.config;

import dev.truce.store.StoreAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server is told when it is started: a value of each {@link Setting}, and what only a command or a program around it says.
 * Start from {@link #local} or {@link #embedded} and change what differs.
 *
 * @param values texts of each setting: none if it has no value, several for a list
 * @param acceptLoss whether to go on although entries that were acknowledged are missing at the end of the journal
 * @param limits how much of anything it takes that no setting names
 * @param signsRecords whether it vouches for the records that it hands out, by a key that stays in its folder
 */
public record ServerConfig(
        Map<Setting, List<String>> values, boolean acceptLoss, ServerLimits limits, boolean signsRecords) {

    /** Port of a server that nobody told otherwise. */
    public static final int DEFAULT_PORT = 7788;

    /** Name of the file inside the data directory that opens the figures. */
    public static final String METRICS_KEY_FILE = "metrics.key";

    /** Only this machine reaches it. */
    public static final String DEFAULT_HOST = "127.0.0.1";

    /**
     * A certificate and its key.
     *
     * @param certificate PEM file with the certificate chain
     * @param key PEM file with the private key, PKCS #8, without a password
     */
    public record Tls(Path certificate, Path key) {}

    public ServerConfig {
        Map<Setting, List<String>> all = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            all.put(setting, List.copyOf(values.getOrDefault(setting, setting.byDefault())));
        }
        values = Map.copyOf(all);
    }

    /** A server for this machine only, on the default port, that keeps its matches in a directory. */
    public static ServerConfig local(Path data) {
        return new ServerConfig(Map.of(), false, ServerLimits.STANDARD, false).with(Setting.DATA, data);
    }

    /** A server inside another program: this machine only, any free port. */
    public static ServerConfig embedded(Path data) {
        return local(data).with(Setting.PORT, 0);
    }

    /** Returns where a server keeps its matches unless told otherwise: the place that the system has for such files. */
    public static Path defaultData() {
        Map<String, String> environment = System.getenv();
        return defaultData(System.getProperty("os.name", ""), home(environment).toString(), environment);
    }

    /** Returns the home directory of the person: what HOME says outside of Windows, as for every program there, else that of the account. */
    public static Path home(Map<String, String> environment) {
        return home(System.getProperty("os.name", ""), System.getProperty("user.home", "."), environment);
    }

    static Path home(String system, String ofAccount, Map<String, String> environment) {
        String named = environment.getOrDefault("HOME", "");
        return system.toLowerCase(Locale.ROOT).contains("win")
                        || named.isBlank()
                        || !Path.of(named).isAbsolute()
                ? Path.of(ofAccount)
                : Path.of(named);
    }

    static Path defaultData(String system, String home, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? Path.of(home, "AppData", "Local") : Path.of(local)).resolve("truce");
        }
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "truce");
        }
        String xdg = environment.get("XDG_DATA_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(home, ".local", "share") : Path.of(xdg);
        return base.resolve("truce");
    }

    /**
     * Returns the same with other values of a setting: one, or for a list any number.
     *
     * @throws IllegalArgumentException if a value is none that the setting may have
     */
    public ServerConfig with(Setting setting, Object... others) {
        List<String> texts = new ArrayList<>();
        for (Object other : others) {
            String text = other.toString();
            if (!setting.kind().fits().test(text)) {
                throw new IllegalArgumentException(setting.key() + " " + StoreAddress.withoutPassword(text));
            }
            texts.add(text);
        }
        Map<Setting, List<String>> all = new EnumMap<>(values);
        all.put(setting, texts);
        return new ServerConfig(all, acceptLoss, limits, signsRecords);
    }

    /** Returns the same, going on or not although the end of the journal is lost. */
    public ServerConfig withAcceptLoss(boolean accepted) {
        return new ServerConfig(values, accepted, limits, signsRecords);
    }

    /** Returns the same with other limits, and so other values of the settings that are limits. */
    public ServerConfig withLimits(ServerLimits others) {
        return new ServerConfig(values, acceptLoss, others, signsRecords)
                .with(Setting.ROOMS, others.rooms())
                .with(Setting.CLASSES, others.classes());
    }

    /** Returns how much of anything it takes; for some the settings say it. */
    @Override
    public ServerLimits limits() {
        return limits.edit()
                .rooms(whole(Setting.ROOMS))
                .classes(whole(Setting.CLASSES))
                .done();
    }

    /** Returns the same, vouching for its records: for a server whose folder stays. */
    public ServerConfig signingRecords() {
        return new ServerConfig(values, acceptLoss, limits, true);
    }

    private List<String> texts(Setting setting) {
        return values.getOrDefault(setting, List.of());
    }

    /** Returns whether a setting has a value. */
    public boolean has(Setting setting) {
        return !texts(setting).isEmpty();
    }

    /** Returns the value of a setting that has one. */
    public String text(Setting setting) {
        return texts(setting).get(0);
    }

    /** Returns the value of a setting that is yes or no. */
    public boolean isOn(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    /** Returns the value of a setting that is a whole number. */
    public int whole(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    /** Returns the directory for the journal; it is created if need be. */
    public Path data() {
        return Path.of(text(Setting.DATA));
    }

    /** Returns the database that keeps the journal; empty if a file in the data directory does. */
    public Optional<StoreAddress> store() {
        return texts(Setting.STORE).stream().findFirst().flatMap(StoreAddress::parse);
    }

    /** Returns the file with the password of that database, if one is named. */
    public Optional<Path> storePasswordFile() {
        return texts(Setting.STORE_PASSWORD_FILE).stream().findFirst().map(Path::of);
    }

    /** Returns the file with the key of who reads the figures; it is written if there is none. */
    public Path metricsKey() {
        return data().resolve(METRICS_KEY_FILE);
    }

    /**
     * Returns certificate and key, or null if neither is named.
     *
     * @throws StartException if only one of them is: the server would not be encrypted, and somebody believes that it is
     */
    public @Nullable Tls tls() throws StartException {
        if (has(Setting.TLS_CERT) != has(Setting.TLS_KEY)) {
            throw new StartException(StartException.Code.BAD_TLS, "tls-pair");
        }
        return has(Setting.TLS_CERT) ? new Tls(Path.of(text(Setting.TLS_CERT)), Path.of(text(Setting.TLS_KEY))) : null;
    }

    /**
     * Returns whether what goes over the network can be read there, tokens and keys included: other machines connect, without TLS, and no balancer
     * stands between that could encrypt it.
     *
     * @throws StartException as {@link #address} and {@link #tls} say
     */
    public boolean isReadable() throws StartException {
        return !address().getAddress().isLoopbackAddress() && tls() == null && !isOn(Setting.PROXY_PROTOCOL);
    }

    /**
     * Returns the web origins whose pages may open a WebSocket beside the server's own: those that are named, and the host name of
     * the server with its port or, where a balancer has another one, without.
     */
    public List<String> origins() {
        List<String> all = new ArrayList<>(texts(Setting.ALLOW_ORIGIN));
        for (String name : texts(Setting.NAME)) {
            for (String authority : List.of(name, name + ":" + text(Setting.PORT))) {
                all.add("https://" + authority);
                all.add("http://" + authority);
            }
        }
        if (has(Setting.PUBLIC_URL)) {
            URI url = URI.create(text(Setting.PUBLIC_URL));
            all.add(url.getScheme() + "://" + url.getRawAuthority());
        }
        return List.copyOf(all);
    }

    /** Returns the host names under which browsers may reach the server, on any port that a balancer has. */
    public List<String> names() {
        List<String> all = new ArrayList<>(texts(Setting.NAME));
        if (has(Setting.PUBLIC_URL)) {
            all.add(URI.create(text(Setting.PUBLIC_URL)).getHost());
        }
        return List.copyOf(all);
    }

    /** Returns the address of the page that is told to all who open it in a browser, with a slash at its end; empty if nobody has set it. */
    public String publicUrl() {
        String url = has(Setting.PUBLIC_URL) ? text(Setting.PUBLIC_URL) : "";
        return url.isEmpty() || url.endsWith("/") ? url : url + "/";
    }

    /**
     * Returns the address to listen on.
     *
     * @throws StartException if the host is unknown, or the address is not this machine's own loop and nobody has said that other
     *     machines may connect
     */
    public InetSocketAddress address() throws StartException {
        String host = text(Setting.HOST);
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartException(StartException.Code.BAD_HOST, "host", host);
        }
        if (!address.isLoopbackAddress() && !isOn(Setting.ALLOW_NETWORK)) {
            throw new StartException(StartException.Code.EXPOSED_WITHOUT_CONSENT, "exposed", host);
        }
        return new InetSocketAddress(address, whole(Setting.PORT));
    }
}
