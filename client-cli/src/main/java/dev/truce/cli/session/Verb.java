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
    SET("set", ""),
    KEEP("keep", "k"),
    UNDO("undo", "u"),
    TRY("try", "t"),
    COMMIT("commit", "c"),
    READY("ready", "r"),
    UNREADY("unready", ""),
    PACTS("pacts", "p"),
    OFFER("offer", "o"),
    COUNTER("counter", ""),
    ACCEPT("accept", ""),
    REFUSE("refuse", "reject"),
    WITHDRAW("withdraw", ""),
    NOTICE("notice", ""),
    SAY("say", ""),
    TELL("tell", ""),
    WHISPER("whisper", ""),
    SEATS("seats", ""),
    DRAFT("draft", ""),
    DRAFTS("drafts", ""),
    VOTE("vote", ""),
    ADOPT("adopt", ""),
    BRIEF("brief", ""),
    REASSURE("reassure", ""),
    WARN("warn", ""),
    THREATEN("threaten", ""),
    LEDGER("ledger", ""),
    INDICATORS("indicators", "i"),
    CARD("card", ""),
    NEWS("news", "n"),
    WHY("why", "w"),
    HISTORY("history", "h"),
    SHOW("show", ""),
    EXPLAIN("explain", "?"),
    HELP("help", ""),
    QUIT("quit", "q");

    private final String word;
    private final String alias;

    Verb(String word, String alias) {
        this.word = word;
        this.alias = alias;
    }

    public String word() {
        return word;
    }

    /** Its short form, or an empty text. */
    public String alias() {
        return alias;
    }

    /** Finds a command by its word or a short form, in any case. */
    public static Optional<Verb> find(String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        for (Verb verb : values()) {
            if (name.equals(verb.word) || (!name.isEmpty() && name.equals(verb.alias))) {
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
