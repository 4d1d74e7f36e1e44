package dev.truce.story.print;

import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Prints pages for a screen reader: one fact a sentence; no bars, columns or signs. */
public final class SentencesPrinter {
    /** Returns a page as lines; a sentence begins a line. */
    public List<String> lines(Page page) {
        List<String> lines = new ArrayList<>();
        for (Sentence sentence : page.sentences()) {
            lines.addAll(TextWidth.wrap("", sentence.indent(), sentence.text()));
        }
        return lines;
    }
}
