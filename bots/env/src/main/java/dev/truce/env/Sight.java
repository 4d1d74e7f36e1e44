package dev.truce.env;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.PrivateFacts;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SideFacts;
import dev.truce.engine.view.SignalReading;
import org.jspecify.annotations.Nullable;

/**
 * What a side sees when its columns are filled.
 *
 * @param side whose sight
 * @param seen what it sees of the open round
 * @param last the last round as it saw it, or null in round 1
 * @param known what it can tell of guilt
 * @param theirs the open offer of the other side, or null
 * @param own its own open offer, or null
 */
record Sight(
        Side side,
        Observation seen,
        @Nullable RoundView last,
        Suspicion known,
        @Nullable Offer theirs,
        @Nullable Offer own) {

    static Sight of(LabMatch match, Side side, ActSpace space) {
        Observation seen = match.seen(side);
        return new Sight(side, seen, seen.last(), match.known(side), space.theirs(match), space.own(match));
    }

    /** Returns what everybody learnt about a side in the last round, or null in round 1. */
    @Nullable
    SideFacts facts(Side of) {
        return last == null ? null : last.side(of);
    }

    /** Returns what the side alone learnt in the last round, or null in round 1. */
    @Nullable
    PrivateFacts secrets() {
        return last == null || last.own().isEmpty() ? null : last.own().get(0);
    }

    /** Returns the level that an instrument had in the last round, or {@link Levels#UNSEEN}. */
    int before(Instrument instrument) {
        return last == null ? Levels.UNSEEN : last.levels().get(instrument);
    }

    /** Returns the last reading of an instrument, thousandths of a notch, or null if there is none. */
    @Nullable
    Integer reading(Instrument instrument) {
        if (last != null) {
            for (SignalReading signal : last.signals()) {
                if (signal.instrument() == instrument) {
                    return signal.notchMilli();
                }
            }
        }
        return null;
    }
}
