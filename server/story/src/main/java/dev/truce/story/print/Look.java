package dev.truce.story.print;

import dev.truce.story.page.Page;
import java.util.List;

/**
 * How screens are drawn.
 *
 * @param charts which characters bars and charts use
 * @param accessible whether facts are told in sentences, without bars, columns or signs
 */
public record Look(Charts charts, boolean accessible) {
    /** Plain ASCII, as pipes and old terminals get it. */
    public static final Look PLAIN = new Look(Charts.ASCII, false);

    /** Sentences for a screen reader. */
    public static final Look ACCESSIBLE = new Look(Charts.ASCII, true);

    /** Characters of bars and charts. */
    public enum Charts {
        /** Only bytes 0x20 to 0x7E. */
        ASCII,
        /** Unicode block elements, an eighth of a column fine. */
        BLOCK,
        /** Charts in braille, four dots a row fine; bars as with {@link #BLOCK}. */
        BRAILLE
    }

    /** Returns a page as lines of a terminal: sentences if they are asked for, else columns. */
    public List<String> lines(Page page) {
        return accessible ? new SentencesPrinter().lines(page) : new ColumnsPrinter(this).lines(page);
    }

    /** Returns whether block elements may be used. */
    public boolean blocks() {
        return charts != Charts.ASCII && !accessible;
    }
}
