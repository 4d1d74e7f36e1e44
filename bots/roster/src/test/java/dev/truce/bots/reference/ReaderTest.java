package dev.truce.bots.reference;

import static dev.truce.engine.board.Instrument.CN_FENTANYL_ENFORCEMENT;
import static dev.truce.engine.board.Instrument.CN_LICENCE_PACE;
import static dev.truce.engine.board.Instrument.CN_SOY_PURCHASES;
import static dev.truce.engine.board.Instrument.US_LICENCE_PACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.bot.Talks;
import dev.truce.bots.Situation;
import dev.truce.bots.posture.Packets;
import dev.truce.bots.posture.StrategyTables;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section E of agreements, "what it reads", with the estimate of A7. */
class ReaderTest {
    @ParameterizedTest(name = "{0} reads {1} as {2}")
    @CsvSource(delimiter = '|', textBlock = """
        # US add-on <= 4, 10, 22, 45, 100 -> 0..4, else 5
        CN | US.FENT=0 US.RECIP=0    | 0
        CN | US.FENT=5 US.RECIP=0    | 1
        CN | US.FENT=0 US.RECIP=10   | 1
        CN | US.FENT=10 US.RECIP=5   | 2
        CN | US.FENT=10 US.RECIP=10  | 2
        CN | US.FENT=15 US.RECIP=10  | 3
        CN | US.FENT=20 US.RECIP=20  | 3
        CN | US.FENT=20 US.RECIP=34  | 4
        CN | US.FENT=15 US.RECIP=84  | 4
        CN | US.FENT=20 US.RECIP=84  | 5
        CN | US.FENT=0 US.RECIP=125  | 5
        # CN <= 2, 5, 12, 25, 70 -> 0..4, else 5
        US | CN.RECIP=0              | 0
        US | CN.RECIP=5              | 1
        US | CN.RECIP=10             | 2
        US | CN.RECIP=20             | 3
        US | CN.RECIP=34             | 4
        US | CN.RECIP=54             | 4
        US | CN.RECIP=84             | 5
        """)
    void tariffClassesAreThoseOfTheTable(Side reader, String words, int expected) {
        assertThat(read(Situation.seenBy(reader).at(words)).tariffClass()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is deal {1}")
    @CsvSource(delimiter = '|', textBlock = """
        # deal = 2 if depth in force >= 1.6, 1 if >= .6, else 0; the depth is that of the shallower side (A4)
        US.RECIP=0 US.FENT=0 CN.RECIP=0 CN.REE7=general CN.SOY=9 CN.ENFORCE=3                         | 1
        US.RECIP=0 US.FENT=0 US.CHIP=open US.PACE=3 US.DUTY232=eased CN.RECIP=0 CN.REE7=general CN.SOY=9 CN.ENFORCE=3 CN.REE5=suspended | 2
        US.RECIP=0 US.FENT=0 US.CHIP=open US.PACE=3 US.DUTY232=eased CN.RECIP=10                      | 0
        US.RECIP=10 US.FENT=5 CN.RECIP=5 CN.SOY=8                                                     | 1
        ''                                                                                            | 0
        """)
    void dealsAreReadFromTheShallowerSide(String clauses, int expected) {
        Situation situation = Situation.seenBy(Side.US).bound(clauses);
        assertThat(read(situation).deal()).isEqualTo(expected);
    }

    @Test
    void theTruceIsADealUntilItsClausesEnd() {
        // Rules 6: it binds rounds 1 to 3.
        assertThat(read(Situation.seenBy(Side.US).inRound(1)).deal()).isEqualTo(1);
        assertThat(read(Situation.seenBy(Side.US).inRound(3)).deal()).isEqualTo(1);
        assertThat(read(Situation.seenBy(Side.US).inRound(4)).deal()).isZero();
    }

    @ParameterizedTest(name = "US reads soya {0}, enforcement {1}, pace {2}")
    @CsvSource(textBlock = """
        # ch_CN = (sig_soya + sig_enf - (2 - sig_pace))/2
        2,   2,   2,   2
        0,   1,   2,   .5
        1,   1,   2,   1
        2,   2,   0,   1
        3,   3,   3,   3.5
        2.4, 1.1, 1.7, 1.6
        """)
    void chineseComplianceIsEstimatedFromThreeSignals(double soya, double enforcement, double pace, double expected) {
        Reading reading = read(Situation.seenBy(Side.US)
                .signal(CN_SOY_PURCHASES, soya)
                .signal(CN_FENTANYL_ENFORCEMENT, enforcement)
                .signal(CN_LICENCE_PACE, pace));
        assertThat(reading.ch()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void americanComplianceIsTheSignal() {
        // A7: ch_US = sig.
        assertThat(read(Situation.seenBy(Side.CN).signal(US_LICENCE_PACE, 1.4)).ch())
                .isEqualTo(1.4);
    }

    @Test
    void beforeTheFirstRoundEverythingIsAsAgreed() {
        Reading reading = read(Situation.seenBy(Side.US).inRound(1));
        assertThat(reading).isEqualTo(new Reading(1, 1, 0, 1, 2, 2, 0, 2, 2, false, false, reading.seen()));
        assertThat(reading.gOp()).isZero();
    }

    @ParameterizedTest(name = "pub {0}, ch {1}: gOp {2}")
    @CsvSource(textBlock = """
        # gOp = pub + .5*max(0, 2 - ch)
        0,   2,   0
        1.5, 2,   1.5
        1.5, 3.1, 1.5
        0,   1,   .5
        2.4, .5,  3.15
        """)
    void escalationIsReadFromPublicDeedsAndSignals(double pub, double ch, double expected) {
        Reading reading = read(Situation.seenBy(Side.CN).publicEscalation(pub).signal(US_LICENCE_PACE, ch));
        assertThat(reading.pub()).isEqualTo(pub);
        assertThat(reading.gOp()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void theLastOfferIsReadByItsDepth() {
        // "last offer received, same thresholds, a renewal 1, none 0, initially 1"
        Packets packets = StrategyTables.of(Situation.BUSAN).packets();
        Situation later = Situation.seenBy(Side.US).inRound(3);
        assertThat(read(later, packets.deepSet()).offered()).isEqualTo(2);
        assertThat(read(later, packets.truceSet()).offered()).isEqualTo(1);
        assertThat(read(later, new Terms.Renewal(4, false)).offered()).isEqualTo(1);
        assertThat(read(later, Situation.terms("US.RECIP=0 CN.PORT=0")).offered())
                .isZero();
        assertThat(read(later, null).offered()).isZero();
        assertThat(read(Situation.seenBy(Side.US).inRound(1), null).offered()).isEqualTo(1);
    }

    @Test
    void theDealOfTheLastRoundIsReadApartFromTheOneInForce() {
        // Agreement 1 binds rounds 1 to 3: in round 4 the signals still belong to a round with a deal.
        Reading four = read(Situation.seenBy(Side.US).inRound(4));
        assertThat(four.deal()).isZero();
        assertThat(four.dealThen()).isEqualTo(1);
    }

    @Test
    void aCatchInTheNewsIsRead() {
        assertThat(read(Situation.seenBy(Side.CN)).caught()).isFalse();
        assertThat(read(Situation.seenBy(Side.CN).caughtOn(US_LICENCE_PACE)).caught())
                .isTrue();
    }

    private static Reading read(Situation situation) {
        return read(situation, null);
    }

    private static Reading read(Situation situation, @Nullable Terms offer) {
        var observation = situation.observation();
        Side reader = observation.viewer().sees(Side.US) ? Side.US : Side.CN;
        return new Reader(Situation.BUSAN, reader).read(observation, new Talks(offer));
    }
}
