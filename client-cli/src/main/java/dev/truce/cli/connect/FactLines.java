package dev.truce.cli.connect;

import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.RoomFact;
import dev.truce.story.heard.NoticeWords;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Says in lines when something begins to be so in a class for a while, and when it is not so any more. Thread-safe. */
public final class FactLines implements Consumer<ClassNews> {
    private final Consumer<List<String>> show;
    private Set<RoomFact> told = Set.of();

    /** Nothing was told yet. */
    public FactLines(Consumer<List<String>> show) {
        this.show = show;
    }

    @Override
    public synchronized void accept(ClassNews news) {
        if (news instanceof ClassNews.Changed changed) {
            RoomFact.changes(
                    told,
                    changed.facts(),
                    (fact, holds) -> show.accept(TextWidth.wrap("", NoticeWords.of(Texts.phrases(), fact, holds))));
            told = changed.facts();
        }
    }
}
