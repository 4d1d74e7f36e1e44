package dev.truce.story.topic;

import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.HeldLevel;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.redline.RedLineCosts;
import dev.truce.engine.view.Observation;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The secret red lines of a seat's side: which they are, until when, and what they take from its score. Scores, and not points of
 * the rules, because every other figure on the screens is one. Says nothing where a scenario has no lines, or a viewer sees none.
 */
public final class RedLineTopic {
    private final Wording wording;
    private final RedLineCosts costs;

    /** @param wording the words of the scenario */
    public RedLineTopic(Wording wording) {
        this.wording = wording;
        this.costs = new RedLineCosts(wording.scenario());
    }

    /**
     * Returns the card that is shown when lines are new.
     *
     * @param side the seat's side
     * @param now the open round
     */
    public Page card(Side side, Observation now) {
        List<Instrument> lines = own(side, now);
        if (lines.isEmpty()) {
            return Page.of(List.of());
        }
        List<String> names = new ArrayList<>();
        lines.forEach(line -> names.add(wording.text("redlines.name", line.word(), wording.title(line))));
        int date = date(now);
        String text = wording.text(
                        date > 0 ? "redlines.card" : "redlines.card.last",
                        wording.phrases().clauses(names),
                        date)
                + wording.text("redlines.each", full(side))
                + published();
        List<Part> parts = new ArrayList<>();
        parts.add(Part.named("red_lines").drawn(Block.Text.of(text)).said(text));
        parts.addAll(eased(side, now));
        return Page.of(parts);
    }

    /** Returns which lines cost something that no clause asks for, and the order that ends it; holding leaves them where they are. */
    public Page hint(Side side, Observation now) {
        return Page.of(eased(side, now));
    }

    private List<Part> eased(Side side, Observation now) {
        List<Part> parts = new ArrayList<>();
        for (Instrument line : own(side, now)) {
            int held = held(line, now);
            int kept = wording.scenario().keptLevel(line, now.treaty(), now.openRound());
            if (held != Levels.UNSEEN && tenths(score(line, held, now)) < tenths(score(line, kept, now))) {
                String order = line.word() + "="
                        + wording.scenario().spec(line).rung(kept).token();
                String text = wording.text(
                        "redlines.eased", line.word(), order, cost(line, held, now), cost(line, kept, now));
                parts.add(
                        Part.named("red_line_eased").drawn(Block.Text.of(text)).said(text));
            }
        }
        return parts;
    }

    /** Returns the line of the dashboard: the lines, the round of the next date, and what they cost in the open round if the side holds. */
    List<Part> standing(Side side, Observation now) {
        List<Instrument> lines = own(side, now);
        if (lines.isEmpty()) {
            return List.of();
        }
        int date = date(now);
        List<String> shown = new ArrayList<>();
        List<Object> objects = new ArrayList<>();
        Part part = Part.named("red_lines");
        for (Instrument line : lines) {
            int level = held(line, now);
            shown.add(wording.text("redlines.now", line.word(), cost(line, level, now)));
            part = part.said(wording.text("redlines.spoken", wording.title(line), cost(line, level, now)));
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("instrument", line.id());
            object.put("cost", tenths(score(line, level, now)) / 10.0);
            objects.add(object);
        }
        String text = wording.text(
                date > 0 ? "redlines.line" : "redlines.line.last",
                wording.phrases().row(shown),
                full(side),
                date);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("next_date", date > 0 ? date : null);
        data.put("full_cost", tenths(costs.fullScore(side)) / 10.0);
        data.put("lines", objects);
        return List.of(part.drawn(new Block.Rule(text)).datum(data));
    }

    /**
     * Returns which red lines levels would cross in the open round, and what that costs; empty if none.
     *
     * @param now the open round, with the lines that its viewer sees
     * @param levels levels that are ordered
     */
    public List<String> crossed(Observation now, List<Order> levels) {
        return crossed(now, levels, now.treaty(), now.openRound());
    }

    /**
     * Returns which red lines levels would cross, and what that costs a round; empty if none.
     *
     * @param now the open round, with the lines that its viewer sees
     * @param levels levels that are agreed
     * @param treaty the treaty that has them
     * @param round the first round in which it does
     */
    List<String> crossed(Observation now, List<Order> levels, Treaty treaty, int round) {
        List<String> crossed = new ArrayList<>();
        prices(now, levels, treaty, round)
                .forEach((line, cost) ->
                        crossed.add(wording.text("redlines.crosses", line.word(), NumberText.tenth(cost))));
        return crossed;
    }

    /** Returns what each red line costs a round that levels cross, in tenths of a point below 0. */
    Map<Instrument, Long> prices(Observation now, List<Order> levels, Treaty treaty, int round) {
        Map<Instrument, Long> prices = new LinkedHashMap<>();
        for (Order each : levels) {
            long cost = tenths(costs.score(each.instrument(), each.level(), treaty, round));
            if (now.redLines().contains(each.instrument()) && cost < 0) {
                prices.put(each.instrument(), cost);
            }
        }
        return prices;
    }

    /** Returns what the lines of a side cost in the open round with given orders, as a score; empty if nothing. */
    String cost(Side side, Observation now, Orders orders) {
        double lost = 0;
        for (Instrument line : own(side, now)) {
            int ordered = orders.level(line);
            int level = ordered == Orders.NONE ? held(line, now) : ordered;
            lost += level == Levels.UNSEEN ? 0 : score(line, level, now);
        }
        return tenths(lost) == 0 ? "" : NumberText.tenth(tenths(lost));
    }

    /** The level in the open round if nothing is ordered. */
    private int held(Instrument line, Observation now) {
        return HeldLevel.of(wording.scenario(), now, line);
    }

    private static List<Instrument> own(Side side, Observation now) {
        return now.redLines().stream().filter(line -> line.holder() == side).toList();
    }

    private int date(Observation now) {
        return wording.scenario().redLines().nextDate(now.openRound());
    }

    private String full(Side side) {
        return NumberText.tenth(-tenths(costs.fullScore(side)));
    }

    /** That announcing has a price, where it has one. */
    private String published() {
        double times = wording.scenario().layers().publishedLine();
        return times > 1 ? wording.text("redlines.published", NumberText.plain(times)) : "";
    }

    private String cost(Instrument line, int level, Observation now) {
        return level == Levels.UNSEEN ? "?" : NumberText.tenth(tenths(score(line, level, now)));
    }

    private double score(Instrument line, int level, Observation now) {
        return costs.score(line, level, now.treaty(), now.openRound());
    }

    private static long tenths(double score) {
        return NumberText.tenths(Math.round(score * 1000));
    }
}
