package dev.truce.app.config;

import dev.truce.engine.text.NearWord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The table of what a server may be told when it is started. From the name of a setting follow its option, its environment variable
 * and its key in a file. No value is a secret: a secret stands in a file that a setting names, since everybody on the machine can
 * read the options of a process.
 */
public enum Setting {
    /** Address to listen on. */
    HOST("ADDRESS", SettingKind.TEXT, ServerConfig.DEFAULT_HOST),
    /** Port to listen on. */
    PORT("N", SettingKind.whole(0, 65_535), Integer.toString(ServerConfig.DEFAULT_PORT)),
    /** Whether other machines may connect. */
    ALLOW_NETWORK("", SettingKind.SWITCH, "false"),
    /** Folder that keeps the matches; by default the system's place for such files. */
    DATA("DIR", SettingKind.PATH, ""),
    /** Database that keeps the matches, where no file in the folder does. */
    STORE("URL", SettingKind.STORE, ""),
    /** File with the password of that database. */
    STORE_PASSWORD_FILE("FILE", SettingKind.PATH, ""),
    /** Host name under which browsers may reach the server. */
    NAME("HOST", SettingKind.HOST_NAME, ""),
    /** Address of the page for browsers, where something stands before the server. */
    PUBLIC_URL("URL", SettingKind.PAGE, ""),
    /** Pages elsewhere that may connect. */
    ALLOW_ORIGIN("URL", SettingKind.ORIGINS, ""),
    /** Whether a balancer stands before the server. */
    PROXY_PROTOCOL("", SettingKind.SWITCH, "false"),
    /** Rooms that have a code at a time; twice as many matches stay in memory. */
    ROOMS("N", SettingKind.whole(1, 20_000), "1000"),
    /** Classes that are open at a time. */
    CLASSES("N", SettingKind.whole(1, 1_000), "32"),
    /** Whether only those who hold the desk key open rooms. */
    ROOMS_BY_KEY("", SettingKind.SWITCH, "false"),
    /** Certificate chain. */
    TLS_CERT("FILE.pem", SettingKind.PATH, ""),
    /** Private key. */
    TLS_KEY("FILE.pem", SettingKind.PATH, ""),
    /** Port on which HTTP that is not encrypted is sent on. */
    REDIRECT_PORT("N", SettingKind.whole(1, 65_535), ""),
    /** How long a server that is stopped may take. */
    DRAIN_SECONDS("N", SettingKind.whole(1, 600), "30"),
    /** How lines of the log look. */
    LOG_FORMAT("FORMAT", SettingKind.oneOf("text", "json"), "text");

    /** What the environment variables of all settings begin with. */
    public static final String VARIABLES = "TRUCE_SERVE_";

    /** Environment variable that names the file of settings. */
    public static final String FILE_VARIABLE = VARIABLES + "CONFIG";

    private final String label;
    private final SettingKind kind;
    private final String usual;

    /**
     * @param label what stands for the value in a help text
     * @param usual the default, empty for none
     */
    Setting(String label, SettingKind kind, String usual) {
        this.label = label;
        this.kind = kind;
        this.usual = usual;
    }

    /** Returns the keys of all settings, as a file has them. */
    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }

    /** Returns the setting that an environment variable sets. */
    static Optional<Setting> ofVariable(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(name))
                .findFirst();
    }

    /** Returns the name of a variable that is near to one that nothing has. */
    static String nearestVariable(String name) {
        return NearWord.nearest(
                name, Arrays.stream(values()).map(Setting::variable).toList());
    }

    /** Its key in a file, for example {@code allow_network}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its option, for example {@code --allow-network}. */
    public String option() {
        return "--" + key().replace('_', '-');
    }

    /** Its environment variable, for example {@code TRUCE_SERVE_ALLOW_NETWORK}. */
    public String variable() {
        return VARIABLES + name();
    }

    public String label() {
        return label;
    }

    public SettingKind kind() {
        return kind;
    }

    /** The default; empty if there is none, or if it is the system's. */
    public String usual() {
        return usual;
    }

    /** Returns its texts where nobody sets it. */
    List<String> byDefault() {
        String text = equals(DATA) ? ServerConfig.defaultData().toString() : usual;
        return text.isEmpty() ? List.of() : List.of(text);
    }
}
