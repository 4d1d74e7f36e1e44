package dev.truce.bot.line;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Turns what somebody wrote for a bot into one: a name of the roster, or a command that speaks the line protocol. */
public final class BotCommands {
    /** A server takes no longer one. */
    private static final int MOST_NAME = 24;

    private BotCommands() {}

    /**
     * Returns the bot with the usual limits.
     *
     * @throws IllegalArgumentException if it is neither, with one sentence that says why
     */
    public static BotFactory parse(String text) {
        return parse(text, ChildLimits.USUAL);
    }

    /**
     * Returns the bot.
     *
     * @param text a name of the roster in any case, or a command line: words with blanks between, quotes around words with blanks,
     *     before them options as in {@code patience=4}; see {@link OptionCheck}
     * @param limits what a command may take; a bot of the roster needs none
     * @throws IllegalArgumentException if it is neither, with one sentence that says why
     */
    public static BotFactory parse(String text, ChildLimits limits) {
        if (isRosterName(text)) {
            return Roster.find(text.strip()).orElseThrow();
        }
        BotCommand command = BotCommand.of(text);
        List<String> words = command.words();
        if (!command.settings().isEmpty() && words.size() == 1 && isRosterName(words.get(0))) {
            throw new IllegalArgumentException("the bot " + words.get(0) + " has no options");
        }
        if (!isProgram(words.get(0))) {
            String near = words.size() == 1
                    ? Roster.suggestion(text.strip())
                            .map(name -> "; did you mean the bot " + name + "?")
                            .orElse("")
                    : "";
            throw new IllegalArgumentException(
                    "there is no bot of the name '" + text.strip() + "', and no program '" + words.get(0) + "'" + near);
        }
        return BotFactory.of(name(words), text.strip(), seat -> new ChildBot(command, limits, seat));
    }

    /** Returns whether the text names a bot of the roster. */
    public static boolean isRosterName(String text) {
        return Roster.find(text.strip()).isPresent();
    }

    /** Returns the name under which a command plays: its words in lower case, other characters as hyphens. */
    private static String name(List<String> words) {
        String program = words.get(0);
        String plain = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
        StringBuilder name = new StringBuilder(plain);
        for (String word : words.subList(1, words.size())) {
            name.append(' ').append(word.substring(word.lastIndexOf('/') + 1));
        }
        String made = name.toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        made = made.substring(0, Math.min(made.length(), MOST_NAME)).replaceAll("-+$", "");
        return made.isEmpty() ? "child" : made;
    }

    private static boolean isProgram(String word) {
        try {
            if (word.contains("/") || word.contains(File.separator)) {
                return Files.isExecutable(Path.of(word)) && !Files.isDirectory(Path.of(word));
            }
            String path = System.getenv("PATH");
            for (String folder : (path == null ? "" : path).split(File.pathSeparator)) {
                for (String ending : List.of("", ".exe", ".cmd", ".bat")) {
                    if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, word + ending))) {
                        return true;
                    }
                }
            }
            return false;
        } catch (InvalidPathException none) {
            return false;
        }
    }
}
