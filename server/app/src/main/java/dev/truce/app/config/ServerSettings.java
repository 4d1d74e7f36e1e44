package dev.truce.app.config;

import dev.truce.scenario.ScenarioException;
import dev.truce.scenario.Scenarios;
import dev.truce.scenario.Section;
import dev.truce.store.StoreAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a server is told, and by whom: options first, then the environment, then a file, then the defaults. */
public final class ServerSettings {
    private static final int MAX_CHARACTERS = 4_096;

    /** Place of a value that nobody has set. */
    public static final String NOBODY = "";

    /**
     * What a setting is, and who says so.
     *
     * @param texts none if it is not set, several for a list
     * @param place the option, the variable, or the file with line and column; {@link #NOBODY} for the default
     */
    public record Value(List<String> texts, String place) {
        public Value {
            texts = List.copyOf(texts);
        }
    }

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

    private ServerSettings() {}

    /**
     * Puts the settings together.
     *
     * @param options what was typed
     * @param environment all environment variables; those that begin like the ones of settings have to be such
     * @param file the file of settings, or null for the one that the environment names, if it does
     * @throws StartException if a setting is unknown or its value is not one of its kind, or the file cannot be read
     * @throws ScenarioException if the file is no plain YAML; says line and key
     */
    public static ServerSettings of(
            Map<Setting, List<String>> options, Map<String, String> environment, @Nullable Path file)
            throws StartException {
        ServerSettings settings = new ServerSettings();
        for (Setting setting : Setting.values()) {
            settings.values.put(setting, new Value(setting.byDefault(), NOBODY));
        }
        String named = environment.getOrDefault(Setting.FILE_VARIABLE, "");
        if (file != null) {
            settings.read(file);
        } else if (!named.isBlank()) {
            settings.read(Path.of(named));
        }
        settings.take(environment);
        for (Map.Entry<Setting, List<String>> option : options.entrySet()) {
            settings.set(option.getKey(), option.getValue(), option.getKey().option());
        }
        return settings;
    }

    private void read(Path file) throws StartException {
        Section section;
        String name = file.toString();
        try (InputStream in = Files.newInputStream(file)) {
            // The reader refuses a text that is longer than it may be.
            byte[] bytes = in.readNBytes(Scenarios.MAX_TEXT_BYTES + 1);
            section = Section.read(new String(bytes, StandardCharsets.UTF_8), name, List.of(), Setting.keys());
        } catch (IOException e) {
            throw new StartException(StartException.Code.BAD_CONFIG, "config", file, e);
        } catch (ScenarioException wrong) {
            if (wrong.code() != ScenarioException.Code.UNKNOWN_KEY) {
                throw wrong;
            }
            List<Object> named = wrong.refusal().arguments();
            throw unknown(named.get(0), wrong.where(), named.get(1));
        }
        for (Setting setting : Setting.values()) {
            if (section.has(setting.key())) {
                List<String> texts = setting.kind().isList()
                        ? section.texts(setting.key(), MAX_CHARACTERS)
                        : List.of(section.text(setting.key(), MAX_CHARACTERS));
                set(setting, texts, section.where(setting.key()));
            }
        }
    }

    /** A variable without a value is as none, as scripts leave them. */
    private void take(Map<String, String> environment) throws StartException {
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            if (!name.startsWith(Setting.VARIABLES) || name.equals(Setting.FILE_VARIABLE)) {
                continue;
            }
            Setting setting = Setting.ofVariable(name).orElse(null);
            if (setting == null) {
                throw unknown(name, name, Setting.nearestVariable(name));
            }
            String text = variable.getValue().strip();
            if (!text.isEmpty()) {
                set(setting, setting.kind().isList() ? List.of(text.split("[\\s,]+")) : List.of(text), name);
            }
        }
    }

    private static StartException unknown(Object name, String place, Object nearest) {
        return new StartException(StartException.Code.UNKNOWN_SETTING, "setting.unknown", name, place, nearest);
    }

    private void set(Setting setting, List<String> texts, String place) throws StartException {
        for (String text : texts) {
            if (!setting.kind().fits().test(text)) {
                throw refused(setting, text, place);
            }
        }
        values.put(setting, new Value(texts, place));
    }

    private static StartException refused(Setting setting, String text, String place) {
        String shown = setting.kind().equals(SettingKind.STORE) ? StoreAddress.withoutPassword(text) : text;
        if (!shown.equals(text)) {
            return new StartException(StartException.Code.PASSWORD_IN_ADDRESS, "password", shown, place);
        }
        List<Object> named = new ArrayList<>(List.of(setting.key(), text, place));
        named.addAll(setting.kind().limits());
        return new StartException(
                StartException.Code.BAD_OPTION, "setting." + setting.kind().name(), named.toArray());
    }

    /** Returns what a setting is and who says so. */
    public Value value(Setting setting) {
        return Objects.requireNonNull(values.get(setting), setting.key());
    }

    /** Returns what the server is told. */
    public ServerConfig config() {
        Map<Setting, List<String>> texts = new EnumMap<>(Setting.class);
        values.forEach((setting, value) -> texts.put(setting, value.texts()));
        return new ServerConfig(texts, false, ServerLimits.STANDARD, false);
    }
}
