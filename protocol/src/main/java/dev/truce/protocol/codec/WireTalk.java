package dev.truce.protocol.codec;

import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.v2.Guard;
import dev.truce.protocol.v2.Reassure;
import dev.truce.protocol.v2.Threaten;
import dev.truce.protocol.v2.Warn;

/** Maps channels and statements. Levels and rounds pass unjudged. */
final class WireTalk {
    static final EnumTable<Channel, dev.truce.protocol.v2.Channel> CHANNELS =
            EnumTable.of(Channel.class, dev.truce.protocol.v2.Channel.class, "CHANNEL_");

    private WireTalk() {}

    static dev.truce.protocol.v2.Statement toWire(Statement statement) {
        dev.truce.protocol.v2.Statement.Builder wire = dev.truce.protocol.v2.Statement.newBuilder();
        if (statement instanceof Statement.Threaten threat) {
            Threaten.Builder threaten = Threaten.newBuilder()
                    .setInstrument(WireBoard.INSTRUMENTS.toWire(threat.instrument()))
                    .setLevelIndex(threat.level())
                    .setByRound(threat.byRound());
            if (threat.unless() != null) {
                threaten.setUnless(WireAgreements.toWire(threat.unless()));
            }
            wire.setThreaten(threaten);
        } else if (statement instanceof Statement.Guard guard) {
            wire.setGuard(Guard.newBuilder().setInstrument(WireBoard.INSTRUMENTS.toWire(guard.instrument())));
        } else if (statement instanceof Statement.Warn) {
            wire.setWarn(Warn.getDefaultInstance());
        } else {
            wire.setReassure(Reassure.getDefaultInstance());
        }
        return wire.build();
    }

    static Statement toGame(dev.truce.protocol.v2.Statement wire, String field) throws UnreadableException {
        return switch (wire.getKindCase()) {
            case REASSURE -> new Statement.Reassure();
            case WARN -> new Statement.Warn();
            case GUARD ->
                new Statement.Guard(
                        WireBoard.INSTRUMENTS.toGame(wire.getGuard().getInstrument(), field + ".guard.instrument"));
            case THREATEN -> threat(wire.getThreaten(), field + ".threaten");
            case KIND_NOT_SET -> throw UnreadableException.missing(field);
        };
    }

    private static Statement threat(Threaten wire, String field) throws UnreadableException {
        if (!wire.hasLevelIndex()) {
            throw UnreadableException.missing(field + ".level_index");
        }
        if (!wire.hasByRound()) {
            throw UnreadableException.missing(field + ".by_round");
        }
        return new Statement.Threaten(
                WireBoard.INSTRUMENTS.toGame(wire.getInstrument(), field + ".instrument"),
                wire.getLevelIndex(),
                wire.getByRound(),
                wire.hasUnless() ? WireAgreements.toGame(wire.getUnless(), field + ".unless") : null);
    }
}
