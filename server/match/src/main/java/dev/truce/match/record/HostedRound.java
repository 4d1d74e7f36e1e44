package dev.truce.match.record;

import dev.truce.match.deed.Takeover;
import java.util.ArrayList;
import java.util.List;

/**
 * What the host did with a round, as far as it changes what follows.
 *
 * @param takeovers who took seats over since the round before was resolved, in order
 * @param end the round that was made the last since then, 0 if none was
 * @param advanced whether the host closed the round, before all were ready or time was up
 */
public record HostedRound(List<Takeover> takeovers, int end, boolean advanced) {
    /** The host did nothing. */
    public static final HostedRound NONE = new HostedRound(List.of(), 0, false);

    public HostedRound {
        takeovers = List.copyOf(takeovers);
    }

    /** Returns the same with one more seat taken over. */
    HostedRound and(Takeover takeover) {
        List<Takeover> more = new ArrayList<>(takeovers);
        more.add(takeover);
        return new HostedRound(more, end, advanced);
    }
}
