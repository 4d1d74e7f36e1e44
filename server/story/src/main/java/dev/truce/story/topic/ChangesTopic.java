package dev.truce.story.topic;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** What changed in a round, an instrument a line. */
public final class ChangesTopic {
    private static final int CHANGE = 32;
    private static final int INDENT = 6;

    private final Wording wording;
    private final Phrases phrases;

    /** @param wording the words of the scenario */
    public ChangesTopic(Wording wording) {
        this.wording = wording;
        this.phrases = wording.phrases();
    }

    public Page page(RoundView view) {
        List<Part> parts = new ArrayList<>();
        String head = phrases.of("diff.head", view.round());
        parts.add(Part.named("head").drawn(new Block.Heading(head, false)).said(head));
        for (Side side : Side.values()) {
            for (LevelChange change : view.changes()) {
                if (change.instrument().holder() == side) {
                    parts.add(part(view, change));
                }
            }
        }
        if (view.changes().isEmpty()) {
            String none = phrases.of("diff.none");
            parts.add(Part.named("none").drawn(new Block.Text("  ", 2, none)).said(none));
        }
        return Page.of(parts);
    }

    private Part part(RoundView view, LevelChange change) {
        boolean harder = Wording.isHarder(change.instrument(), change.from(), change.to());
        String direction = phrases.of(harder ? "diff.harder" : "diff.softer");
        Side side = change.instrument().holder();
        String text = TextWidth.pad(wording.change(change), CHANGE) + direction;
        Clause clause = view.treaty().binding(change.instrument(), view.round());
        if (view.fallbacks().contains(change)) {
            text = phrases.parts(List.of(text, phrases.of("diff.fallback")));
        } else if (clause != null && clause.isBrokenBy(change.to())) {
            text = phrases.parts(List.of(text, phrases.of("diff.breaks", clause.agreement())));
        }
        return Part.named("change")
                .drawn(new Block.Text("  " + side + "  ", INDENT, text))
                .said(phrases.of(
                        "spoken.change",
                        wording.side(side),
                        wording.title(change.instrument()),
                        wording.levelTitle(change.instrument(), change.from()),
                        wording.levelTitle(change.instrument(), change.to()),
                        direction));
    }
}
