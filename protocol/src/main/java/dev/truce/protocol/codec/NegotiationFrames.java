package dev.truce.protocol.codec;

import dev.truce.engine.agreement.OfferId;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.v1.AcceptOffer;
import dev.truce.protocol.v1.ClientEnvelope;
import dev.truce.protocol.v1.GiveNotice;
import dev.truce.protocol.v1.MakeOffer;
import dev.truce.protocol.v1.RefuseOffer;
import dev.truce.protocol.v1.Say;
import dev.truce.protocol.v1.WithdrawOffer;

/** Maps what clients say about offers, notice and talk. */
final class NegotiationFrames {
    private NegotiationFrames() {}

    /** Puts the body in if it is one of these. */
    static void put(ClientEnvelope.Builder wire, ClientMessage body) {
        if (body instanceof ClientMessage.MakeOffer make) {
            MakeOffer.Builder offer = MakeOffer.newBuilder()
                    .setMatchId(make.matchId())
                    .setRoundId(make.round())
                    .setMoveId(make.moveId())
                    .setTerms(WireAgreements.toWire(make.terms()));
            if (make.answers() != null) {
                offer.setAnswers(WireAgreements.toWire(make.answers()));
            }
            wire.setMakeOffer(offer);
        } else if (body instanceof ClientMessage.AcceptOffer accept) {
            wire.setAcceptOffer(AcceptOffer.newBuilder()
                    .setMatchId(accept.matchId())
                    .setRoundId(accept.round())
                    .setMoveId(accept.moveId())
                    .setOffer(WireAgreements.toWire(accept.offer()))
                    .setTermsHash(accept.termsHash()));
        } else if (body instanceof ClientMessage.RefuseOffer refuse) {
            wire.setRefuseOffer(RefuseOffer.newBuilder()
                    .setMatchId(refuse.matchId())
                    .setRoundId(refuse.round())
                    .setMoveId(refuse.moveId())
                    .setOffer(WireAgreements.toWire(refuse.offer())));
        } else if (body instanceof ClientMessage.WithdrawOffer withdraw) {
            wire.setWithdrawOffer(WithdrawOffer.newBuilder()
                    .setMatchId(withdraw.matchId())
                    .setRoundId(withdraw.round())
                    .setMoveId(withdraw.moveId())
                    .setOffer(WireAgreements.toWire(withdraw.offer())));
        } else if (body instanceof ClientMessage.GiveNotice notice) {
            wire.setGiveNotice(GiveNotice.newBuilder()
                    .setMatchId(notice.matchId())
                    .setRoundId(notice.round())
                    .setMoveId(notice.moveId())
                    .setGiven(notice.given()));
        } else if (body instanceof ClientMessage.Say say) {
            Say.Builder words = Say.newBuilder()
                    .setMatchId(say.matchId())
                    .setRoundId(say.round())
                    .setMoveId(say.moveId())
                    .setChannel(WireTalk.CHANNELS.toWire(say.channel()))
                    .setText(say.text());
            if (say.statement() != null) {
                words.setStatement(WireTalk.toWire(say.statement()));
            }
            wire.setSay(words);
        }
    }

    static ClientMessage makeOffer(MakeOffer wire) throws UnreadableException {
        require(wire.hasRoundId(), "make_offer.round_id");
        require(wire.hasTerms(), "make_offer.terms");
        return new ClientMessage.MakeOffer(
                WireTexts.id(wire.getMatchId(), "make_offer.match_id"),
                wire.getRoundId(),
                WireTexts.id(wire.getMoveId(), "make_offer.move_id"),
                WireAgreements.toGame(wire.getTerms(), "make_offer.terms"),
                wire.hasAnswers() ? WireAgreements.toGame(wire.getAnswers(), "make_offer.answers") : null);
    }

    static ClientMessage acceptOffer(AcceptOffer wire) throws UnreadableException {
        require(wire.hasRoundId(), "accept_offer.round_id");
        return new ClientMessage.AcceptOffer(
                WireTexts.id(wire.getMatchId(), "accept_offer.match_id"),
                wire.getRoundId(),
                WireTexts.id(wire.getMoveId(), "accept_offer.move_id"),
                offer(wire.hasOffer(), wire.getOffer(), "accept_offer.offer"),
                WireTexts.id(wire.getTermsHash(), "accept_offer.terms_hash"));
    }

    static ClientMessage refuseOffer(RefuseOffer wire) throws UnreadableException {
        require(wire.hasRoundId(), "refuse_offer.round_id");
        return new ClientMessage.RefuseOffer(
                WireTexts.id(wire.getMatchId(), "refuse_offer.match_id"),
                wire.getRoundId(),
                WireTexts.id(wire.getMoveId(), "refuse_offer.move_id"),
                offer(wire.hasOffer(), wire.getOffer(), "refuse_offer.offer"));
    }

    static ClientMessage withdrawOffer(WithdrawOffer wire) throws UnreadableException {
        require(wire.hasRoundId(), "withdraw_offer.round_id");
        return new ClientMessage.WithdrawOffer(
                WireTexts.id(wire.getMatchId(), "withdraw_offer.match_id"),
                wire.getRoundId(),
                WireTexts.id(wire.getMoveId(), "withdraw_offer.move_id"),
                offer(wire.hasOffer(), wire.getOffer(), "withdraw_offer.offer"));
    }

    static ClientMessage giveNotice(GiveNotice wire) throws UnreadableException {
        require(wire.hasRoundId(), "give_notice.round_id");
        require(wire.hasGiven(), "give_notice.given");
        return new ClientMessage.GiveNotice(
                WireTexts.id(wire.getMatchId(), "give_notice.match_id"),
                wire.getRoundId(),
                WireTexts.id(wire.getMoveId(), "give_notice.move_id"),
                wire.getGiven());
    }

    static ClientMessage say(Say wire) throws UnreadableException {
        require(wire.hasRoundId(), "say.round_id");
        return new ClientMessage.Say(
                WireTexts.id(wire.getMatchId(), "say.match_id"),
                wire.getRoundId(),
                WireTexts.id(wire.getMoveId(), "say.move_id"),
                WireTalk.CHANNELS.toGame(wire.getChannel(), "say.channel"),
                WireTexts.words(wire.getText(), "say.text"),
                wire.hasStatement() ? WireTalk.toGame(wire.getStatement(), "say.statement") : null);
    }

    private static OfferId offer(boolean present, dev.truce.protocol.v1.OfferId wire, String field)
            throws UnreadableException {
        require(present, field);
        return WireAgreements.toGame(wire, field);
    }

    private static void require(boolean present, String field) throws UnreadableException {
        if (!present) {
            throw UnreadableException.missing(field);
        }
    }
}
