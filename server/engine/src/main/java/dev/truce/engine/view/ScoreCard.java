package dev.truce.engine.view;

import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.scenario.Anchors;
import java.util.List;

/**
 * One side's score in a round, as the viewer may see it.
 *
 * @param side whose
 * @param estimated whether terms that the other side's covert levels move were computed from signals
 * @param pointsMicro the 16 components in order, millionths of a point
 * @param truceMicro the same 16 on the path on which both sides hold the truce
 * @param scoreMilli score of the round, thousandths: 0 mutual war, 100,000 what bargaining can reach
 * @param truceScoreMilli score of the round on the truce path
 * @param scoreSoFarMilli mean score of the rounds so far
 * @param escalationMilli escalation A including covert matters, thousandths
 */
public record ScoreCard(
        Side side,
        boolean estimated,
        List<Long> pointsMicro,
        List<Long> truceMicro,
        int scoreMilli,
        int truceScoreMilli,
        int scoreSoFarMilli,
        int escalationMilli) {

    /**
     * Checks and copies the lists.
     *
     * @throws IllegalArgumentException unless both lists have 16 entries
     */
    public ScoreCard {
        pointsMicro = List.copyOf(pointsMicro);
        truceMicro = List.copyOf(truceMicro);
        if (pointsMicro.size() != Component.COUNT || truceMicro.size() != Component.COUNT) {
            throw new IllegalArgumentException(
                    "expected 16 components, got " + pointsMicro.size() + " and " + truceMicro.size());
        }
    }

    /** Returns points of one component against the truce path, millionths. */
    public long differenceMicro(Component component) {
        return pointsMicro.get(component.ordinal()) - truceMicro.get(component.ordinal());
    }

    /**
     * Returns the score of a minister of this side, made from what the side is shown of its own; an estimate where that is one.
     *
     * @param brief his weights
     * @param anchors the scale of scores
     * @return thousandths
     */
    public int ministerScoreMilli(Brief brief, Anchors anchors) {
        double more = 0;
        for (Component component : Component.values()) {
            more += (brief.percent(component) - 100) / 100.0 * differenceMicro(component) / 1e6;
        }
        double milli = 1_000 * more * anchors.worth(side, 1);
        return scoreMilli + (int) (milli < 0 ? milli - .5 : milli + .5);
    }
}
