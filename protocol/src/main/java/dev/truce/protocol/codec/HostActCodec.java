package dev.truce.protocol.codec;

import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.codec.table.CodecTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.AbandonMatch;
import dev.truce.protocol.v2.Advance;
import dev.truce.protocol.v2.Announce;
import dev.truce.protocol.v2.EndWith;
import dev.truce.protocol.v2.Extend;
import dev.truce.protocol.v2.Grant;
import dev.truce.protocol.v2.HandBack;
import dev.truce.protocol.v2.HostAct.KindCase;
import dev.truce.protocol.v2.Message;
import dev.truce.protocol.v2.OpenRound;
import dev.truce.protocol.v2.Pause;
import dev.truce.protocol.v2.PlayCard;
import dev.truce.protocol.v2.Reveal;
import dev.truce.protocol.v2.Revoke;
import dev.truce.protocol.v2.RevokeObservers;
import dev.truce.protocol.v2.StandIn;
import dev.truce.protocol.v2.StartMatch;
import dev.truce.protocol.v2.TimeUp;
import dev.truce.protocol.v2.Unpause;
import dev.truce.protocol.v2.Vacate;
import dev.truce.protocol.v2.WithdrawCard;
import java.util.Set;

/** Maps what the owner of a room does, for the wire and for the journal: a row a kind. A card's name passes unjudged. */
final class HostActCodec {
    private static final CodecTable<
                    HostAct, dev.truce.protocol.v2.HostAct, dev.truce.protocol.v2.HostAct.Builder, KindCase>
            TABLE = new CodecTable<>(KindCase.class);

    static {
        TABLE.row(
                HostAct.Start.class,
                KindCase.START_MATCH,
                (act, to) -> to.setStartMatch(StartMatch.getDefaultInstance()),
                (from, field) -> new HostAct.Start());
        TABLE.row(
                HostAct.PlayCard.class,
                KindCase.PLAY_CARD,
                (act, to) -> to.setPlayCard(
                        PlayCard.newBuilder().setRoundId(act.round()).setCard(act.card())),
                (from, field) -> new HostAct.PlayCard(
                        round(
                                from.getPlayCard().hasRoundId(),
                                from.getPlayCard().getRoundId(),
                                field),
                        WireTexts.name(from.getPlayCard().getCard(), field + ".card")));
        TABLE.row(
                HostAct.Abandon.class,
                KindCase.ABANDON_MATCH,
                (act, to) -> to.setAbandonMatch(AbandonMatch.newBuilder().setReason(act.reason())),
                (from, field) -> new HostAct.Abandon(
                        WireTexts.words(from.getAbandonMatch().getReason(), field + ".reason")));
        TABLE.row(
                HostAct.TimeUp.class,
                KindCase.TIME_UP,
                (act, to) ->
                        to.setTimeUp(TimeUp.newBuilder().setRoundId(act.round()).setTimer(act.timer())),
                (from, field) -> new HostAct.TimeUp(
                        from.getTimeUp().getRoundId(), from.getTimeUp().getTimer()));
        ofTime();
        ofSeats();
        ofRounds();
        TABLE.row(
                HostAct.Announce.class,
                KindCase.ANNOUNCE,
                (act, to) -> to.setAnnounce(
                        Announce.newBuilder().setNumber(act.number()).setText(act.text())),
                (from, field) -> new HostAct.Announce(
                        from.getAnnounce().getNumber(),
                        WireTexts.words(from.getAnnounce().getText(), field + ".text")));
        TABLE.row(
                HostAct.Message.class,
                KindCase.MESSAGE,
                (act, to) -> to.setMessage(Message.newBuilder()
                        .setSeat(WireBoard.toWire(new Seat(act.side(), act.seat())))
                        .setText(act.text())),
                (from, field) -> {
                    Seat seat = WireBoard.toGame(from.getMessage().getSeat(), field + ".seat");
                    String text = WireTexts.words(from.getMessage().getText(), field + ".text");
                    return new HostAct.Message(seat.side(), seat.number(), text);
                });
        TABLE.row(
                HostAct.WithdrawCard.class,
                KindCase.WITHDRAW_CARD,
                (act, to) -> to.setWithdrawCard(
                        WithdrawCard.newBuilder().setRoundId(act.round()).setCard(act.card())),
                (from, field) -> new HostAct.WithdrawCard(
                        round(
                                from.getWithdrawCard().hasRoundId(),
                                from.getWithdrawCard().getRoundId(),
                                field),
                        WireTexts.name(from.getWithdrawCard().getCard(), field + ".card")));
    }

