package dev.truce.protocol.codec;

import dev.truce.engine.card.Card;
import dev.truce.engine.delegation.MinisterScore;
import dev.truce.engine.orders.CardName;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.payoff.Outcome;
import dev.truce.match.Notice;
import dev.truce.match.RoundPart;
import dev.truce.match.Seat;
import dev.truce.match.deed.SeatHolder;
import dev.truce.protocol.codec.table.CodecTable;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.codec.table.WireLists;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.v2.BriefGiven;
import dev.truce.protocol.v2.CardPlayed;
import dev.truce.protocol.v2.ClockCause;
import dev.truce.protocol.v2.ClockChanged;
import dev.truce.protocol.v2.Drafted;
import dev.truce.protocol.v2.HorizonSet;
import dev.truce.protocol.v2.HostActed;
import dev.truce.protocol.v2.MatchOver;
import dev.truce.protocol.v2.MinistersScored;
import dev.truce.protocol.v2.NoticeGiven;
import dev.truce.protocol.v2.OfferChanged;
import dev.truce.protocol.v2.RoundOpened;
import dev.truce.protocol.v2.RoundResolved;
import dev.truce.protocol.v2.RoundShut;
import dev.truce.protocol.v2.Said;
import dev.truce.protocol.v2.SeatChanged;
import dev.truce.protocol.v2.SeatStatus;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.protocol.v2.ServerEnvelope.BodyCase;
import dev.truce.protocol.v2.ShutCause;
import dev.truce.protocol.v2.Voted;
import java.util.List;
import java.util.Set;

/** Maps what the referee tells a viewer, in both directions: a row a kind. */
final class NoticeCodec {
    private static final EnumTable<Outcome, dev.truce.protocol.v2.Outcome> OUTCOMES =
            EnumTable.of(Outcome.class, dev.truce.protocol.v2.Outcome.class, "OUTCOME_");

    private static final EnumTable<RoundPart, dev.truce.protocol.v2.RoundPart> PARTS =
            EnumTable.of(RoundPart.class, dev.truce.protocol.v2.RoundPart.class, "ROUND_PART_");
    private static final EnumTable<Notice.ClockChanged.Cause, ClockCause> CAUSES =
            EnumTable.of(Notice.ClockChanged.Cause.class, ClockCause.class, "CLOCK_CAUSE_");

    private static final EnumTable<Notice.RoundShut.Cause, ShutCause> SHUT_CAUSES =
            EnumTable.of(Notice.RoundShut.Cause.class, ShutCause.class, "SHUT_CAUSE_");

    private static final CodecTable<Notice, ServerEnvelope, ServerEnvelope.Builder, BodyCase> TABLE =
            new CodecTable<>(BodyCase.class);

    static {
        ofRounds();
        ofNegotiation();
        ofDelegations();
        ofClocks();
        TABLE.row(
                Notice.CardPlayed.class,
                BodyCase.CARD_PLAYED,
                (played, to) -> to.setCardPlayed(CardPlayed.newBuilder()
                        .setRoundId(played.round())
                        .setCard(played.card().text())),
                (from, field) -> {
                    if (CardName.read(from.getCardPlayed().getCard()) instanceof Reply.Done<Card> read) {
                        return new Notice.CardPlayed(
                                read.value(), from.getCardPlayed().getRoundId());
                    }
                    throw new UnreadableException(field + ".card", "refused.unknown_card", "");
                });
        TABLE.row(
                Notice.HostActed.class,
                BodyCase.HOST_ACTED,
                (acted, to) -> to.setHostActed(HostActed.newBuilder()
                        .setAct(HostActWire.toWire(acted.act()))
                        .setRoundId(acted.round())),
                (from, field) -> new Notice.HostActed(
                        HostActWire.toGame(from.getHostActed().getAct(), field + ".act"),
                        from.getHostActed().getRoundId()));
    }

    private NoticeCodec() {}

    private static SeatHolder holder(SeatChanged changed) throws UnreadableException {
        String bot = changed.getBot();
        if (!bot.isEmpty()) {
            if (!SeatHolder.Bot.isName(bot)) {
                throw new UnreadableException("seat_changed.bot", "refused.malformed.unknown", "", "seat_changed.bot");
            }
            return new SeatHolder.Bot(bot);
        }
        return changed.getVacant() ? new SeatHolder.Nobody() : new SeatHolder.Person();
    }

