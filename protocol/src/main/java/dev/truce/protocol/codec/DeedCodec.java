package dev.truce.protocol.codec;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.talk.Statement;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.codec.table.CodecTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.codec.table.WireLists;
import dev.truce.protocol.v2.AcceptOffer;
import dev.truce.protocol.v2.CastVote;
import dev.truce.protocol.v2.Deed.KindCase;
import dev.truce.protocol.v2.GiveNotice;
import dev.truce.protocol.v2.MakeOffer;
import dev.truce.protocol.v2.Order;
import dev.truce.protocol.v2.PutDraft;
import dev.truce.protocol.v2.RefuseOffer;
import dev.truce.protocol.v2.Say;
import dev.truce.protocol.v2.SetReady;
import dev.truce.protocol.v2.SubmitOrders;
import dev.truce.protocol.v2.UndoOrders;
import dev.truce.protocol.v2.WithdrawOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Maps what seats do, for the wire and for the journal: a row a kind. Orders pass unjudged: an unknown instrument or a level off the ladder
 * is for the rules to refuse.
 */
final class DeedCodec {
    private static final CodecTable<Deed, dev.truce.protocol.v2.Deed, dev.truce.protocol.v2.Deed.Builder, KindCase>
            TABLE = new CodecTable<>(KindCase.class);

    static {
        TABLE.row(
                Deed.Submit.class,
                KindCase.SUBMIT_ORDERS,
                (deed, to) -> to.setSubmitOrders(toWire(deed)),
                (from, field) -> submit(from.getSubmitOrders(), field));
        TABLE.row(
                Deed.Undo.class,
                KindCase.UNDO_ORDERS,
                (deed, to) -> to.setUndoOrders(UndoOrders.getDefaultInstance()),
                (from, field) -> new Deed.Undo());
        TABLE.row(
                Deed.Ready.class,
                KindCase.SET_READY,
                (deed, to) -> to.setSetReady(toWire(deed)),
                (from, field) -> ready(from.getSetReady(), field));
        TABLE.row(
                Deed.MakeOffer.class,
                KindCase.MAKE_OFFER,
                (deed, to) -> to.setMakeOffer(toWire(deed)),
                (from, field) -> makeOffer(from.getMakeOffer(), field));
        TABLE.row(
                Deed.Accept.class,
                KindCase.ACCEPT_OFFER,
                (deed, to) -> to.setAcceptOffer(AcceptOffer.newBuilder()
                        .setOffer(WireAgreements.toWire(deed.offer()))
                        .setTermsHash(deed.termsHash())),
                (from, field) -> new Deed.Accept(
                        offer(
                                from.getAcceptOffer().hasOffer(),
                                from.getAcceptOffer().getOffer(),
                                field),
                        WireTexts.id(from.getAcceptOffer().getTermsHash(), field + ".terms_hash")));
        TABLE.row(
                Deed.Refuse.class,
                KindCase.REFUSE_OFFER,
                (deed, to) -> to.setRefuseOffer(RefuseOffer.newBuilder().setOffer(WireAgreements.toWire(deed.offer()))),
                (from, field) -> new Deed.Refuse(offer(
                        from.getRefuseOffer().hasOffer(), from.getRefuseOffer().getOffer(), field)));
        TABLE.row(
                Deed.Withdraw.class,
                KindCase.WITHDRAW_OFFER,
                (deed, to) ->
                        to.setWithdrawOffer(WithdrawOffer.newBuilder().setOffer(WireAgreements.toWire(deed.offer()))),
                (from, field) -> new Deed.Withdraw(offer(
                        from.getWithdrawOffer().hasOffer(),
                        from.getWithdrawOffer().getOffer(),
                        field)));
        TABLE.row(
                Deed.GiveNotice.class,
                KindCase.GIVE_NOTICE,
                (deed, to) -> to.setGiveNotice(GiveNotice.newBuilder().setGiven(deed.given())),
                (from, field) -> {
                    require(from.getGiveNotice().hasGiven(), field + ".given");
                    return new Deed.GiveNotice(from.getGiveNotice().getGiven());
                });
        TABLE.row(
                Deed.Say.class,
                KindCase.SAY,
                (deed, to) -> to.setSay(toWire(deed)),
                (from, field) -> say(from.getSay(), field));
        TABLE.row(
                Deed.PutDraft.class,
                KindCase.PUT_DRAFT,
                (deed, to) -> to.setPutDraft(PutDraft.newBuilder().addAllOrders(toWire(deed.orders()))),
                (from, field) -> new Deed.PutDraft(orders(from.getPutDraft().getOrdersList(), field + ".orders")));
        TABLE.row(
                Deed.Vote.class,
                KindCase.CAST_VOTE,
                (deed, to) -> to.setCastVote(
                        CastVote.newBuilder().setDrafter(deed.drafter()).setYes(deed.yes())),
                (from, field) -> vote(from.getCastVote(), field));
    }

