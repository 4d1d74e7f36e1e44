package dev.truce.bot.line;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A command line that starts a bot, with what its options are set to, as in {@code patience=4 python3 bot.py}: words before the program
 * that have the form {@code OPTION=VALUE}. If the program itself has a word and {@code =} before it, as in {@code
 * patience=4 toll=python3 bot.py} or {@code toll='python3 bot.py'}, the word is the name of the bot. A value that another program
 * follows is one of an option, as in {@code mode=test python3 bot.py}.
 *
 * @param name the name that it was given, or empty
 * @param settings values by the names of options, in the order in which they were given
 * @param words program and arguments, at least one
 */
public record BotCommand(String name, Map<String, String> settings, List<String> words) {
    private static final Pattern SETTING = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*=.*", Pattern.DOTALL);

    /** Longest value in characters; a line of the protocol has room for more. */
    private static final int MAX_VALUE = 1_000;

    public BotCommand {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        words = List.copyOf(words);
    }

    /**
     * Takes a command line apart.
     *
     * @throws IllegalArgumentException if a quote is not closed, there is no program, or an option is set twice or to something that
     *     does not stand in a line
     */
    public static BotCommand of(String text) {
        List<String> all = CommandWords.of(text);
        Map<String, String> settings = new LinkedHashMap<>();
        int program = 0;
        while (program < all.size() && SETTING.matcher(all.get(program)).matches()) {
            String word = all.get(program++);
            String name = word.substring(0, word.indexOf('='));
            String value = word.substring(name.length() + 1);
            List<String> named = named(value, all.subList(program, all.size()));
            if (!named.isEmpty()) {
                return new BotCommand(Programs.name(name), settings, named);
            }
            if (value.length() > MAX_VALUE || value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("the value of the option '" + name + "' must be one line of at most "
                        + MAX_VALUE + " characters");
            }
            if (settings.put(name, value) != null) {
                throw new IllegalArgumentException("the option '" + name + "' is set twice");
            }
        }
        if (program == all.size()) {
            throw new IllegalArgumentException("options are set, but there is no program after them: " + text);
        }
        return new BotCommand("", settings, all.subList(program, all.size()));
    }

    /**
     * Returns the words of a command that has a name, or none if the value is that of an option: if it is no program, or another
     * program follows it.
     */
    private static List<String> named(String value, List<String> rest) {
        if (rest.isEmpty()) {
            List<String> quoted = value.isBlank() ? List.of() : CommandWords.of(value);
            return !quoted.isEmpty() && Programs.isProgram(quoted.get(0)) ? quoted : List.of();
        }
        if (!Programs.isProgram(value) || Programs.isProgram(rest.get(0))) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of(value));
        words.addAll(rest);
        return words;
    }

    /** Returns the name under which the bot plays: the one that it was given, or its words in lower case, other characters as hyphens. */
    String botName() {
        if (!name.isEmpty()) {
            return name;
        }
        String program = words.get(0);
        StringBuilder made =
                new StringBuilder(program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1));
        for (String word : words.subList(1, words.size())) {
            made.append(' ').append(word.substring(word.lastIndexOf('/') + 1));
        }
        String fit = Programs.name(made.toString());
        return fit.isEmpty() ? "child" : fit;
    }

    /**
     * Starts the program once and hears the name that it announces.
     *
     * @return the name, made fit for files; nothing if the command gives the bot a name, or it announces none
     */
    public Optional<String> announcedName(ChildLimits limits) {
        if (!name.isEmpty()) {
            return Optional.empty();
        }
        try (BotDialogue talk = BotDialogue.start(words, limits)) {
            StringBuilder said = new StringBuilder();
            BotReply greeted = talk.greet(option -> {}, announced -> said.replace(0, said.length(), announced));
            if (!(greeted instanceof BotReply.Given)) {
                return Optional.empty();
            }
            talk.leave();
            return Optional.of(Programs.name(said.toString())).filter(made -> !made.isEmpty());
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
