package dev.truce.app.encoding;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.truce.app.encoding.v1.StoredAbandon;
import dev.truce.app.encoding.v1.StoredDeadlinePassed;
import dev.truce.app.encoding.v1.StoredInput;
import dev.truce.app.encoding.v1.StoredOrder;
import dev.truce.app.encoding.v1.StoredPlayCard;
import dev.truce.app.encoding.v1.StoredReady;
import dev.truce.app.encoding.v1.StoredSeatRef;
import dev.truce.app.encoding.v1.StoredStart;
import dev.truce.app.encoding.v1.StoredSubmit;
import dev.truce.app.encoding.v1.StoredUndo;
import dev.truce.app.encoding.v1.StoredVote;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import java.util.List;

/** Inputs as the journal keeps them. */
public final class InputEncoding {
    private InputEncoding() {}

    /** Returns the bytes that the journal keeps of an input. */
    public static byte[] toBytes(Input input) {
        StoredInput.Builder stored = StoredInput.newBuilder();
        if (input instanceof Input.Start) {
            stored.setStart(StoredStart.getDefaultInstance());
        } else if (input instanceof Input.Submit submit) {
            stored.setSubmit(stored(submit, submit.orders()));
        } else if (input instanceof Input.Draft draft) {
            stored.setDraft(stored(draft, draft.orders()));
        } else if (input instanceof Input.Vote vote) {
            stored.setVote(StoredVote.newBuilder()
                    .setSeat(stored(vote.seat()))
                    .setRound(vote.round())
                    .setMoveId(vote.moveId())
                    .setDrafter(stored(vote.drafter()))
                    .setYes(vote.yes()));
        } else if (input instanceof Input.Undo undo) {
            stored.setUndo(StoredUndo.newBuilder()
                    .setSeat(stored(undo.seat()))
                    .setRound(undo.round())
                    .setMoveId(undo.moveId()));
        } else if (input instanceof Input.Ready ready) {
            stored.setReady(StoredReady.newBuilder()
                    .setSeat(stored(ready.seat()))
                    .setRound(ready.round())
                    .setReady(ready.ready())
                    .setHeard(ready.heard()));
        } else if (input instanceof Input.DeadlinePassed passed) {
            stored.setDeadlinePassed(StoredDeadlinePassed.newBuilder().setRound(passed.round()));
        } else if (input instanceof Input.Abandon abandon) {
            stored.setAbandon(StoredAbandon.newBuilder().setReason(abandon.reason()));
        } else if (input instanceof Input.PlayCard play) {
            stored.setPlayCard(
                    StoredPlayCard.newBuilder().setRound(play.round()).setCard(play.card()));
        } else {
            TalkEncoding.put(stored, (Input.Move) input);
        }
        return stored.build().toByteArray();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if the bytes are something else, or were written by a newer version
     */
    public static Input of(byte[] bytes) {
        StoredInput stored;
        try {
            stored = StoredInput.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("the journal's input cannot be read", e);
        }
        return switch (stored.getInputCase()) {
            case START -> new Input.Start();
            case SUBMIT -> input(stored.getSubmit());
            case UNDO ->
                new Input.Undo(
                        seat(stored.getUndo().getSeat()),
                        stored.getUndo().getRound(),
                        stored.getUndo().getMoveId());
            case READY ->
                new Input.Ready(
                        seat(stored.getReady().getSeat()),
                        stored.getReady().getRound(),
                        stored.getReady().getReady(),
                        stored.getReady().getHeard());
            case DEADLINE_PASSED ->
                new Input.DeadlinePassed(stored.getDeadlinePassed().getRound());
            case ABANDON -> new Input.Abandon(stored.getAbandon().getReason());
            case MAKE_OFFER -> TalkEncoding.input(stored.getMakeOffer());
            case ACCEPT_OFFER -> TalkEncoding.accept(stored.getAcceptOffer());
            case REFUSE_OFFER -> TalkEncoding.refuse(stored.getRefuseOffer());
            case WITHDRAW_OFFER -> TalkEncoding.withdraw(stored.getWithdrawOffer());
            case GIVE_NOTICE -> TalkEncoding.input(stored.getGiveNotice());
            case SAY -> TalkEncoding.input(stored.getSay());
            case DRAFT -> {
                Input.Submit draft = input(stored.getDraft());
                yield new Input.Draft(draft.seat(), draft.round(), draft.moveId(), draft.orders());
            }
            case VOTE ->
                new Input.Vote(
                        seat(stored.getVote().getSeat()),
                        stored.getVote().getRound(),
                        stored.getVote().getMoveId(),
                        seat(stored.getVote().getDrafter()),
                        stored.getVote().getYes());
            case PLAY_CARD ->
                new Input.PlayCard(
                        stored.getPlayCard().getRound(), stored.getPlayCard().getCard());
            case INPUT_NOT_SET -> throw new IllegalArgumentException("the journal's input is of an unknown kind");
        };
    }

    private static StoredSubmit stored(Input.Move move, List<RequestedOrder> orders) {
        StoredSubmit.Builder stored = StoredSubmit.newBuilder()
                .setSeat(stored(move.seat()))
                .setRound(move.round())
                .setMoveId(move.moveId());
        for (RequestedOrder order : orders) {
            stored.addOrders(
                    StoredOrder.newBuilder().setInstrument(order.instrument()).setLevel(order.level()));
        }
        return stored.build();
    }

    private static Input.Submit input(StoredSubmit stored) {
        List<RequestedOrder> orders = stored.getOrdersList().stream()
                .map(order -> new RequestedOrder(order.getInstrument(), order.getLevel()))
                .toList();
        return new Input.Submit(seat(stored.getSeat()), stored.getRound(), stored.getMoveId(), orders);
    }

    static StoredSeatRef stored(Seat seat) {
        return StoredSeatRef.newBuilder()
                .setSide(seat.side().ordinal())
                .setNumber(seat.number())
                .build();
    }

    static Seat seat(StoredSeatRef stored) {
        return new Seat(Side.at(stored.getSide()), stored.getNumber());
    }
}
