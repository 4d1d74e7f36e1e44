package dev.truce.protocol.codec;

import dev.truce.engine.orders.RequestedOrder;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.DelegationWish;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v1.ClientEnvelope;
import dev.truce.protocol.v1.CreateRoom;
import dev.truce.protocol.v1.Hello;
import dev.truce.protocol.v1.JoinRoom;
import dev.truce.protocol.v1.Order;
import dev.truce.protocol.v1.Ping;
import dev.truce.protocol.v1.PlayCard;
import dev.truce.protocol.v1.ReadScenario;
import dev.truce.protocol.v1.Resume;
import dev.truce.protocol.v1.SetReady;
import dev.truce.protocol.v1.StartMatch;
import dev.truce.protocol.v1.SubmitOrders;
import dev.truce.protocol.v1.UndoOrders;
import java.util.ArrayList;
import java.util.List;

/** Maps what clients say. Orders pass unjudged: an unknown instrument or a level off the ladder is for the rules to refuse. */
public final class ClientFrames {
    private static final EnumTable<Role, dev.truce.protocol.v1.Role> ROLES =
            EnumTable.of(Role.class, dev.truce.protocol.v1.Role.class, "ROLE_");

    private ClientFrames() {}

    /** Returns a frame as the schema has it. */
    public static ClientEnvelope toWire(ClientFrame frame) {
        ClientEnvelope.Builder wire = ClientEnvelope.newBuilder()
                .setProtoVersion(frame.protoVersion())
                .setRuleset(frame.ruleset())
                .setRequestId(frame.requestId())
                .setAck(frame.ack());
        ClientMessage body = frame.body();
        if (body instanceof ClientMessage.Hello hello) {
            wire.setHello(Hello.newBuilder()
                    .setClientName(hello.clientName())
                    .setClientVersion(hello.clientVersion())
                    .setRole(ROLES.toWire(hello.role())));
        } else if (body instanceof ClientMessage.CreateRoom create) {
            wire.setCreateRoom(toWire(create));
        } else if (body instanceof ClientMessage.JoinRoom join) {
            wire.setJoinRoom(toWire(join));
        } else if (body instanceof ClientMessage.StartMatch start) {
            wire.setStartMatch(StartMatch.newBuilder().setMatchId(start.matchId()));
        } else if (body instanceof ClientMessage.SubmitOrders submit) {
            wire.setSubmitOrders(toWire(submit));
        } else if (body instanceof ClientMessage.UndoOrders undo) {
            wire.setUndoOrders(UndoOrders.newBuilder()
                    .setMatchId(undo.matchId())
                    .setRoundId(undo.round())
                    .setMoveId(undo.moveId()));
        } else if (body instanceof ClientMessage.SetReady ready) {
            wire.setSetReady(SetReady.newBuilder()
                    .setMatchId(ready.matchId())
                    .setRoundId(ready.round())
                    .setReady(ready.ready())
                    .setHeardOffers(ready.heardOffers()));
        } else if (body instanceof ClientMessage.ReadScenario read) {
            wire.setReadScenario(ReadScenario.newBuilder().setMatchId(read.matchId()));
        } else if (body instanceof ClientMessage.Resume resume) {
            wire.setResume(Resume.newBuilder().setToken(resume.token()).setLastSeq(resume.lastSeq()));
        } else if (body instanceof ClientMessage.PlayCard play) {
            wire.setPlayCard(PlayCard.newBuilder()
                    .setMatchId(play.matchId())
                    .setRoundId(play.round())
                    .setCard(play.card()));
        } else if (body instanceof ClientMessage.Ping ping) {
            wire.setPing(Ping.newBuilder().setNonce(ping.nonce()));
        } else if (!DelegationFrames.put(wire, body)) {
            NegotiationFrames.put(wire, body);
        }
        return wire.build();
    }

    /**
     * Returns what a client said.
     *
     * @throws UnreadableException if a required field is missing, an enum names nothing or a text is out of bounds
     */
    public static ClientFrame toGame(ClientEnvelope wire) throws UnreadableException {
        if (wire.getRequestId() == 0) {
            throw UnreadableException.missing("request_id");
        }
        return new ClientFrame(
                wire.getProtoVersion(),
                WireTexts.ascii(wire.getRuleset(), "ruleset", Wire.ID_CHARACTERS),
                wire.getRequestId(),
                wire.getAck(),
                body(wire));
    }

