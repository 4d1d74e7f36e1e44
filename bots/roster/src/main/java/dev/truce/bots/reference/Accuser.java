package dev.truce.bots.reference;

import dev.truce.bots.posture.StrategyTables;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.Deed;
import java.util.List;

/** Decides for a seat about the accusations of the other side, by what the seat was told. Not thread-safe. */
final class Accuser {
    /**
     * How likely a side that bargains is to fall short. The guess of {@link Suspicion} is that of the whole pool, which is full of cheats: with
     * it bots cut agreements of the honest.
     */
    private static final double GUESS = .1;

    private final Side side;
    private Suspicion known;

    Accuser(Scenario scenario, Side side) {
        this.side = side;
        known = Suspicion.start(StrategyTables.of(scenario).rules());
    }

    /** Takes in a round that has opened. */
    void opened(Observation seen) {
        known = known.forSeat(seen.last());
    }

    /** Returns how likely what the other side stands accused of in the open round is to be true, 0..1; 0 if it is nothing. */
    double guilt(Observation seen) {
        Instrument accused = seen.accusedOn(side.other());
        return accused == null ? 0 : known.ofGuilt(accused, GUESS);
    }

    /** Returns what the side does about what the other side stands accused of in the open round. */
    List<Deed> judge(Observation seen, Judgement judgement) {
        Instrument accused = seen.accusedOn(side.other());
        if (accused == null) {
            return List.of();
        }
        AccusationChoice choice = judgement.of(guilt(seen));
        return choice == AccusationChoice.REST ? List.of() : List.of(new Deed.Judge(accused, choice));
    }
}
