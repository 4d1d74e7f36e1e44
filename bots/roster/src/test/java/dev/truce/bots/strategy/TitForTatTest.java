package dev.truce.bots.strategy;

import static dev.truce.engine.board.Instrument.CN_FENTANYL_ENFORCEMENT;
import static dev.truce.engine.board.Instrument.CN_SOY_PURCHASES;
import static dev.truce.engine.board.Instrument.US_LICENCE_PACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotSeat;
import dev.truce.bots.SecondRuleset;
import dev.truce.bots.Situation;
import dev.truce.bots.posture.Mirror;
import dev.truce.bots.posture.OrderPlan;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.posture.Postures;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TFT of economy 10, with the family-by-family answers of agreements E. Quoted rules stand above the cases they make. */
class TitForTatTest {
    private static final String US_TRUCE =
            "FENT=10 RECIP=10 S301=paused DUTY301=0 DUTY232=in-force PORT=0 AFFIL=suspended CHIP=licensed PACE=2";
    private static final String US_DEEP =
            "FENT=0 RECIP=0 S301=paused DUTY301=0 DUTY232=eased PORT=0 AFFIL=suspended CHIP=licensed PACE=3";
    private static final String CN_TRUCE =
            "RECIP=10 AGRI=0 SOY=6.25 REE7=licensed REE5=suspended PACE=2 PORT=0 ENFORCE=2 UEL=suspended";
    private static final String CN_DEEP =
            "RECIP=0 AGRI=0 SOY=9 REE7=general REE5=suspended PACE=2 PORT=0 ENFORCE=3 UEL=suspended";

    @Test
    void startsAtTheTruce() {
        // "Round 0 truce", counted from 0, even towards a partner that has cut its tariffs already.
        assertThat(orders(Situation.seenBy(Side.US).inRound(1).at("CN.RECIP=0")))
                .isEqualTo(US_TRUCE);
        assertThat(orders(Situation.seenBy(Side.CN).inRound(1).at("US.FENT=0 US.RECIP=0")))
                .isEqualTo(CN_TRUCE);
    }

    @Test
    void answersTruceWithTruce() {
        assertThat(orders(Situation.seenBy(Side.US))).isEqualTo(US_TRUCE);
        assertThat(orders(Situation.seenBy(Side.CN))).isEqualTo(CN_TRUCE);
    }

    @Test
    void answersConcessionsWithConcessions() {
        // "If the opponent's tariff is 1 or lower, or a deep deal is in force ... and gOp < .5: deep."
        assertThat(orders(Situation.seenBy(Side.US).at("CN.RECIP=5"))).isEqualTo(US_DEEP);
        assertThat(orders(Situation.seenBy(Side.CN).at("US.FENT=0"))).isEqualTo(CN_DEEP);
        assertThat(orders(Situation.seenBy(Side.CN)
                        .bound("US.FENT=0 US.RECIP=0 US.CHIP=open US.PACE=3 US.DUTY232=eased"
                                + " CN.RECIP=0 CN.REE7=general CN.SOY=9 CN.ENFORCE=3 CN.REE5=suspended")))
                .isEqualTo(CN_DEEP);
        // A tariff of 15 points is of class 2.
        assertThat(orders(Situation.seenBy(Side.CN).at("US.FENT=5"))).isEqualTo(CN_TRUCE);
    }

    @Test
    void concedesNothingToAPartnerThatIsNotAtPeace() {
        // A port fee makes gOp .5, which is not below .5; a shortfall of a whole notch does the same.
        assertThat(orders(Situation.seenBy(Side.US).at("CN.RECIP=5 CN.PORT=400")))
                .isEqualTo(US_TRUCE);
        assertThat(orders(Situation.seenBy(Side.CN).at("US.FENT=0").signal(US_LICENCE_PACE, 1)))
                .isEqualTo(CN_TRUCE);
        assertThat(orders(Situation.seenBy(Side.CN).at("US.FENT=0").signal(US_LICENCE_PACE, 1.1)))
                .isEqualTo(CN_DEEP);
    }

