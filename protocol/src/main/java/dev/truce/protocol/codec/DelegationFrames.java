package dev.truce.protocol.codec;

import dev.truce.engine.delegation.DelegationMode;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.DelegationWish;
import dev.truce.protocol.v2.Delegations;
import dev.truce.protocol.v2.HostedMinister;
import java.util.ArrayList;
import java.util.List;

/** Maps how somebody who opens a room wants the sides divided among their seats. */
final class DelegationFrames {
    static final EnumTable<DelegationMode, dev.truce.protocol.v2.DelegationMode> MODES =
            EnumTable.of(DelegationMode.class, dev.truce.protocol.v2.DelegationMode.class, "DELEGATION_MODE_");

    private DelegationFrames() {}

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