    private static void ofClocks() {
        TABLE.row(
                Notice.SeatChanged.class,
                BodyCase.SEAT_CHANGED,
                (changed, to) -> to.setSeatChanged(SeatChanged.newBuilder()
                        .setSeat(WireBoard.toWire(changed.seat()))
                        .setRoundId(changed.round())
                        .setBot(changed.bot())
                        .setVacant(changed.holder() instanceof SeatHolder.Nobody)),
                (from, field) -> new Notice.SeatChanged(
                        WireBoard.toGame(from.getSeatChanged().getSeat(), field + ".seat"),
                        from.getSeatChanged().getRoundId(),
                        holder(from.getSeatChanged())));
        TABLE.row(
                Notice.HorizonSet.class,
                BodyCase.HORIZON_SET,
                (set, to) -> to.setHorizonSet(HorizonSet.newBuilder().setRoundId(set.round())),
                (from, field) -> new Notice.HorizonSet(from.getHorizonSet().getRoundId()));
        TABLE.row(
                Notice.RoundShut.class,
                BodyCase.ROUND_SHUT,
                (shut, to) -> to.setRoundShut(
                        RoundShut.newBuilder().setRoundId(shut.round()).setCause(SHUT_CAUSES.toWire(shut.cause()))),
                (from, field) -> new Notice.RoundShut(
                        from.getRoundShut().getRoundId(),
                        SHUT_CAUSES.toGame(from.getRoundShut().getCause(), field + ".cause")));
        TABLE.row(
                Notice.ClockChanged.class,
                BodyCase.CLOCK_CHANGED,
                (changed, to) -> {
                    ClockChanged.Builder wire = ClockChanged.newBuilder()
                            .setRoundId(changed.round())
                            .setPart(PARTS.toWire(changed.part()))
                            .setPaused(changed.paused())
                            .setCause(CAUSES.toWire(changed.cause()))
                            .setShiftMillis(changed.shiftMillis())
                            .setLeftMillis(changed.leftMillis());
                    if (changed.seat() != null) {
                        wire.setSeat(WireBoard.toWire(changed.seat()));
                    }
                    to.setClockChanged(wire);
                },
                (from, field) -> {
                    ClockChanged wire = from.getClockChanged();
                    return new Notice.ClockChanged(
                            wire.getRoundId(),
                            PARTS.toGame(wire.getPart(), field + ".part"),
                            wire.getPaused(),
                            CAUSES.toGame(wire.getCause(), field + ".cause"),
                            wire.getShiftMillis(),
                            wire.hasSeat() ? WireBoard.toGame(wire.getSeat(), field + ".seat") : null,
                            wire.getLeftMillis());
                });
    }

    private static void ofRounds() {
        TABLE.row(
                Notice.RoundOpened.class,
                BodyCase.ROUND_OPENED,
                (opened, to) -> to.setRoundOpened(RoundOpened.newBuilder()
                        .setObservation(WireRounds.toWire(opened.observation()))
                        .setWindowMillis(opened.windowMillis())),
                (from, field) -> new Notice.RoundOpened(
                        WireRounds.toGame(from.getRoundOpened().getObservation(), field + ".observation"),
                        from.getRoundOpened().getWindowMillis()));
        TABLE.row(
                Notice.SeatStatus.class,
                BodyCase.SEAT_STATUS,
                (status, to) -> to.setSeatStatus(SeatStatus.newBuilder()
                        .setSeat(WireBoard.toWire(status.seat()))
                        .setRoundId(status.round())
                        .setSubmitted(status.submitted())
                        .setReady(status.ready())),
                (from, field) -> new Notice.SeatStatus(
                        WireBoard.toGame(from.getSeatStatus().getSeat(), field + ".seat"),
                        from.getSeatStatus().getRoundId(),
                        from.getSeatStatus().getSubmitted(),
                        from.getSeatStatus().getReady()));
        TABLE.row(
                Notice.RoundResolved.class,
                BodyCase.ROUND_RESOLVED,
                (resolved, to) ->
                        to.setRoundResolved(RoundResolved.newBuilder().setView(WireRounds.toWire(resolved.view()))),
                (from, field) -> new Notice.RoundResolved(
                        WireRounds.toGame(from.getRoundResolved().getView(), field + ".view")));
        TABLE.row(
                Notice.MatchOver.class,
                BodyCase.MATCH_OVER,
                (over, to) -> to.setMatchOver(MatchOver.newBuilder()
                        .setRounds(over.rounds())
                        .setUs(WireScores.toWire(over.us()))
                        .setCn(WireScores.toWire(over.cn()))
                        .setOutcome(OUTCOMES.toWire(over.outcome()))
                        .setRecordText(over.recordText())),
                (from, field) -> new Notice.MatchOver(
                        from.getMatchOver().getRounds(),
                        WireScores.toGame(from.getMatchOver().getUs(), field + ".us"),
                        WireScores.toGame(from.getMatchOver().getCn(), field + ".cn"),
                        OUTCOMES.toGame(from.getMatchOver().getOutcome(), field + ".outcome"),
                        from.getMatchOver().getRecordText()));
    }

