package dev.truce.protocol.codec;

import dev.truce.match.AbsenceNotation;
import dev.truce.match.Absences;
import dev.truce.match.RoundPace;
import dev.truce.match.RoundTerms;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.DelegationWish;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.CreateRoom;
import dev.truce.protocol.v2.Direct;
import dev.truce.protocol.v2.Do;
import dev.truce.protocol.v2.Hello;
import dev.truce.protocol.v2.JoinRoom;
import dev.truce.protocol.v2.Ping;
import dev.truce.protocol.v2.ReadScenario;
import dev.truce.protocol.v2.Resume;

/** Maps what clients say. */
public final class ClientFrames {
    private static final EnumTable<Role, dev.truce.protocol.v2.Role> ROLES =
            EnumTable.of(Role.class, dev.truce.protocol.v2.Role.class, "ROLE_");

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
        } else if (body instanceof ClientMessage.Do does) {
            wire.setDo(Do.newBuilder()
                    .setMatchId(does.matchId())
                    .setRoundId(does.round())
                    .setKey(does.key())
                    .setDeed(DeedCodec.toWire(does.deed())));
        } else if (body instanceof ClientMessage.Direct direct) {
            wire.setDirect(Direct.newBuilder()
                    .setMatchId(direct.matchId())
                    .setAct(HostActWire.toWire(direct.act()))
                    .setNumber(direct.number()));
        } else if (body instanceof ClientMessage.ReadScenario read) {
            wire.setReadScenario(ReadScenario.newBuilder().setMatchId(read.matchId()));
        } else if (body instanceof ClientMessage.OfClass ofClass) {
            ClassRequestWire.write(ofClass.request(), wire);
        } else if (body instanceof ClientMessage.Resume resume) {
            wire.setResume(Resume.newBuilder().setToken(resume.token()).setLastSeq(resume.lastSeq()));
        } else {
            ClientMessage.Ping ping = (ClientMessage.Ping) body;
            wire.setPing(Ping.newBuilder().setNonce(ping.nonce()));
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
        if (ClassRequestWire.reads(wire.getBodyCase())) {
            return new ClientMessage.OfClass(ClassFrames.read(wire));
        }
        return switch (wire.getBodyCase()) {
            case HELLO -> hello(wire.getHello());
            case CREATE_ROOM -> createRoom(wire.getCreateRoom());
            case JOIN_ROOM -> joinRoom(wire.getJoinRoom());
            case DO -> does(wire.getDo());
            case DIRECT -> direct(wire.getDirect());
            case READ_SCENARIO ->
                new ClientMessage.ReadScenario(
                        WireTexts.id(wire.getReadScenario().getMatchId(), "read_scenario.match_id"));
            case RESUME -> resume(wire.getResume());
            case PING -> ping(wire.getPing());
            default -> throw UnreadableException.missing("body");
        };
    }

    private static ClientMessage hello(Hello wire) throws UnreadableException {
        return new ClientMessage.Hello(
                WireTexts.ascii(wire.getClientName(), "hello.client_name", Wire.PROGRAM_CHARACTERS),
                WireTexts.ascii(wire.getClientVersion(), "hello.client_version", Wire.PROGRAM_CHARACTERS),
                ROLES.toGame(wire.getRole(), "hello.role"));
    }

    private static CreateRoom toWire(ClientMessage.CreateRoom create) {
        RoomRequest room = create.room();
        CreateRoom.Builder wire = CreateRoom.newBuilder()
                .setKey(create.key())
                .setScenarioId(room.scenarioId())
                .setFixedRounds(room.fixedRounds())
                .setWindowMillis(room.windowMillis())
                .setOpenBook(room.openBook())
                .setGraceMillis(room.rounds().graceMillis())
                .setGated(room.rounds().pace() == RoundPace.GATED)
                .setAbsence(AbsenceNotation.of(room.rounds().absences()))
                .setDeskKey(room.deskKey());
        if (room.seed() != null) {
            wire.setSeed(room.seed());
        }
        if (room.usBot() != null) {
            wire.setUsBot(room.usBot());
        }
        if (room.cnBot() != null) {
            wire.setCnBot(room.cnBot());
        }
        if (!room.delegations().equals(DelegationWish.HEADS_ALONE)) {
            wire.setDelegations(DelegationFrames.toWire(room.delegations()));
        }
        return wire.build();
    }

    private static ClientMessage createRoom(CreateRoom wire) throws UnreadableException {
        require(wire.hasFixedRounds(), "create_room.fixed_rounds");
        require(wire.hasWindowMillis(), "create_room.window_millis");
        return new ClientMessage.CreateRoom(
                WireTexts.id(wire.getKey(), "create_room.key"),
                new RoomRequest(
                        WireTexts.id(wire.getScenarioId(), "create_room.scenario_id"),
                        wire.hasSeed() ? (Long) wire.getSeed() : null,
                        wire.getFixedRounds(),
                        wire.getWindowMillis(),
                        wire.hasUsBot() ? WireTexts.id(wire.getUsBot(), "create_room.us_bot") : null,
                        wire.hasCnBot() ? WireTexts.id(wire.getCnBot(), "create_room.cn_bot") : null,
                        wire.getOpenBook(),
                        wire.hasDelegations()
                                ? DelegationFrames.toGame(wire.getDelegations(), "create_room.delegations")
                                : DelegationWish.HEADS_ALONE,
                        new RoundTerms(
                                wire.getGraceMillis(),
                                wire.getGated() ? RoundPace.GATED : RoundPace.FREE,
                                absences(wire.getAbsence(), "create_room.absence")),
                        WireTexts.ascii(wire.getDeskKey(), "create_room.desk_key", Wire.ID_CHARACTERS)));
    }

    private static Absences absences(String wire, String field) throws UnreadableException {
        return wire.isEmpty()
                ? Absences.HOLD
                : AbsenceNotation.read(WireTexts.name(wire, field))
                        .orElseThrow(() -> new UnreadableException(field, "refused.malformed.absence", ""));
    }

    private static JoinRoom toWire(ClientMessage.JoinRoom join) {
        JoinRoom.Builder wire = JoinRoom.newBuilder()
                .setKey(join.key())
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
                WireTexts.id(wire.getKey(), "join_room.key"),
                WireTexts.id(wire.getRoomCode(), "join_room.room_code"),
                wire.hasSide() ? WireBoard.SIDES.toGame(wire.getSide(), "join_room.side") : null,
                WireTexts.name(wire.getName(), "join_room.name"),
                wire.getBot(),
                wire.hasSeatNumber() ? (Integer) wire.getSeatNumber() : null);
    }

    private static ClientMessage does(Do wire) throws UnreadableException {
        require(wire.hasRoundId(), "do.round_id");
        return new ClientMessage.Do(
                WireTexts.id(wire.getMatchId(), "do.match_id"),
                wire.getRoundId(),
                WireTexts.id(wire.getKey(), "do.key"),
                DeedCodec.toGame(wire.getDeed(), "do.deed"));
    }

    private static ClientMessage direct(Direct wire) throws UnreadableException {
        return new ClientMessage.Direct(
                WireTexts.id(wire.getMatchId(), "direct.match_id"),
                HostActWire.toGame(wire.getAct(), "direct.act"),
                wire.getNumber());
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
