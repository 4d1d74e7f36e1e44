package dev.truce.app.classroom;

import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClassNews.Delivery;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a class sees of the persons at one table: since when each has done nothing, and whether what it was told alone has arrived. Confined
 * to the tasks of its match, but for {@link #awaits}.
 */
public final class SeatPresence {
    private final Clock clock;
    private final Map<Seat, Long> quietSince = new HashMap<>();
    /** The last message to each seat. */
    private final Map<Seat, Sent> sent = new HashMap<>();
    /** How many events of each side were looked at. */
    private final Map<Side, Long> heard = new EnumMap<>(Side.class);

    private volatile boolean awaits;

    /**
     * @param sequence its number among the events of the seat's side
     */
    private record Sent(long sequence, Delivery delivery) {}

    public SeatPresence(Clock clock) {
        this.clock = clock;
    }

    /** A person sat down, or did something. */
    public void active(Seat seat) {
        quietSince.put(seat, clock.millis());
    }

    /** A round has opened: who did nothing before it is not late. */
    public void roundOpened() {
        quietSince.replaceAll((seat, before) -> clock.millis());
    }

    /**
     * Looks for messages among what a side was told since it was looked at last.
     *
     * @param told returns an event by its number, or null if it has not happened yet
     */
    public void hear(Side side, LongFunction<@Nullable Notice> told) {
        long next = heard.getOrDefault(side, 0L) + 1;
        for (Notice notice = told.apply(next); notice != null; notice = told.apply(next)) {
            if (notice instanceof Notice.HostActed acted && acted.act() instanceof HostAct.Message message) {
                sent.put(new Seat(side, message.seat()), new Sent(next, new Delivery(false, clock.millis())));
                awaits = true;
            }
            next++;
        }
        heard.put(side, next - 1);
    }

    /** Returns whether a message has not arrived yet, so that it matters what clients have heard. Safe from any thread. */
    public boolean awaits() {
        return awaits;
    }

    /** A client has heard the events of its side up to a number. Returns whether a message has arrived by that. */
    public boolean heard(Seat seat, long sequence) {
        Sent last = sent.get(seat);
        if (last == null || last.delivery().delivered() || last.sequence() > sequence) {
            return false;
        }
        sent.put(seat, new Sent(last.sequence(), new Delivery(true, clock.millis())));
        awaits = sent.values().stream().anyMatch(each -> !each.delivery().delivered());
        return true;
    }

    /** Returns since when a person has done nothing, 0 if nobody has sat there. */
    public long quietSince(Seat seat) {
        return quietSince.getOrDefault(seat, 0L);
    }

    /** Returns whether the last message to a seat has arrived, or null if there was none. */
    public @Nullable Delivery delivery(Seat seat) {
        Sent last = sent.get(seat);
        return last == null ? null : last.delivery();
    }
}
