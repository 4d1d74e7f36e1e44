package dev.truce.story.scenario;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.facts.ScriptRound;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A script as it was played through the rules: what was ordered and signed, what is displayed, and what sources report. */
public final class ScriptTopic {
    private static final int HEAD = 20;
    private static final int COMPARED = 30;
    private static final int INDENT = 4;

    private final Wording wording;

    /** @param wording the words of the scenario whose script it is */
    public ScriptTopic(Wording wording) {
        this.wording = wording;
    }

    /** Returns all rounds: a block for each with a step, a line for each without. */
    public Page page(List<ScriptRound> rounds) {
        List<Part> parts = new ArrayList<>();
        parts.add(text("", wording.text("script.head")));
        BySide<Double> largest = BySide.each(side -> 0.0);
        List<Object> objects = new ArrayList<>();
        for (ScriptRound round : rounds) {
            parts.add(head(round));
            ScriptRound.Step step = round.step();
            if (step != null) {
                step(parts, step);
            }
            BySide<Double> before = largest;
            largest = BySide.each(
                    side -> Math.max(before.of(side), round.distances().of(side)));
            objects.add(object(round));
        }
        parts.add(Part.named("rounds").datum(objects));
        parts.add(text("", wording.text("script.distance", rounds.size(), largest.us(), largest.cn())));
        parts.add(text("", wording.text("script.economy")));
        return Page.of(parts);
    }

    private static Part text(String head, String text) {
        return Part.named("text")
                .drawn(new Block.Text(head, TextWidth.width(head), text))
                .said(text);
    }

    private Part head(ScriptRound round) {
        String number = wording.text("script.round", round.round(), round.quarter());
        BySide<String> compared = BySide.each(side ->
                compared(side, round.displayed().of(side), round.reported().of(side)));
        String line = TextWidth.pad(number, HEAD) + TextWidth.pad(compared.us(), COMPARED) + compared.cn();
        return Part.named("round")
                .drawn(new Block.Lines(List.of(line)))
                .said(wording.text("script.round.spoken", number, compared.us(), compared.cn()));
    }

    private String compared(Side side, double displayed, ScriptRound.@Nullable Average reported) {
        return reported == null
                ? wording.text("script.alone", side, displayed)
                : wording.text(
                        "script.compared",
                        side,
                        displayed,
                        reported.percent(),
                        wording.text("script.basis." + reported.basis()));
    }

    private void step(List<Part> parts, ScriptRound.Step step) {
        String indent = " ".repeat(INDENT);
        for (Side side : Side.values()) {
            List<LevelChange> orders = step.orders().of(side);
            if (!orders.isEmpty()) {
                String list =
                        wording.phrases().row(orders.stream().map(this::order).toList());
                parts.add(Part.named("orders")
                        .drawn(new Block.Text(indent + side + "  ", TextWidth.width(indent + side + "  "), list))
                        .said(wording.text("script.orders.spoken", wording.side(side), list)));
            }
        }
        Terms signed = step.signed();
        if (signed != null) {
            String what = signed instanceof Terms.Package agreed
                    ? wording.text("script.package", agreed.pledges().size(), agreed.rounds())
                    : wording.text("script.renewal", signed.rounds());
            Ratification ratified = step.ratification();
            String then = ratified.outcome() == Ratification.Outcome.ENTERED
                    ? wording.text("script.entered")
                    : wording.text("script.lapsed", wording.ratification(ratified.outcome(), ratified.side()));
            parts.add(text(indent, what + then));
        }
        parts.add(text(indent, wording.text("script.note", wording.of(step.note()), step.source())));
    }

    private String order(LevelChange order) {
        String change = order.from() == order.to()
                ? order.instrument().word() + "=" + wording.level(order.instrument(), order.to())
                : wording.bareChange(order);
        return (change + wording.covert(order.instrument())).replace(' ', TextWidth.HARD_BLANK);
    }

    private static Map<String, Object> object(ScriptRound round) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("round", round.round());
        object.put("quarter", round.quarter());
        for (Side side : Side.values()) {
            ScriptRound.Average reported = round.reported().of(side);
            object.put(side.word() + "_displayed_percent", round.displayed().of(side));
            object.put(side.word() + "_reported_percent", reported == null ? null : reported.percent());
            object.put(side.word() + "_basis", reported == null ? null : reported.basis());
        }
        return object;
    }
}
