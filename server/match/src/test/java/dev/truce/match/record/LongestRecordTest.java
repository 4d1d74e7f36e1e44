package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.negotiation.OfferRules;
import dev.truce.match.negotiation.TalkRules;
import dev.truce.match.record.text.RecordFault;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.record.verify.Verification;
import dev.truce.match.referee.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The longest match that there can be: ten seats say all that they may, both sides make every offer that they may, each of all clauses,
 * and every instrument is ordered in every round. Whatever is legal can be written down, read back and verified in both forms.
 */
class LongestRecordTest {
    private static final int LONGEST = Limits.MAX_ROUNDS;
    /** What needs most room in a record for its weight: a threat without a word. */
    private static final Statement THREAT = new Statement.Threaten(
            Instrument.US_SECTION301_INVESTIGATION, 2, LONGEST, new Pledge(Instrument.CN_RARE_EARTHS_OCTOBER, 0));

    private static final Statement CHINAS_THREAT = new Statement.Threaten(
            Instrument.CN_RARE_EARTHS_OCTOBER, 0, LONGEST, new Pledge(Instrument.US_SECTION301_INVESTIGATION, 2));

    private static MatchRecord longest;
    private static MatchRecord mostThreats;

    private final Table table;
    private int offers;

    LongestRecordTest() {
        this.table = new Table(Table.setup(LONGEST, 7), Table.terms(DelegationMode.PORTFOLIO, 5));
    }

    @BeforeAll
    static void play() {
        longest = new LongestRecordTest().played(LONGEST, false);
        mostThreats = new LongestRecordTest().played(LONGEST, true);
    }

    private MatchRecord played(int rounds, boolean threats) {
        table.start();
        for (int round = 1; round <= rounds; round++) {
            bargain();
            if (threats) {
                threaten(round);
            } else {
                talk(round);
            }
            draft();
            vote();
            order();
            table.everybodyIsReady();
        }
        return table.referee.record();
    }

    /** Each side makes as many offers as it may in a round, each of all clauses; all but the last are refused, that one is countered. */
    private void bargain() {
        Terms everything = Table.terms("deep 8 communique");
        for (int i = 0; i < OfferRules.MAX_A_ROUND && offers < OfferRules.MAX_A_MATCH; i++) {
            offers++;
            for (Side side : Side.values()) {
                assertThat(table.hand(new Input.Does(
                                        Seat.head(side),
                                        table.referee.openRound(),
                                        table.nextMoveId(),
                                        new Deed.MakeOffer(everything, null)))
                                .verdict()
                                .isAccepted())
                        .isTrue();
            }
            table.seat("US").refuses("CN-" + offers);
            table.seat("CN").refuses("US-" + offers);
        }
    }

    /** Everybody talks as long as anybody on his side may. */
    private void talk(int round) {
        // A quote is written as two characters in both forms, a letter of three bytes as one character.
        String text = round % 2 == 0 ? "\"".repeat(Limits.MAX_TEXT_CHARACTERS) : "贸".repeat(Limits.MAX_TEXT_CHARACTERS);
        for (Seat seat : table.terms.seats()) {
            for (int i = 0; i < TalkRules.MAX_A_ROUND; i++) {
                table.hand(
                        new Input.Does(seat, round, table.nextMoveId(), new Deed.Say(Channel.DELEGATION, text, null)));
            }
        }
        for (Seat seat : table.terms.seats()) {
            table.hand(new Input.Does(seat, round, table.nextMoveId(), new Deed.Say(Channel.DELEGATION, "So.", null)));
        }
    }

    /** Everybody threatens as often as he may. */
    private void threaten(int round) {
        for (Seat seat : table.terms.seats()) {
            Statement threat = BySide.pick(seat.side(), THREAT, CHINAS_THREAT);
            for (int i = 0; i < TalkRules.MAX_A_ROUND; i++) {
                table.hand(new Input.Does(seat, round, table.nextMoveId(), new Deed.Say(Channel.PUBLIC, "", threat)));
            }
        }
    }

