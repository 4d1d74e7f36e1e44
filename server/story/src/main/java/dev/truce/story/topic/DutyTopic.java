package dev.truce.story.topic;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the treaty asks of a seat's side in the open round: what moves by itself, what needs an order, what is broken, what is kept. */
public final class DutyTopic {
    private static final int LABEL = 18;

    private final Wording wording;

    /** @param wording the words of the scenario */
    public DutyTopic(Wording wording) {
        this.wording = wording;
    }

    /**
     * Returns what each clause on a side asks for in the open round, and what comes of it with given orders. Who suspends the agreement
     * answers in public to the truce beneath it.
     *
     * @param choice what the side does about its accusation of the other
     */
    public List<Duty> duties(Side side, Observation now, Orders orders, AccusationChoice choice) {
        List<Duty> duties =
                Duty.of(wording.scenario().agreements(), now.treaty(), now.levels(), side, orders, now.openRound());
        if (choice != AccusationChoice.SUSPEND) {
            return duties;
        }
        Treaty truce = now.treaty().fallenToTruce(now.openRound());
        List<Duty> owed = new ArrayList<>();
        for (Duty duty : duties) {
            Instrument instrument = duty.clause().instrument();
            Clause beneath = truce.binding(instrument, now.openRound());
            if (duty.isKept() || instrument.isCovert()) {
                owed.add(duty);
            } else if (beneath != null) {
                owed.add(new Duty(beneath, duty.level(), duty.then(), duty.ordered()));
            }
        }
        return owed;
    }

    /** Returns the list; without a part if nothing binds the side. */
    public Page page(Side side, Observation now, Orders orders, AccusationChoice choice) {
        List<Duty> duties = duties(side, now, orders, choice);
        List<Part> parts = new ArrayList<>();
        if (duties.isEmpty()) {
            return Page.of(parts);
        }
        String head = wording.text("duties.head", now.openRound());
        parts.add(Part.named("head").drawn(Block.Text.of(head)).said(head).datum(List.of("duties"), objects(duties)));
        rows(parts, "duties.moves", duties, Duty::movesByItself, this::move);
        rows(parts, "duties.needs", duties, duty -> !duty.isKept() && !duty.ordered(), this::order);
        rows(parts, "duties.broken", duties, duty -> !duty.isKept() && duty.ordered(), this::breach);
        rows(
                parts,
                "duties.kept",
                duties,
                duty -> duty.isKept() && !duty.movesByItself(),
                duty -> bound(duty.clause()));
        return Page.of(parts);
    }

    private void rows(
            List<Part> parts, String key, List<Duty> duties, Predicate<Duty> which, Function<Duty, String> words) {
        List<String> texts = duties.stream()
                .filter(which)
                .map(duty -> words.apply(duty).replace(' ', TextWidth.HARD_BLANK))
                .toList();
        if (!texts.isEmpty()) {
            String label = wording.text(key);
            String list = wording.phrases().row(texts);
            parts.add(Part.named("duty")
                    .drawn(new Block.Labelled("  " + label, LABEL, list))
                    .said(label
                            + wording.text("list.colon")
                            + list.replace("->", " " + wording.text("spoken.to") + " ")));
        }
    }

    private String move(Duty duty) {
        return wording.bareChange(new LevelChange(duty.clause().instrument(), duty.level(), duty.then()));
    }

    private String order(Duty duty) {
        return wording.order(new Order(duty.clause().instrument(), duty.clause().bound()));
    }

    private String breach(Duty duty) {
        Order order = new Order(duty.clause().instrument(), duty.then());
        return wording.text("duties.breach", wording.order(order), duty.clause().agreement(), bound(duty.clause()));
    }

    private String bound(Clause clause) {
        return clause.instrument().word() + wording.bound(clause);
    }

    private List<Object> objects(List<Duty> duties) {
        List<Object> objects = new ArrayList<>();
        for (Duty duty : duties) {
            Instrument instrument = duty.clause().instrument();
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("agreement", duty.clause().agreement());
            object.put("instrument", instrument.id());
            object.put("bound", wording.level(instrument, duty.clause().bound()));
            object.put("level", wording.level(instrument, duty.level()));
            object.put("then", wording.level(instrument, duty.then()));
            object.put("kept", duty.isKept());
            object.put("by_itself", duty.movesByItself());
            objects.add(object);
        }
        return objects;
    }
}
