package dev.truce.story.topic;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.LevelChange;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tells which levels moved in a round, and by whose doing. */
public final class Moves {
    private final Wording wording;

    /** @param wording the words of the scenario */
    public Moves(Wording wording) {
        this.wording = wording;
    }

    /** Returns what each side moved by order; a side whose covert levels are unseen may have moved more. */
    public Map<Side, String> orders(RoundView view) {
        return bySide(side -> {
            List<String> parts = new ArrayList<>();
            for (LevelChange change : ordered(view, side)) {
                parts.add(wording.change(change));
            }
            String none = wording.text(view.viewer().sees(side) ? "round.hold" : "round.hold.public");
            return parts.isEmpty() ? none : String.join(", ", parts);
        });
    }

    /** Returns whether anybody moved, or nothing fell back either; orders that only kept levels are told elsewhere. */
    public boolean isWorthSaying(RoundView view) {
        return !ordered(view, Side.US).isEmpty()
                || !ordered(view, Side.CN).isEmpty()
                || (view.fallbacks().isEmpty() && kept(view).isEmpty());
    }

    /** Returns the moves of a side that did not happen by themselves. */
    public static List<LevelChange> ordered(RoundView view, Side side) {
        List<LevelChange> moves = new ArrayList<>();
        for (LevelChange change : view.changes()) {
            if (change.instrument().holder() == side
                    && !view.fallbacks().contains(change)
                    && !isCorrectedByItself(view, change)) {
                moves.add(change);
            }
        }
        return moves;
    }

    private static boolean isCorrectedByItself(RoundView view, LevelChange change) {
        boolean corrected = view.corrected().stream().anyMatch(c -> c.instrument() == change.instrument());
        boolean ordered = view.orders().stream().anyMatch(o -> o.instrument() == change.instrument());
        return corrected && !ordered;
    }

    /** Returns what legality or the court changed after the orders. */
    public Map<Side, String> corrected(RoundView view) {
        return changes(view.corrected());
    }

    /** Returns what fell back by itself. */
    public Map<Side, String> fallbacks(RoundView view) {
        return changes(view.fallbacks());
    }

    /** Returns what stands where it was because its holder ordered it, and would have fallen back otherwise. */
    public Map<Side, String> prevented(RoundView view) {
        return bySide(side -> {
            List<String> parts = new ArrayList<>();
            for (Instrument instrument : kept(view)) {
                if (instrument.holder() == side) {
                    String kept = instrument.word() + "="
                            + wording.level(instrument, view.levels().get(instrument));
                    String fallback = wording.level(
                            instrument, wording.scenario().spec(instrument).fallback());
                    String part = instrument.isCovert()
                            ? kept + " " + wording.text("round.prevented.covert", fallback)
                            : kept;
                    parts.add(part.replace(' ', TextWidth.HARD_BLANK));
                }
            }
            return String.join(", ", parts);
        });
    }

    /** Returns what an order kept from falling back; moves to another level are orders like any other. */
    private List<Instrument> kept(RoundView view) {
        List<Instrument> kept = new ArrayList<>();
        for (Instrument instrument : view.prevented()) {
            int level = view.levels().get(instrument);
            int fallback = wording.scenario().spec(instrument).fallback();
            boolean better = instrument.isCovert() ? level > fallback : level < fallback;
            boolean moved = view.changes().stream().anyMatch(change -> change.instrument() == instrument);
            if (level != Levels.UNSEEN && better && !moved) {
                kept.add(instrument);
            }
        }
        return kept;
    }

    private Map<Side, String> changes(List<LevelChange> changes) {
        return bySide(side -> {
            List<String> parts = new ArrayList<>();
            for (LevelChange change : changes) {
                if (change.instrument().holder() == side) {
                    parts.add(wording.change(change));
                }
            }
            return String.join(", ", parts);
        });
    }

    private static Map<Side, String> bySide(Function<Side, String> text) {
        Map<Side, String> texts = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            texts.put(side, text.apply(side));
        }
        return texts;
    }
}
