package dev.truce.protocol.client;

import dev.truce.engine.orders.Refusal;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.protocol.codec.ObservationHash;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import org.jspecify.annotations.Nullable;

/** Which events of its match a client has heard: each once, without a gap, and as the server sees them. Confined to one thread but for {@link #offers}. */
final class HeardEvents {
    /** How often in a row the events of a server may be wrong before it is not worth another try. */
    static final int DOUBTS = 3;

    private long last;
    private int doubts;
    /** Read by other threads too. */
    private volatile int offers;

    /** Number of the last event, 0 before the first. */
    long last() {
        return last;
    }

    /** Offers of the other side that the listener was told of. */
    int offers() {
        return offers;
    }

    /** Another match begins. */
    void begin() {
        last = 0;
        offers = 0;
    }

    /** An earlier process of this client has heard the events up to this one. */
    void goOnAfter(long seq) {
        last = seq;
    }

    /** This client has heard so many offers before, as the server remembers. */
    void hasHeard(int before) {
        offers = Math.max(offers, before);
    }

    /** Whether an event was heard before. */
    boolean has(ServerFrame frame) {
        return frame.seq() <= last;
    }

    /** Says what is wrong with an event that is new, or null; what is wrong is counted. */
    @Nullable
    Refusal fault(ServerFrame frame) {
        Refusal wrong = null;
        if (frame.seq() > last + 1) {
            wrong = Refusal.of(ClientCode.EVENTS_MISSING, "").naming(frame.seq(), last);
        } else if (!isAsTheServerSeesIt(frame)) {
            wrong = Refusal.of(ClientCode.OBSERVATION_DIFFERS, "").naming(frame.seq());
        }
        doubts += wrong == null ? 0 : 1;
        return wrong;
    }

    /** Whether the events are worth hearing again. */
    boolean isTrusted() {
        return doubts <= DOUBTS;
    }

    /** Takes an event that is right. */
    void take(ServerFrame frame) {
        last = frame.seq();
        doubts = 0;
    }

    /** Offers count from 1 on each side, so the highest number is how many there are. */
    void count(Notice notice, @Nullable Seat seat) {
        if (notice instanceof Notice.OfferChanged changed
                && seat != null
                && changed.offer().id().side() != seat.side()) {
            hasHeard(changed.offer().id().number());
        }
    }

    private static boolean isAsTheServerSeesIt(ServerFrame frame) {
        return frame.observationHash() == 0
                || !(frame.body() instanceof ServerMessage.Told told)
                || !(told.notice() instanceof Notice.RoundOpened opened)
                || ObservationHash.of(opened.observation()) == frame.observationHash();
    }
}