    @Test
    void cheatsOnlyOnACheatThatWasCaught() {
        // "the posture at the level of gOp, cheat replaced by truce unless the opponent was caught"
        Situation shortfall = Situation.seenBy(Side.CN).signal(US_LICENCE_PACE, 1);
        assertThat(orders(shortfall)).isEqualTo(CN_TRUCE);
        assertThat(orders(shortfall.caughtOn(US_LICENCE_PACE)))
                .isEqualTo(CN_TRUCE.replace("SOY=6.25", "SOY=3").replace("ENFORCE=2", "ENFORCE=1"));
        // A catch without a reading of .3 or more is answered with the truce.
        assertThat(orders(Situation.seenBy(Side.US).caughtOn(CN_FENTANYL_ENFORCEMENT)))
                .isEqualTo(US_TRUCE);
    }

    @ParameterizedTest(name = "gOp {0}: soya {1}, enforcement {2}")
    @CsvSource(textBlock = """
        # "Level of gOp: < .3 truce, < .9 cheat, < 2.8 press, < 4.5 hard, else war."
        .29,  6.25, 2
        .89,  6.25, 2
        .9,   3,    1
        2.79, 3,    1
        2.8,  0.5,  0
        4.49, 0.5,  0
        4.5,  0.5,  0
        """)
    void covertAnswersFollowTheLevelOfEscalation(double escalation, String soya, String enforcement) {
        assertThat(orders(Situation.seenBy(Side.CN).publicEscalation(escalation))
                        .split(" "))
                .contains("SOY=" + soya, "ENFORCE=" + enforcement);
    }

    @ParameterizedTest(name = "US answers {0}")
    @CsvSource(delimiter = '|', textBlock = """
        # Everything fell back (G2: Ap 2.4268, tariff points 1.46, K .125): reciprocal 34 is nearest, same port step, 301
        # against unreliable entities.
        CN.RECIP=34 CN.AGRI=10 CN.REE5=licensed CN.PORT=640 CN.UEL=active | FENT=20 RECIP=34 S301=active DUTY301=0 DUTY232=in-force PORT=80 AFFIL=suspended CHIP=licensed PACE=1
        # War in kind.
        CN.RECIP=125 CN.REE7=banned CN.REE5=banned CN.PORT=400 | FENT=20 RECIP=125 S301=paused DUTY301=0 DUTY232=in-force PORT=50 AFFIL=suspended CHIP=embargo PACE=0
        # K .656: "chokepoint K < .5, < 1.5, else licensed, tight, banned (US affiliates active if .2 <= K < .7)".
        CN.RECIP=20 CN.REE7=tight | FENT=20 RECIP=20 S301=paused DUTY301=0 DUTY232=in-force PORT=0 AFFIL=active CHIP=strict PACE=1
        # K .344.
        CN.RECIP=20 CN.REE5=tight | FENT=20 RECIP=20 S301=paused DUTY301=0 DUTY232=in-force PORT=0 AFFIL=active CHIP=licensed PACE=1
        # K 1.0 without a tariff: the tariff answer stays at the truce.
        CN.REE7=tight CN.REE5=tight | FENT=10 RECIP=10 S301=paused DUTY301=0 DUTY232=in-force PORT=0 AFFIL=suspended CHIP=strict PACE=1
        # "US: fentanyl 10, 15, 20, then reciprocal up": .425 points of agricultural tariff are nearest to 20 + 10.
        CN.AGRI=25 CN.PORT=880 | FENT=20 RECIP=10 S301=active DUTY301=0 DUTY232=in-force PORT=110 AFFIL=suspended CHIP=licensed PACE=1
        """)
    void theUsAnswersFamilyByFamily(String seen, String words) {
        assertThat(orders(Situation.seenBy(Side.US).at(seen))).isEqualTo(words);
    }

