package dev.truce.tournament.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.bots.policy.PolicyException;
import dev.truce.bots.response.Ground;
import dev.truce.bots.response.Response;
import dev.truce.bots.response.Span;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.TrainingMatches;
import dev.truce.tournament.oracle.Oracle.Found;
import dev.truce.tournament.row.OracleRow;
import dev.truce.tournament.stats.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OracleTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final BotFactory TFT = Roster.find("tft").orElseThrow();
    private static final BotFactory MATCH = Roster.find("match").orElseThrow();
    private static final OracleSettings.Counts FEW = new OracleSettings.Counts(4, 4, 8);
    private static final OracleSettings.Counts SOME = new OracleSettings.Counts(12, 24, 60);

    private static String found(OracleSettings.By by, int threads) throws InterruptedException {
        try (LabTrials trials = new LabTrials(RULES, threads)) {
            Oracle oracle = new Oracle(trials, new OracleSettings(Side.CN, by, 260, 7, FEW));
            Mixture mixture = Mixture.of(List.of(TFT, MATCH), new double[] {3, 1});
            Found found = oracle.against(mixture, () -> {});
            String rows = OracleRow.TABLE.csv(oracle.measured(found, mixture, List.of("tft", "match")));
            return oracle.signed(found, "oracle-cn-tft", "truce oracle", "tft:3,match:1")
                            .text()
                    + rows;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfThreadsChangesNothing(OracleSettings.By by) throws InterruptedException, PolicyException {
        String one = found(by, 1);
        assertThat(found(by, 2)).isEqualTo(one);
        assertThat(found(by, 8)).isEqualTo(one);
        assertThat(one)
                .contains("\nagainst,weight,seat,by,budget,found_score,self_score,gain,gain_low,gain_high,seeds_train,"
                        + "seeds_choice,seeds_test\ntft,0.750000,CN," + by.word() + ",260,")
                .contains("\nmixture,1.000000,CN,")
                .contains(",80000000..80000003,81000000..81000003,82000000..82000007\n");
        String policy = one.substring(0, one.indexOf("against,weight"));
        assertThat(Response.read(policy).text()).isEqualTo(policy);
    }

    /** A bot that signs whatever it is offered is asked for more than the bot asks for that bargains best. */
    @ParameterizedTest
    @EnumSource
    void aPlantedWeaknessIsFoundAndMeasuredOnFreshSeeds(Side seat) throws InterruptedException {
        try (LabTrials trials = new LabTrials(RULES, 1)) {
            OracleSettings settings = new OracleSettings(seat, OracleSettings.By.TABLE, 1_500, 1, SOME);
            Oracle oracle = new Oracle(trials, settings);
            Mixture victim = Mixture.of(PlantedBots.SIGNS_ALL);
            Found found = oracle.against(victim, () -> {});
            assertThat(found.trials()).isLessThan(1_500 + 8 * 12);
            OracleRow row = oracle.measured(found, victim, List.of("signs-all")).get(0);
            assertThat(row.gain().low()).isPositive();
            double[] best = oracle.test(Mixture.of(Roster.find("step").orElseThrow()), victim);
            double[] ours = oracle.test(Mixture.of(found.response().factory("found")), victim);
            for (int i = 0; i < best.length; i++) {
                ours[i] -= best[i];
            }
            assertThat(Estimate.of(ours).low()).isGreaterThan(.5);
        }
    }

    /** The deeds of some rounds are what a search changes: one that is planted in a bot by a bad order is taken back by a good one. */
    @Test
    void aSearchOverDeedsBeatsTheBotThatItBeginsWith() throws InterruptedException {
        try (LabTrials trials = new LabTrials(RULES, 1)) {
            OracleSettings settings = new OracleSettings(Side.US, OracleSettings.By.SEARCH, 2_000, 3, SOME);
            Oracle oracle = new Oracle(trials, settings);
            Mixture hawk = Mixture.of(Roster.find("hawk").orElseThrow());
            Found found = oracle.against(hawk, () -> {});
            Ground ground = found.response().grounds().of(Side.US);
            assertThat(ground.spans()).isNotEmpty();
            double[] begun = oracle.test(
                    Mixture.of(
                            Response.usual().on(Side.US, ground.with(List.of())).factory("begun")),
                    hawk);
            double[] ours = oracle.test(Mixture.of(found.response().factory("found")), hawk);
            for (int i = 0; i < begun.length; i++) {
                ours[i] -= begun[i];
            }
            assertThat(Estimate.of(ours).low()).isPositive();
        }
    }

    /** The issue planted a bot that is blind to port fees. Under these rules it has no weakness: fees cost who levies them more than they bring. */
    @Test
    void feesThatNobodyPaysBackGainNothing() throws InterruptedException {
        try (LabTrials trials = new LabTrials(RULES, 1)) {
            for (Side seat : Side.values()) {
                Oracle oracle = new Oracle(trials, new OracleSettings(seat, OracleSettings.By.TABLE, 1, 1, SOME));
                Mixture blind = Mixture.of(PlantedBots.BLIND_TO_FEES);
                Ground step = Ground.of("step");
                double[] without =
                        oracle.test(Mixture.of(Response.usual().on(seat, step).factory("without")), blind);
                Ground fees = step.with(List.of(Span.order(1, 64, PlantedBots.fee(seat), 1)));
                double[] with =
                        oracle.test(Mixture.of(Response.usual().on(seat, fees).factory("with")), blind);
                for (int i = 0; i < with.length; i++) {
                    with[i] -= without[i];
                }
                assertThat(Estimate.of(with).high()).isNegative();
            }
        }
    }

    @Test
    void aMatchScoresAsInAnOrdinaryOne() throws InterruptedException {
        try (LabTrials trials = new LabTrials(RULES, 2)) {
            BySide<double[]> scores = trials.play(List.of(new LabTrials.Meeting(new BySide<>(MATCH, TFT), 40, 3)))
                    .get(0);
            TrainingMatches matches = new TrainingMatches(RULES);
            for (int i = 0; i < 3; i++) {
                assertThat(scores.us()[i]).isCloseTo(matches.score(Side.US, MATCH, TFT, 40 + i), within(1e-8));
                assertThat(scores.cn()[i]).isCloseTo(matches.score(Side.CN, TFT, MATCH, 40 + i), within(1e-8));
            }
            assertThat(trials.played()).isEqualTo(3);
        }
    }

    @Test
    void weightsAreSharesAndWhatIsHardlyPlayedIsLeftOut() {
        Mixture mixture = Mixture.of(List.of(TFT, MATCH, TFT), new double[] {3, 1, 1e-9});
        assertThat(mixture.weights()).containsExactly(.75, .25);
        assertThat(mixture.bots()).containsExactly(TFT, MATCH);
        assertThatThrownBy(() -> Mixture.of(List.of(TFT), new double[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
