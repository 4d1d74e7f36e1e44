package dev.truce.cli.option;

import dev.truce.app.config.ServerConfig;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.terminal.Surroundings;
import dev.truce.cli.terminal.Tint;
import dev.truce.story.print.Look;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command has: how it looks, and what it tells about errors. */
public final class Settings {
    @SuppressWarnings("UnusedVariable") // The parser sets it and prints the help by itself.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "option.help")
    private boolean help;

    @Option(names = "--charts", descriptionKey = "option.charts", paramLabel = "KIND")
    private Look.@Nullable Charts charts;

    @Option(names = "--no-color", descriptionKey = "option.no-color")
    private boolean noColor;

    @Option(names = "--plain", descriptionKey = "option.plain")
    private boolean plain;

    @SuppressWarnings(
            "UnusedVariable") // Chosen before the command line is parsed, as the parser speaks that language too.
    @Option(names = "--lang", paramLabel = "en|zh", descriptionKey = "option.lang")
    private @Nullable String lang;

    @Option(names = "--debug", descriptionKey = "option.debug")
    private boolean debug;

    private @Nullable Surroundings surroundings;

    /** Returns what the program was started in, with what the person has chosen once for all. */
    public Surroundings surroundings() {
        Surroundings known = surroundings;
        if (known == null) {
            Surroundings process = Surroundings.ofProcess();
            known = new Surroundings(
                    process.terminal(),
                    new KeptSettings(folder(process)).under(process.environment()),
                    process.windows());
            surroundings = known;
        }
        return known;
    }

    /** Returns how screens are drawn. */
    public Look look() {
        return surroundings().look(charts, plain);
    }

    public boolean debug() {
        return debug;
    }

    public boolean plain() {
        return plain;
    }

    /** Returns the folder for this program's settings. */
    public Path folder() {
        return folder(surroundings());
    }

    /** Returns the ground for colour, none if it was refused. */
    public Tint.Ground ground() {
        return surroundings().ground(noColor || plain);
    }

    /** Returns a printer to the standard streams. */
    public Printer printer(boolean json) {
        Tint tint = new Tint(json ? Tint.Ground.NONE : ground());
        return new Printer(System.out, System.err, tint, json);
    }

    private static Path folder(Surroundings surroundings) {
        return folder(
                surroundings.environment(), surroundings.windows(), ServerConfig.home(surroundings.environment()));
    }

    private static Path folder(Map<String, String> environment, boolean windows, Path home) {
        String own = environment.getOrDefault("TRUCE_CONFIG", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        if (windows && environment.containsKey("APPDATA")) {
            return Path.of(environment.get("APPDATA"), "truce");
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return config.isEmpty() ? home.resolve(".config").resolve("truce") : Path.of(config, "truce");
    }
}
