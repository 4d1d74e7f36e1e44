package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Agreements A8 and G8(d): what happens to an instrument whose clause has ended. */
class FallbackTest {
    /** Every instrument at every level at which it can stand at the end of round 3, the last in which the truce binds. */
    static Stream<Arguments> everyInstrumentAtEveryLevel() {
        List<Arguments> all = new ArrayList<>();
        for (InstrumentSpec spec : Play.RULES.scenario().instruments()) {
            for (int level = 0; level < spec.ladder().size(); level++) {
                boolean needsMore = switch (spec.instrument()) {
                    case US_SECTION301_INVESTIGATION -> level == 2;
                    case US_SECTION301_TARIFF -> level > 0;
                    case US_CHIP_CONTROL -> level == 0;
                    default -> false;
                };
                if (!needsMore) {
                    all.add(Arguments.of(spec.instrument(), level));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("everyInstrumentAtEveryLevel")
    void withoutAnOrderItGoesToItsFallbackIfItStandsBetterUnderAClause(Instrument instrument, int level) {
        RoundReport report = afterTheTruce(instrument, level, "");
        int fallback = Play.RULES.scenario().spec(instrument).fallback();
        boolean falls = hadClause(instrument) && (instrument.isCovert() ? level > fallback : level < fallback);
        assertThat(report.after().get(instrument)).isEqualTo(falls ? fallback : level);
        LevelChange change = new LevelChange(instrument, level, fallback);
        assertThat(report.fallbacks().contains(change)).isEqualTo(falls);
        assertThat(report.prevented()).isEmpty();
        assertThat(report.expired()).hasSize(16);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("everyInstrumentAtEveryLevel")
    void anOrderForThePresentLevelKeepsItThere(Instrument instrument, int level) {
        RoundReport report = afterTheTruce(instrument, level, instrument.qualifiedWord() + "=" + level);
        int fallback = Play.RULES.scenario().spec(instrument).fallback();
        boolean wouldFall = hadClause(instrument) && (instrument.isCovert() ? level > fallback : level < fallback);
        assertThat(report.after().get(instrument)).isEqualTo(level);
        assertThat(report.fallbacks()).noneMatch(change -> change.instrument() == instrument);
        assertThat(report.prevented().contains(instrument)).isEqualTo(wouldFall);
    }

    @Test
    void anOrderForAnotherLevelWins() {
        RoundReport report = afterTheTruce(Instrument.US_RECIPROCAL_TARIFF, 2, "US.RECIP=3");
        assertThat(report.after().get(Instrument.US_RECIPROCAL_TARIFF)).isEqualTo(3);
    }

    @Test
    void itFallsOnceOnly() {
        Play play = Play.noiseFree(12, 2, 4, 8, 12).holding(4);
        RoundReport fifth = play.round("US.RECIP=2");
        assertThat(fifth.fallbacks()).isEmpty();
        assertThat(play.hold().after().get(Instrument.US_RECIPROCAL_TARIFF)).isEqualTo(2);
    }

    @Test
    void withoutExpiryNothingFalls() {
        Play play = Play.reference().holding(12);
        assertThat(play.state().levels()).isEqualTo(Play.RULES.scenario().startLevels());
        assertThat(play.state().treaty().clauses()).hasSize(16).allMatch(c -> c.last() == Clause.FOREVER);
    }

    @Test
    void withoutTheGraceRuleASnapBackEscalatesAtOnce() {
        Scenario busan = Play.RULES.scenario();
        Rules rules = Rules.of(Records.with(busan, "knobs", Records.with(busan.knobs(), "grace", false)));
        MatchState state = Play.noiseFree(12, 2, 4, 8, 12).holding(3).state();
        Resolution fourth =
                new Resolver(rules).resolve(Play.noiseFree(12, 2, 4, 8, 12).setup(), state, Play.orders(""));
        assertThat(fourth.report().us().escalation()).isCloseTo(3.1268, within(5e-5));
        assertThat(fourth.report().cn().publicEscalation()).isCloseTo(2.4268, within(5e-5));
    }

    @Test
    void graceCoversOnlyWhatFellByItself() {
        Play play = Play.noiseFree(12, 2, 4, 8, 12).holding(3);
        RoundReport fourth = play.round("US.RECIP=4");
        assertThat(fourth.us().publicEscalation()).isCloseTo(1 + 4.0 / 34, within(1e-12));
        assertThat(fourth.cn().publicEscalation()).isZero();
        assertThat(fourth.us().compliance()).as("grace is for escalation alone").isEqualTo(1);
    }

    @Test
    void graceDoesNotGiveTheOtherSideASnapBackRight() {
        Play play = Play.noiseFree(12, 2, 4, 8, 12).holding(4);
        assertThat(Play.RULES.snapBackRight(play.state(), Side.US)).isFalse();
        assertThat(Play.RULES.snapBackRight(play.state(), Side.CN)).isFalse();
    }

    private static boolean hadClause(Instrument instrument) {
        return Play.RULES.scenario().truce().stream().anyMatch(clause -> clause.instrument() == instrument);
    }

    private static RoundReport afterTheTruce(Instrument instrument, int level, String orders) {
        Play play = Play.noiseFree(12, 2, 4, 8, 12).holding(3);
        play.become(Records.with(
                play.state(),
                "levels",
                play.state().levels().with(instrument, level),
                "investigationRounds",
                instrument == Instrument.US_SECTION301_INVESTIGATION ? level : 0));
        return play.round(orders);
    }
}
