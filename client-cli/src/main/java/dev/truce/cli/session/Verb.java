package dev.truce.cli.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The commands of a session. */
public enum Verb {
    STATE("state", "s"),
    DIFF("diff", "d"),
    LEGAL("legal", "l"),
    SET("set"),
    KEEP("keep", "k"),
    UNDO("undo", "u"),
    TRY("try", "t"),
    COMMIT("commit", "c"),
    READY("ready", "r"),
    UNREADY("unready"),
    PACTS("pacts", "p"),
    WHY("why", "w"),
    HISTORY("history", "h"),
    SHOW("show"),
    EXPLAIN("explain", "?"),
    HELP("help"),
    QUIT("quit", "q");

    private final List<String> names;

    Verb(String... names) {
        this.names = List.of(names);
    }

    /** Returns the word of the command. */
    public String word() {
        return names.get(0);
    }

    /** Returns its short forms. */
    public List<String> aliases() {
        return names.subList(1, names.size());
    }

    /** Finds a command by its word or a short form, in any case. */
    public static Optional<Verb> find(String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        for (Verb verb : values()) {
            if (verb.names.contains(name)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    /** Returns the words of all commands. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Verb verb : values()) {
            words.add(verb.word());
        }
        return words;
    }
}
