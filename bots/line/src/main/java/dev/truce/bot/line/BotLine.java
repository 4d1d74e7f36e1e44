package dev.truce.bot.line;

/**
 * What came instead of a line, or the line.
 *
 * @param kind what it is
 * @param text the line without its end; empty for the other kinds
 */
public record BotLine(Kind kind, String text) {
    /** Nothing more will come. */
    public static final BotLine END = new BotLine(Kind.END, "");

    /** A line that was longer than a line may be; its text is not kept. */
    public static final BotLine TOO_LONG = new BotLine(Kind.TOO_LONG, "");

    /** Kinds of lines. */
    public enum Kind {
        /** A line. */
        TEXT,
        /** A line that was too long. */
        TOO_LONG,
        /** The end of the stream. */
        END
    }

    /** A line of text. */
    public BotLine(String text) {
        this(Kind.TEXT, text);
    }

    public boolean isEnd() {
        return kind == Kind.END;
    }

    /** Returns whether the first word of the line is this one. */
    public boolean begins(String word) {
        return text.startsWith(word) && (text.length() == word.length() || text.charAt(word.length()) == ' ');
    }
}
