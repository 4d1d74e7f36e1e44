package dev.truce.story.words;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.legality.Legality;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.LegalLevels.Overruled;
import dev.truce.engine.orders.LegalLevels.Overruler;
import dev.truce.engine.orders.Order;
import dev.truce.engine.scenario.Law;
import dev.truce.engine.view.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is told of orders and clauses that the rules overrule: that they have no effect or less of it, and why. */
public final class OverruledWords {
    private final Wording wording;

    /** @param wording the words of the scenario */
    public OverruledWords(Wording wording) {
        this.wording = wording;
    }

    /** Returns the levels of an instrument that do not last, in short, those together that come to the same; empty if all last. */
    public List<String> inShort(LegalLevels may, Observation now) {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        for (Overruled one : may.overruled()) {
            String by = wording.text("overruled.by." + one.by().name());
            String then = isIdle(may.instrument(), one, now)
                    ? wording.text("overruled.short.none", by)
                    : wording.text("overruled.short.to", wording.level(may.instrument(), one.to()), by);
            levels.computeIfAbsent(then, key -> new ArrayList<>()).add(wording.level(may.instrument(), one.level()));
        }
        List<String> told = new ArrayList<>();
        levels.forEach((then, of) ->
                told.add(wording.text("overruled.short", wording.phrases().row(of), then)));
        return told;
    }

    /** Returns a sentence on the levels of an instrument that do not last, one for those together that come to the same. */
    public List<String> ofLevels(LegalLevels may, Observation now) {
        Map<Overruled, List<String>> levels = new LinkedHashMap<>();
        for (Overruled one : may.overruled()) {
            levels.computeIfAbsent(new Overruled(one.to(), one.to(), one.by()), key -> new ArrayList<>())
                    .add(wording.level(may.instrument(), one.level()));
        }
        List<String> told = new ArrayList<>();
        levels.forEach((then, of) ->
                told.add(sentence(may.instrument(), may.instrument().word() + "=" + String.join("/", of), then, now)));
        return told;
    }

    /** Returns a sentence on each order of the viewer's side that does not last. */
    public List<String> ofOrders(List<Order> orders, Observation now) {
        List<String> told = new ArrayList<>();
        for (Order order : orders) {
            String sentence = ofOrder(order, orders, now);
            if (!sentence.isEmpty()) {
                told.add(sentence);
            }
        }
        return told;
    }

    /** Returns the sentence on one order that is given alone; empty if it lasts. */
    public String ofOrder(Order order, Observation now) {
        return ofOrder(order, List.of(order), now);
    }

    private String ofOrder(Order order, List<Order> orders, Observation now) {
        Overruled one = find(order, now);
        if (one == null || (one.by() == Overruler.CLAUSE && investigates(orders))) {
            return "";
        }
        return sentence(order.instrument(), wording.order(order), one, now);
    }

    private String sentence(Instrument instrument, String ordered, Overruled one, Observation now) {
        return wording.text(
                isIdle(instrument, one, now) ? "overruled.none" : "overruled.to",
                ordered,
                because(one.by(), instrument, now.openRound()),
                wording.level(instrument, one.to()));
    }

    /** Returns a sentence on each clause to which the law keeps its side anyhow, in all rounds that are left to it. */
    public List<String> ofClauses(List<Clause> clauses, Observation now) {
        List<String> told = new ArrayList<>();
        for (Clause clause : clauses) {
            int next = Math.max(clause.first(), now.openRound() + 1);
            if (!clause.instrument().isCovert()
                    && wording.scenario().law().keepsBelow(clause.instrument(), clause.bound(), next, clause.last())) {
                told.add(wording.text(
                        "overruled.clause", wording.clause(clause), because(Overruler.LAW, clause.instrument(), next)));
            }
        }
        return told;
    }

    private String because(Overruler by, Instrument instrument, int round) {
        if (by == Overruler.LAW) {
            Law.Statute statute = wording.scenario().law().inForce(instrument, round);
            return statute == null ? wording.text("overruled.by.LAW") : wording.of(statute.titles());
        }
        long cap = Math.round(wording.scenario().knobs().courtCap());
        return wording.text("overruled.because." + by.name(), cap);
    }

    private static @Nullable Overruled find(Order order, Observation now) {
        for (LegalLevels may : now.legal()) {
            if (may.instrument() == order.instrument()) {
                return may.overruled(order.level());
            }
        }
        return null;
    }

    private static boolean isIdle(Instrument instrument, Overruled one, Observation now) {
        return one.to() == now.levels().get(instrument);
    }

    private static boolean investigates(List<Order> orders) {
        return orders.stream()
                .anyMatch(order -> order.instrument() == Instrument.US_SECTION301_INVESTIGATION
                        && order.level() != Legality.PAUSED);
    }
}