    private static void ofNegotiation() {
        TABLE.row(
                Notice.OfferChanged.class,
                BodyCase.OFFER_CHANGED,
                (changed, to) -> to.setOfferChanged(OfferChanged.newBuilder()
                        .setOffer(WireAgreements.toWire(changed.offer()))
                        .setRoundId(changed.round())),
                (from, field) -> new Notice.OfferChanged(
                        WireAgreements.toGame(from.getOfferChanged().getOffer(), field + ".offer"),
                        from.getOfferChanged().getRoundId()));
        TABLE.row(
                Notice.NoticeGiven.class,
                BodyCase.NOTICE_GIVEN,
                (given, to) -> to.setNoticeGiven(NoticeGiven.newBuilder()
                        .setSide(WireBoard.SIDES.toWire(given.side()))
                        .setRoundId(given.round())
                        .setGiven(given.given())),
                (from, field) -> new Notice.NoticeGiven(
                        WireBoard.SIDES.toGame(from.getNoticeGiven().getSide(), field + ".side"),
                        from.getNoticeGiven().getRoundId(),
                        from.getNoticeGiven().getGiven()));
        TABLE.row(
                Notice.Said.class,
                BodyCase.SAID,
                (said, to) -> to.setSaid(toWire(said)),
                (from, field) -> toGame(from.getSaid(), field));
    }

    private static Said toWire(Notice.Said said) {
        Said.Builder wire = Said.newBuilder()
                .setSeat(WireBoard.toWire(said.seat()))
                .setRoundId(said.round())
                .setNumber(said.number())
                .setChannel(StatementCodec.CHANNELS.toWire(said.channel()))
                .setText(said.text());
        if (said.statement() != null) {
            wire.setStatement(StatementCodec.toWire(said.statement()));
        }
        return wire.build();
    }

    private static Notice.Said toGame(Said wire, String field) throws UnreadableException {
        return new Notice.Said(
                WireBoard.toGame(wire.getSeat(), field + ".seat"),
                wire.getRoundId(),
                wire.getNumber(),
                StatementCodec.CHANNELS.toGame(wire.getChannel(), field + ".channel"),
                wire.getText(),
                wire.hasStatement() ? StatementCodec.toGame(wire.getStatement(), field + ".statement") : null);
    }