    private HostActCodec() {}

    private static void ofRounds() {
        TABLE.row(
                HostAct.OpenRound.class,
                KindCase.OPEN_ROUND,
                (act, to) -> {
                    OpenRound.Builder wire = OpenRound.newBuilder().setRoundId(act.round());
                    if (act.windowMillis() != HostAct.OpenRound.USUAL) {
                        wire.setWindowMillis(act.windowMillis());
                    }
                    to.setOpenRound(wire);
                },
                (from, field) -> {
                    OpenRound wire = from.getOpenRound();
                    int round = round(wire.hasRoundId(), wire.getRoundId(), field);
                    return new HostAct.OpenRound(
                            round,
                            wire.hasWindowMillis() ? window(wire.getWindowMillis(), field) : HostAct.OpenRound.USUAL);
                });
        TABLE.row(
                HostAct.EndWith.class,
                KindCase.END_WITH,
                (act, to) -> to.setEndWith(EndWith.newBuilder().setRoundId(act.round())),
                (from, field) -> new HostAct.EndWith(
                        round(from.getEndWith().hasRoundId(), from.getEndWith().getRoundId(), field)));
        TABLE.row(
                HostAct.Reveal.class,
                KindCase.REVEAL,
                (act, to) -> to.setReveal(Reveal.newBuilder().setRoundId(act.round())),
                (from, field) -> new HostAct.Reveal(
                        round(from.getReveal().hasRoundId(), from.getReveal().getRoundId(), field)));
    }

    private static void ofTime() {
        TABLE.row(
                HostAct.Pause.class,
                KindCase.PAUSE,
                (act, to) -> to.setPause(Pause.getDefaultInstance()),
                (from, field) -> new HostAct.Pause());
        TABLE.row(
                HostAct.Unpause.class,
                KindCase.UNPAUSE,
                (act, to) -> to.setUnpause(Unpause.getDefaultInstance()),
                (from, field) -> new HostAct.Unpause());
        TABLE.row(
                HostAct.Extend.class,
                KindCase.EXTEND,
                (act, to) ->
                        to.setExtend(Extend.newBuilder().setRoundId(act.round()).setMillis(act.millis())),
                (from, field) -> new HostAct.Extend(
                        round(from.getExtend().hasRoundId(), from.getExtend().getRoundId(), field),
                        millis(from.getExtend().getMillis(), field)));
        TABLE.row(
                HostAct.Grant.class,
                KindCase.GRANT,
                (act, to) -> to.setGrant(Grant.newBuilder()
                        .setRoundId(act.round())
                        .setMillis(act.millis())
                        .setSeat(WireBoard.toWire(new Seat(act.side(), act.seat())))),
                (from, field) -> {
                    int round =
                            round(from.getGrant().hasRoundId(), from.getGrant().getRoundId(), field);
                    Seat seat = WireBoard.toGame(from.getGrant().getSeat(), field + ".seat");
                    long millis = millis(Math.max(0, from.getGrant().getMillis()), field);
                    return new HostAct.Grant(round, millis, seat.side(), seat.number());
                });
        TABLE.row(
                HostAct.Advance.class,
                KindCase.ADVANCE,
                (act, to) -> to.setAdvance(
                        Advance.newBuilder().setRoundId(act.round()).setExpected(act.expected())),
                (from, field) -> new HostAct.Advance(
                        round(from.getAdvance().hasRoundId(), from.getAdvance().getRoundId(), field),
                        WireTexts.ascii(from.getAdvance().getExpected(), field + ".expected", Wire.ID_CHARACTERS)));
    }

