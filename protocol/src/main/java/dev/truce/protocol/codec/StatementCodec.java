package dev.truce.protocol.codec;

import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.protocol.codec.table.CodecTable;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.v2.Guard;
import dev.truce.protocol.v2.Reassure;
import dev.truce.protocol.v2.Statement.KindCase;
import dev.truce.protocol.v2.Threaten;
import dev.truce.protocol.v2.Warn;
import java.util.Set;

/** Maps public statements, a row a kind, and the channels of talk. Levels and rounds pass unjudged. */
final class StatementCodec {
    static final EnumTable<Channel, dev.truce.protocol.v2.Channel> CHANNELS =
            EnumTable.of(Channel.class, dev.truce.protocol.v2.Channel.class, "CHANNEL_");

    private static final CodecTable<
                    Statement, dev.truce.protocol.v2.Statement, dev.truce.protocol.v2.Statement.Builder, KindCase>
            TABLE = new CodecTable<>(KindCase.class);

    static {
        TABLE.row(
                Statement.Reassure.class,
                KindCase.REASSURE,
                (statement, to) -> to.setReassure(Reassure.getDefaultInstance()),
                (from, field) -> new Statement.Reassure());
        TABLE.row(
                Statement.Warn.class,
                KindCase.WARN,
                (statement, to) -> to.setWarn(Warn.getDefaultInstance()),
                (from, field) -> new Statement.Warn());
        TABLE.row(
                Statement.Guard.class,
                KindCase.GUARD,
                (guard, to) ->
                        to.setGuard(Guard.newBuilder().setInstrument(WireBoard.INSTRUMENTS.toWire(guard.instrument()))),
                (from, field) -> new Statement.Guard(
                        WireBoard.INSTRUMENTS.toGame(from.getGuard().getInstrument(), field + ".instrument")));
        TABLE.row(
                Statement.Threaten.class,
                KindCase.THREATEN,
                (threat, to) -> to.setThreaten(threat(threat)),
                (from, field) -> threat(from.getThreaten(), field));
    }

    private StatementCodec() {}

    /** Returns the kinds that have a row. */
    static Set<Class<? extends Statement>> kinds() {
        return TABLE.types();
    }

    /** Returns a statement as the schema has it. */
    static dev.truce.protocol.v2.Statement toWire(Statement statement) {
        dev.truce.protocol.v2.Statement.Builder to = dev.truce.protocol.v2.Statement.newBuilder();
        TABLE.write(statement, to);
        return to.build();
    }

    /**
     * Returns a statement.
     *
     * @throws UnreadableException if it is of no kind, or a required field is missing
     */
    static Statement toGame(dev.truce.protocol.v2.Statement from, String field) throws UnreadableException {
        return TABLE.read(from, from.getKindCase(), field);
    }

    private static Threaten threat(Statement.Threaten threat) {
        Threaten.Builder to = Threaten.newBuilder()
                .setInstrument(WireBoard.INSTRUMENTS.toWire(threat.instrument()))
                .setLevelIndex(threat.level())
                .setByRound(threat.byRound());
        if (threat.unless() != null) {
            to.setUnless(WireAgreements.toWire(threat.unless()));
        }
        return to.build();
    }

    private static Statement.Threaten threat(Threaten from, String field) throws UnreadableException {
        if (!from.hasLevelIndex()) {
            throw UnreadableException.missing(field + ".level_index");
        }
        if (!from.hasByRound()) {
            throw UnreadableException.missing(field + ".by_round");
        }
        return new Statement.Threaten(
                WireBoard.INSTRUMENTS.toGame(from.getInstrument(), field + ".instrument"),
                from.getLevelIndex(),
                from.getByRound(),
                from.hasUnless() ? WireAgreements.toGame(from.getUnless(), field + ".unless") : null);
    }
}
