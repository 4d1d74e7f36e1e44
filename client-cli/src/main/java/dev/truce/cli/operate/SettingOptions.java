package dev.truce.cli.operate;

import dev.truce.app.config.ServerSettings;
import dev.truce.app.config.Setting;
import dev.truce.app.config.StartException;
import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.scenario.ScenarioException;
import dev.truce.story.print.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** An option for each setting of a server, made from their table, and one for the file of settings. */
public final class SettingOptions {
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--config", paramLabel = "FILE", descriptionKey = "option.config")
    private @Nullable Path file;

    /** The parser calls this while it sets up the command. */
    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec mixee) {
        command = mixee;
        for (Setting setting : Setting.values()) {
            OptionSpec.Builder option = OptionSpec.builder(setting.option()).description(description(setting));
            if (setting.kind().isSwitch()) {
                option.type(Boolean.class).arity("0").negatable(true);
            } else if (setting.kind().isList()) {
                option.type(List.class).auxiliaryTypes(String.class).arity("1").paramLabel(setting.label());
            } else {
                option.type(String.class).arity("1").paramLabel(setting.label());
            }
            mixee.addOption(option.build());
        }
    }

    /** Returns what a setting means, with its default. */
    public static String description(Setting setting) {
        String meaning = Texts.of("setting." + setting.key());
        return setting.usual().isEmpty() || setting.kind().isSwitch()
                ? meaning
                : meaning + " " + Texts.of("setting.usual", setting.usual());
    }

    /** Returns what the server is told, from the options, the environment and the file. */
    public ServerSettings read(Map<String, String> environment) throws FaultException {
        try {
            return ServerSettings.of(typed(), environment, file);
        } catch (StartException refused) {
            throw FaultException.failed(EmbeddedServer.of(refused), refused);
        } catch (ScenarioException wrong) {
            throw FaultException.failed(
                    UsageFault.of(
                                    StartException.Code.BAD_CONFIG.name(),
                                    Texts.of("fault.class-list", Texts.safe(wrong.where()), Texts.of(wrong.refusal())),
                                    Texts.of("fault.unchanged.no-server"),
                                    Texts.of("fault.next.config"))
                            .about(wrong.refusal().field(), wrong.refusal().legal()),
                    wrong);
        }
    }

    private Map<Setting, List<String>> typed() {
        Map<Setting, List<String>> typed = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            Object value = command.findOption(setting.option()).getValue();
            if (value instanceof List<?> several) {
                typed.put(setting, several.stream().map(String::valueOf).toList());
            } else if (value != null) {
                typed.put(setting, List.of(value.toString()));
            }
        }
        return typed;
    }

    /** Returns lines that could stand in a file of settings, each with a remark on who says so. */
    public static List<String> lines(ServerSettings settings) {
        List<String> keys = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        int widest = 0;
        for (Setting setting : Setting.values()) {
            ServerSettings.Value value = settings.value(setting);
            String key = value.texts().isEmpty()
                    ? "# " + setting.key() + ":"
                    : setting.key() + ": " + yaml(setting, value.texts());
            keys.add(key);
            remarks.add(
                    value.place().equals(ServerSettings.NOBODY)
                            ? Texts.of(value.texts().isEmpty() ? "setting.from.nobody" : "setting.from.default")
                            : Texts.safe(value.place()));
            widest = Math.max(widest, key.length());
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            lines.add(keys.get(i) + " ".repeat(widest + 2 - keys.get(i).length()) + "# " + remarks.get(i));
        }
        return lines;
    }

    private static String yaml(Setting setting, List<String> texts) {
        List<String> quoted = texts.stream()
                .map(text -> text.matches("[A-Za-z0-9/][A-Za-z0-9_./-]*") ? text : Json.write(text))
                .toList();
        return setting.kind().isList() ? "[" + String.join(", ", quoted) + "]" : quoted.get(0);
    }
}
