package dev.truce.protocol.codec;

import dev.truce.match.Notice;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.FlagTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.codec.table.WireLists;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.v2.Closing;
import dev.truce.protocol.v2.Limits;
import dev.truce.protocol.v2.MatchStarted;
import dev.truce.protocol.v2.Pong;
import dev.truce.protocol.v2.Resumed;
import dev.truce.protocol.v2.RoomChanged;
import dev.truce.protocol.v2.RoomCreated;
import dev.truce.protocol.v2.Saved;
import dev.truce.protocol.v2.ScenarioText;
import dev.truce.protocol.v2.SealedOrders;
import dev.truce.protocol.v2.Seated;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.protocol.v2.TakenOver;
import dev.truce.protocol.v2.Watching;
import dev.truce.protocol.v2.Welcome;
import java.util.stream.IntStream;

/** Maps the bodies of what servers say; {@link NoticeWire} has those that tell a notice. */
final class ServerBodies {
    private static final EnumTable<ClosingCause, dev.truce.protocol.v2.ClosingCause> CAUSES =
            EnumTable.of(ClosingCause.class, dev.truce.protocol.v2.ClosingCause.class, "CLOSING_CAUSE_");

    private static final FlagTable<RoomFact, RoomChanged, RoomChanged.Builder> FACTS = new FlagTable<
                    RoomFact, RoomChanged, RoomChanged.Builder>(RoomFact.class)
            .row(RoomFact.CANNOT_SAVE, RoomChanged::getCannotSave, RoomChanged.Builder::setCannotSave)
            .row(RoomFact.END_WITHHELD, RoomChanged::getEndWithheld, RoomChanged.Builder::setEndWithheld);

    private ServerBodies() {}

    static void put(ServerEnvelope.Builder wire, ServerMessage body) {
        if (body instanceof ServerMessage.Told told) {
            write(told, wire);
        } else if (body instanceof ServerMessage.OfClass ofClass) {
            ClassNewsWire.write(ofClass.news(), wire);
        } else if (body instanceof ServerMessage.Welcome welcome) {
            wire.setWelcome(toWire(welcome));
        } else if (body instanceof ServerMessage.RoomCreated created) {
            wire.setRoomCreated(RoomCreated.newBuilder()
                    .setRoomCode(created.roomCode())
                    .setMatchId(created.matchId())
                    .setToken(created.token()));
        } else if (body instanceof ServerMessage.Seated seated) {
            wire.setSeated(Seated.newBuilder()
                    .setMatchId(seated.matchId())
                    .setRoomCode(seated.roomCode())
                    .setSeat(WireBoard.toWire(seated.seat()))
                    .setToken(seated.token())
                    .setOpponentName(seated.opponentName()));
        } else if (body instanceof ServerMessage.Watching watching) {
            wire.setWatching(Watching.newBuilder()
                    .setMatchId(watching.matchId())
                    .setRoomCode(watching.roomCode())
                    .setViewer(WireBoard.VIEWERS.toWire(watching.viewer()))
                    .setToken(watching.token()));
        } else if (body instanceof ServerMessage.ScenarioText scenario) {
            wire.setScenarioText(ScenarioText.newBuilder()
                    .setScenarioId(scenario.scenarioId())
                    .setScenarioHash(scenario.scenarioHash())
                    .setText(scenario.text()));
        } else if (body instanceof ServerMessage.Saved saved) {
            wire.setSaved(Saved.newBuilder()
                    .setKey(saved.key())
                    .setRoundId(saved.round())
                    .setOrders(saved.orders())
                    .setSavedUnixMillis(saved.savedUnixMillis()));
        } else if (body instanceof ServerMessage.Refused refused) {
            wire.setRefused(RefusalCodec.toWire(refused));
        } else if (body instanceof ServerMessage.Resumed resumed) {
            wire.setResumed(toWire(resumed));
        } else if (body instanceof ServerMessage.Pong pong) {
            wire.setPong(Pong.newBuilder().setNonce(pong.nonce()).setServerUnixMillis(pong.serverUnixMillis()));
        } else if (body instanceof ServerMessage.RoomChanged changed) {
            RoomChanged.Builder room = RoomChanged.newBuilder()
                    .setRoomCode(changed.roomCode())
                    .setMode(WireDelegations.toWire(changed.mode()))
                    .setSeedChosen(changed.seedChosen());
            FACTS.write(changed.facts(), room);
            changed.seats().forEach(seat -> room.addSeats(WireDelegations.toWire(seat)));
            wire.setRoomChanged(room);
        } else if (body instanceof ServerMessage.MatchStarted started) {
            wire.setMatchStarted(toWire(started));
        } else if (body instanceof ServerMessage.TakenOver) {
            wire.setTakenOver(TakenOver.getDefaultInstance());
        } else if (body instanceof ServerMessage.Closing closing) {
            wire.setClosing(Closing.newBuilder()
                    .setCause(CAUSES.toWire(closing.cause()))
                    .setDetail(closing.detail())
                    .setRetryAfterMillis(closing.retryAfterMillis()));
        }
    }

