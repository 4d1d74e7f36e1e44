package dev.truce.match.record;

/** Which texts can stand in a line of a record and come back as they were. */
public final class OneLine {
    private OneLine() {}

    /** Returns whether a text has no control character, no line or paragraph separator and no half of a surrogate pair. */
    public static boolean is(String text) {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int type = Character.getType(point);
            if (type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE) {
                return false;
            }
            at += Character.charCount(point);
        }
        return true;
    }
}
