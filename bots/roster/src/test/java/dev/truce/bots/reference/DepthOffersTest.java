package dev.truce.bots.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Talks;
import dev.truce.bots.Situation;
import dev.truce.bots.posture.Packets;
import dev.truce.bots.posture.StrategyTables;
import dev.truce.bots.strategy.Strategies;
import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agreements E: "Offer level 0 none; 1: a 4-round renewal ...; 2: the deep set for 8 rounds, every round." */
class DepthOffersTest {
    private static final Packets PACKETS = StrategyTables.of(Situation.BUSAN).packets();
    private static final DepthValues DEPTH = StrategyTables.of(Situation.BUSAN).depth();
    private static final String BUSAN =
            "US.FENT=10 US.RECIP=10 US.PORT=0 US.AFFIL=suspended US.S301=paused US.CHIP=licensed US.PACE=2 CN.RECIP=10"
                    + " CN.AGRI=0 CN.PORT=0 CN.REE5=suspended CN.UEL=suspended CN.REE7=licensed CN.SOY=6.25 CN.ENFORCE=2"
                    + " CN.PACE=2";

    @Test
    void theSetsAreAsDeepAsAgreementsA1Says() {
        // G1: "the truce set has depth 1 / 1, the deep set 2 / 2"; E: "(1.25 / 1.22)", "(1.675 / 1.74)".
        double[][] expected = {{1, 1}, {1.25, 1.22}, {1.675, 1.74}, {2, 2}};
        for (int i = 0; i < expected.length; i++) {
            Terms.Package step = (Terms.Package) PACKETS.steps().get(i);
            assertThat(DEPTH.depth(step, Side.US)).isCloseTo(expected[i][0], within(1e-12));
            assertThat(DEPTH.depth(step, Side.CN)).isCloseTo(expected[i][1], within(1e-12));
            assertThat(step.rounds()).isEqualTo(8);
            assertThat(step.communique()).isFalse();
        }
        assertThat(PACKETS.truceSet()).isEqualTo(Situation.terms(BUSAN));
        assertThat(((Terms.Package) PACKETS.deepSet()).pledges()).hasSize(18);
    }

    @ParameterizedTest(name = "level {0}, {1}, {2} rounds left: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        0 | busan | 0 | nothing
        0 | none  | 0 | nothing
        # "a 4-round renewal if an agreement of depth >= .6 is in force and at most one round is left after this one"
        1 | busan | 2 | nothing
        1 | busan | 1 | renewal
        1 | busan | 0 | renewal
        # "the truce set for 4 rounds if there is none"
        1 | none  | 0 | truce
        1 | shallow | 3 | truce
        # "2: the deep set for 8 rounds, every round"
        2 | busan | 3 | deep
        2 | none  | 0 | deep
        2 | deep  | 7 | deep
        """)
    void offersFollowTheLevel(int level, String treaty, int left, String offered) {
        assertThat(bargain(Side.US).offer(situation(treaty, left).observation(), level))
                .isEqualTo(terms(offered));
    }

    @ParameterizedTest(name = "{0} at level {1}, {2}, {3} rounds left: {4} {5}")
    @CsvSource(delimiter = '|', textBlock = """
        # "Accepts if its own offer level this round is not 0"
        US | 0 | busan   | 0 | renewal | false
        US | 0 | none    | 0 | truce   | false
        # "a renewal, when at most one round is left"
        US | 1 | busan   | 1 | renewal | true
        US | 2 | busan   | 1 | renewal | true
        US | 1 | busan   | 2 | renewal | false
        # "own side of the offer <= 1.02 (level 1) or 2.02 (level 2)"
        US | 1 | busan   | 2 | deep    | false
        US | 2 | busan   | 2 | deep    | true
        US | 1 | none    | 0 | truce   | true
        # "depth > present + .01, or >= present - .01 with at most four rounds left, or no round left and depth >= .6"
        US | 2 | deep    | 5 | deep    | false
        US | 2 | deep    | 4 | deep    | true
        US | 1 | busan   | 4 | truce   | true
        US | 1 | busan   | 5 | truce   | false
        US | 2 | deep    | 1 | truce   | false
        US | 2 | deep    | 0 | truce   | true
        # "other side >= own side - .15": the US signs away 1.25, China 1.13 or 1.09
        US | 2 | busan   | 3 | usGives | true
        US | 2 | busan   | 3 | usGivesMore | false
        CN | 2 | busan   | 3 | usGivesMore | true
        """)
    void acceptanceFollowsTheLevel(Side side, int level, String treaty, int left, String offered, boolean accepted) {
        Terms terms = terms(offered);
        assertThat(terms).isNotNull();
        assertThat(bargain(side)
                        .acceptance(situation(treaty, left, side).observation(), level)
                        .accepts(terms))
                .isEqualTo(accepted);
    }

    @Test
    void theDeepSetIsWorthSigningAgainForItsTechnologyChapter() {
        // Outside a summit it entered with a cap at licensed, 1.80 deep.
        Situation withoutChapter =
                Situation.seenBy(Side.US).bound(words(PACKETS.deepSet()).replace("US.CHIP=open", "US.CHIP=licensed"));
        assertThat(bargain(Side.US)
                        .acceptance(withoutChapter.withRoundsLeft(7).observation(), 2)
                        .accepts(PACKETS.deepSet()))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}: step {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
        # STEPPER "offers, by depth in force (< .9, < 1.2, < 1.6, else)"; "orders exactly its bounds"
        none    | 0 | FENT=10 RECIP=10 DUTY232=in-force PACE=2
        busan   | 1 | FENT=10 RECIP=10 DUTY232=in-force PACE=2
        step1   | 2 | FENT=5 RECIP=5 DUTY232=in-force PACE=2
        step2   | 3 | FENT=0 RECIP=5 DUTY232=eased PACE=3
        deep    | 3 | FENT=0 RECIP=0 DUTY232=eased PACE=3
        """)
    void stepperDeepensStepByStep(String treaty, int step, String orders) {
        Decision decision = stepper(situation(treaty, 5));
        assertThat(decision.offer()).isEqualTo(PACKETS.steps().get(step));
        assertThat(Situation.words(decision.orders()).split(" ")).contains(orders.split(" "));
    }

