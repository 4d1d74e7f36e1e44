package dev.truce.engine.text;

/** Texts as a spreadsheet may open them: none is taken for a formula. */
public final class SheetText {
    /** A text that begins like this could be taken for a formula; full-width forms too. */
    private static final String DANGEROUS = "=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20";

    private SheetText() {}

    /** Returns a text as a spreadsheet's cell, with an apostrophe in front if it could be taken for a formula. */
    public static String guarded(String text) {
        return isDangerous(text) ? "'" + text : text;
    }

    /** Returns the text of a cell that was guarded. */
    public static String unguarded(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    /** Returns whether a text has to be guarded. */
    public static boolean isDangerous(CharSequence text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
    }
}
