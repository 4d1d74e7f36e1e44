package dev.truce.protocol.codec;

import dev.truce.engine.delegation.DelegationMode;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.DelegationWish;
import dev.truce.protocol.v1.CastVote;
import dev.truce.protocol.v1.ClientEnvelope;
import dev.truce.protocol.v1.Delegations;
import dev.truce.protocol.v1.HostedMinister;
import dev.truce.protocol.v1.SubmitDraft;
import java.util.ArrayList;
import java.util.List;

/** Maps what clients say about the seats of delegations and inside of them. */
final class DelegationFrames {
    static final EnumTable<DelegationMode, dev.truce.protocol.v1.DelegationMode> MODES =
            EnumTable.of(DelegationMode.class, dev.truce.protocol.v1.DelegationMode.class, "DELEGATION_MODE_");

    private DelegationFrames() {}

    /** Puts the body in if it is one of these, and returns whether it is. */
    static boolean put(ClientEnvelope.Builder wire, ClientMessage body) {
        if (body instanceof ClientMessage.SubmitDraft submit) {
            SubmitDraft.Builder draft = SubmitDraft.newBuilder()
                    .setMatchId(submit.matchId())
                    .setRoundId(submit.round())
                    .setMoveId(submit.moveId());
            submit.orders().forEach(order -> draft.addOrders(ClientFrames.toWire(order)));
            wire.setSubmitDraft(draft);
            return true;
        } else if (body instanceof ClientMessage.CastVote vote) {
            wire.setCastVote(CastVote.newBuilder()
                    .setMatchId(vote.matchId())
                    .setRoundId(vote.round())
                    .setMoveId(vote.moveId())
                    .setDrafter(WireBoard.toWire(vote.drafter()))
                    .setYes(vote.yes()));
            return true;
        }
        return false;
    }

    static ClientMessage submitDraft(SubmitDraft wire) throws UnreadableException {
        require(wire.hasRoundId(), "submit_draft.round_id");
        return new ClientMessage.SubmitDraft(
                WireTexts.id(wire.getMatchId(), "submit_draft.match_id"),
                wire.getRoundId(),
                WireTexts.id(wire.getMoveId(), "submit_draft.move_id"),
                ClientFrames.orders(wire.getOrdersList(), "submit_draft.orders"));
    }

    static ClientMessage castVote(CastVote wire) throws UnreadableException {
        require(wire.hasRoundId(), "cast_vote.round_id");
        require(wire.hasDrafter(), "cast_vote.drafter");
        require(wire.hasYes(), "cast_vote.yes");
        return new ClientMessage.CastVote(
                WireTexts.id(wire.getMatchId(), "cast_vote.match_id"),
                wire.getRoundId(),
                WireTexts.id(wire.getMoveId(), "cast_vote.move_id"),
                WireBoard.toGame(wire.getDrafter(), "cast_vote.drafter"),
                wire.getYes());
    }

    static Delegations toWire(DelegationWish wish) {
        Delegations.Builder wire = Delegations.newBuilder()
                .setUsSeats(wish.usSeats())
                .setCnSeats(wish.cnSeats())
                .setMode(MODES.toWire(wish.mode()));
        for (DelegationWish.HostedMinister bot : wish.bots()) {
            wire.addBots(HostedMinister.newBuilder()
                    .setSeat(WireBoard.toWire(bot.seat()))
                    .setBot(bot.bot()));
        }
        return wire.build();
    }

    static DelegationWish toGame(Delegations wire, String field) throws UnreadableException {
        require(wire.hasUsSeats(), field + ".us_seats");
        require(wire.hasCnSeats(), field + ".cn_seats");
        List<DelegationWish.HostedMinister> bots = new ArrayList<>();
        for (int i = 0; i < wire.getBotsCount(); i++) {
            String at = field + ".bots[" + i + "]";
            HostedMinister bot = wire.getBots(i);
            bots.add(new DelegationWish.HostedMinister(
                    WireBoard.toGame(bot.getSeat(), at + ".seat"), WireTexts.id(bot.getBot(), at + ".bot")));
        }
        return new DelegationWish(
                wire.getUsSeats(), wire.getCnSeats(), MODES.toGame(wire.getMode(), field + ".mode"), bots);
    }

    private static void require(boolean present, String field) throws UnreadableException {
        if (!present) {
            throw UnreadableException.missing(field);
        }
    }
}
