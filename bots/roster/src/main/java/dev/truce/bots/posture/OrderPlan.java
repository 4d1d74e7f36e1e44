package dev.truce.bots.posture;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import java.util.Arrays;

/** Orders in the making: a posture's level of every instrument of one side, which a strategy may then change. */
public final class OrderPlan {
    private final Side side;
    private final Posture posture;
    private final int[] levels = new int[Instrument.COUNT];

    OrderPlan(Side side, Posture posture) {
        this.side = side;
        this.posture = posture;
        Arrays.fill(levels, Levels.UNSEEN);
    }

    public int get(Instrument instrument) {
        return levels[instrument.ordinal()];
    }

    /** Returns the draft as it stands; the other side's levels are unseen. */
    Levels levels() {
        return Levels.of(levels);
    }

    public void set(Instrument instrument, int level) {
        levels[instrument.ordinal()] = level;
    }

    /**
     * Returns the orders of the draft, for every instrument of it, in the round that is open: with the word kept
     * that the posture means to keep (agreements E), and with the mildest legal level in place of one that is not legal
     * yet (rules 4).
     */
    public Orders orders(Observation seen) {
        keepWord(seen);
        takeMildestLegal(seen);
        return Orders.all(side, levels());
    }

    private void keepWord(Observation seen) {
        if (!posture.isCalm()) {
            return;
        }
        for (Instrument instrument : Instrument.of(side)) {
            Clause clause = seen.treaty().binding(instrument, seen.openRound());
            if (clause != null
                    && clause.isBrokenBy(get(instrument))
                    && (!instrument.isCovert() || posture.isHonest())) {
                set(instrument, clause.bound());
            }
        }
    }

    /** Every level of a covert ladder is legal always, so the first legal level is the mildest. */
    private void takeMildestLegal(Observation seen) {
        for (LegalLevels may : seen.legal()) {
            if (!may.legal().contains(get(may.instrument()))) {
                set(may.instrument(), may.legal().get(0));
            }
        }
    }
}