    private static void write(ServerMessage.Told told, ServerEnvelope.Builder to) {
        NoticeWire.write(told.notice(), to);
        if (told.notice() instanceof Notice.RoundOpened) {
            to.setRoundOpened(to.getRoundOpened().toBuilder().setDeadlineUnixMillis(told.deadlineUnixMillis()));
        } else if (told.notice() instanceof Notice.ClockChanged) {
            to.setClockChanged(to.getClockChanged().toBuilder().setDeadlineUnixMillis(told.deadlineUnixMillis()));
        }
    }

    private static ServerMessage told(ServerEnvelope from) throws UnreadableException {
        long deadline = from.hasClockChanged()
                ? from.getClockChanged().getDeadlineUnixMillis()
                : from.getRoundOpened().getDeadlineUnixMillis();
        return new ServerMessage.Told(NoticeWire.read(from, ""), deadline);
    }

    static ServerMessage read(ServerEnvelope wire) throws UnreadableException {
        ServerEnvelope.BodyCase kind = wire.getBodyCase();
        if (NoticeWire.reads(kind)) {
            return told(wire);
        } else if (ClassNewsWire.reads(kind)) {
            return new ServerMessage.OfClass(ClassNewsWire.read(wire, ""));
        }
        return switch (kind) {
            case WELCOME -> toGame(wire.getWelcome());
            case ROOM_CREATED -> toGame(wire.getRoomCreated());
            case SEATED -> toGame(wire.getSeated());
            case WATCHING -> toGame(wire.getWatching());
            case SCENARIO_TEXT -> toGame(wire.getScenarioText());
            case SAVED -> toGame(wire.getSaved());
            case REFUSED -> RefusalCodec.toGame(wire.getRefused(), "refused");
            case RESUMED -> toGame(wire.getResumed());
            case PONG ->
                new ServerMessage.Pong(wire.getPong().getNonce(), wire.getPong().getServerUnixMillis());
            case ROOM_CHANGED ->
                new ServerMessage.RoomChanged(
                        wire.getRoomChanged().getRoomCode(),
                        WireLists.read(
                                wire.getRoomChanged().getSeatsList(), "room_changed.seats", WireDelegations::toGame),
                        WireDelegations.toGame(wire.getRoomChanged().getMode(), "room_changed.mode"),
                        wire.getRoomChanged().getSeedChosen(),
                        FACTS.read(wire.getRoomChanged()));
            case MATCH_STARTED -> toGame(wire.getMatchStarted());
            case TAKEN_OVER -> new ServerMessage.TakenOver();
            case CLOSING ->
                new ServerMessage.Closing(
                        CAUSES.toGame(wire.getClosing().getCause(), "closing.cause"),
                        wire.getClosing().getDetail(),
                        wire.getClosing().getRetryAfterMillis());
            default -> new ServerMessage.Unknown();
        };
    }

    private static ServerMessage toGame(ScenarioText wire) throws UnreadableException {
        return new ServerMessage.ScenarioText(
                WireTexts.id(wire.getScenarioId(), "scenario_text.scenario_id"),
                WireTexts.id(wire.getScenarioHash(), "scenario_text.scenario_hash"),
                WireTexts.scenario(wire.getText(), "scenario_text.text"));
    }

    private static Welcome toWire(ServerMessage.Welcome welcome) {
        ServerMessage.Limits limits = welcome.limits();
        return Welcome.newBuilder()
                .setServerVersion(welcome.serverVersion())
                .setDataVersion(welcome.dataVersion())
                .addAllCapabilities(welcome.capabilities())
                .setServerUnixMillis(welcome.serverUnixMillis())
                .setLimits(Limits.newBuilder()
                        .setLoginFrameBytes(limits.loginFrameBytes())
                        .setFrameBytes(limits.frameBytes())
                        .setPingMillis(limits.pingMillis())
                        .setDeadMillis(limits.deadMillis())
                        .setNameCharacters(limits.nameCharacters())
                        .setWindowMillis(limits.windowMillis()))
                .build();
    }