    private static void ofSeats() {
        TABLE.row(
                HostAct.StandIn.class,
                KindCase.STAND_IN,
                (act, to) -> to.setStandIn(StandIn.newBuilder()
                        .setSeat(WireBoard.toWire(new Seat(act.side(), act.seat())))
                        .setBot(act.bot())),
                (from, field) -> {
                    Seat seat = WireBoard.toGame(from.getStandIn().getSeat(), field + ".seat");
                    String bot = WireTexts.id(from.getStandIn().getBot(), field + ".bot");
                    return new HostAct.StandIn(seat.side(), seat.number(), bot);
                });
        TABLE.row(
                HostAct.HandBack.class,
                KindCase.HAND_BACK,
                (act, to) -> to.setHandBack(
                        HandBack.newBuilder().setSeat(WireBoard.toWire(new Seat(act.side(), act.seat())))),
                (from, field) -> {
                    Seat seat = WireBoard.toGame(from.getHandBack().getSeat(), field + ".seat");
                    return new HostAct.HandBack(seat.side(), seat.number());
                });
        TABLE.row(
                HostAct.Vacate.class,
                KindCase.VACATE,
                (act, to) ->
                        to.setVacate(Vacate.newBuilder().setSeat(WireBoard.toWire(new Seat(act.side(), act.seat())))),
                (from, field) -> {
                    Seat seat = WireBoard.toGame(from.getVacate().getSeat(), field + ".seat");
                    return new HostAct.Vacate(seat.side(), seat.number());
                });
        TABLE.row(
                HostAct.Revoke.class,
                KindCase.REVOKE,
                (act, to) ->
                        to.setRevoke(Revoke.newBuilder().setSeat(WireBoard.toWire(new Seat(act.side(), act.seat())))),
                (from, field) -> {
                    Seat seat = WireBoard.toGame(from.getRevoke().getSeat(), field + ".seat");
                    return new HostAct.Revoke(seat.side(), seat.number());
                });
        TABLE.row(
                HostAct.RevokeObservers.class,
                KindCase.REVOKE_OBSERVERS,
                (act, to) -> to.setRevokeObservers(RevokeObservers.getDefaultInstance()),
                (from, field) -> new HostAct.RevokeObservers());
    }

    private static int round(boolean given, int round, String field) throws UnreadableException {
        if (!given) {
            throw UnreadableException.missing(field + ".round_id");
        }
        return round;
    }

    private static long millis(long millis, String field) throws UnreadableException {
        if (!HostAct.Extend.isInRange(millis)) {
            throw new UnreadableException(field + ".millis", "refused.malformed.millis", "", HostAct.Extend.MAX_MILLIS);
        }
        return millis;
    }

    private static long window(long millis, String field) throws UnreadableException {
        if (millis < 0 || millis > HostAct.OpenRound.MAX_MILLIS) {
            throw new UnreadableException(
                    field + ".window_millis", "refused.malformed.millis", "", HostAct.OpenRound.MAX_MILLIS);
        }
        return millis;
    }

    /** Returns the kinds that have a row. */
    static Set<Class<? extends HostAct>> kinds() {
        return TABLE.types();
    }

    /** Returns an act as the schema has it. */
    static dev.truce.protocol.v2.HostAct toWire(HostAct act) {
        dev.truce.protocol.v2.HostAct.Builder to = dev.truce.protocol.v2.HostAct.newBuilder();
        TABLE.write(act, to);
        return to.build();
    }

    /**
     * Returns what is done with a match.
     *
     * @throws UnreadableException if there is no act, a required field is missing or a text is out of bounds
     */
    static HostAct toGame(dev.truce.protocol.v2.HostAct from, String field) throws UnreadableException {
        return TABLE.read(from, from.getKindCase(), field);
    }
}
