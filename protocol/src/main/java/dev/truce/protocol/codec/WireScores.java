package dev.truce.protocol.codec;

import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.view.ScoreCard;
import dev.truce.protocol.codec.table.UnreadableException;

/** Maps score cards and final scores. */
final class WireScores {
    private WireScores() {}

    static dev.truce.protocol.v2.ScoreCard toWire(ScoreCard card) {
        return dev.truce.protocol.v2.ScoreCard.newBuilder()
                .setSide(WireBoard.SIDES.toWire(card.side()))
                .setEstimated(card.estimated())
                .addAllPointsMicro(card.pointsMicro())
                .addAllTruceMicro(card.truceMicro())
                .setScoreMilli(card.scoreMilli())
                .setTruceScoreMilli(card.truceScoreMilli())
                .setScoreSoFarMilli(card.scoreSoFarMilli())
                .setEscalationMilli(card.escalationMilli())
                .build();
    }

    static ScoreCard toGame(dev.truce.protocol.v2.ScoreCard wire, String field) throws UnreadableException {
        requireComponents(wire.getPointsMicroCount(), field + ".points_micro");
        requireComponents(wire.getTruceMicroCount(), field + ".truce_micro");
        return new ScoreCard(
                WireBoard.SIDES.toGame(wire.getSide(), field + ".side"),
                wire.getEstimated(),
                wire.getPointsMicroList(),
                wire.getTruceMicroList(),
                wire.getScoreMilli(),
                wire.getTruceScoreMilli(),
                wire.getScoreSoFarMilli(),
                wire.getEscalationMilli());
    }

    static dev.truce.protocol.v2.FinalScore toWire(FinalScore score) {
        dev.truce.protocol.v2.FinalScore.Builder wire = dev.truce.protocol.v2.FinalScore.newBuilder()
                .setScore(score.score())
                .setTruceScore(score.truceScore())
                .setTerminalPoints(score.terminal())
                .setMeanPoints(score.mean())
                .setReputation(score.reputation())
                .setBreaches(score.breaches())
                .setCatches(score.catches());
        for (double points : score.points().toArray()) {
            wire.addPoints(points);
        }
        return wire.build();
    }

    static FinalScore toGame(dev.truce.protocol.v2.FinalScore wire, String field) throws UnreadableException {
        requireComponents(wire.getPointsCount(), field + ".points");
        double[] points = new double[Component.COUNT];
        for (int i = 0; i < points.length; i++) {
            points[i] = wire.getPoints(i);
        }
        return new FinalScore(
                wire.getScore(),
                wire.getTruceScore(),
                Points.of(points),
                wire.getTerminalPoints(),
                wire.getMeanPoints(),
                wire.getReputation(),
                wire.getBreaches(),
                wire.getCatches());
    }

    private static void requireComponents(int count, String field) throws UnreadableException {
        if (count != Component.COUNT) {
            throw new UnreadableException(field, "refused.malformed.count", "", 16, count);
        }
    }
}
