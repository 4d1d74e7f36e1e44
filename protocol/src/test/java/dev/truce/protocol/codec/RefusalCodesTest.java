package dev.truce.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The codes of the wire, pinned: clients rely on their names, their numbers and their order. */
class RefusalCodesTest {

    @Test
    void codesAndTheirOrderNeverChange() {
        assertThat(codes())
                .extracting(Refusal.Code::name)
                .containsExactly(
                        "MALFORMED",
                        "UNSUPPORTED_VERSION",
                        "NOT_ALLOWED",
                        "RATE_LIMITED",
                        "RETRY",
                        "STORE_UNAVAILABLE",
                        "JOURNAL_BROKEN",
                        "NOT_INSTRUCTOR",
                        "UNKNOWN_SCENARIO",
                        "UNKNOWN_BOT",
                        "OUT_OF_RANGE",
                        "UNKNOWN_CODE",
                        "IS_A_CLASS",
                        "BAD_TOKEN",
                        "ALREADY_SEATED",
                        "CLASS_NOT_OPEN",
                        "WRONG_KEY",
                        "SEAT_HELD",
                        "UNKNOWN_TABLE",
                        "UNKNOWN_MEMBER",
                        "ROOM_STARTED",
                        "NO_SUCH_SEAT",
                        "ROOM_FULL",
                        "SIDE_TAKEN",
                        "SEAT_TAKEN",
                        "BAD_NAME",
                        "NAME_TAKEN",
                        "NOT_CREATOR",
                        "SEATS_VACANT",
                        "TOO_MANY_AT_ONCE",
                        "NOT_UNDOABLE",
                        "UNKNOWN_MATCH",
                        "NOT_SEATED",
                        "MOVE_ID_REUSED",
                        "WRONG_PHASE",
                        "STALE_ROUND",
                        "TOO_MANY_ORDERS",
                        "UNKNOWN_INSTRUMENT",
                        "NOT_YOUR_INSTRUMENT",
                        "LEVEL_NOT_ON_LADDER",
                        "NOT_YET_LEGAL",
                        "CONFLICTING_ORDERS",
                        "UNKNOWN_OFFER",
                        "NOT_YOUR_OFFER",
                        "OFFER_NOT_OPEN",
                        "TERMS_DIFFER",
                        "ONE_OFFER_A_ROUND",
                        "ONE_ACCEPTANCE_A_ROUND",
                        "ONLY_THE_HEAD",
                        "BAD_TERMS",
                        "NO_TREATY",
                        "NO_ACCUSATION",
                        "UNHEARD_OFFER",
                        "BAD_TEXT",
                        "TOO_MUCH_TALK",
                        "UNKNOWN_DRAFT",
                        "UNKNOWN_CARD",
                        "WRONG_TARGET",
                        "CARD_PLAYED",
                        "NO_SUCH_ROUND",
                        "STALE_PREVIEW");
    }

    @Test
    void theSchemaListsTheSameCodesInTheSameOrder() {
        List<String> wire = new ArrayList<>();
        for (dev.truce.protocol.v2.RefusalCode code : dev.truce.protocol.v2.RefusalCode.values()) {
            wire.add(code.name());
        }
        List<String> expected = new ArrayList<>();
        expected.add("REFUSAL_CODE_UNSPECIFIED");
        codes().forEach(code -> expected.add("REFUSAL_CODE_" + code));
        expected.add("UNRECOGNIZED");
        assertThat(wire).isEqualTo(expected);
    }

    /** Those of connections come first, then those of the rules, each in their own order. */
    private static List<Refusal.Code> codes() {
        List<Refusal.Code> codes = new ArrayList<>(List.of(ConnectionCode.values()));
        codes.addAll(List.of(RefusalCode.values()));
        return codes;
    }

    @Test
    void everyCodeAndEveryCauseReachesTheOtherEnd() throws UnreadableException {
        for (Refusal.Code code : codes()) {
            ServerFrame frame = ServerFrame.answer(
                    "r",
                    7,
                    new ServerMessage.Refused(
                            Refusal.of(code, "f")
                                    .because("refused.test", "word", 7, 0.5)
                                    .saying("It is wrong.")
                                    .legal("0 5")
                                    .after(250),
                            "k"));
            assertThat(ServerFrames.toGame(ServerFrames.toWire(frame))).isEqualTo(frame);
        }
        for (ClosingCause cause : ClosingCause.values()) {
            ServerFrame frame = ServerFrame.answer("r", 0, new ServerMessage.Closing(cause, "Why.", 250));
            assertThat(ServerFrames.toGame(ServerFrames.toWire(frame))).isEqualTo(frame);
        }
    }

    @Test
    void theNumberOfAnInstrumentIsItsIndexPlusOne() {
        for (Instrument instrument : Instrument.all()) {
            assertThat(WireBoard.INSTRUMENTS.toWire(instrument).getNumber()).isEqualTo(instrument.ordinal() + 1);
        }
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(new ServerMessage.RoomCreated("ABC", "m", "s3cret").toString()
                        + new ServerMessage.Seated("m", "ABC", dev.truce.match.Seat.US_HEAD, "s3cret", "")
                        + new ServerMessage.Watching("m", "ABC", dev.truce.engine.view.Viewer.PUBLIC, "s3cret")
                        + new ServerMessage.Resumed(
                                "m", "ABC", null, dev.truce.engine.view.Viewer.PUBLIC, "s3cret", 1, 0, 0, null)
                        + new dev.truce.protocol.message.ClientMessage.Resume("s3cret", 0)
                        + new dev.truce.protocol.client.ResumeTicket("s3cret", 0))
                .doesNotContain("s3cret");
    }
}