    private static ServerMessage toGame(Welcome wire) {
        Limits limits = wire.getLimits();
        return new ServerMessage.Welcome(
                wire.getServerVersion(),
                wire.getDataVersion(),
                IntStream.range(0, wire.getCapabilitiesCount())
                        .mapToObj(wire::getCapabilities)
                        .toList(),
                wire.getServerUnixMillis(),
                new ServerMessage.Limits(
                        limits.getLoginFrameBytes(),
                        limits.getFrameBytes(),
                        limits.getPingMillis(),
                        limits.getDeadMillis(),
                        limits.getNameCharacters(),
                        limits.getWindowMillis()));
    }

    private static ServerMessage toGame(RoomCreated wire) {
        return new ServerMessage.RoomCreated(wire.getRoomCode(), wire.getMatchId(), wire.getToken());
    }

    private static ServerMessage toGame(Seated wire) throws UnreadableException {
        return new ServerMessage.Seated(
                wire.getMatchId(),
                wire.getRoomCode(),
                WireBoard.toGame(wire.getSeat(), "seated.seat"),
                wire.getToken(),
                wire.getOpponentName());
    }

    private static ServerMessage toGame(Watching wire) throws UnreadableException {
        return new ServerMessage.Watching(
                wire.getMatchId(),
                wire.getRoomCode(),
                WireBoard.VIEWERS.toGame(wire.getViewer(), "watching.viewer"),
                wire.getToken());
    }

    private static ServerMessage toGame(Saved wire) {
        return new ServerMessage.Saved(wire.getKey(), wire.getRoundId(), wire.getOrders(), wire.getSavedUnixMillis());
    }

    private static Resumed toWire(ServerMessage.Resumed resumed) {
        Resumed.Builder wire = Resumed.newBuilder()
                .setMatchId(resumed.matchId())
                .setRoomCode(resumed.roomCode())
                .setViewer(WireBoard.VIEWERS.toWire(resumed.viewer()))
                .setToken(resumed.token())
                .setNextSeq(resumed.nextSeq())
                .setDeadlineUnixMillis(resumed.deadlineUnixMillis())
                .setHeardOffers(resumed.heardOffers());
        if (resumed.seat() != null) {
            wire.setSeat(WireBoard.toWire(resumed.seat()));
        }
        if (resumed.sealed() != null) {
            wire.setSealed(SealedOrders.newBuilder()
                    .addAllOrders(resumed.sealed().list().stream()
                            .map(WireBoard::toWire)
                            .toList()));
        }
        return wire.build();
    }

    private static ServerMessage toGame(Resumed wire) throws UnreadableException {
        return new ServerMessage.Resumed(
                wire.getMatchId(),
                wire.getRoomCode(),
                wire.hasSeat() ? WireBoard.toGame(wire.getSeat(), "resumed.seat") : null,
                WireBoard.VIEWERS.toGame(wire.getViewer(), "resumed.viewer"),
                wire.getToken(),
                wire.getNextSeq(),
                wire.getDeadlineUnixMillis(),
                wire.getHeardOffers(),
                wire.hasSealed() ? WireBoard.toGame(wire.getSealed().getOrdersList(), "resumed.sealed.orders") : null);
    }

    private static MatchStarted toWire(ServerMessage.MatchStarted started) {
        MatchStarted.Builder wire = MatchStarted.newBuilder()
                .setMatchId(started.matchId())
                .setScenarioId(started.scenarioId())
                .setScenarioHash(started.scenarioHash())
                .setDataVersion(started.dataVersion())
                .setMode(WireDelegations.toWire(started.mode()))
                .setSeedChosen(started.seed().chosen())
                .setSeedHash(started.seed().hash());
        started.seats().forEach(seat -> wire.addSeats(WireDelegations.toWire(seat)));
        return wire.build();
    }

    private static ServerMessage toGame(MatchStarted wire) throws UnreadableException {
        return new ServerMessage.MatchStarted(
                wire.getMatchId(),
                wire.getScenarioId(),
                wire.getScenarioHash(),
                wire.getDataVersion(),
                WireLists.read(wire.getSeatsList(), "match_started.seats", WireDelegations::toGame),
                WireDelegations.toGame(wire.getMode(), "match_started.mode"),
                new SeedNotice(wire.getSeedChosen(), wire.getSeedHash()));
    }
}
