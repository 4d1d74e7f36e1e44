package dev.truce.cli.watch;

import dev.truce.cli.frame.Frame;
import dev.truce.cli.frame.Scene;
import dev.truce.cli.frame.Scene.Pane;
import dev.truce.cli.text.Texts;
import dev.truce.story.page.Page;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.print.Folding;
import dev.truce.story.print.Look;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees who watches a match: a resolved round, all rounds in a line each, and what was said to all.
 *
 * @param header which match and round, the time and the link
 * @param round the round that is looked at, or null before one is resolved
 * @param history all rounds
 * @param said what was said
 * @param look which characters bars use
 */
record WatchScene(String header, @Nullable Page round, Page history, List<String> said, Look look) implements Scene {
    WatchScene {
        said = List.copyOf(said);
    }

    /** Returns the same below another header. */
    WatchScene under(String other) {
        return new WatchScene(other, round, history, said, look);
    }

    @Override
    public List<String> top(int columns) {
        return List.of(header);
    }

    @Override
    public List<String> board(int rows) {
        if (round == null) {
            return List.of();
        }
        return BoardScene.filled(new Folding(look).lines(round, rows), rows);
    }

    @Override
    public List<Pane> panes(int columns) {
        if (round == null) {
            return List.of();
        }
        return List.of(
                Pane.of(
                        Texts.of("watch.pane.round"),
                        Texts.of("watch.title.round"),
                        new ColumnsPrinter(look, columns).lines(round)),
                history(columns),
                talk());
    }

    private Pane history(int columns) {
        return Pane.of(
                Texts.of("watch.pane.history"),
                Texts.of("watch.title.history"),
                new ColumnsPrinter(look, Math.min(columns, Frame.BOARD)).lines(history));
    }

    private Pane talk() {
        return Pane.of(
                Texts.of("watch.pane.talk"),
                Texts.of("watch.title.talk"),
                said.isEmpty() ? List.of(Texts.of("dashboard.nothing")) : said);
    }

    @Override
    public List<Pane> beside(int columns) {
        return round == null ? List.of() : List.of(talk());
    }
}
