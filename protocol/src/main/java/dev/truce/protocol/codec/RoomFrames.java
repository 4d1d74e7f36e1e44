package dev.truce.protocol.codec;

import dev.truce.engine.delegation.DelegationMode;
import dev.truce.match.AbsenceNotation;
import dev.truce.match.Absences;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.DelegationWish;
import dev.truce.protocol.v2.CreateRoom;
import dev.truce.protocol.v2.Delegations;
import dev.truce.protocol.v2.HostedMinister;
import java.util.ArrayList;
import java.util.List;

/** Maps what somebody who opens a room wants of its seats and rounds. */
final class RoomFrames {
    static final EnumTable<DelegationMode, dev.truce.protocol.v2.DelegationMode> MODES =
            EnumTable.of(DelegationMode.class, dev.truce.protocol.v2.DelegationMode.class, "DELEGATION_MODE_");

    private RoomFrames() {}

    static void write(DelegationWish wish, CreateRoom.Builder to) {
        if (!wish.equals(DelegationWish.HEADS_ALONE)) {
            to.setDelegations(toWire(wish));
        }
    }

    static DelegationWish read(CreateRoom from, String field) throws UnreadableException {
        return from.hasDelegations()
                ? toGame(from.getDelegations(), field + ".delegations")
                : DelegationWish.HEADS_ALONE;
    }

    static boolean toWire(RoundPace pace) {
        return pace == RoundPace.GATED;
    }

    static RoundPace toGame(boolean gated, String field) {
        return gated ? RoundPace.GATED : RoundPace.FREE;
    }

    static String toWire(Absences absences) {
        return AbsenceNotation.of(absences);
    }

    static Absences toGame(String wire, String field) throws UnreadableException {
        return wire.isEmpty()
                ? Absences.HOLD
                : AbsenceNotation.read(WireTexts.name(wire, field))
                        .orElseThrow(() -> new UnreadableException(field, "refused.malformed.absence", ""));
    }

    private static Delegations toWire(DelegationWish wish) {
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

    private static DelegationWish toGame(Delegations wire, String field) throws UnreadableException {
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
