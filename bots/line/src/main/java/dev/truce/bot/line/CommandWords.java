package dev.truce.bot.line;

import java.util.ArrayList;
import java.util.List;

/** Splits a command line at blanks; single or double quotes keep blanks inside. There is no shell; a command that needs one calls it. */
public final class CommandWords {
    private CommandWords() {}

    /**
     * Returns the words.
     *
     * @throws IllegalArgumentException if a quote is not closed or there is no word
     */
    public static List<String> of(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("the command has a quote that is not closed: " + command);
        }
        if (inWord) {
            words.add(word.toString());
        }
        if (words.isEmpty() || words.get(0).isEmpty()) {
            throw new IllegalArgumentException("the command is empty");
        }
        return words;
    }
}
