package dev.truce.app.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** Who has had a seat of a match that has begun, one after the other. */
final class SeatHands {
    private final List<Hand> hands = new ArrayList<>();

    /** @param event the event by which he came; 0 for the first */
    private record Hand(int member, long event) {}

    /** A member leaves the seat. */
    void left(int member) {
        if (hands.isEmpty()) {
            hands.add(new Hand(member, 0));
        }
    }

    /** A member comes to the seat. Who comes back before another does goes on with what is his. */
    void took(int member, long event) {
        if (!hands.isEmpty() && hands.get(hands.size() - 1).member() != member) {
            hands.add(new Hand(member, event));
        }
    }

    /**
     * Returns the event since which the last of them has had the seat; empty if he is the first. Who comes back in the round in which another
     * took it has had it all the time: no round was the other's.
     *
     * @param round gives the round that the match was in when an event came to it
     */
    Optional<Long> since(LongUnaryOperator round) {
        int since = hands.size() - 1;
        for (int before = since - 1; before >= 0; before--) {
            long taken = round.applyAsLong(hands.get(before + 1).event());
            if (taken != round.applyAsLong(hands.get(since).event())) {
                break;
            }
            if (hands.get(before).member() == hands.get(since).member()) {
                since = before;
            }
        }
        return since > 0 ? Optional.of(hands.get(since).event()) : Optional.empty();
    }
}
