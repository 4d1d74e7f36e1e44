package dev.truce.engine.phase;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.orders.Orders;

/** The sealed orders are opened: what is ordered moves, what is not stays. */
final class OrdersPhase implements Phase {
    @Override
    public String name() {
        return "orders";
    }

    @Override
    public void apply(RoundDraft draft) {
        if (draft.orders.us().isHold() && draft.orders.cn().isHold()) {
            return;
        }
        int[] levels = draft.levels.toArray();
        for (Instrument instrument : Instrument.all()) {
            int level = draft.orders.level(instrument);
            if (level != Orders.NONE) {
                levels[instrument.ordinal()] = level;
            }
        }
        draft.levels = Levels.of(levels);
        draft.graced = draft.levels;
    }
}
