package dev.truce.protocol.codec;

import dev.truce.match.deed.HostAct;
import dev.truce.protocol.codec.table.CodecTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.v2.AbandonMatch;
import dev.truce.protocol.v2.HostAct.KindCase;
import dev.truce.protocol.v2.PlayCard;
import dev.truce.protocol.v2.StartMatch;
import dev.truce.protocol.v2.TimeUp;
import java.util.Set;

/** Maps what the owner of a room does, for the wire and for the journal: a row a kind. A card's name passes unjudged. */
final class HostActCodec {
    private static final CodecTable<
                    HostAct, dev.truce.protocol.v2.HostAct, dev.truce.protocol.v2.HostAct.Builder, KindCase>
            TABLE = new CodecTable<>(KindCase.class);

    static {
        TABLE.row(
                HostAct.Start.class,
                KindCase.START_MATCH,
                (act, to) -> to.setStartMatch(StartMatch.getDefaultInstance()),
                (from, field) -> new HostAct.Start());
        TABLE.row(
                HostAct.PlayCard.class,
                KindCase.PLAY_CARD,
                (act, to) -> to.setPlayCard(
                        PlayCard.newBuilder().setRoundId(act.round()).setCard(act.card())),
                (from, field) -> {
                    if (!from.getPlayCard().hasRoundId()) {
                        throw UnreadableException.missing(field + ".round_id");
                    }
                    return new HostAct.PlayCard(
                            from.getPlayCard().getRoundId(),
                            WireTexts.name(from.getPlayCard().getCard(), field + ".card"));
                });
        TABLE.row(
                HostAct.Abandon.class,
                KindCase.ABANDON_MATCH,
                (act, to) -> to.setAbandonMatch(AbandonMatch.newBuilder().setReason(act.reason())),
                (from, field) -> new HostAct.Abandon(
                        WireTexts.words(from.getAbandonMatch().getReason(), field + ".reason")));
        TABLE.row(
                HostAct.TimeUp.class,
                KindCase.TIME_UP,
                (act, to) ->
                        to.setTimeUp(TimeUp.newBuilder().setRoundId(act.round()).setTimer(act.timer())),
                (from, field) -> new HostAct.TimeUp(
                        from.getTimeUp().getRoundId(), from.getTimeUp().getTimer()));
    }

    private HostActCodec() {}

    /** Returns the kinds that have a row. */
    static Set<Class<? extends HostAct>> kinds() {
        return TABLE.types();
    }

    /** Returns an act as the schema has it. */
    static dev.truce.protocol.v2.HostAct toWire(HostAct act) {
        dev.truce.protocol.v2.HostAct.Builder to = dev.truce.protocol.v2.HostAct.newBuilder();
        TABLE.write(act, to);
        return to.build();
    }

    /**
     * Returns what is done with a match.
     *
     * @throws UnreadableException if there is no act, a required field is missing or a text is out of bounds
     */
    static HostAct toGame(dev.truce.protocol.v2.HostAct from, String field) throws UnreadableException {
        return TABLE.read(from, from.getKindCase(), field);
    }
}
