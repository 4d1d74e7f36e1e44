package dev.truce.cli.session;

import dev.truce.cli.seat.Candidates;
import dev.truce.cli.seat.Completer;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.NearWord;
import dev.truce.engine.text.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** All commands of a session, in groups and in the order in which help lists them. */
final class Commands implements Completer {
    private static final String ALL = "all";

    private final List<Group> groups;
    private final List<Command> all;
    private final Candidates candidates;

    /**
     * Commands for one purpose, which the text {@code help.group.WORD} names.
     *
     * @param word what is typed after help
     */
    record Group(String word, List<Command> commands) {
        Group {
            commands = List.copyOf(commands);
        }

        Group(String word, Command... commands) {
            this(word, List.of(commands));
        }
    }

    /** @param candidates what may stand on a line that begins with no command */
    Commands(List<Group> groups, Candidates candidates) {
        this.groups =
                groups.stream().filter(group -> !group.commands().isEmpty()).toList();
        this.all = groups.stream().flatMap(group -> group.commands().stream()).toList();
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

    /** Returns the words of the groups. */
    List<String> groups() {
        return groups.stream().map(Group::word).toList();
    }

    /** Returns all that help knows. */
    List<String> topics() {
        return Stream.of(words(), groups(), List.of(ALL)).flatMap(List::stream).toList();
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

    /**
     * Returns what help says.
     *
     * @param topic nothing, a command, a group, or {@code all}; nothing is returned for another word
     */
    List<String> help(String topic) {
        if (topic.isEmpty()) {
            return overview();
        }
        Optional<Command> one = find(topic);
        if (one.isPresent()) {
            return TextWidth.wrap(
                    one.get().word() + Texts.of("list.colon"), one.get().longHelp());
        }
        return groups.stream()
                .filter(group -> topic.equalsIgnoreCase(ALL) || topic.equalsIgnoreCase(group.word()))
                .flatMap(group -> lines(group).stream())
                .toList();
    }

    /** The words of all commands by group: it fits on a screen. */
    private List<String> overview() {
        List<String> lines = new ArrayList<>(TextWidth.wrap("", Texts.of("help.head")));
        for (Group group : groups) {
            List<String> words = group.commands().stream().map(Commands::names).toList();
            lines.addAll(TextWidth.wrap(
                    "  " + TextWidth.pad(group.word(), 9),
                    title(group) + Texts.of("list.colon") + Texts.phrases().clauses(words)));
        }
        lines.addAll(TextWidth.wrap("", Texts.of("help.foot")));
        return lines;
    }

    /** The commands of a group with what they do. */
    private static List<String> lines(Group group) {
        List<String> lines = new ArrayList<>(List.of(title(group)));
        int width = group.commands().stream()
                .mapToInt(command -> TextWidth.width(names(command)))
                .max()
                .orElse(0);
        for (Command command : group.commands()) {
            lines.addAll(TextWidth.wrap("  " + TextWidth.pad(names(command), width + 2), command.shortHelp()));
        }
        return lines;
    }

    private static String title(Group group) {
        return Texts.of("help.group." + group.word());
    }

    /** The word and its short form, which stay on one line. */
    private static String names(Command command) {
        String alias = command.alias().isEmpty() ? "" : " (" + command.alias() + ")";
        return (command.word() + alias).replace(' ', TextWidth.HARD_BLANK);
    }
}
