package dev.truce.story.print;

import dev.truce.story.page.Page;
import java.util.List;

/** Prints pages as a person wants to read them on a terminal. */
public final class Screen {
    private Screen() {}

    /** Returns a page as lines: sentences if the look asks for them, else columns. */
    public static List<String> lines(Page page, Look look) {
        return look.accessible() ? new SentencesPrinter().lines(page) : new ColumnsPrinter(look).lines(page);
    }
}