    private DeedCodec() {}

    /** Returns the kinds that have a row. */
    static Set<Class<? extends Deed>> kinds() {
        return TABLE.types();
    }

    /** Returns a deed as the schema has it. */
    static dev.truce.protocol.v2.Deed toWire(Deed deed) {
        dev.truce.protocol.v2.Deed.Builder to = dev.truce.protocol.v2.Deed.newBuilder();
        TABLE.write(deed, to);
        return to.build();
    }

    /**
     * Returns what a seat does.
     *
     * @param field where it stands, for example {@code do.deed}
     * @throws UnreadableException if there is no deed, a required field is missing, an enum names nothing or a text is out of bounds
     */
    static Deed toGame(dev.truce.protocol.v2.Deed from, String field) throws UnreadableException {
        return TABLE.read(from, from.getKindCase(), field);
    }

    private static List<Order> toWire(List<RequestedOrder> orders) {
        List<Order> wire = new ArrayList<>(orders.size());
        for (RequestedOrder order : orders) {
            wire.add(Order.newBuilder()
                    .setInstrumentValue(order.instrument() + 1)
                    .setLevelIndex(order.level())
                    .build());
        }
        return wire;
    }

    private static List<RequestedOrder> orders(List<Order> wire, String field) throws UnreadableException {
        return WireLists.read(wire, field, (order, at) -> {
            require(order.hasLevelIndex(), at + ".level_index");
            return new RequestedOrder(order.getInstrumentValue() - 1, order.getLevelIndex());
        });
    }

    private static SubmitOrders toWire(Deed.Submit deed) {
        SubmitOrders.Builder wire = SubmitOrders.newBuilder().addAllOrders(toWire(deed.orders()));
        Deed.Ready ready = deed.ready();
        return (ready == null ? wire : wire.setReady(toWire(ready))).build();
    }

    private static Deed.Submit submit(SubmitOrders wire, String field) throws UnreadableException {
        return new Deed.Submit(
                orders(wire.getOrdersList(), field + ".orders"),
                wire.hasReady() ? ready(wire.getReady(), field + ".ready") : null);
    }

    private static SetReady toWire(Deed.Ready deed) {
        return SetReady.newBuilder()
                .setReady(deed.ready())
                .setHeardOffers(deed.heard())
                .build();
    }

    private static Deed.Ready ready(SetReady wire, String field) throws UnreadableException {
        require(wire.hasReady(), field + ".ready");
        if (wire.getHeardOffers() < 0) {
            throw new UnreadableException(
                    field + ".heard_offers", "refused.malformed.heard", "0.." + Integer.MAX_VALUE);
        }
        return new Deed.Ready(wire.getReady(), wire.getHeardOffers());
    }

    private static MakeOffer toWire(Deed.MakeOffer deed) {
        MakeOffer.Builder wire = MakeOffer.newBuilder().setTerms(WireAgreements.toWire(deed.terms()));
        OfferId answers = deed.answers();
        return (answers == null ? wire : wire.setAnswers(WireAgreements.toWire(answers))).build();
    }

    private static Deed.MakeOffer makeOffer(MakeOffer wire, String field) throws UnreadableException {
        require(wire.hasTerms(), field + ".terms");
        return new Deed.MakeOffer(
                WireAgreements.toGame(wire.getTerms(), field + ".terms"),
                wire.hasAnswers() ? WireAgreements.toGame(wire.getAnswers(), field + ".answers") : null);
    }

    private static Say toWire(Deed.Say deed) {
        Say.Builder wire = Say.newBuilder()
                .setChannel(StatementCodec.CHANNELS.toWire(deed.channel()))
                .setText(deed.text());
        Statement statement = deed.statement();
        return (statement == null ? wire : wire.setStatement(StatementCodec.toWire(statement))).build();
    }

    private static Deed.Say say(Say wire, String field) throws UnreadableException {
        return new Deed.Say(
                StatementCodec.CHANNELS.toGame(wire.getChannel(), field + ".channel"),
                WireTexts.words(wire.getText(), field + ".text"),
                wire.hasStatement() ? StatementCodec.toGame(wire.getStatement(), field + ".statement") : null);
    }

    private static Deed.Vote vote(CastVote wire, String field) throws UnreadableException {
        require(wire.hasDrafter(), field + ".drafter");
        require(wire.hasYes(), field + ".yes");
        return new Deed.Vote(WireBoard.seatNumber(wire.getDrafter(), field + ".drafter"), wire.getYes());
    }

    private static OfferId offer(boolean present, dev.truce.protocol.v2.OfferId wire, String field)
            throws UnreadableException {
        require(present, field + ".offer");
        return WireAgreements.toGame(wire, field + ".offer");
    }

    private static void require(boolean present, String field) throws UnreadableException {
        if (!present) {
            throw UnreadableException.missing(field);
        }
    }
}
