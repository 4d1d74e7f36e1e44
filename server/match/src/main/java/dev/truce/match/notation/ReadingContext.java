package dev.truce.match.notation;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Side;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the short forms of people refer to: {@code accept} is the only open offer, {@code renew until r7} counts from the treaty, and
 * {@code vote trade no} names a seat.
 *
 * @param treaty the treaty in the open round, or null if the reader does not know it
 * @param open the open offers of both sides
 * @param seats words for the seats of the writer's side, in lower case, with their numbers
 */
public record ReadingContext(@Nullable Treaty treaty, List<OfferId> open, Map<String, Integer> seats) {
    /** Nothing is known: full forms alone are read. */
    public static final ReadingContext NONE = new ReadingContext(null, List.of(), Map.of());

    public ReadingContext {
        open = List.copyOf(open);
        seats = Map.copyOf(seats);
    }

    /** Returns the open offers of a side. */
    List<OfferId> open(Side maker) {
        return open.stream().filter(id -> id.side() == maker).toList();
    }
}