    private static void ofDelegations() {
        TABLE.row(
                Notice.Drafted.class,
                BodyCase.DRAFTED,
                (drafted, to) -> to.setDrafted(Drafted.newBuilder()
                        .setSeat(WireBoard.toWire(drafted.seat()))
                        .setRoundId(drafted.round())
                        .addAllOrders(drafted.orders().list().stream()
                                .map(WireBoard::toWire)
                                .toList())),
                (from, field) -> new Notice.Drafted(
                        WireBoard.toGame(from.getDrafted().getSeat(), field + ".seat"),
                        from.getDrafted().getRoundId(),
                        orders(from.getDrafted().getOrdersList(), field + ".orders")));
        TABLE.row(
                Notice.Voted.class,
                BodyCase.VOTED,
                (voted, to) -> to.setVoted(Voted.newBuilder()
                        .setSeat(WireBoard.toWire(voted.seat()))
                        .setRoundId(voted.round())
                        .setDrafter(WireBoard.toWire(voted.drafter()))
                        .setYes(voted.yes())),
                (from, field) -> new Notice.Voted(
                        WireBoard.toGame(from.getVoted().getSeat(), field + ".seat"),
                        from.getVoted().getRoundId(),
                        WireBoard.toGame(from.getVoted().getDrafter(), field + ".drafter"),
                        from.getVoted().getYes()));
        TABLE.row(
                Notice.BriefGiven.class,
                BodyCase.BRIEF_GIVEN,
                (given, to) -> to.setBriefGiven(BriefGiven.newBuilder()
                        .setSeat(WireBoard.toWire(given.seat()))
                        .addAllWeightsPercent(given.brief().weightsPercent())),
                (from, field) -> new Notice.BriefGiven(
                        WireBoard.toGame(from.getBriefGiven().getSeat(), field + ".seat"),
                        WireDelegations.brief(
                                from.getBriefGiven().getWeightsPercentList(), field + ".weights_percent")));
        TABLE.row(
                Notice.MinistersScored.class,
                BodyCase.MINISTERS_SCORED,
                (scored, to) -> to.setMinistersScored(MinistersScored.newBuilder()
                        .addAllScores(scored.scores().stream()
                                .map(NoticeCodec::toWire)
                                .toList())),
                (from, field) -> new Notice.MinistersScored(WireLists.read(
                        from.getMinistersScored().getScoresList(), field + ".scores", NoticeCodec::toGame)));
    }

    /** Reads orders that the rules have found legal: in instrument order, each once. */
    static Orders orders(List<dev.truce.protocol.v2.Order> wire, String field) throws UnreadableException {
        List<Order> orders = WireLists.read(wire, field, WireBoard::toGame);
        for (int i = 1; i < orders.size(); i++) {
            if (orders.get(i).instrument().compareTo(orders.get(i - 1).instrument()) <= 0) {
                throw new UnreadableException(field + "[" + i + "]", "refused.malformed.order", "");
            }
        }
        return Orders.of(orders);
    }

    private static dev.truce.protocol.v2.MinisterScore toWire(MinisterScore score) {
        return dev.truce.protocol.v2.MinisterScore.newBuilder()
                .setSeat(WireBoard.toWire(new Seat(score.side(), score.number())))
                .addAllWeightsPercent(score.brief().weightsPercent())
                .setScore(score.score())
                .setSideScore(score.sideScore())
                .build();
    }

    private static MinisterScore toGame(dev.truce.protocol.v2.MinisterScore wire, String field)
            throws UnreadableException {
        Seat seat = WireBoard.toGame(wire.getSeat(), field + ".seat");
        return new MinisterScore(
                seat.side(),
                seat.number(),
                WireDelegations.brief(wire.getWeightsPercentList(), field + ".weights_percent"),
                wire.getScore(),
                wire.getSideScore());
    }

    /** Returns the kinds that have a row. */
    static Set<Class<? extends Notice>> kinds() {
        return TABLE.types();
    }

    /** Returns whether a body tells a notice. */
    static boolean reads(BodyCase kind) {
        return TABLE.reads(kind);
    }

    /** Puts what is told into an envelope. */
    static void write(ServerMessage.Told told, ServerEnvelope.Builder to) {
        TABLE.write(told.notice(), to);
        if (told.notice() instanceof Notice.RoundOpened) {
            to.setRoundOpened(to.getRoundOpened().toBuilder().setDeadlineUnixMillis(told.deadlineUnixMillis()));
        } else if (told.notice() instanceof Notice.ClockChanged) {
            to.setClockChanged(to.getClockChanged().toBuilder().setDeadlineUnixMillis(told.deadlineUnixMillis()));
        }
    }

    /** Reads an envelope that tells a notice. */
    static ServerMessage read(ServerEnvelope from) throws UnreadableException {
        long deadline = from.hasClockChanged()
                ? from.getClockChanged().getDeadlineUnixMillis()
                : from.getRoundOpened().getDeadlineUnixMillis();
        return new ServerMessage.Told(TABLE.read(from, from.getBodyCase(), ""), deadline);
    }
}
