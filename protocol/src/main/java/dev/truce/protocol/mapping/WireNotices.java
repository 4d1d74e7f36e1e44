package dev.truce.protocol.mapping;

import dev.truce.engine.payoff.Outcome;
import dev.truce.match.Notice;
import dev.truce.protocol.v1.MatchOver;
import dev.truce.protocol.v1.RoundOpened;
import dev.truce.protocol.v1.RoundResolved;
import dev.truce.protocol.v1.SeatStatus;

/** Maps what the referee tells a viewer. */
final class WireNotices {
    private static final EnumTable<Outcome, dev.truce.protocol.v1.Outcome> OUTCOMES =
            EnumTable.of(Outcome.class, dev.truce.protocol.v1.Outcome.class, "OUTCOME_");

    private WireNotices() {}

    static RoundOpened toWire(Notice.RoundOpened notice, long deadlineUnixMillis) {
        return RoundOpened.newBuilder()
                .setObservation(WireRounds.toWire(notice.observation()))
                .setWindowMillis(notice.windowMillis())
                .setDeadlineUnixMillis(deadlineUnixMillis)
                .build();
    }

    static Notice toGame(RoundOpened wire) throws UnreadableException {
        return new Notice.RoundOpened(
                WireRounds.toGame(wire.getObservation(), "round_opened.observation"), wire.getWindowMillis());
    }

    static SeatStatus toWire(Notice.SeatStatus notice) {
        return SeatStatus.newBuilder()
                .setSeat(WireBoard.toWire(notice.seat()))
                .setRoundId(notice.round())
                .setSubmitted(notice.submitted())
                .setReady(notice.ready())
                .build();
    }

    static Notice toGame(SeatStatus wire) throws UnreadableException {
        return new Notice.SeatStatus(
                WireBoard.toGame(wire.getSeat(), "seat_status.seat"),
                wire.getRoundId(),
                wire.getSubmitted(),
                wire.getReady());
    }

    static RoundResolved toWire(Notice.RoundResolved notice) {
        return RoundResolved.newBuilder()
                .setView(WireRounds.toWire(notice.view()))
                .build();
    }

    static Notice toGame(RoundResolved wire) throws UnreadableException {
        return new Notice.RoundResolved(WireRounds.toGame(wire.getView(), "round_resolved.view"));
    }

    static MatchOver toWire(Notice.MatchOver notice) {
        return MatchOver.newBuilder()
                .setRounds(notice.rounds())
                .setUs(WireScores.toWire(notice.us()))
                .setCn(WireScores.toWire(notice.cn()))
                .setOutcome(OUTCOMES.toWire(notice.outcome()))
                .setRecordText(notice.recordText())
                .build();
    }

    static Notice toGame(MatchOver wire) throws UnreadableException {
        return new Notice.MatchOver(
                wire.getRounds(),
                WireScores.toGame(wire.getUs(), "match_over.us"),
                WireScores.toGame(wire.getCn(), "match_over.cn"),
                OUTCOMES.toGame(wire.getOutcome(), "match_over.outcome"),
                wire.getRecordText());
    }
}
