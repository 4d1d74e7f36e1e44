package dev.truce.cli.session;

import dev.truce.cli.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * One command of a session. Texts {@code help.short.WORD} and {@code help.long.WORD} of the bundles explain it.
 *
 * @param word the word of the command
 * @param alias its short form, or an empty text
 * @param always whether it works before the match has begun, too
 * @param isBare whether nothing may stand after the word
 * @param candidates what Tab offers after it: from the words before the one that is typed, and from that one
 * @param run does what it says, with what was typed after the word
 */
record Command(
        String word,
        String alias,
        boolean always,
        boolean isBare,
        BiFunction<List<String>, String, List<String>> candidates,
        Consumer<String> run) {

    /** Returns a command of the match that Tab offers nothing after. */
    static Command of(String word, String alias, Consumer<String> run) {
        return new Command(word, alias, false, false, (before, typed) -> List.of(), run);
    }

    /** Returns a command of the match after whose word nothing may stand. */
    static Command bare(String word, String alias, Runnable run) {
        return new Command(word, alias, false, true, (before, typed) -> List.of(), nothing -> run.run());
    }

    /** Returns the command with what Tab offers after it. */
    Command completed(BiFunction<List<String>, String, List<String>> by) {
        return new Command(word, alias, always, isBare, by, run);
    }

    /** Returns the command, working before the match has begun too. */
    Command working() {
        return new Command(word, alias, true, isBare, candidates, run);
    }

    /** Returns whether it is called so, in any case. */
    boolean isCalled(String typed) {
        return typed.equalsIgnoreCase(word) || (!alias.isEmpty() && typed.equalsIgnoreCase(alias));
    }

    /** Returns what it does, in a few words. */
    String shortHelp() {
        return Texts.of("help.short." + word.toUpperCase(Locale.ROOT));
    }

    /** Returns what it does, in some sentences. */
    String longHelp() {
        return Texts.of("help.long." + word.toUpperCase(Locale.ROOT));
    }
}
