package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.report.Ratification.Outcome;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.scenario.Script;
import dev.truce.scenario.ScriptRun;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A script as it was played through the rules: what was ordered and signed, what is displayed, and what sources report. */
public final class ScriptPage {
    private static final int HEAD = 20;

    private final Wording wording;

    /** @param scenario whose script it is */
    public ScriptPage(Scenario scenario) {
        wording = Texts.wording(scenario);
    }

    /** Returns the page: a block for each round with a step, a line for each without. */
    public List<String> lines(List<ScriptRun.Round> rounds) {
        List<String> lines = new ArrayList<>(TextWidth.wrap("", Texts.of("script.head")));
        double us = 0;
        double cn = 0;
        for (ScriptRun.Round round : rounds) {
            lines.add(head(round));
            Script.Step step = round.step();
            if (step != null) {
                moves(lines, round, step);
            }
            us = Math.max(us, distance(round.usDisplayed(), round.us()));
            cn = Math.max(cn, distance(round.cnDisplayed(), round.cn()));
        }
        lines.addAll(TextWidth.wrap("", Texts.of("script.distance", rounds.size(), us, cn)));
        lines.addAll(TextWidth.wrap("", Texts.of("script.economy")));
        return lines;
    }

    private static String head(ScriptRun.Round round) {
        String number = Texts.of("script.round", round.report().round(), round.quarter());
        return TextWidth.pad(number, HEAD)
                + TextWidth.pad(compared(Side.US, round.usDisplayed(), round.us()), 30)
                + compared(Side.CN, round.cnDisplayed(), round.cn());
    }

    private static String compared(Side side, double displayed, Script.@Nullable Average reported) {
        return reported == null
                ? Texts.of("script.alone", side, displayed)
                : Texts.of(
                        "script.compared",
                        side,
                        displayed,
                        reported.percent(),
                        reported.basis().name().toLowerCase(Locale.ROOT));
    }

    private void moves(List<String> lines, ScriptRun.Round round, Script.Step step) {
        for (Side side : Side.values()) {
            List<String> orders = step.orders().of(side).list().stream()
                    .map(order -> order(round, order))
                    .toList();
            if (!orders.isEmpty()) {
                lines.addAll(TextWidth.wrap("    " + side + "  ", String.join(", ", orders)));
            }
        }
        Terms signed = step.signed();
        if (signed != null) {
            Outcome outcome = round.report().ratification().outcome();
            String what = signed instanceof Terms.Package agreed
                    ? Texts.of("script.package", agreed.pledges().size(), agreed.rounds())
                    : Texts.of("script.renewal", signed.rounds());
            lines.addAll(TextWidth.wrap(
                    "    ", what + Texts.of(outcome == Outcome.ENTERED ? "script.entered" : "script.lapsed", outcome)));
        }
        lines.addAll(TextWidth.wrap("    ", Texts.of(step.note()) + " (" + step.source() + ")"));
    }

    private String order(ScriptRun.Round round, Order order) {
        String from = wording.level(order.instrument(), round.report().before().get(order.instrument()));
        String to = wording.level(order.instrument(), order.level());
        String change = from.equals(to)
                ? order.instrument().word() + "=" + to
                : order.instrument().word() + " " + from + "->" + to;
        return (change + wording.covert(order.instrument())).replace(' ', TextWidth.HARD_BLANK);
    }

    private static double distance(double displayed, Script.@Nullable Average reported) {
        return reported == null ? 0 : Math.abs(displayed - reported.percent());
    }
}
