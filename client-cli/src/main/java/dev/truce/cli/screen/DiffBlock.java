package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.LevelChange;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** What changed in the last round, an instrument a line. */
public final class DiffBlock {
    private final Wording wording;

    /** @param wording the words of the scenario */
    public DiffBlock(Wording wording) {
        this.wording = wording;
    }

    /** Returns the changes of a round. */
    public List<String> lines(RoundView view) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of("diff.head", view.round()));
        for (Side side : Side.values()) {
            for (LevelChange change : view.changes()) {
                if (change.instrument().holder() == side) {
                    lines.addAll(TextWidth.wrap("  " + side + "  ", line(view, change)));
                }
            }
        }
        if (lines.size() == 1) {
            lines.add("  " + Texts.of("diff.none"));
        }
        return lines;
    }

    private String line(RoundView view, LevelChange change) {
        boolean harder = Wording.isHarder(change.instrument(), change.from(), change.to());
        String text = TextWidth.pad(wording.change(change), 32) + Texts.of(harder ? "diff.harder" : "diff.softer");
        Clause clause = view.treaty().binding(change.instrument(), view.round());
        if (view.fallbacks().contains(change)) {
            text += ", " + Texts.of("diff.fallback");
        } else if (clause != null && clause.isBrokenBy(change.to())) {
            text += ", " + Texts.of("diff.breaks", clause.agreement());
        }
        return text;
    }
}
