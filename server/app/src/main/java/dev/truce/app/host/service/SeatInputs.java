package dev.truce.app.host.service;

import dev.truce.match.Seat;
import java.util.HashMap;
import java.util.Map;

/** Counts what each seat sends in a round. Confined to the tasks of its match. */
public final class SeatInputs {
    private final int most;
    private final Map<Seat, Integer> inputs = new HashMap<>();
    private int round;

    /** @param most inputs of a seat in a round */
    public SeatInputs(int most) {
        this.most = most;
    }

    /** Counts an input and returns whether it is one too many. */
    public boolean isTooMany(Seat seat, int openRound) {
        if (round != openRound) {
            round = openRound;
            inputs.clear();
        }
        return inputs.merge(seat, 1, Integer::sum) > most;
    }
}
