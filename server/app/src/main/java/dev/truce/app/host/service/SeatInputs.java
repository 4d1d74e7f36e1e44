package dev.truce.app.host.service;

import dev.truce.engine.orders.Refusal;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ConnectionCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts what each seat sends in a round. Confined to the tasks of its match. */
public final class SeatInputs {
    private final int most;
    private final Map<Seat, Integer> inputs = new HashMap<>();
    private int round;

    /** @param most inputs of a seat in a round */
    public SeatInputs(int most) {
        this.most = most;
    }

    /**
     * Counts an input.
     *
     * @return why it is not looked at, if so
     */
    public Optional<Refusal> refusal(Seat seat, int openRound) {
        if (round != openRound) {
            round = openRound;
            inputs.clear();
        }
        if (inputs.merge(seat, 1, Integer::sum) > most) {
            return Optional.of(Refusal.of(ConnectionCode.RATE_LIMITED, "")
                    .because("refused.rate_limited.changes")
                    .after(1_000));
        }
        return Optional.empty();
    }
}
