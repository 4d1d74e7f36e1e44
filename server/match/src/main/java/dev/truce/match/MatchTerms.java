package dev.truce.match;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.Viewer;
import java.util.List;

/**
 * How a host runs one match.
 *
 * @param windowMillis how long each round stays open, 0 for no deadline
 * @param absence what a seat does that has sealed nothing at the deadline
 * @param viewers who is told; each costs a redaction a round
 * @param recording whether the hash chain is kept, which a record needs
 * @param usName name of the US occupant in the record
 * @param cnName name of the Chinese occupant in the record
 */
public record MatchTerms(
        long windowMillis, Absence absence, List<Viewer> viewers, boolean recording, String usName, String cnName) {

    /** What a seat does that has sealed nothing when the round closes. */
    public sealed interface Absence {
        /** It orders nothing. */
        record Hold() implements Absence {}
    }

    /**
     * @throws IllegalArgumentException if the window is negative or longer than a week, or a side's viewer is missing
     */
    public MatchTerms {
        viewers = List.copyOf(viewers);
        if (windowMillis < 0 || windowMillis > 7L * 24 * 3600 * 1000) {
            throw new IllegalArgumentException("window " + windowMillis + " ms, expected 0..604800000");
        }
        if (!viewers.contains(Viewer.US) || !viewers.contains(Viewer.CN)) {
            throw new IllegalArgumentException("both sides must be among the viewers, got " + viewers);
        }
    }

    /** Returns terms without a deadline for two seats and nobody else. */
    public static MatchTerms untimed(String usName, String cnName) {
        return new MatchTerms(0, new Absence.Hold(), List.of(Viewer.US, Viewer.CN), true, usName, cnName);
    }

    /** Returns the name of a side's occupant. */
    public String name(Side side) {
        return side == Side.US ? usName : cnName;
    }
}