    /** Everybody drafts orders for all instruments of his side, as often as he may and still can order and be ready. */
    private void draft() {
        for (Seat seat : table.terms.seats()) {
            List<RequestedOrder> orders = new ArrayList<>();
            for (LegalLevels legal : Table.RULES.legal(table.setup, table.referee.state(), seat.side())) {
                orders.add(new RequestedOrder(
                        legal.instrument().ordinal(), legal.legal().get(0)));
            }
            for (int i = 0; i < 3; i++) {
                table.hand(
                        new Input.Does(seat, table.referee.openRound(), table.nextMoveId(), new Deed.PutDraft(orders)));
            }
        }
    }

    /** Everybody votes on what everybody else of his delegation drafts, as long as he may. */
    private void vote() {
        for (Seat seat : table.terms.seats()) {
            for (Seat drafter : table.terms.seats()) {
                if (drafter.side() == seat.side() && !drafter.equals(seat)) {
                    table.hand(new Input.Does(
                            seat,
                            table.referee.openRound(),
                            table.nextMoveId(),
                            new Deed.Vote(drafter.number(), false)));
                }
            }
        }
    }

    /** Every seat orders all that it decides. */
    private void order() {
        for (Seat seat : table.terms.seats()) {
            List<RequestedOrder> orders = new ArrayList<>();
            for (LegalLevels legal : Table.RULES.legal(table.setup, table.referee.state(), seat.side())) {
                if (table.terms.delegation(seat.side()).decidedBy(seat.number()).contains(legal.instrument())) {
                    orders.add(new RequestedOrder(
                            legal.instrument().ordinal(), legal.legal().get(0)));
                }
            }
            assertThat(table.hand(new Input.Does(
                                    seat, table.referee.openRound(), table.nextMoveId(), new Deed.Submit(orders)))
                            .verdict()
                            .isAccepted())
                    .isTrue();
        }
    }

    private static void comesBack(MatchRecord match, String written) {
        byte[] file = written.getBytes(StandardCharsets.UTF_8);
        assertThat(file.length).isLessThan(RecordReader.MAX_BYTES * 3 / 4);
        assertThat(written.lines().mapToInt(String::length).max().orElseThrow())
                .isLessThan(RecordReader.MAX_LINE_CHARACTERS / 2);
        RecordReading reading = RecordReader.read(file, Records.SHELF);
        assertThat(reading).isInstanceOf(RecordReading.Read.class);
        assertThat(((RecordReading.Read) reading).match()).isEqualTo(match);
    }

    @Test
    void itComesBackFromTheFormForPeople() {
        comesBack(longest, Records.text(longest));
        comesBack(mostThreats, Records.text(mostThreats));
    }

    /** A server sends it in one message. */
    @Test
    void theFormForPeopleFitsIntoOneMessage() {
        for (MatchRecord match : List.of(longest, mostThreats)) {
            assertThat(Records.text(match).getBytes(StandardCharsets.UTF_8))
                    .hasSizeBetween(RecordText.MAX_BYTES * 2 / 3, RecordText.MAX_BYTES - HostAsides.MAX_A_MATCH);
        }
    }

    @Test
    void itIsVerified() {
        assertThat(Verification.verify(longest, Table.RULES)).isInstanceOf(Verification.Verified.class);
        assertThat(Verification.verify(mostThreats, Table.RULES)).isInstanceOf(Verification.Verified.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void soDoesAShortMatchInWhichAllIsSaidAtOnce(int rounds) {
        MatchRecord match = played(rounds, rounds == 1);
        comesBack(match, Records.text(match));
    }

    @Test
    void aFileThatIsLargerThanAnyRecordIsRefusedUnread() {
        byte[] file = new byte[RecordReader.MAX_BYTES + 1];
        assertThat(((RecordReading.Unreadable) RecordReader.read(file, Records.SHELF))
                        .fault()
                        .code())
                .isEqualTo(RecordFault.Code.RECORD_TOO_LARGE);
    }
}
