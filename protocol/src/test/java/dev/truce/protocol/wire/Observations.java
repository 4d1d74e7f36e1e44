package dev.truce.protocol.wire;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import java.util.Arrays;
import java.util.List;

/** Observations that tests write out. */
public final class Observations {
    private static final int[] EIGHTEEN = {2, 2, 0, 0, 1, 0, 0, 1, 2, 2, 0, -1, 1, 0, -1, 0, -1, 0};
    /** What came later stands at its first level. */
    private static final Levels LEVELS = Levels.of(Arrays.copyOf(EIGHTEEN, Instrument.COUNT));

    private Observations() {}

    /** Returns what a US seat sees when a small match opens. */
    public static Observation first() {
        return new Observation(
                Viewer.US,
                1,
                false,
                "2026Q1",
                false,
                12,
                LEVELS,
                Treaty.of(List.of(new Clause(Instrument.US_PORT_FEE, 0, 1, 3, 1)), false, 1),
                Observation.Climate.quiet(0, new BySide<>(700, 700), 10),
                List.of(),
                List.of(LegalLevels.lasting(
                        Instrument.US_SECTION301_TARIFF,
                        List.of(0),
                        List.of(new LegalLevels.Withheld(1, LegalLevels.Reason.INVESTIGATION_NOT_CONCLUDED)))),
                null);
    }
}
