package dev.truce.match.notation;

import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.deed.Deed;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prints and reads what is said: words in quotes with their audience, or as people type them. */
final class Speech {
    /** Words for an audience, in quotes. */
    private static final Pattern SAID = Pattern.compile("(\\S+)\\s+\"(.*)\"", Pattern.DOTALL);

    private static final Pattern AUDIENCE =
            Pattern.compile("(ALL|OTHER|OWN)(?:\\s.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SAY = Pattern.compile("SAY\\s+(\\S.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String FORM = "SAY all \"text\"";

    /** From the widest to the narrowest. */
    private static final List<Channel> AUDIENCES = List.of(Channel.PUBLIC, Channel.OTHER_SIDE, Channel.DELEGATION);

    private Speech() {}

    /** Appends what is said: the statement, then the words if there are any. */
    static void print(Deed.Say said, Scenario scenario, StringBuilder text) {
        Statement statement = said.statement();
        if (statement != null) {
            text.append(StatementNotation.of(statement, scenario));
            if (said.text().isEmpty() && said.channel() == Channel.PUBLIC) {
                return;
            }
            text.append(' ');
        }
        text.append("SAY ").append(word(said.channel())).append(' ').append(quoted(said.text()));
    }

    /** Returns the word for an audience: {@code all}, {@code other} or {@code own}. */
    static String word(Channel channel) {
        return switch (channel) {
            case PUBLIC -> "all";
            case OTHER_SIDE -> "other";
            case DELEGATION -> "own";
        };
    }

    private static Channel channel(String word) throws DeedSyntax {
        for (Channel channel : AUDIENCES) {
            if (word(channel).equals(word.toLowerCase(Locale.ROOT))) {
                return channel;
            }
        }
        List<String> legal = AUDIENCES.stream().map(Speech::word).toList();
        throw new DeedSyntax(
                NotationFault.BAD_TEXT, "refused.bad_text.audience", String.join(", ", legal), DeedReader.shown(word));
    }

    /** Reads words with their audience and in quotes; without an audience they are for all. */
    static Deed.Say said(String words) throws DeedSyntax {
        if (!SAID.matcher(words).matches() && !AUDIENCE.matcher(words).matches()) {
            return told(Channel.PUBLIC, words);
        }
        Deed.Say said = addressed(words, null);
        if (said.text().isEmpty()) {
            throw bad("none", FORM);
        }
        return said;
    }

    /** Reads words for an audience that is known. */
    static Deed.Say told(Channel channel, String words) throws DeedSyntax {
        String text = unquoted(words);
        if (text.isEmpty()) {
            throw bad("none", FORM);
        }
        return new Deed.Say(channel, text, null);
    }

    /** Reads the words after a statement, if there are any: as {@code SAY all "..."}, or as they are. */
    static Deed.Say stated(Statement statement, String words) throws DeedSyntax {
        Matcher say = SAY.matcher(words);
        boolean addressed = say.matches()
                && (SAID.matcher(say.group(1)).matches()
                        || AUDIENCE.matcher(say.group(1)).matches());
        return addressed ? addressed(say.group(1), statement) : plain(statement, words);
    }

    /** Takes all words after a statement as they are. */
    static Deed.Say plain(Statement statement, String words) {
        return new Deed.Say(Channel.PUBLIC, unquoted(words), statement);
    }

    private static Deed.Say addressed(String words, @Nullable Statement statement) throws DeedSyntax {
        Matcher said = SAID.matcher(words);
        if (!said.matches()) {
            // Words that begin with an audience could be meant for it alone, so they are not said to all.
            throw bad("quotes", FORM);
        }
        return new Deed.Say(channel(said.group(1)), unescaped(said.group(2)), statement);
    }

    /** Returns words as people type them, without the quotes around all of them. */
    private static String unquoted(String words) {
        String text = words.strip();
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
            return text;
        }
        String inner = text.substring(1, text.length() - 1);
        try {
            return unescaped(inner).strip();
        } catch (DeedSyntax asItStands) {
            return inner.strip();
        }
    }

    /** Returns a text in quotes, with a backslash before a quote or a backslash. */
    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Returns the text between quotes, in which a backslash stands before a quote or a backslash. */
    static String unescaped(String quoted) throws DeedSyntax {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c == '\\') {
                i++;
                c = i < quoted.length() ? quoted.charAt(i) : '\0';
                if (c != '"' && c != '\\') {
                    throw bad("backslash", "\\\"");
                }
            } else if (c == '"') {
                throw bad("quote", "\\\"");
            }
            text.append(c);
        }
        return text.toString();
    }

    private static DeedSyntax bad(String what, String legal) {
        return new DeedSyntax(NotationFault.BAD_TEXT, "refused.bad_text." + what, legal);
    }
}
