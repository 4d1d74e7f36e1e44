package dev.truce.engine.tables;

import dev.truce.engine.chance.Draws;
import dev.truce.engine.chance.Purpose;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;

/** When a match ends: one draw for each round that may be the last, keyed by it, so that the host can look ahead. */
public final class HorizonDraw {
    private HorizonDraw() {}

    public static boolean isLast(Horizon horizon, int round, Draws draws) {
        if (horizon instanceof Horizon.Hidden hidden) {
            return round >= hidden.atLeast()
                    && (round >= hidden.atMost()
                            || !(draws.uniform(Purpose.HORIZON, round, Draws.NEITHER, 0) < hidden.goOn()));
        }
        return round >= ((Horizon.Fixed) horizon).rounds();
    }

    public static int last(MatchSetup setup) {
        Draws draws = setup.draws();
        int round = 1;
        while (!isLast(setup.horizon(), round, draws)) {
            round++;
        }
        return round;
    }
}
