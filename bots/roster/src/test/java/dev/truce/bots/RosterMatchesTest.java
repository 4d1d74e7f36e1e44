package dev.truce.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.bot.BotFactory;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.match.Recording;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.record.verify.Verification;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole matches between the bots that ship. */
@Timeout(120) // A bot of the roster that never answers is a fault of ours, which nothing else finds.
class RosterMatchesTest {
    private static final Rules RULES = Rules.of(Situation.BUSAN);
    private static final int SEEDS = 2;

    private final InProcessMatch runner = new InProcessMatch(RULES);

    static List<Arguments> orderedPairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (String us : Roster.names()) {
            for (String cn : Roster.names()) {
                pairs.add(Arguments.of(us, cn));
            }
        }
        return pairs;
    }

    /** Every bot in each seat once. */
    static List<Arguments> ring() {
        List<String> names = Roster.names();
        List<Arguments> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            pairs.add(Arguments.of(names.get(i), names.get((i + 1) % names.size())));
        }
        return pairs;
    }

    @ParameterizedTest(name = "{0} v {1}")
    @MethodSource("orderedPairs")
    void everyPairPlaysCleanlyToTheEnd(String us, String cn) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Played played = runner.play(RULES.setup(seed), pairing(us, cn, seed), Recording.TEXT);
            assertThat(played.us().faults()).isEmpty();
            assertThat(played.cn().faults()).isEmpty();
            assertThat(played.end().ending()).isEqualTo(Ending.HORIZON);
            assertThat(played.reports()).hasSize(RULES.lastRound(RULES.setup(seed)));
            MatchRecord written = Objects.requireNonNull(played.record());
            assertThat(written.rounds()).hasSameSizeAs(played.reports());
            if (seed == 1) {
                assertThat(RecordReplay.of(written, RULES).verification()).isInstanceOf(Verification.Verified.class);
            }
            played.reports().forEach(RosterMatchesTest::checkRound);
            checkResult(played, Side.US, played.result().us());
            checkResult(played, Side.CN, played.result().cn());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"busan-2026", "class-2026", "fog-2026", "quiet-2026"})
    void everyBotPlaysTheScenariosOf2026CleanlyToTheEnd(String id) {
        Rules rules = Rules.of(Scenarios.named(id));
        InProcessMatch other = new InProcessMatch(rules);
        for (Arguments pair : ring()) {
            String us = (String) pair.get()[0];
            String cn = (String) pair.get()[1];
            Played played = other.play(rules.setup(1), pairing(us, cn, 1), Recording.TEXT);
            assertThat(played.us().faults()).as(us).isEmpty();
            assertThat(played.cn().faults()).as(cn).isEmpty();
            assertThat(played.end().ending()).isEqualTo(Ending.HORIZON);
            MatchRecord written = Objects.requireNonNull(played.record());
            assertThat(RecordReplay.of(written, rules).verification()).isInstanceOf(Verification.Verified.class);
        }
    }

    /** The refusal of an order or an offer on an instrument that is not there would be a fault of the bot. */
    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r2", "busan-2025"})
    void everyBotPlaysCleanlyWhereSomeInstrumentsAreLeftOut(String id) {
        String file = """
                base: %s
                id: less
                titles: {en: "Less", zh: "少"}
                anchors: computed
                instruments: {us.port_fee: none, cn.port_fee: none, cn.unreliable_entities: none}
                agreement: {clauses: {us.fentanyl_tariff: 10, us.licence_pace: 2, cn.agri_tariff: 0, cn.soy_purchases: 6.25}}
                """;
        Rules rules = Rules.of(Scenarios.load(file.formatted(id), "less.yaml"));
        InProcessMatch other = new InProcessMatch(rules);
        for (Arguments pair : ring()) {
            String us = (String) pair.get()[0];
            String cn = (String) pair.get()[1];
            Played played = other.play(rules.setup(1), pairing(us, cn, 1), Recording.TEXT);
            assertThat(played.us().faults()).as(us).isEmpty();
            assertThat(played.cn().faults()).as(cn).isEmpty();
            assertThat(played.end().ending()).isEqualTo(Ending.HORIZON);
            assertThat(played.reports())
                    .allSatisfy(report -> assertThat(report.after()).satisfies(levels -> {
                        assertThat(levels.get(Instrument.US_PORT_FEE)).isZero();
                        assertThat(levels.get(Instrument.CN_UNRELIABLE_ENTITIES))
                                .isZero();
                    }));
            MatchRecord written = Objects.requireNonNull(played.record());
            assertThat(RecordReplay.of(written, rules).verification()).isInstanceOf(Verification.Verified.class);
        }
    }

    @ParameterizedTest(name = "{0} v {1}")
    @MethodSource("ring")
    void theSameSeedsGiveTheSameRecordAndTruth(String us, String cn) {
        Played first = runner.play(RULES.setup(5), pairing(us, cn, 3), Recording.TEXT);
        Played again = new InProcessMatch(RULES).play(RULES.setup(5), pairing(us, cn, 3), Recording.TEXT);
        assertThat(again).isEqualTo(first);
    }

    @ParameterizedTest(name = "{0} v {1}: {2} / {3}")
    @CsvSource(textBlock = """
        # Agreements C, stage matrix, the cells that need no signature: war v war, deep v war, war v deep.
        hawk, hawk,   0,     0
        dove, hawk, -20.5,  70.7
        hawk, dove,  75.3, -12.3
        """)
    void unconditionalBotsScoreAsTheStageMatrixSays(String us, String cn, double usScore, double cnScore) {
        Played played = runner.play(reference(), pairing(us, cn, 1), Recording.NONE);
        assertThat(played.result().us().score()).isCloseTo(usScore, within(.1));
        assertThat(played.result().cn().score()).isCloseTo(cnScore, within(.1));
    }

    @Test
    void twoDovesDoBetterThanTheTruceAndTwoHawksWorse() {
        Played doves = runner.play(reference(), pairing("dove", "dove", 1), Recording.NONE);
        Played hawks = runner.play(reference(), pairing("hawk", "hawk", 1), Recording.NONE);
        assertThat(doves.result().us().score())
                .isGreaterThan(doves.result().us().truceScore());
        assertThat(doves.result().cn().score())
                .isGreaterThan(doves.result().cn().truceScore());
        assertThat(hawks.result().us().score()).isLessThan(hawks.result().us().truceScore());
        assertThat(hawks.result().cn().score()).isLessThan(hawks.result().cn().truceScore());
    }

    @Test
    void twoThatAnswerInKindSignADeepAgreementWithoutNoise() {
        MatchSetup setup =
                new MatchSetup(1, new Horizon.Fixed(12), RULES.scenario().calendar(), Conditions.NOISE_FREE);
        Played played = runner.play(setup, pairing("tft", "tft", 1), Recording.NONE);
        assertThat(played.reports())
                .anySatisfy(report -> assertThat(report.depthKept()).isGreaterThan(1.5));
        for (RoundReport report : played.reports()) {
            assertThat(report.fallbacks()).isEmpty();
        }
    }

    @Test
    void holdersFallBackWhenTheTruceEnds() {
        MatchSetup setup =
                new MatchSetup(1, new Horizon.Fixed(12), RULES.scenario().calendar(), Conditions.NOISE_FREE);
        Played played = runner.play(setup, pairing("hold", "hold", 1), Recording.NONE);
        assertThat(played.reports().get(3).fallbacks()).isNotEmpty();
        // Agreements G3: S 52.7780 / 57.3855.
        assertThat(played.result().us().score()).isCloseTo(52.7780, within(1e-3));
        assertThat(played.result().cn().score()).isCloseTo(57.3855, within(1e-3));
    }

    private static MatchSetup reference() {
        return new MatchSetup(
                1,
                new Horizon.Fixed(12),
                RULES.scenario().calendar().withSummits(List.of(2, 5, 9)),
                Conditions.REFERENCE);
    }

    private static Pairing pairing(String us, String cn, long botSeed) {
        return new Pairing(bot(us), bot(cn), botSeed, 0);
    }

    private static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }

    private static void checkRound(RoundReport report) {
        for (InstrumentSpec spec : RULES.scenario().instruments()) {
            Instrument instrument = spec.instrument();
            assertThat(report.after().get(instrument))
                    .as(instrument.id())
                    .isBetween(0, spec.ladder().size() - 1);
        }
        assertThat(report.tension()).isBetween(0.0, 10.0);
        assertThat(report.depthKept()).isBetween(0.0, 2.0 + 1e-9);
        for (Side side : Side.values()) {
            assertThat(report.side(side).points().total()).isFinite();
            assertThat(report.side(side).reputation()).isBetween(0.0, 1.0);
            assertThat(report.side(side).publicEscalation()).isNotNegative();
        }
    }

    private static void checkResult(Played played, Side side, FinalScore score) {
        double sum = 0;
        for (RoundReport report : played.reports()) {
            sum += report.side(side).points().total();
        }
        // Economy 8.3: U = (sum + terminal value) / (n + 3).
        assertThat(score.mean())
                .isCloseTo((sum + score.terminal()) / (played.reports().size() + 3), within(1e-9));
        assertThat(score.score()).isBetween(-100.0, 150.0);
        assertThat(score.reputation()).isBetween(0.0, 1.0);
    }
}
