package dev.truce.match.notation;

/** Finds the last word of a text by going back from its end: a pattern tries every blank before it, and is slow where there are many. */
final class LastWord {
    private LastWord() {}

    /** Returns where the last word begins; the end of the text if a blank stands there. */
    static int of(String text) {
        int at = text.length();
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Returns what stands before the last word if it is this one, in any case, and something does; else the text. */
    static String cut(String text, String word) {
        int last = of(text);
        String before = text.substring(0, last).strip();
        return !before.isEmpty() && text.substring(last).equalsIgnoreCase(word) ? before : text;
    }
}