    @ParameterizedTest(name = "{0}, {1} rounds left: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
        # STEPPER "accepts a gain of at most .75 whose own side is at most .15 above the other"
        busan | 3 | deep        | false
        busan | 3 | step1       | true
        busan | 3 | step2       | true
        none  | 0 | truce       | false
        step1 | 5 | deep        | false
        step2 | 5 | deep        | true
        busan | 3 | usGives     | true
        busan | 3 | usGivesMore | false
        deep  | 5 | deep        | false
        deep  | 4 | deep        | true
        """)
    void stepperAcceptsSmallGains(String treaty, int left, String offered, boolean accepted) {
        Terms terms = terms(offered);
        assertThat(terms).isNotNull();
        assertThat(stepper(situation(treaty, left)).accepts(terms)).isEqualTo(accepted);
    }

    @ParameterizedTest(name = "pub {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        # STEPPER "answers pub > .9 with press, from 2.2 hard"
        .9  | RECIP=10
        .91 | RECIP=20
        2.2 | RECIP=54
        """)
    void stepperAnswersPressure(double pub, String orders) {
        assertThat(Situation.words(stepper(situation("busan", 3).publicEscalation(pub))
                                .orders())
                        .split(" "))
                .contains(orders);
    }

    private static Decision stepper(Situation situation) {
        return Strategies.STEPPER
                .create(BotSeat.seeded(Side.US, Situation.BUSAN, 1, 0))
                .decide(situation.observation(), Talks.NONE);
    }

    private static DepthOffers bargain(Side side) {
        return new DepthOffers(Situation.BUSAN, side);
    }

    private static Situation situation(String treaty, int left) {
        return situation(treaty, left, Side.US);
    }

    private static Situation situation(String treaty, int left, Side side) {
        String clauses = switch (treaty) {
            case "none" -> "";
            case "busan" -> BUSAN;
            case "shallow" -> "US.RECIP=10 CN.RECIP=10";
            case "step1" -> words(PACKETS.steps().get(1));
            case "step2" -> words(PACKETS.steps().get(2));
            case "deep" -> words(PACKETS.deepSet());
            default -> throw new IllegalArgumentException(treaty);
        };
        return Situation.seenBy(side).bound(clauses).withRoundsLeft(left);
    }

    private static @Nullable Terms terms(String name) {
        return switch (name) {
            case "nothing" -> null;
            case "renewal" -> new Terms.Renewal(4, false);
            case "truce" -> PACKETS.truceSet();
            case "deep" -> PACKETS.deepSet();
            case "step1" -> PACKETS.steps().get(1);
            case "step2" -> PACKETS.steps().get(2);
            // Fentanyl 5 and reciprocal 5 are 1.25; a Chinese reciprocal 5 is 1.13, soya 8 is 1.09.
            case "usGives" ->
                Situation.terms(BUSAN.replace("US.FENT=10 US.RECIP=10", "US.FENT=5 US.RECIP=5")
                        .replace("CN.RECIP=10", "CN.RECIP=5"));
            case "usGivesMore" ->
                Situation.terms(BUSAN.replace("US.FENT=10 US.RECIP=10", "US.FENT=5 US.RECIP=5")
                        .replace("CN.SOY=6.25", "CN.SOY=8"));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String words(Terms terms) {
        StringBuilder words = new StringBuilder();
        for (var pledge : ((Terms.Package) terms).pledges()) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(pledge.instrument().qualifiedWord())
                    .append('=')
                    .append(Situation.BUSAN
                            .spec(pledge.instrument())
                            .rung(pledge.bound())
                            .token());
        }
        return words.toString();
    }
}