    private static ClientMessage body(ClientEnvelope wire) throws UnreadableException {
        return switch (wire.getBodyCase()) {
            case HELLO -> hello(wire.getHello());
            case CREATE_ROOM -> createRoom(wire.getCreateRoom());
            case JOIN_ROOM -> joinRoom(wire.getJoinRoom());
            case START_MATCH ->
                new ClientMessage.StartMatch(WireTexts.id(wire.getStartMatch().getMatchId(), "start_match.match_id"));
            case SUBMIT_ORDERS -> submitOrders(wire.getSubmitOrders());
            case UNDO_ORDERS -> undoOrders(wire.getUndoOrders());
            case SET_READY -> setReady(wire.getSetReady());
            case READ_SCENARIO ->
                new ClientMessage.ReadScenario(
                        WireTexts.id(wire.getReadScenario().getMatchId(), "read_scenario.match_id"));
            case RESUME -> resume(wire.getResume());
            case PING -> ping(wire.getPing());
            case MAKE_OFFER -> NegotiationFrames.makeOffer(wire.getMakeOffer());
            case ACCEPT_OFFER -> NegotiationFrames.acceptOffer(wire.getAcceptOffer());
            case REFUSE_OFFER -> NegotiationFrames.refuseOffer(wire.getRefuseOffer());
            case WITHDRAW_OFFER -> NegotiationFrames.withdrawOffer(wire.getWithdrawOffer());
            case GIVE_NOTICE -> NegotiationFrames.giveNotice(wire.getGiveNotice());
            case SAY -> NegotiationFrames.say(wire.getSay());
            case PLAY_CARD -> playCard(wire.getPlayCard());
            case SUBMIT_DRAFT -> DelegationFrames.submitDraft(wire.getSubmitDraft());
            case CAST_VOTE -> DelegationFrames.castVote(wire.getCastVote());
            case BODY_NOT_SET -> throw UnreadableException.missing("body");
        };
    }

    private static ClientMessage hello(Hello wire) throws UnreadableException {
        return new ClientMessage.Hello(
                WireTexts.ascii(wire.getClientName(), "hello.client_name", Wire.PROGRAM_CHARACTERS),
                WireTexts.ascii(wire.getClientVersion(), "hello.client_version", Wire.PROGRAM_CHARACTERS),
                ROLES.toGame(wire.getRole(), "hello.role"));
    }

    private static CreateRoom toWire(ClientMessage.CreateRoom create) {
        CreateRoom.Builder wire = CreateRoom.newBuilder()
                .setMoveId(create.moveId())
                .setScenarioId(create.scenarioId())
                .setFixedRounds(create.fixedRounds())
                .setWindowMillis(create.windowMillis())
                .setOpenBook(create.openBook());
        if (create.seed() != null) {
            wire.setSeed(create.seed());
        }
        if (create.usBot() != null) {
            wire.setUsBot(create.usBot());
        }
        if (create.cnBot() != null) {
            wire.setCnBot(create.cnBot());
        }
        if (!create.delegations().equals(DelegationWish.HEADS_ALONE)) {
            wire.setDelegations(DelegationFrames.toWire(create.delegations()));
        }
        return wire.build();
    }

    private static ClientMessage createRoom(CreateRoom wire) throws UnreadableException {
        require(wire.hasFixedRounds(), "create_room.fixed_rounds");
        require(wire.hasWindowMillis(), "create_room.window_millis");
        return new ClientMessage.CreateRoom(
                WireTexts.id(wire.getMoveId(), "create_room.move_id"),
                WireTexts.id(wire.getScenarioId(), "create_room.scenario_id"),
                wire.hasSeed() ? (Long) wire.getSeed() : null,
                wire.getFixedRounds(),
                wire.getWindowMillis(),
                wire.hasUsBot() ? WireTexts.id(wire.getUsBot(), "create_room.us_bot") : null,
                wire.hasCnBot() ? WireTexts.id(wire.getCnBot(), "create_room.cn_bot") : null,
                wire.getOpenBook(),
                wire.hasDelegations()
                        ? DelegationFrames.toGame(wire.getDelegations(), "create_room.delegations")
                        : DelegationWish.HEADS_ALONE);
    }

