package dev.truce.web.screen;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.view.Observation;
import dev.truce.story.delegation.CounselWords;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.words.OverruledWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The levers of a side, each with the steps of its ladder. What another seat holds names its holder. */
final class Levers {
    private Levers() {}

    /** Returns those of which the seat knows the level. */
    static List<Object> of(SeatBoard board, ChosenOrders chosen, Wording wording) {
        List<Object> levers = new ArrayList<>();
        OverruledWords overruled = new OverruledWords(wording);
        Observation now = board.observation();
        for (Instrument instrument : board.scenario().instruments().of(board.side())) {
            LegalLevels legal = board.legal(instrument);
            InstrumentSpec spec = board.scenario().spec(instrument);
            int level = board.level(instrument);
            if (legal == null || level == Levels.UNSEEN) {
                continue;
            }
            Map<String, Object> lever = new LinkedHashMap<>();
            lever.put("word", instrument.word());
            lever.put("covert", instrument.isCovert());
            lever.put("level", level);
            lever.put("chosen", chosen.level(instrument));
            List<Object> steps = new ArrayList<>();
            for (int step = 0; step < spec.ladder().size(); step++) {
                Map<String, Object> rung = new LinkedHashMap<>();
                rung.put("title", wording.levelTitle(instrument, step));
                rung.put("legal", legal.legal().contains(step));
                rung.put("note", now == null ? "" : overruled.ofOrder(new Order(instrument, step), now));
                steps.add(rung);
            }
            lever.put("steps", steps);
            lever.put(
                    "held",
                    board.delegates().mayOrder(instrument) ? "" : new CounselWords(board, wording).holder(instrument));
            levers.add(lever);
        }
        return levers;
    }
}
