package dev.truce.bots.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.bots.Situation;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section C of agreements (macros), with the gears of economy 8.1 and of agreements E. */
class PosturesTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        # agreements C: deep = deep set levels (232 eased), pace 3 / soya 9, enforcement 3, cn pace 2
        US | deep  | FENT=0 RECIP=0 S301=paused DUTY301=0 DUTY232=eased PORT=0 AFFIL=suspended CHIP=open PACE=3
        CN | deep  | RECIP=0 AGRI=0 SOY=9 REE7=general REE5=suspended PACE=2 PORT=0 ENFORCE=3 UEL=suspended
        # truce = Busan
        US | truce | FENT=10 RECIP=10 S301=paused DUTY301=0 DUTY232=in-force PORT=0 AFFIL=suspended CHIP=licensed PACE=2
        CN | truce | RECIP=10 AGRI=0 SOY=6.25 REE7=licensed REE5=suspended PACE=2 PORT=0 ENFORCE=2 UEL=suspended
        # cheat = truce with us pace 1 / soya 3 and enforcement 1
        US | cheat | FENT=10 RECIP=10 S301=paused DUTY301=0 DUTY232=in-force PORT=0 AFFIL=suspended CHIP=licensed PACE=1
        CN | cheat | RECIP=10 AGRI=0 SOY=3 REE7=licensed REE5=suspended PACE=2 PORT=0 ENFORCE=1 UEL=suspended
        # press = fentanyl 20, reciprocal 20, chips strict, pace 1, port 50 /
        #         reciprocal 20, both rare earths tight, soya 3, enforcement 1, port 400
        US | press | FENT=20 RECIP=20 S301=paused DUTY301=0 DUTY232=in-force PORT=50 AFFIL=suspended CHIP=strict PACE=1
        CN | press | RECIP=20 AGRI=0 SOY=3 REE7=tight REE5=tight PACE=2 PORT=400 ENFORCE=1 UEL=suspended
        # hard = press with reciprocal 54, covert levels 0 (soya .5)
        US | hard  | FENT=20 RECIP=54 S301=paused DUTY301=0 DUTY232=in-force PORT=50 AFFIL=suspended CHIP=strict PACE=0
        CN | hard  | RECIP=54 AGRI=0 SOY=0.5 REE7=tight REE5=tight PACE=2 PORT=400 ENFORCE=0 UEL=suspended
        # war = hard with reciprocal 125, embargo / both banned
        US | war   | FENT=20 RECIP=125 S301=paused DUTY301=0 DUTY232=in-force PORT=50 AFFIL=suspended CHIP=embargo PACE=0
        CN | war   | RECIP=125 AGRI=0 SOY=0.5 REE7=banned REE5=banned PACE=2 PORT=400 ENFORCE=0 UEL=suspended
        """)
    void macrosAreThoseOfTheTable(Side side, String name, String words) {
        Situation free = Situation.seenBy(side).bound("").withTechnologyChapter();
        assertThat(ordered(side, named(name), free)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} tariff {1}")
    @CsvSource(delimiter = '|', textBlock = """
        # agreements E: tariff 1 = fentanyl 0 + reciprocal 10 / reciprocal 5; 232 duties eased in gear 0 only (economy 8.1)
        US | 0 | FENT=0 RECIP=0 DUTY232=eased
        US | 1 | FENT=0 RECIP=10 DUTY232=in-force
        US | 2 | FENT=10 RECIP=10 DUTY232=in-force
        US | 3 | FENT=20 RECIP=20 DUTY232=in-force
        US | 4 | FENT=20 RECIP=54 DUTY232=in-force
        US | 5 | FENT=20 RECIP=125 DUTY232=in-force
        CN | 0 | RECIP=0
        CN | 1 | RECIP=5
        CN | 2 | RECIP=10
        CN | 3 | RECIP=20
        CN | 4 | RECIP=54
        CN | 5 | RECIP=125
        """)
    void tariffGearsAreThoseOfTheTable(Side side, int tariff, String words) {
        Situation free = Situation.seenBy(side).bound("");
        assertThat(ordered(side, new Posture(tariff, 1, 2, 0), free).split(" ")).contains(words.split(" "));
    }

    @ParameterizedTest(name = "compliance {0}")
    @CsvSource(delimiter = '|', textBlock = """
        # agreements E: CN compliance c sets soya and enforcement to {.5,3,6.25,9}[c] and c
        0 | PACE=0 | SOY=0.5 ENFORCE=0 PACE=2
        1 | PACE=1 | SOY=3 ENFORCE=1 PACE=2
        2 | PACE=2 | SOY=6.25 ENFORCE=2 PACE=2
        3 | PACE=3 | SOY=9 ENFORCE=3 PACE=2
        """)
    void complianceSetsTheCovertInstruments(int compliance, String us, String cn) {
        Posture posture = new Posture(2, 1, compliance, 0);
        assertThat(ordered(Side.US, posture, Situation.seenBy(Side.US).bound(""))
                        .split(" "))
                .contains(us.split(" "));
        assertThat(ordered(Side.CN, posture, Situation.seenBy(Side.CN).bound(""))
                        .split(" "))
                .contains(cn.split(" "));
    }

    @ParameterizedTest(name = "{0} {1} bound by {2}")
    @CsvSource(delimiter = '|', textBlock = """
        # agreements E: with tariff <= 2, choke <= 1 and no port fee, each own public instrument worse than its bound is
        # set to the bound; covert ones too if tariff = 2 and compliance = 2
        US | truce | US.RECIP=5 US.PACE=3        | RECIP=5 PACE=3 FENT=10
        US | truce | US.DUTY232=eased            | DUTY232=eased
        US | cheat | US.RECIP=5 US.PACE=2        | RECIP=5 PACE=1
        US | deep  | US.RECIP=10 US.PACE=2       | RECIP=0 PACE=3
        US | press | US.RECIP=10 US.PORT=0       | RECIP=20 PORT=50
        CN | truce | CN.REE7=general CN.SOY=9    | REE7=general SOY=9
        CN | truce | US.RECIP=0                  | RECIP=10
        CN | cheat | CN.RECIP=5 CN.ENFORCE=2     | RECIP=5 ENFORCE=1
        CN | war   | CN.REE7=licensed CN.SOY=6.25 | REE7=banned SOY=0.5
        """)
    void calmPosturesKeepTheirWord(Side side, String name, String clauses, String words) {
        Situation bound = Situation.seenBy(side).bound(clauses);
        assertThat(ordered(side, named(name), bound).split(" ")).contains(words.split(" "));
    }

    @Test
    void theMildestLegalLevelStandsInForOneThatIsNotLegalYet() {
        // Rules 4: chip control 'open' without a technology chapter.
        assertThat(ordered(Side.US, Posture.DEEP, Situation.seenBy(Side.US))).contains("CHIP=licensed");
        assertThat(ordered(Side.US, Posture.DEEP, Situation.seenBy(Side.US).withTechnologyChapter()))
                .contains("CHIP=open");

        // Rules 4: the 301 tariff before the investigation is concluded.
        Postures postures = new Postures(Situation.BUSAN, Side.US);
        OrderPlan early = postures.draft(Posture.HARD);
        early.set(Instrument.US_SECTION301_TARIFF, 2);
        assertThat(Situation.words(early.orders(Situation.seenBy(Side.US).observation())))
                .contains("DUTY301=0");
        OrderPlan late = postures.draft(Posture.HARD);
        late.set(Instrument.US_SECTION301_TARIFF, 2);
        assertThat(Situation.words(late.orders(
                        Situation.seenBy(Side.US).withInvestigationConcluded().observation())))
                .contains("DUTY301=25");
    }

    @Test
    void aGearThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new Posture(6, 0, 0, 0)).hasMessage("tariff 6, expected 0..5");
        assertThatThrownBy(() -> new Posture(0, -1, 0, 0)).hasMessage("choke -1, expected 0..3");
        assertThatThrownBy(() -> new Posture(0, 0, 4, 0)).hasMessage("compliance 4, expected 0..3");
        assertThatThrownBy(() -> new Posture(0, 0, 0, 2)).hasMessage("port 2, expected 0..1");
    }

    private static String ordered(Side side, Posture posture, Situation situation) {
        return Situation.words(
                new Postures(Situation.BUSAN, side).draft(posture).orders(situation.observation()));
    }

    static Posture named(String name) {
        return switch (name) {
            case "deep" -> Posture.DEEP;
            case "truce" -> Posture.TRUCE;
            case "cheat" -> Posture.CHEAT;
            case "press" -> Posture.PRESS;
            case "hard" -> Posture.HARD;
            case "war" -> Posture.WAR;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