    @ParameterizedTest(name = "CN answers {0}")
    @CsvSource(delimiter = '|', textBlock = """
        # Everything fell back (G2: Ap 2.6268, K .375): "CN October tight if .1 <= K < .5"; unreliable entities against 301.
        US.FENT=20 US.RECIP=34 US.S301=active US.PORT=80 US.AFFIL=active | RECIP=34 AGRI=0 SOY=3 REE7=licensed REE5=tight PACE=2 PORT=640 ENFORCE=1 UEL=active
        # Hard in kind, without the port fee that the other side has not raised.
        US.FENT=20 US.RECIP=54 US.CHIP=strict | RECIP=54 AGRI=0 SOY=0.5 REE7=tight REE5=tight PACE=2 PORT=0 ENFORCE=0 UEL=suspended
        # War in kind.
        US.FENT=20 US.RECIP=125 US.CHIP=embargo US.PORT=50 | RECIP=125 AGRI=0 SOY=0.5 REE7=banned REE5=banned PACE=2 PORT=400 ENFORCE=0 UEL=suspended
        # The 301 tariff counts with its import share: 33.75 points of add-on are .69, nearest to a reciprocal 20.
        US.S301=concluded US.DUTY301=25 | RECIP=20 AGRI=0 SOY=3 REE7=licensed REE5=suspended PACE=2 PORT=0 ENFORCE=1 UEL=active
        """)
    void chinaAnswersFamilyByFamily(String seen, String words) {
        assertThat(orders(Situation.seenBy(Side.CN).at(seen))).isEqualTo(words);
    }

    @Test
    void ofTwoEquallyNearTariffsTheMilderIsTaken() {
        // 30 points of US add-on are .5, as far from a Chinese 10 (0 points) as from a Chinese 20 (1 point).
        OrderPlan draft = new Postures(Situation.BUSAN, Side.CN).draft(Posture.PRESS);
        new Mirror(Situation.BUSAN, Side.CN)
                .add(Situation.seenBy(Side.CN).at("US.FENT=20 US.RECIP=10").observation(), Posture.PRESS, draft);
        assertThat(draft.get(Situation.instrument("CN.RECIP"))).isEqualTo(2);
    }

    @Test
    void keepsItsWordWhileItIsCalm() {
        // Agreements E: covert clauses too at tariff 2 and compliance 2.
        assertThat(orders(Situation.seenBy(Side.US).bound("US.RECIP=5 US.PACE=3"))
                        .split(" "))
                .contains("RECIP=5", "PACE=3");
        assertThat(orders(Situation.seenBy(Side.US).bound("CN.SOY=9").signal(CN_SOY_PURCHASES, 2)))
                .isEqualTo(US_TRUCE);
    }

    /** Signals are noisy there. A shortfall has no family, so it is answered by the whole posture, and public measures in kind. */
    @Test
    void whereSidesHaveRedLinesAShortfallIsAnsweredByTheWholePosture() {
        Situation shortfall = Situation.seenBy(Side.CN).signal(US_LICENCE_PACE, 0);
        assertThat(orders(shortfall, SecondRuleset.RULES.scenario()).split(" "))
                .contains("RECIP=20", "REE7=tight", "PORT=400", "SOY=3");
        assertThat(orders(shortfall).split(" ")).contains("RECIP=10", "REE7=licensed", "PORT=0", "SOY=3");
        assertThat(orders(Situation.seenBy(Side.CN).at("US.FENT=20 US.RECIP=54"), SecondRuleset.RULES.scenario())
                        .split(" "))
                .contains("RECIP=54", "REE7=licensed", "PORT=0");
    }

    private static String orders(Situation situation) {
        return orders(situation, Situation.BUSAN);
    }

    private static String orders(Situation situation, Scenario scenario) {
        var observation = situation.observation();
        Side side = observation.viewer().sees(Side.US) ? Side.US : Side.CN;
        return Situation.words(TitForTat.FACTORY
                .create(BotSeat.seeded(side, scenario, 1, 0))
                .decide(observation)
                .orders());
    }
}
