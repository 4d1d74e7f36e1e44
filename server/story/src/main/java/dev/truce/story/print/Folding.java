package dev.truce.story.print;

import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints a page into so many rows of a screen: what matters less at a glance folds first, to one line or to none, until the page fits; if
 * all is folded, the last offers and agreements are left out. A line that is cut ends in dots.
 */
public final class Folding {
    private static final String DOTS = "...";
    private static final String HEAD = "head";

    /** Which parts fold, in this order, and to how many lines. */
    private static final List<Fold> FOLDS = List.of(
            new Fold("markets", 0),
            new Fold("ledger", 0),
            new Fold("saying", 1),
            new Fold("answer", 0),
            new Fold("causes", 1),
            new Fold("offer", 1),
            new Fold("draft", 1),
            new Fold("agreement", 1),
            new Fold("text", 1),
            new Fold("own_text", 1),
            new Fold("saying", 0),
            new Fold("text", 0));

    /** Which parts are left out when all are folded, the last of them first. */
    private static final List<String> LAST_RESORT = List.of("offer", "draft", "agreement", HEAD, "causes");

    private final ColumnsPrinter printer;

    private record Fold(String part, int lines) {}

    private static final class Folded {
        private final String name;
        private List<String> lines;

        Folded(Part part, List<String> lines) {
            this.name = part.name();
            this.lines = lines;
        }
    }

    /** @param look which characters bars use */
    public Folding(Look look) {
        this.printer = new ColumnsPrinter(look);
    }

    /** Returns a page as at most {@code rows} lines; what never folds, the levels of both sides, needs 14. */
    public List<String> lines(Page page, int rows) {
        List<Folded> panes = new ArrayList<>();
        for (Part part : page.parts()) {
            panes.add(new Folded(part, part.block().in(printer)));
        }
        for (Fold fold : FOLDS) {
            for (Folded pane : panes) {
                if (rows(panes) > rows && pane.name.equals(fold.part()) && pane.lines.size() > fold.lines()) {
                    pane.lines = folded(pane.lines, fold.lines());
                }
            }
        }
        panes.removeIf(pane -> pane.lines.isEmpty());
        for (String name : LAST_RESORT) {
            for (int i = panes.size() - 1; i >= 0 && rows(panes) > rows; i--) {
                if (panes.get(i).name.equals(name)) {
                    panes.remove(i);
                    removeHead(panes, i - 1);
                }
            }
        }
        return panes.stream().flatMap(pane -> pane.lines.stream()).toList();
    }

    /** Takes out a head under which nothing is left. */
    private static void removeHead(List<Folded> panes, int at) {
        boolean isHead = at >= 0 && panes.get(at).name.equals(HEAD);
        boolean isBare = at + 1 == panes.size()
                || panes.get(at + 1).name.equals(HEAD)
                || panes.get(at + 1).name.equals("score");
        if (isHead && isBare) {
            panes.remove(at);
        }
    }

    private static int rows(List<Folded> panes) {
        return panes.stream().mapToInt(pane -> pane.lines.size()).sum();
    }

    private static List<String> folded(List<String> lines, int left) {
        if (left == 0) {
            return List.of();
        }
        String last = TextWidth.trimmed(TextWidth.cut(lines.get(left - 1), TextWidth.SCREEN - DOTS.length()));
        List<String> folded = new ArrayList<>(lines.subList(0, left - 1));
        folded.add(last + DOTS);
        return folded;
    }
}
