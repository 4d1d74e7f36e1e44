package dev.truce.story.round;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.scenario.Law;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Part;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a round about levels: what each side moved by order, and what moved by itself. */
final class MoveParts {
    private final Wording wording;

    MoveParts(Wording wording) {
        this.wording = wording;
    }

    /** Returns the red lines of both sides, for those who see both, when they are new. */
    List<Part> redLines(RoundView view, @Nullable RoundView before) {
        if (view.viewer() != Viewer.OMNISCIENT) {
            return List.of();
        }
        BySide<List<Instrument>> lines = BySide.each(side -> MoveFacts.redLines(view, side));
        BySide<List<Instrument>> known =
                BySide.each(side -> before == null ? List.of() : MoveFacts.redLines(before, side));
        if (lines.equals(known)) {
            return List.of();
        }
        BySide<String> words = lines.map(each ->
                wording.phrases().row(each.stream().map(Instrument::word).toList()));
        Part part = Part.named("red_lines").drawn(sides("round.red-lines", words));
        for (Side side : Side.values()) {
            part = part.said(wording.text("say.red-lines", wording.side(side), words.of(side)))
                    .datum(
                            List.of("red_lines", side.word()),
                            lines.of(side).stream().map(Instrument::id).toList());
        }
        return List.of(part);
    }

    /** Returns levels, orders, and what legality or the court changed after them. */
    List<Part> ordered(RoundView view) {
        Map<String, Object> levels = new LinkedHashMap<>();
        for (Instrument instrument : wording.scenario().instruments().all()) {
            levels.put(instrument.id(), token(instrument, view.levels().get(instrument)));
        }
        List<Object> orders = new ArrayList<>();
        for (Order order : view.orders()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("instrument", order.instrument().id());
            object.put("level", token(order.instrument(), order.level()));
            orders.add(object);
        }
        Part moved = Part.named("orders")
                .datum(List.of("levels"), levels)
                .datum(orders)
                .datum(List.of("changes"), objects(view.changes()));
        if (isWorthSaying(view)) {
            moved = moved.drawn(sides("round.orders", BySide.each(side -> orders(view, side))));
        }
        for (Side side : Side.values()) {
            List<LevelChange> moves = MoveFacts.ordered(view, side);
            for (LevelChange change : moves) {
                moved = moved.said(new LeverWords(wording).moved(side, change));
            }
            if (moves.isEmpty()) {
                moved = moved.said(wording.text("say.held", wording.side(side)));
            }
        }
        List<Part> parts = new ArrayList<>(List.of(moved));
        List<LevelChange> delivered = MoveFacts.delivered(view);
        if (!delivered.isEmpty()) {
            parts.add(changes("delivered", "round.delivered", "reveal.delivered", delivered)
                    .datum(objects(delivered)));
        }
        parts.add(changes("corrected", "round.corrected", "reveal.corrected", view.corrected())
                .datum(objects(view.corrected())));
        return parts;
    }

    /** Returns what fell back by itself, and what an order kept from falling back. */
    List<Part> byThemselves(RoundView view) {
        List<Object> prevented = new ArrayList<>();
        view.prevented().forEach(instrument -> prevented.add(instrument.id()));
        return List.of(
                changes("fallbacks", "round.snapback", "reveal.fell", byLaw(view, false))
                        .datum(objects(view.fallbacks())),
                changes("returned", "round.returned", "reveal.returned", view.returned()),
                changes("law", "round.law", "say.law", byLaw(view, true)),
                Part.named("prevented")
                        .drawn(sides("round.prevented", BySide.each(side -> prevented(view, side))))
                        .datum(prevented));
    }

    private List<LevelChange> byLaw(RoundView view, boolean law) {
        Law statutes = wording.scenario().law();
        return view.fallbacks().stream()
                .filter(change -> law == statutes.moves(view.round(), change.instrument(), change.to()))
                .toList();
    }

    private Part changes(String name, String key, String sentence, List<LevelChange> changes) {
        Part part = Part.named(name).drawn(sides(key, BySide.each(side -> changes(changes, side))));
        for (LevelChange change : changes) {
            part = part.said(new LeverWords(wording).alone(sentence, change));
        }
        return part;
    }

    /** A side whose covert levels are unseen may have moved more. */
    private String orders(RoundView view, Side side) {
        List<String> all = new ArrayList<>();
        if (!changes(MoveFacts.ordered(view, side), side).isEmpty()) {
            all.add(changes(MoveFacts.ordered(view, side), side));
        }
        for (Order order : stayed(view, side)) {
            all.add((wording.order(order) + wording.covert(order.instrument())).replace(' ', TextWidth.HARD_BLANK));
        }
        String moved = wording.phrases().row(all);
        String none = wording.text(view.viewer().sees(side) ? "round.hold" : "round.hold.public");
        return moved.isEmpty() ? none : moved;
    }

