package dev.truce.protocol.codec;

import dev.truce.engine.card.Card;
import dev.truce.engine.orders.CardName;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.payoff.Outcome;
import dev.truce.match.Notice;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.v2.CardPlayed;
import dev.truce.protocol.v2.MatchOver;
import dev.truce.protocol.v2.NoticeGiven;
import dev.truce.protocol.v2.OfferChanged;
import dev.truce.protocol.v2.RoundOpened;
import dev.truce.protocol.v2.RoundResolved;
import dev.truce.protocol.v2.Said;
import dev.truce.protocol.v2.SeatStatus;

/** Maps what the referee tells a viewer. */
final class WireNotices {
    private static final EnumTable<Outcome, dev.truce.protocol.v2.Outcome> OUTCOMES =
            EnumTable.of(Outcome.class, dev.truce.protocol.v2.Outcome.class, "OUTCOME_");

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

    static OfferChanged toWire(Notice.OfferChanged notice) {
        return OfferChanged.newBuilder()
                .setOffer(WireAgreements.toWire(notice.offer()))
                .setRoundId(notice.round())
                .build();
    }

    static Notice toGame(OfferChanged wire) throws UnreadableException {
        return new Notice.OfferChanged(
                WireAgreements.toGame(wire.getOffer(), "offer_changed.offer"), wire.getRoundId());
    }

    static NoticeGiven toWire(Notice.NoticeGiven notice) {
        return NoticeGiven.newBuilder()
                .setSide(WireBoard.SIDES.toWire(notice.side()))
                .setRoundId(notice.round())
                .setGiven(notice.given())
                .build();
    }

    static Notice toGame(NoticeGiven wire) throws UnreadableException {
        return new Notice.NoticeGiven(
                WireBoard.SIDES.toGame(wire.getSide(), "notice_given.side"), wire.getRoundId(), wire.getGiven());
    }

    static Said toWire(Notice.Said notice) {
        Said.Builder wire = Said.newBuilder()
                .setSeat(WireBoard.toWire(notice.seat()))
                .setRoundId(notice.round())
                .setNumber(notice.number())
                .setChannel(WireTalk.CHANNELS.toWire(notice.channel()))
                .setText(notice.text());
        if (notice.statement() != null) {
            wire.setStatement(WireTalk.toWire(notice.statement()));
        }
        return wire.build();
    }

    static Notice toGame(Said wire) throws UnreadableException {
        return new Notice.Said(
                WireBoard.toGame(wire.getSeat(), "said.seat"),
                wire.getRoundId(),
                wire.getNumber(),
                WireTalk.CHANNELS.toGame(wire.getChannel(), "said.channel"),
                wire.getText(),
                wire.hasStatement() ? WireTalk.toGame(wire.getStatement(), "said.statement") : null);
    }

    static CardPlayed toWire(Notice.CardPlayed played) {
        return CardPlayed.newBuilder()
                .setRoundId(played.round())
                .setCard(played.card().text())
                .build();
    }

    static Notice toGame(CardPlayed wire) throws UnreadableException {
        if (CardName.read(wire.getCard()) instanceof Reply.Done<Card> read) {
            return new Notice.CardPlayed(read.value(), wire.getRoundId());
        }
        throw new UnreadableException("card_played.card", "refused.unknown_card", "");
    }
}
