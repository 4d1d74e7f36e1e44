package dev.truce.tournament.result;

import dev.truce.bot.line.model.Cassette;
import dev.truce.bot.line.model.ModelBots;
import dev.truce.bot.line.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the folder of a tournament keeps what its models were asked and what they answered. */
final class CassetteFiles {
    private static final String FOLDER = "cassette";

    private CassetteFiles() {}

    /** Returns the file of calls of a bot, by its index. */
    static Path tape(Path folder, int bot) {
        return folder.resolve(named(bot));
    }

    /** Returns the file of calls of a bot within its folder, by its index. */
    static String named(int bot) {
        return FOLDER + "/bot-" + (bot + 1) + ".jsonl";
    }

    /**
     * Reads the file of calls of a model, by its index.
     *
     * @throws ResultException if it is damaged; names the line
     */
    static void open(Path folder, int bot, ModelBots model) throws IOException, ResultException {
        try {
            model.open();
        } catch (Cassette.TornException torn) {
            throw new ResultException(named(bot), torn.line(), "cassette-line");
        }
    }

    /** Returns the file that says what a model is and how it is asked. */
    static Path model(Path folder, int bot) {
        return folder.resolve(FOLDER).resolve("bot-" + (bot + 1) + ".json");
    }

    /** Writes what a model is and how it is asked. */
    static void keep(Path folder, int bot, ModelFile model) throws IOException {
        Path file = model(folder, bot);
        Files.createDirectories(folder.resolve(FOLDER));
        Path prompt = file.resolveSibling("bot-" + (bot + 1) + ".txt");
        ResultFolder.write(prompt, model.prompt());
        ResultFolder.write(file, model.stored(prompt.getFileName().toString()));
    }
}