    /** Returns orders by which instruments stay at levels that break their clause, where they would have gone to it by themselves. */
    private List<Order> stayed(RoundView view, Side side) {
        List<Order> stayed = new ArrayList<>();
        for (Order order : view.orders()) {
            Instrument instrument = order.instrument();
            Clause clause = view.treaty().binding(instrument, view.round());
            boolean moved = view.changes().stream().anyMatch(change -> change.instrument() == instrument);
            if (instrument.holder() == side
                    && !moved
                    && clause != null
                    && wording.scenario().agreements().complyByDefault()
                    && clause.isBrokenBy(order.level())) {
                stayed.add(order);
            }
        }
        return stayed;
    }

    private String changes(List<LevelChange> changes, Side side) {
        List<String> parts = new ArrayList<>();
        for (LevelChange change : changes) {
            if (change.instrument().holder() == side) {
                parts.add(wording.change(change));
            }
        }
        return wording.phrases().row(parts);
    }

    /** Returns whether anybody moved, or nothing fell back either; orders that only kept levels are told elsewhere. */
    private boolean isWorthSaying(RoundView view) {
        return !stayed(view, Side.US).isEmpty()
                || !stayed(view, Side.CN).isEmpty()
                || !MoveFacts.ordered(view, Side.US).isEmpty()
                || !MoveFacts.ordered(view, Side.CN).isEmpty()
                || (view.fallbacks().isEmpty()
                        && view.returned().isEmpty()
                        && kept(view).isEmpty()
                        && MoveFacts.delivered(view).isEmpty());
    }

    private String prevented(RoundView view, Side side) {
        List<String> parts = new ArrayList<>();
        for (Instrument instrument : kept(view)) {
            if (instrument.holder() == side) {
                String kept = instrument.word() + "="
                        + wording.level(instrument, view.levels().get(instrument));
                String fallback = without(view, instrument);
                String part =
                        instrument.isCovert() ? kept + " " + wording.text("round.prevented.covert", fallback) : kept;
                parts.add(part.replace(' ', TextWidth.HARD_BLANK));
            }
        }
        return wording.phrases().row(parts);
    }

    /** Returns what an order kept from falling back; moves to another level are orders like any other. */
    private List<Instrument> kept(RoundView view) {
        List<Instrument> kept = new ArrayList<>();
        for (Instrument instrument : view.prevented()) {
            int level = view.levels().get(instrument);
            boolean better = wording.scenario().spec(instrument).isBetterThanFallback(level);
            boolean moved = view.changes().stream().anyMatch(change -> change.instrument() == instrument);
            if (level != Levels.UNSEEN && better && !moved) {
                kept.add(instrument);
            }
        }
        kept.addAll(keptUp(view));
        return kept;
    }

    /** Returns what an order kept from returning to the truce when the agreement on top of it had ended. */
    private List<Instrument> keptUp(RoundView view) {
        List<Instrument> kept = new ArrayList<>();
        for (Clause clause : view.isReturn() ? view.expired() : List.<Clause>of()) {
            Instrument instrument = clause.instrument();
            int level = view.levels().get(instrument);
            boolean ordered = view.orders().stream().anyMatch(order -> order.instrument() == instrument);
            boolean moved = view.changes().stream().anyMatch(change -> change.instrument() == instrument);
            if (ordered && !moved && level != wording.scenario().layering().level(instrument)) {
                kept.add(instrument);
            }
        }
        return kept;
    }

    /** Returns the level to which what an order kept would have gone. */
    private String without(RoundView view, Instrument instrument) {
        return keptUp(view).contains(instrument)
                ? wording.level(instrument, wording.scenario().layering().level(instrument))
                : wording.scenario().spec(instrument).fallbackRung().token();
    }

    private List<Object> objects(List<LevelChange> changes) {
        List<Object> list = new ArrayList<>();
        for (LevelChange change : changes) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("instrument", change.instrument().id());
            object.put("from", token(change.instrument(), change.from()));
            object.put("to", token(change.instrument(), change.to()));
            list.add(object);
        }
        return list;
    }

    private @Nullable String token(Instrument instrument, int level) {
        return level == Levels.UNSEEN ? null : wording.level(instrument, level);
    }

    private Block sides(String key, BySide<String> texts) {
        return new Block.Sides(wording.text(key), RoundTopic.LABEL, texts);
    }
}
