package dev.truce.bot.line;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Turns what somebody wrote for a bot into one: a name of the roster, or a command that speaks the line protocol. */
public final class BotCommands {
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
     *     before them options as in {@code patience=4}, see {@link OptionCheck}, and a name as in {@code toll=python3}
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
        if (!Programs.isProgram(words.get(0))) {
            String near = words.size() == 1
                    ? Roster.suggestion(text.strip())
                            .map(name -> "; did you mean the bot " + name + "?")
                            .orElse("")
                    : "";
            throw new IllegalArgumentException(
                    "there is no bot of the name '" + text.strip() + "', and no program '" + words.get(0) + "'" + near);
        }
        String name = command.name().isEmpty() ? name(words) : command.name();
        return BotFactory.of(name, text.strip(), seat -> new ChildBot(command, limits, seat));
    }

    /**
     * Starts a command once and hears the name that it announces.
     *
     * @return the name, made fit for files; nothing if the text names a bot of the roster, gives the bot a name, or it announces none
     * @throws IllegalArgumentException if the text is no command
     */
    public static Optional<String> announcedName(String text, ChildLimits limits) {
        if (isRosterName(text)) {
            return Optional.empty();
        }
        BotCommand command = BotCommand.of(text);
        if (!command.name().isEmpty()) {
            return Optional.empty();
        }
        try (BotDialogue talk = BotDialogue.start(command.words(), limits)) {
            StringBuilder name = new StringBuilder();
            BotReply greeted = talk.greet(option -> {}, announced -> name.replace(0, name.length(), announced));
            if (!(greeted instanceof BotReply.Given)) {
                return Optional.empty();
            }
            talk.leave();
            return Optional.of(Programs.name(name.toString())).filter(made -> !made.isEmpty());
        } catch (IOException none) {
            return Optional.empty();
        }
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
        String made = Programs.name(name.toString());
        return made.isEmpty() ? "child" : made;
    }
}