    private static JoinRoom toWire(ClientMessage.JoinRoom join) {
        JoinRoom.Builder wire = JoinRoom.newBuilder()
                .setMoveId(join.moveId())
                .setRoomCode(join.roomCode())
                .setName(join.name())
                .setBot(join.bot());
        if (join.side() != null) {
            wire.setSide(WireBoard.SIDES.toWire(join.side()));
        }
        if (join.seat() != null) {
            wire.setSeatNumber(join.seat());
        }
        return wire.build();
    }

    private static ClientMessage joinRoom(JoinRoom wire) throws UnreadableException {
        return new ClientMessage.JoinRoom(
                WireTexts.id(wire.getMoveId(), "join_room.move_id"),
                WireTexts.id(wire.getRoomCode(), "join_room.room_code"),
                wire.hasSide() ? WireBoard.SIDES.toGame(wire.getSide(), "join_room.side") : null,
                WireTexts.name(wire.getName(), "join_room.name"),
                wire.getBot(),
                wire.hasSeatNumber() ? (Integer) wire.getSeatNumber() : null);
    }

    private static SubmitOrders toWire(ClientMessage.SubmitOrders submit) {
        SubmitOrders.Builder wire = SubmitOrders.newBuilder()
                .setMatchId(submit.matchId())
                .setRoundId(submit.round())
                .setMoveId(submit.moveId());
        submit.orders().forEach(order -> wire.addOrders(toWire(order)));
        return wire.build();
    }

    private static ClientMessage submitOrders(SubmitOrders wire) throws UnreadableException {
        require(wire.hasRoundId(), "submit_orders.round_id");
        return new ClientMessage.SubmitOrders(
                WireTexts.id(wire.getMatchId(), "submit_orders.match_id"),
                wire.getRoundId(),
                WireTexts.id(wire.getMoveId(), "submit_orders.move_id"),
                orders(wire.getOrdersList(), "submit_orders.orders"));
    }

    static Order toWire(RequestedOrder order) {
        return Order.newBuilder()
                .setInstrumentValue(order.instrument() + 1)
                .setLevelIndex(order.level())
                .build();
    }

    static List<RequestedOrder> orders(List<Order> wire, String field) throws UnreadableException {
        List<RequestedOrder> orders = new ArrayList<>(wire.size());
        for (int i = 0; i < wire.size(); i++) {
            Order order = wire.get(i);
            require(order.hasLevelIndex(), field + "[" + i + "].level_index");
            orders.add(new RequestedOrder(order.getInstrumentValue() - 1, order.getLevelIndex()));
        }
        return orders;
    }

    private static ClientMessage undoOrders(UndoOrders wire) throws UnreadableException {
        require(wire.hasRoundId(), "undo_orders.round_id");
        return new ClientMessage.UndoOrders(
                WireTexts.id(wire.getMatchId(), "undo_orders.match_id"),
                wire.getRoundId(),
                WireTexts.id(wire.getMoveId(), "undo_orders.move_id"));
    }

    private static ClientMessage setReady(SetReady wire) throws UnreadableException {
        require(wire.hasRoundId(), "set_ready.round_id");
        require(wire.hasReady(), "set_ready.ready");
        int heard = wire.getHeardOffers();
        if (heard < 0) {
            throw new UnreadableException(
                    "set_ready.heard_offers", "Nobody has heard so many offers.", "0.." + Integer.MAX_VALUE);
        }
        return new ClientMessage.SetReady(
                WireTexts.id(wire.getMatchId(), "set_ready.match_id"), wire.getRoundId(), wire.getReady(), heard);
    }

    private static ClientMessage playCard(PlayCard wire) throws UnreadableException {
        require(wire.hasRoundId(), "play_card.round_id");
        return new ClientMessage.PlayCard(
                WireTexts.id(wire.getMatchId(), "play_card.match_id"),
                wire.getRoundId(),
                WireTexts.name(wire.getCard(), "play_card.card"));
    }

    private static ClientMessage resume(Resume wire) throws UnreadableException {
        require(wire.hasLastSeq(), "resume.last_seq");
        return new ClientMessage.Resume(WireTexts.id(wire.getToken(), "resume.token"), wire.getLastSeq());
    }

    private static ClientMessage ping(Ping wire) throws UnreadableException {
        require(wire.hasNonce(), "ping.nonce");
        return new ClientMessage.Ping(wire.getNonce());
    }

    private static void require(boolean present, String field) throws UnreadableException {
        if (!present) {
            throw UnreadableException.missing(field);
        }
    }
}
