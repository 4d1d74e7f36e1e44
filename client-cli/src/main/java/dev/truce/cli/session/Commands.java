package dev.truce.cli.session;

import dev.truce.cli.seat.Completer;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.NearWord;
import dev.truce.engine.text.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All commands of a session, in the order in which help lists them. */
final class Commands implements Completer {
    private final List<Command> all;
    private final Candidates candidates;

    /** @param candidates what may stand on a line that begins with no command */
    Commands(List<Command> all, Candidates candidates) {
        this.all = List.copyOf(all);
        this.candidates = candidates;
    }

    /** Finds a command by its word or its short form, in any case. */
    Optional<Command> find(String typed) {
        return all.stream().filter(command -> command.isCalled(typed)).findFirst();
    }

    /** Returns the word of the command that was probably meant. */
    Optional<String> near(String typed) {
        return NearWord.one(typed, words());
    }

    /** Returns the words of all commands. */
    List<String> words() {
        return all.stream().map(Command::word).toList();
    }

    @Override
    public List<String> candidates(List<String> before, String typed) {
        Optional<Command> command = before.isEmpty() ? Optional.empty() : find(before.get(0));
        List<String> words = new ArrayList<>(before.isEmpty() ? words() : List.of());
        words.addAll(command.isPresent() ? command.get().candidates().apply(before, typed) : candidates.orders(typed));
        String begin = typed.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(begin))
                .toList();
    }

    /** Returns all commands with what they do. */
    List<String> help() {
        List<String> lines = new ArrayList<>(List.of(Texts.of("help.head")));
        for (Command command : all) {
            String names = command.word() + (command.alias().isEmpty() ? "" : ", " + command.alias());
            lines.addAll(TextWidth.wrap("  " + TextWidth.pad(names, 15), command.shortHelp()));
        }
        lines.addAll(TextWidth.wrap("", Texts.of("help.foot")));
        return lines;
    }

    /** Returns what one command does. */
    List<String> help(Command command) {
        return TextWidth.wrap(command.word() + Texts.of("list.colon"), command.longHelp());
    }
}
